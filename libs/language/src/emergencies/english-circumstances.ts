import type { ConceptWords } from './concepts';

/** What stands around a finding in English: when it was, how it is now, what the call is about, and what a manner of speaking is. */
export const englishCircumstances: ConceptWords = {
  PASTTIME: `
    a_year_ago two_years_ago three_years_ago four_years_ago five_years_ago ten_years_ago twenty_years_ago yrs_ago yr_ago wks_ago mths_ago mos_ago
    years_past year_before_last the_year_before couple_years_ago couple_of_years_ago few_years_ago few_months_ago few_weeks_ago couple_weeks_ago
    couple_of_weeks_ago couple_months_ago couple_of_months_ago few_days_ago couple_days_ago couple_of_days_ago fortnight_ago a_fortnight_ago
    donkeys_years_ago ages_ago long_ago a_long_time_ago long_time_ago some_time_ago some_years_ago many_years_ago way_back back_in_the_day back_in_20
    back_in back_when back_then years_ago_now years_ago_and back_in_january back_in_february back_in_march back_in_april back_in_may back_in_june
    back_in_july back_in_august back_in_september back_in_october back_in_november back_in_december back_in_the_spring back_in_the_fall
    back_in_the_winter back_in_the_summer back_in_spring back_in_winter back_in_summer back_home_years last_easter last_thanksgiving last_christmas
    over_christmas over_the_holidays last_halloween last_ramadan last_diwali last_semester last_season last_school_year the_other_week the_other_day
    the_other_month earlier_this_year earlier_in_the_year end_of_last_year start_of_the_year beginning_of_the_year during_lockdown before_covid
    in_the_pandemic in_my_twenties in_my_thirties in_my_teens in_his_twenties in_the_nineties in_the_eighties_when as_a_child as_a_kid as_a_girl
    as_a_boy as_a_toddler as_a_wee_boy as_a_wee_girl as_a_student when_i_was_a when_i_was_little when_i_was_young when_i_was_younger when_i_was_small
    when_i_was_wee when_i_was_pregnant when_i_was_in when_i_was_at when_i_was_ten when_i_was_five when_he_was_a when_he_was_little when_he_was_two
    when_he_was_born when_she_was_a when_she_was_little when_she_was_born when_they_were_little when_they_were_born when_we_were_kids
    in_primary_school in_grade_school in_middle_school in_elementary in_uni at_uni in_the_army in_the_navy in_the_service in_vietnam in_iraq
    used_to_have used_to_get used_to_suffer had_one_before had_a_history history_of past_history past_medical medical_history previous previously
    prior childhood since_birth since_childhood from_birth born_with once_had i_once had_once 1995 1996 1997 1998 1999 2000 2002 2004 2006
    after_my_stroke after_his_stroke after_her_stroke after_my_heart_attack after_his_heart_attack after_her_heart_attack since_my_heart_attack
    since_my_stroke since_the_accident since_my_accident since_the_heart_attack since_the_op since_my_operation since_my_surgery since_the_surgery
    after_my_surgery after_the_surgery post_op post_surgery post_stroke survivor survived last_monday last_tuesday last_wednesday last_thursday
    last_friday last_saturday last_sunday last_weekend over_the_weekend the_week_before week_before_last month_before_last the_day_before_yesterday
    day_before_yesterday`,
  LONGRUN: `
    on_and_off off_and_on on_an_off off_an_on comes_and_goes come_and_go came_and_went every_now_and_then every_now_and_again now_and_again
    every_so_often once_in_a_while once_in_a_blue from_time_to_time time_to_time some_days most_days most_nights most_mornings every_day
    every_morning every_evening every_week every_month every_year every_autumn every_fall every_summer each_morning each_night each_spring each_year
    day_in_day_out seasonal seasonally hay_fever hayfever when_the_weather when_its_cold when_its_damp when_it_rains when_the_pollen pollen for_years
    for_yrs for_mths for_mnths for_wks for_ages for_yonks for_donkeys for_a_couple_of_weeks for_a_couple_of_months for_a_couple_weeks
    for_a_couple_months for_a_few_weeks for_a_few_months for_a_few_years for_about_a_month for_about_a_year for_about_two_weeks for_about_three_weeks
    for_several_weeks for_several_months for_some_time for_quite_a_while for_quite_some_time for_the_past_few for_the_past_month for_the_past_year
    for_the_past_two for_the_past_three for_the_past_couple for_the_last_few for_the_last_month for_the_last_year for_the_last_two for_the_last_three
    for_the_last_couple over_the_past_few over_the_past_month over_the_past_year over_the_last_few past_few_weeks past_few_months last_few_weeks
    last_few_months last_couple_of_weeks last_couple_of_months past_couple_weeks past_couple_months two_weeks_now three_weeks_now a_month_now
    a_while_now some_time_now ages_now years_now months_now weeks_now days_now been_going_on_for been_having_for been_a_while been_ages been_months
    been_weeks been_years since_last_year since_last_month since_last_week since_christmas since_easter since_january since_february since_march
    since_april since_july since_august since_september since_october since_november since_december since_the_spring since_the_summer
    since_the_winter since_lockdown since_covid since_having_covid since_menopause long_standing longstanding long_term longterm ongoing chronic
    lingering nagging niggling persistent recurrent recurring the_usual my_usual his_usual her_usual same_old old_injury old_football flare_up
    flare_ups flareup after_meals after_eating after_i_eat after_spicy after_exercise after_running after_a_run after_the_gym at_the_gym
    when_i_exercise when_i_lift when_i_bend when_i_twist when_i_turn when_i_walk_far when_i_eat when_i_lie when_i_drive when_im_driving
    when_im_stressed when_im_tired when_im_anxious when_im_nervous when_i_cough when_i_sneeze when_i_laugh when_i_stretch when_i_wake_up
    first_thing_in_the_morning of_a_morning of_an_evening of_a_night at_nights in_bed_at_night during_my_period before_my_period time_of_the_month
    on_my_period each_month with_my_periods period_pain period_pains growing_pains arthritis arthritic sciatica migraines_since ibs acid_reflux
    reflux gerd heartburn indigestion piles haemorrhoids hemorrhoids eczema psoriasis plantar tendonitis carpal_tunnel tennis_elbow frozen_shoulder
    bunion bunions gout fibromyalgia fibro sleep_apnea sleep_apnoea apnea cpap snores long_covid`,
  RESOLVED: `
    all_better all_well all_sorted sorted_now all_fine_now all_good_now all_gone all_cleared cleared_up clearing_up cleared_itself settled
    settled_down calmed_down calmed_right_down eased eased_off easing easing_off died_down wore_off worn_off went_away goes_away gone_away gone_off
    passed_now its_passed has_passed it_passed passed_off its_over over_now over_it_now over_and_done over_with its_stopped has_stopped_now
    stopped_now stopped_by_itself stopped_on_its_own stopped_after stopped_itself stopped_straight stopped_within stopped_in_a_minute didnt_last
    only_lasted lasted_a_few lasted_a_minute lasted_a_couple lasted_a_second hes_okay_now shes_okay_now hes_ok_now shes_ok_now hes_fine_now
    shes_fine_now hes_grand shes_grand im_grand hes_right_as_rain shes_right_as_rain right_as_rain fit_as_a_fiddle good_as_new good_as_gold
    bright_as_a_button sound_now no_bother_now no_worse hes_alright shes_alright im_alright alright_now hes_all_right shes_all_right all_right_now
    feels_fine feeling_fine feel_fine feeling_okay feels_okay feeling_good feeling_great feels_better feels_much_better felt_better much_better
    lots_better a_lot_better heaps_better way_better getting_better on_the_mend mending mended improving improved on_the_mend_now back_to_himself
    back_to_herself back_to_his_old back_to_her_old himself_again herself_again his_usual_self her_usual_self back_on_his_feet back_on_her_feet
    back_on_my_feet up_and_about up_and_around bounced_back pulled_through came_through made_a_full full_recovery fully_recovered recovered_well
    recovering_well recovering_nicely healed_up healed_nicely healed_well healing_well healing_nicely healing_fine scabbed_over closed_up_nicely
    swelling_went_down swelling_is_down swelling_has_gone fever_broke fever_is_down fever_has_gone fever_gone temps_down temp_is_down
    temperature_has_come_down temp_came_down temperature_is_normal normal_temperature no_fever no_temperature no_swelling no_redness
    no_other_symptoms no_bleeding no_pain no_injury no_injuries no_damage no_harm no_loss_of no_vomiting nothing_else nothing_major nothing_urgent
    nothing_dramatic nothing_to_worry not_an_emergency isnt_an_emergency no_emergency not_urgent isnt_urgent its_not_urgent nothing_broken
    didnt_hit_his_head didnt_hit_her_head didnt_hit_my_head did_not_hit didnt_lose didnt_pass_out didnt_black_out never_lost never_blacked_out
    never_passed_out was_told_it told_it_was turned_out_to_be turned_out_fine turned_out_it turns_out_it turned_out_ok false_alarm false_positive
    came_back_clear came_back_fine came_back_normal came_back_negative came_back_clean results_were_fine scan_was_clear scan_was_normal
    ecg_was_normal ekg_was_normal was_clear were_clear was_normal were_normal all_clear_from given_the_all_clear got_the_all_clear
    gave_him_the_all_clear gave_her_the_all_clear signed_off in_remission remission cancer_free clean_for sober_for years_sober years_clean
    in_recovery stopped_drinking quit_drinking quit_smoking seizure_free symptom_free pain_free drug_free medically_cleared came_home came_home_from
    home_from_hospital home_from_the_hospital home_now out_of_hospital out_of_the_hospital out_of_icu out_of_the_woods let_out_of_hospital sent_home
    sent_me_home sent_him_home sent_her_home let_him_home let_her_home got_out_of_hospital got_out_of_the discharged discharged_me paramedics_checked
    paramedics_cleared paramedics_looked paramedics_said ambulance_crew_said ambulance_came_and ambulance_already doctors_said_he doctors_said_she
    er_said er_doctor_said hospital_said a_and_e_said they_checked_him they_checked_her they_checked_me checked_him_out checked_her_out
    checked_out_fine checked_out_ok seen_at_the_er been_seen was_seen already_seen already_been_seen already_went already_been_to went_to_urgent_care
    got_stitches had_stitches stitched_up stitched_it glued_it was_treated been_treated treated_for was_given_antibiotics put_me_on
    antibiotics_worked antibiotics_cleared used_his_inhaler_and took_her_inhaler_and inhaler_helped inhaler_worked helped_a_lot it_helped
    worked_a_treat did_the_trick sleeping_fine sleeping_well sleeping_soundly sleeping_peacefully sleeping_normally fast_asleep breathing_normally
    breathing_normal breathing_ok breathing_okay breathing_easy breathing_easily breathing_well talking_normally talking_fine walking_fine
    walking_around_fine moving_fine moving_it_fine moves_fine moving_normally eating_fine eating_well eating_normally eating_again
    eating_and_drinking drinking_well drinking_normally feeding_well feeding_fine feeding_normally wet_nappies_are plenty_of_wet colour_is_good
    color_is_good pinked_up pink_again got_his_color_back laughing_about laugh_about`,
  PLAYING: `
    playing playin playing_again playing_happily playing_with_his playing_with_her playing_outside running_around running_about running_round
    tearing_around bouncing_around jumping_around smiling smiley giggling laughing chatting chatty singing dancing cheeky watching_tv watching_telly
    watching_cartoons watching_paw watching_bluey doing_his_homework back_at_school back_to_school back_at_nursery back_at_work back_to_work
    back_at_daycare back_to_playing wants_a_snack asking_for_snacks asking_for_food asking_for_his ate_his_breakfast ate_his_dinner ate_his_lunch
    ate_her_breakfast ate_her_dinner ate_her_lunch ate_dinner had_his_tea had_her_tea had_her_dinner had_his_dinner good_appetite full_of_beans
    full_of_energy happy_as normal_self usual_self in_good_spirits good_spirits in_great_form in_good_form`,
  MILDER: `
    mild mildly mildish slight slightly minor wee_bit a_wee_bit a_wee a_tad a_touch touch_of a_smidge smidge little_bit_of kinda_sore bit_sore
    a_bit_sore bit_achy a_bit_achy bit_stiff a_bit_stiff bit_tender tender bit_itchy a_bit_itchy itchy_and bit_of_a bit_of_an a_small small_cut
    small_lump small_rash tiny_cut paper_cut papercut splinter graze grazed scrape scraped scratch scratched scratches scuffed bruise_on bruised
    blister blisters ingrown ingrowing hangnail verruca wart warts mole moles skin_tag skin_tags pimple pimples acne spot_on_my zit boil stye sty
    conjunctivitis pink_eye pinkeye dandruff athletes_foot cold_sore cold_sores mouth_ulcer mouth_ulcers canker ulcer_in_my chapped_lips dry_skin
    dry_eyes earwax ear_wax earache runny_nose blocked_nose stuffed_up common_cold just_a_cold a_head_cold the_sniffles sniffly tickly_cough tickle
    scratchy_throat sore_throat hoarse croaky annoying irritating niggle niggles twinge uncomfortable discomfort sore_muscles pulled_muscle
    muscle_strain sprain sprained strained dull_ache faint_ache barely_hurts hardly_hurts doesnt_hurt doesnt_really_hurt doesnt_bother not_too_bad
    not_so_bad not_that_bad nothing_too not_severe not_serious nothing_serious manageable bearable tolerable two_out_of_ten three_out_of_ten
    2_out_of_10 3_out_of_10 sunburn sunburnt jet_lag hangover hungover constipated constipation bloated wind_and gassy gas_pains`,
  OFFICE: `
    appointment appoinment appointmnt apointment apt appts booked booking_in book_in book_him_in book_her_in book_me_in booked_in schedule scheduled
    scheduling reschedule resched rebook move_my change_my cancel_my cancelling canceling confirm confirming confirmation availability available
    opening openings slot slots fit_me_in squeeze_me_in earliest soonest next_available walk_in walk_ins waitlist waiting_list new_patient
    existing_patient register registering registration sign_up sign_him_up signed_up enrol enroll transfer_my records record medical_records charts
    patient_portal portal refer_me referral referrals second_opinion specialist consultant cardiologist neurologist pulmonologist dermatologist
    allergist gastroenterologist endocrinologist oncologist orthopaedic orthopedic rheumatologist urologist podiatrist chiropodist physio
    physiotherapy physiotherapist physical_therapy occupational_therapy speech_therapy speech_therapist psychiatrist psychologist counsellor
    counselor counselling counseling therapist dietitian dietician nutritionist optician optometrist audiologist midwife health_visitor
    district_nurse practice_nurse antenatal prenatal postnatal six_week_check well_child well_baby smear pap_smear mammogram colonoscopy endoscopy
    gastroscopy echo echocardiogram ecg ekg eeg stress_test holter heart_monitor_back blood_test blood_tests bloods blood_work bloodwork labs
    lab_work urine_sample sample scan ultrasound mri ct cat_scan x_ray xray biopsy screening screened health_check health_screening physical
    annual_physical sports_physical school_physical dot_physical yearly medicare medicaid bupa nhs_number medicare_card medical_card health_card`,
  REFILL: `
    refill refills refil refilled repeat_prescription repeat_prescriptions repeats prescription prescriptions perscription script scripts rx renew
    renewal renewing reorder re_order top_up run_out_of_my ran_out_of_my running_low running_low_on almost_out_of nearly_out_of im_out_of
    down_to_my_last last_few_tablets last_week_of pharmacy pharmacist chemist boots walgreens cvs rite_aid dispensary collect_my pick_up_my pick_up
    pickup ready_for_collection expired expires expire out_of_date expiry replacement_pen new_epipen new_inhaler spare_inhaler spare_epipen
    for_school_and another_inhaler another_epipen more_epipens dosage change_my_dose adjust_my increase_my_dose lower_my_dose switch_me switch_my
    generic brand_name side_effects supply months_supply 90_day ninety_day`,
  CHECKUP: `
    check_up checkup check_ups check_in followup follow_up follow_ups follow_on aftercare review med_review medication_review annual_review
    asthma_review diabetes_review diabetic_review asthma_clinic stroke_clinic seizure_clinic epilepsy_clinic heart_clinic heart_failure_clinic
    anticoagulation_clinic inr warfarin_clinic chest_clinic pain_clinic burns_clinic fracture_clinic wound_clinic wound_check dressing_change
    dressing_changed change_the_dressing dressing change_of_dressing suture_removal stitches_out stitches_removed staples_out cast_off cast_removed
    get_it_checked get_it_looked_at get_him_checked get_her_checked get_checked get_myself_checked have_it_checked have_it_looked have_a_look
    take_a_look had_a_look looked_over once_over tetanus_shot tetanus_booster tetanus_jab booster flu_jab flu_shot flu_vaccine vaccination
    vaccinations immunisation immunisations immunization immunizations baby_jabs shingles_shot covid_jab travel_jabs travel_vaccines rabies_shot
    hep_b_shot rehab cardiac_rehab stroke_rehab pulmonary_rehab`,
  FORM: `
    form forms paperwork certificate certificates cert sick_note sicknote fit_note doctors_note doctor_note note_for_work note_for_school
    note_for_his note_for_her letter letters fmla disability_form disability_claim pip_form blue_badge handicap_placard parking_placard dvla dmv
    drivers_licence drivers_license driving_licence driving_license medical_form school_form camp_form sports_form consent_form action_plan
    asthma_action allergy_action care_plan asthma_plan seizure_plan allergy_plan medical_exemption jury_duty power_of_attorney living_will
    advance_directive dnr_form death_certificate coroner accident_report incident_report police_report fill_out fill_in filled_out filled_in
    signed_by needs_signing sign_a sign_the signature stamped fax faxed faxing email_me post_it_to print print_out printout copy_of copies copies_of
    questionnaire survey handbook leaflet leaflets pamphlet pamphlets brochure poster posters flyer booklet information_sheet fact_sheet newsletter
    website_says`,
  MONEY: `
    bill bills billed billing invoice charge charged charges overcharged fee fees cost costs price prices pricey expensive quote estimate insurance
    insured insurer insurers coverage cover_it covered deductible copay copayment co_pay claim claims reimburse* refund refunded payment payments
    pay_for paid pay_my payment_plan credit_card debit out_of_network in_network premium blue_cross aetna cigna kaiser unitedhealthcare bupa_cover
    travel_insurance life_insurance prior_authorization prior_auth preauthorization ambulance_bill ambulance_ride`,
  COURSE: `
    course courses class classes lesson lessons training trainer instructor instructors certified certification recertif* refresher seminar webinar
    lecture lectures talk_on talk_about_stroke workshop workshops drill drills fire_drill practice_drill mock exercise_drill simulation simulated
    role_play roleplay scenario dummy mannequin manikin first_aid first_aider first_aid_kit lifeguard_training babysitting_course scouts girl_guides
    brownies_badge badge study studying student nursing_school med_school medical_student nursing_student exam exams essay thesis dissertation
    homework assignment project presentation school_project science_project research researching trial clinical_trial awareness awareness_day
    awareness_week fundraiser fundraising charity marathon_for volunteer volunteering volunteers conference congress`,
  FICTION: `
    film films movie movies show shows tv_show tv_series netflix soap_opera soap eastenders coronation_street greys_anatomy house_md casualty_episode
    episode episodes series season_finale documentary podcast novel book books chapter reading_a reading_about read_a story_about stories fairy_tale
    cartoon comic manga anime actor actress character characters play_at rehearsal theatre theater stage_play script_for murder_mystery escape_room
    halloween costume fake_blood stage_blood fake_snake makeup_effects video_game game gaming fortnite minecraft call_of_duty gta roblox zelda level
    boss_level playstation xbox nintendo song lyrics album band concert news the_news newspaper article headline crossword quiz trivia joke joking
    jokes kidding just_kidding jk lol lmao lmfao rofl haha hahaha ha_ha prank dream dreamt dreamed nightmare had_a_dream`,
  PET: `
    dog dogs puppy pup cat cats kitten rabbit hamster guinea_pig parrot budgie goldfish fish_tank tortoise pony_has vet vets veterinary veterinarian
    horse_has my_dog my_cat the_dog_has the_cat_has dogs_been cats_been`,
  JOB: `
    i_work_for i_work_in i_work_at i_work_as i_work_with i_am_a_nurse im_a_nurse im_a_paramedic im_a_firefighter im_a_doctor im_a_lifeguard
    im_a_teacher im_a_carer i_teach i_train i_run_a i_run_the i_manage working_as job_interview my_job_is my_work_requires for_work_i at_my_workplace
    our_office our_school our_company our_team our_gym our_church our_club my_employer employer hr_department human_resources occupational_health
    risk_assessment health_and_safety calling_from_the calling_on_behalf calling_from im_calling_from sales_rep salesman marketing survey_company
    supplier vendor delivery courier fedex ups_driver electrician plumber builder contractor landlord hairdresser butcher chef welder mechanic
    farmer_and`,
  THING: `
    phone laptop computer ipad tablet_screen screen printer router wifi boiler dishwasher_broke washing_machine tumble_dryer fridge freezer oven
    microwave kettle_broke toaster radiator engine car_battery car_wont car_died tyre tire brakes exhaust pipe pipes tap sink_is drain_is
    blocked_drain toilet_is_blocked roof_leaks leak_in ceiling light_bulb lightbulb heating air_con aircon air_conditioner elevator lift_is
    door_handle parking_lot car_park garden lawn houseplant tomatoes cake dinner toast roast curry_was recipe oven_is wallet purse keys shoes
    trousers jeans shirt zip jacket`,
  ASKING: `
    what_are_the_signs what_are_the_symptoms signs_of symptoms_of warning_signs how_do_you_know how_would_i_know how_will_i_know how_can_i_tell
    how_can_you_tell how_do_i_spot how_to_tell how_to_spot how_to_prevent how_to_recognise how_to_recognize how_to_treat how_to_use how_to_do
    how_to_stop how_to_help prevent prevention preventing reduce_my_risk lower_my_risk my_risk_of at_risk_of chances_of likelihood is_it_normal
    is_it_safe is_it_dangerous is_it_ok_to is_it_okay_to is_it_common is_it_true is_that_normal is_there_a is_there_any are_there_any do_you_guys
    do_yous do_youse does_your_clinic does_the_clinic does_the_doctor do_any_of_your can_you_catch can_you_get can_you_have can_stress can_anxiety
    can_i_still can_i_take can_i_drive can_i_fly can_i_eat can_i_give can_i_bring can_i_get_a can_i_have_a can_i_book can_i_ask can_someone_tell
    can_you_explain can_you_recommend could_you_recommend could_you_explain could_you_tell_me could_it_be_hereditary should_i_be_worried_in
    should_i_stop_taking should_i_take should_i_get should_i_bring should_i_see should_i_book what_happens_if what_happens_when what_to_do_if
    what_to_do_when what_do_you_do_if what_do_you_do_when what_would_happen what_causes what_does_it_mean what_does what_kind_of what_sort_of
    what_number_do what_time what_age whats_the_difference difference_between whats_the_best whats_the_procedure whats_your_policy
    what_is_your_policy policy_on protocol_for procedure_for which_doctor which_vaccine where_can_i where_should_i when_can_i when_should_i who_can_i
    who_would_i why_do_people why_does_my just_wondering i_was_wondering was_wondering wondering_if wondering_whether wonder_if curious just_curious
    curious_about out_of_curiosity in_general generally_speaking in_theory hypothetical hypothetically theoretically say_someone suppose_someone
    supposing if_someone if_somebody if_a_child if_a_person if_my_child if_my_kid if_my_baby if_he_gets if_she_gets if_he_has if_she_has if_he_ever
    if_she_ever if_i_ever if_it_happens if_it_comes if_that_happens if_there_is_a if_you_have_a in_an_emergency in_the_event just_in_case for_future
    for_next_time to_be_prepared to_be_safe advice_on advice_about any_advice tips_for tips_on info_about more_information question_about
    questions_about quick_question ask_about asking_about enquire inquire enquiring inquiring learn_about learn_how learn_more interested_in
    thinking_of_getting do_yall do_you_stock do_you_sell do_you_give do_you_accept do_you_provide do_you_prescribe do_you_know_if`,
  BEREAVED: `
    died_of died_from died_after died_in died_last died_when passed_away passed_on passed_last passed_from late_husband late_wife late_father
    late_mother my_late lost_my_husband lost_my_wife lost_my_dad lost_my_mum lost_my_mom lost_my_mother lost_my_father lost_my_brother lost_my_sister
    lost_my_son lost_my_daughter lost_a_friend lost_a_baby lost_a_pregnancy runs_in_my_family runs_in_the_family run_in_the_family in_my_family
    in_the_family family_history on_my_mothers_side on_my_dads_side hereditary genetic inherited grieving grief bereaved bereavement funeral widow
    widowed widower anniversary_of mourning after_my_husband_died since_my_husband_died since_my_wife_died since_my_mum_died since_my_mom_died
    since_my_dad_died`,
  NORUSH: `
    no_rush no_hurry not_in_a_rush not_in_a_hurry whenever whenever_suits whenever_you whenever_works whenever_hes_free whenever_shes_free
    when_you_get_a_chance when_you_can when_youre_free when_it_suits when_ye_can at_your_convenience any_time_next any_day any_time_is sometime
    some_time_next some_time_this anytime next_week next_month next_year next_monday next_tuesday next_wednesday next_thursday next_friday
    in_a_few_weeks in_a_couple_of_weeks in_two_weeks in_three_weeks in_a_month later_this_week later_in_the_week later_this_month this_coming
    after_the_holidays before_the_holidays before_school_starts before_my_trip before_my_holiday before_my_vacation before_my_surgery before_i_travel
    before_we_travel on_monday on_tuesday on_wednesday on_thursday on_friday on_saturday monday_morning tuesday_morning wednesday_morning
    thursday_morning friday_morning monday_afternoon tuesday_afternoon wednesday_afternoon thursday_afternoon friday_afternoon next_time
    at_some_point in_the_new_year in_january_please not_desperate can_wait it_can_wait happy_to_wait dont_mind_waiting`,
  SCHEDULEDAY: `
    monday tuesday wednesday thursday friday saturday sunday mon tues weds thurs tomorrow tmrw tmr tomoro two_pm three_pm ten_am nine_am oclock
    half_past quarter_past quarter_to`,
  SPORT: `
    football soccer rugby hurling cricket baseball basketball netball hockey tennis golf gym workout crossfit yoga pilates zumba spin_class swimming
    swim jogging running_a marathon half_marathon 5k 10k training_for race_day match practice coach league tournament ski_trip skiing hiking
    climbing_gym boxing karate judo ballet dance_class gymnastics cheerleading guitar piano choir knitting gardening fishing_trip camping`,
  FIGURE: `
    dying_for_a dying_for_some dying_to_see dying_to_know dying_of_laughter dying_of_embarrassment dying_of_boredom dying_laughing
    dying_with_laughter died_laughing died_of_embarrassment died_of_shame nearly_died_of almost_died_of nearly_died_when_i_saw almost_died_when_i_saw
    dead_on_my_feet dead_tired dead_on_time dead_chuffed dead_easy dead_good dead_nice dead_set dead_end dead_battery dead_ringer dead_serious
    over_my_dead drop_dead_gorgeous heart_attack_on_a_plate heart_attack_waiting gave_me_a_heart_attack giving_me_a_heart_attack near_heart_attack
    nearly_had_a_heart_attack almost_had_a_heart_attack nearly_had_a_stroke almost_had_a_stroke nearly_had_kittens have_a_fit_when having_a_fit_about
    throw_a_fit threw_a_fit throwing_a_fit temper_tantrum meltdown_over bite_the_bullet bullet_points bullet_point sweating_over no_sweat cold_feet
    pain_in_the_neck pain_in_the_arse pain_in_the_ass pain_in_the_butt pain_in_the_backside a_real_pain such_a_pain heartbroken broke_my_heart
    broken_heart breaks_my_heart heart_goes_out heart_to_heart lost_my_head lose_my_head head_over_heels off_the_top_of_my head_start heads_up
    banging_my_head_against head_in_the_clouds out_of_my_depth drowning_in_work drowning_in_paperwork drowning_in_bills drowning_in_debt
    drowning_in_homework drowning_in_emails drowning_in_forms drowning_in_laundry up_to_my_eyes up_to_my_eyeballs buried_in_work buried_in_paperwork
    buried_under_paperwork swamped snowed_under bleeding_us_dry bleeding_me_dry bled_me_dry costs_an_arm cost_an_arm an_arm_and_a_leg arm_and_a_leg
    bloody_hell bloody_phone bloody_printer bloody_form bloody_cold_out bloody_nightmare bloody_traffic bloody_appointment bloody_stupid
    bloody_brilliant bleedin_phone killing_it killed_it nailed_it killing_me_with killing_me_softly shoes_are_killing heels_are_killing this_queue_is
    this_heat_is heat_is_killing homework_is_killing wait_is_killing suspense_is_killing suspense could_kill_for would_kill_for could_murder_a
    murder_a_curry murder_a_coffee ill_kill_him_if hell_kill_me shell_kill_me mum_will_kill_me mom_will_kill_me wife_will_kill_me
    husband_will_kill_me boss_will_kill_me gonna_kill_me_if will_kill_me_if shoot_me_an shoot_me_now shoot_you_an shoot_over shoot_me_a
    give_it_a_shot give_it_a_stab worth_a_shot take_a_stab stab_at stab_in_the_back stabbed_in_the_back jump_the_gun jumped_the_gun jump_through
    jumping_through hoops jump_in_at jump_on_a jump_the_queue bite_me bite_to_eat grab_a_bite poison_ivy_on stung_by_the_price burnt_out burned_out
    burn_out burnout burning_question slow_burn burn_the_midnight crash_course crash_diet crashed_at_my crashing_at site_crashed app_crashed
    website_crashed computer_crashed phone_crashed screen_froze computer_froze phone_froze laptop_died phone_died phones_died battery_died tv_died
    car_died car_is_dead phone_is_dead phones_dead my_phones_dying signal_died line_died call_dropped line_dropped lost_signal lost_you_there
    youre_breaking_up breaking_up choked_on_my_coffee_when choking_on_the_price hard_to_swallow tough_pill bitter_pill chill_pill happy_pills
    sugar_rush sugar_daddy hangry starving im_starving starved famished freezing_in_here freezing_my boiling_in_here roasting_in_here
    sweating_in_here baking_in_here knackered exhausted shattered wiped_out worn_out beat_today cream_crackered gasping_for_a gasping_for_tea
    take_my_breath_away takes_my_breath breath_of_fresh hold_my_breath holding_my_breath dont_hold_your_breath save_your_breath waste_of_breath
    breathing_down_my breathing_space under_my_breath breathe_easy breathing_exercises breathing_techniques breathing_class room_to_breathe
    blue_in_the_face black_and_blue out_of_the_blue_call feeling_blue feeling_a_bit_blue baby_blues blue_inhaler_refill blue_badge weak_at_the_knees
    butterflies legless_last stroke_a_deal stroke_of stroke_play swim_stroke swimming_stroke brush_stroke brush_strokes stroking different_strokes
    break_a_leg pulling_my_leg pull_my_leg leg_it legs_eleven on_its_last_legs cut_me_off cuts_off cut_off_again cut_me_some cut_to_the cut_corners
    cut_down_on cut_back_on hung_up hung_up_on hanging_on_the hang_on hang_on_a hanging_on hanging_around hang_out hanging_out_with got_the_hang
    get_the_hang the_end_of_me end_of_my_tether end_of_my_rope at_my_wits wits_end going_mad going_crazy_with driving_me_crazy driving_me_mad
    driving_me_insane driving_me_nuts driving_me_up lost_the_plot lost_my_mind losing_my_mind_with sick_and_tired sick_of_waiting sick_to_death
    tired_of_waiting fed_up_of_waiting fed_up_waiting worried_sick worried_to_death bored_stiff bored_to_tears scared_stiff scared_me_to_death
    scared_the_life frightened_the_life scared_out_of jumped_out_of_my_skin life_saver lifesaver saved_my_life save_my_life saved_the_day
    literally_dying im_dead_lol im_deadass deadass dead_to_me slay killer_heels killer_workout killer_deal killer_headache_after ladykiller
    painkiller_advert dead_air`,
  SUDDENLY: `
    suddenly sudden all_of_a_sudden all_at_once out_of_nowhere from_nowhere in_a_flash in_an_instant without_warning just_like_that just_came_on
    came_on_suddenly came_on_all came_on_quick came_on_fast hit_me_like just_happened just_this_minute just_this_second one_minute_he one_minute_she
    five_minutes_ago ten_minutes_ago twenty_minutes_ago two_minutes_ago a_minute_ago a_few_minutes_ago couple_of_minutes_ago half_an_hour_ago
    half_hour_ago an_hour_ago a_couple_hours_ago minutes_ago mins_ago seconds_ago just_started just_now moments_ago a_moment_ago`,
  ATONCE: `
    right_now rn right_this_minute right_this_second this_minute this_second this_instant this_very_minute as_we_speak as_i_speak at_this_moment
    in_front_of_me right_in_front here_in_front beside_me_now here_with_me im_with_him im_with_her im_looking_at_him im_looking_at_her
    im_watching_him im_holding_him im_holding_her im_sat_with im_sitting_with still_happening still_going happening_now happening_again its_happening`,
  PERSON: `
    husband wife hubby missus mrs partner boyfriend girlfriend bf gf fiance fiancee spouse mum mom mommy mummy mam mammy ma mama maw mother
    mother_in_law dad daddy da papa pa pop pops father old_man father_in_law nan nana nanna nanny gran granny grandma grandmother mamaw memaw meemaw
    gramma abuela grandad granda granddad grandpa grandfather pawpaw gramps brother bro bruv brudda sister sis son daughter kid kids child children
    wean weans bairn bairns lad laddie lass lassie little_one wee_one toddler baby bub bubba babba infant newborn niece nephew cousin uncle auntie
    aunty aunt friend mate pal buddy homie homeboy neighbor neighbour flatmate roommate housemate colleague coworker co_worker workmate client
    customer resident patient student teacher stranger bloke guy fella feller chap lady woman man girl boy teenager teen carer caregiver passenger
    driver`,
  LITTLE: `
    wean weans bairn bairns babby babbie babes babe bub bubba bubby bubs babba wee_one wee_man wee_yin little_lad little_girl little_boy little_man
    little_lass little_fella little_guy little_un young_un youngun kiddo kiddie tot tyke sprog ankle_biter pickney picknee infant newborn preemie
    toddler eighteen_month 18_month ten_month 10_month eleven_month nine_month 9_month eight_month 8_month seven_month 7_month six_month_old 6_month
    four_month 4_month five_month 5_month twelve_month three_year 3_year four_year 4_year five_year 5_year six_year 6_year seven_year 7_year 1yo 2yo
    3yo 4yo 5yo 6yo 7yo 1_yr 2_yr 3_yr 4_yr yr_old month_old`,
  TINY: `
    preemie prem_baby premature_baby two_week three_week four_week five_week six_week seven_week eight_week 2_week 3_week 4_week 5_week 6_week 7_week
    8_week 10_day eight_day nine_day five_day 6wk 4wk 5wk 3wk 8wk`,
  NOTHELP: `
    aint_helping aint_working no_help didnt_help didnt_work hasnt_worked wont_work isnt_touching not_touching doesnt_touch no_difference no_effect
    made_no_difference makes_no_difference no_change no_relief still_the_same still_wheezing still_struggling still_swelling used_it_twice
    used_it_three three_puffs ten_puffs six_puffs four_puffs used_both twice_and_still`,
  PHONING: `
    hotline voicemail answerphone answering_machine callback call_back switchboard extension dial_tone signal reception_desk front_desk hold_music
    on_hold queue keypad press_one text_message inbox spam website online login password username`,
  ADMINVERB: `
    calling_to calling_about ringing_about ringing_to phoning_about phoning_to texting_to just_calling just_ringing just_checking checking_in
    like_to_book like_to_make like_to_schedule like_to_see like_to_cancel like_to_change like_to_know like_to_get want_to_book want_to_make_an
    want_to_schedule want_to_cancel want_to_change want_to_see_a want_to_see_the need_to_book need_to_make_an need_to_schedule need_to_cancel
    need_to_change need_to_reschedule need_to_see need_an_appointment need_a_referral need_a_refill need_a_note need_a_letter need_a_copy need_my
    trying_to_book trying_to_get_an trying_to_make can_i_book can_i_make can_i_schedule can_i_come can_i_see can_i_get_an could_i_book could_i_get
    could_i_make could_i_see could_i_have can_we_book can_we_schedule can_you_book can_you_send_me_the can_you_email can_you_fax can_you_move
    could_you_send could_you_email set_up_a set_up_an put_me_down pencil_me pop_in drop_in come_in_for bring_him_in_for bring_her_in_for`,
};
