import type { ConceptWords } from './concepts';

/** English words of harm to oneself and others, and of what stands around a finding: can it, is it now, is it over. */
export const englishContext: ConceptWords = {
  MANY: `
    too_many too_much whole entire load loads bunch handful fistful packet pack box bottle all_my all_his all_her all_the all_of double doubled triple
    twice two_lots strip 20 30 40 50 60 100 twenty thirty forty fifty sixty hundred dozens way_too_many extra empty lots tons a_lot overdid`,
  FLOOR: 'floor ground pavement sidewalk lying laying here',
  SUDDEN: `
    sudden suddenly all_of_a_sudden out_of_nowhere just_now came_on just_started out_of_the_blue in_an_instant an_hour_ago`,
  CANT: `
    cant cannot couldnt unable struggl* trouble hardly barely hard_to difficult difficulty fighting isnt_able not_able wont keeps_trying scarcely
    cant_hardly aint_able no_longer cant_even no_way_to not_possible_to`,
  NOT: `
    not isnt wont doesnt dont stopped stop hasnt havent aint quit didnt cant couldnt not_really isnt_even not_even wont_even isnt_really hardly barely
    no_longer not_hardly`,
  GETAIR: 'get catch find draw take drawing',
  PLEAD: `
    hurry send_someone send_somebody send_help need_help help_me help_us get_someone get_somebody pls_help please_help come_quick someone_here_now
    somebody_here_now sos mayday god_please oh_god oh_my_god hurry_up`,
  WANTTO: `
    want wanna wants going gonna ready plan* wish wishes thinking thought rather tonight will intend decided feel_like trying tried threatening
    threatened says keeps_saying scared_ill scared_i_will afraid_i_will afraid_ill afraid_i_might scared_i_might worried_ill i_will`,
  DIE: `
    die dead death not_wake_up never_wake_up not_exist not_be_here not_be_alive be_gone disappear not_being_here unalive kms`,
  KILL: `
    kill killing hang hanging shoot shooting hurt hurting harm harming end ending off drown slit unalive stabbing_myself use_it_on`,
  SELF: `
    myself himself herself themselves themself my_self him_self her_self my_wrists her_wrists his_wrists my_veins kms itself`,
  OTHERS: `
    somebody someone everyone everybody people them him her my_baby my_kids my_wife my_husband the_baby my_mother my_dad my_mom`,
  ENDLIFE: `
    taking_my_life take_my_life end_my_life ending_my_life taking_her_life taking_his_life end_his_life end_her_life take_her_life take_his_life
    end_it ending_it end_things ending_things end_it_all take_my_own_life taking_my_own_life take_their_life done_with_life finish_myself wants_out
    blow_my_brains blow_his_brains put_a_bullet`,
  NOLIFE: `
    reason_to_live reason_to_go_on reason_to_be_here reason_to_stay point_in_living point_living point_of_living point_to_living want_to_live
    want_to_be_here wanna_be_here want_to_be_alive wanna_live want_to_exist wanna_exist wanna_be_alive go_on_living keep_living live_anymore
    be_here_anymore see_tomorrow here_tomorrow worth_living be_around_anymore see_a_way_out left_for_me left_to_live to_live_for want_to_wake_up
    deserve_to_live deserve_to_be_here any_other_way_out any_way_out a_way_out point_anymore point_of_anything point_in_anything lifes_not_worth
    life_isnt_worth life_not_worth not_worth_living nothing_matters`,
  BETTEROFF: `
    better_off_without_me better_off_if_i better_off_dead better_without_me better_if_i_was better_if_i_were nobody_would_miss no_one_would_miss
    nobody_will_miss wouldnt_miss_me burden_to_everyone burden_on_everyone such_a_burden`,
  WEAPON: 'gun pistol rope noose blade razor knife shotgun rifle revolver the_pills my_pills the_tablets',
  READY: `
    in_my_hand in_front_of_me right_here with_me looking_at_it keep_looking loaded in_my_mouth in_his_hand in_her_hand next_to_me on_the_table
    lined_up`,
  BRIDGE: `
    bridge ledge rooftop railing overpass tracks rails cliff train parapet the_edge roof multi_storey car_park_roof window_ledge`,
  JUMP: 'jump jumping leap step_in_front walk_in_front lie_on standing_on stood_on sitting_on_the_edge',
  NOTES: `
    goodbye_note suicide_note goodbye_letter goodbye_message written_the_letters written_letters final_goodbye said_goodbye saying_goodbye
    wrote_a_note left_a_note written_a_note goodbye_text goodbye_video goodbye_everyone a_note_saying`,
  SUICIDE: 'suicid* self_harm self_harming selfharm* sewerslide kms unalive',
  VOICES: 'voices',
  DRIVEINTO: 'crashing_my_car driving_my_car drive_my_car driving_off drive_off_the drive_into',
  PURPOSE: 'on_purpose wanted_to meant_to deliberately because_i_want',
  GOON: 'go_on do_this_anymore keep_going take_it_anymore go_on_anymore take_anymore take_any_more',
  AGO: `
    years_ago year_ago months_ago month_ago weeks_ago week_ago days_ago years_back weeks_back months_back yrs_ago decade decades last_year last_month
    last_week last_summer last_winter last_spring last_autumn last_fall last_january last_february last_march last_april last_may last_june last_july
    last_august last_september last_october last_november last_december last_christmas as_a_child as_a_kid as_a_baby as_a_teenager when_i_was
    when_he_was when_she_was used_to history_of previously since_childhood yrs_back months_since years_since in_college in_january in_february
    in_march in_april in_may in_june in_july in_august in_september in_october in_november in_december since_the_stroke since_june since_may since_his
    since_her in_high_school growing_up ever_since a_while_back a_while_ago the_other_month ago_and_is 2001 2003 2005 2007 2008 2009 2010 2011 2012
    2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 with_my_first was_in_the_er was_hospitalized was_admitted last_night_in_the
    admitted_for hospitalized_for once_in once_when once_as once_a last_term last_semester last_season in_the_autumn in_the_spring at_christmas
    last_week_and last_yr past_yr yrs_since few_yrs on_holiday on_vacation`,
  CHRONIC: `
    for_months for_years for_weeks for_a_month for_a_year for_ages for_a_while some_mornings in_the_mornings in_the_evenings every_winter every_spring
    every_night now_and_then on_and_off for_a_couple couple_of_months been_months been_years been_weeks few_months for_three_weeks for_two_weeks
    for_three_days for_a_few_days for_days since_spring since_summer since_last as_usual like_usual same_as_always like_always like_every
    same_as_every five_flights exercise when_i_run on_hills in_my_sleep when_i_sleep sleep_study at_night_my snore when_i_sit when_i_stand when_i_type
    when_i_get_up standing_up if_i_lie getting_up at_night_for years_now months_now weeks_now pins_and_needles_at all_the_time climb_stairs
    climbing_stairs up_stairs climb_the_stairs when_i_climb climbing_five sometimes from_time_to_time`,
  DONE: `
    passed_away died discharged recovered recovering healed healing cleared controlled under_control all_good resolved stopped_bleeding gone_now
    it_stopped it_is_gone went_away seizure_free doing_well im_well all_clear benign stable happy drinking_ok nothing_bad nothing_serious no_big_deal
    totally_fine breathing_fine breathes_fine no_trouble no_problem no_problems no_difficulty none_since breathe_better breathe_so_much no_symptoms
    tests_clear just_heartburn it_was_just was_nothing is_healing its_healing is_fine hes_fine shes_fine im_fine perfectly_fine all_fine but_fine
    im_ok hes_ok shes_ok im_okay is_better im_better its_better feeling_better feel_better better_now fine_now ok_now okay_now well_now been_clean
    been_sober playing_fine and_playing all_normal drinking_fine back_to_normal got_better got_over now_fine from_the_vaccine from_the_flu_shot
    from_my_shot where_they_gave from_the_flu from_the_booster from_the_jab after_the_vaccine from_coughing ruled_out wasnt_a was_not_a no_bleed
    at_home_and_well nobody_hurt not_bleeding_any swelling_gone_down its_gone_down has_gone_down hes_home shes_home gone_down_now checked_me_over
    told_me_to_see said_to_see said_see said_not not_heart they_said_its all_healed healed_now`,
  ADMIN: `
    appointment* appt appts booking book schedule reschedule follow_up followup followups check_up checkup check-up checked review refill*
    prescription* script report results result form certificate letter note referral referred rehab* vaccine* vaccination jab jabs shots shot_record
    screening bill invoice insurance copay paperwork annual yearly routine renew* renewal slot slots clinic specialist counsel* therapy therapist
    cancel postnatal register address hours parking leave_form cleaning dentist podiatry xray x_ray xrays scan mri ct_scan tests tested exam tour
    class classes course training certification lessons workshop department stitches cast looked_at look_at want_it_looked want_my gp pcp pharmacy
    expired removal consult consultation visit levels mask license prescription seminar driving_form want_a_look test_results my_file on_file
    support_group first_aid dispatch`,
  ASK: `
    what_do_i_do_if what_do_i_do_when what_should_i_do_if what_would_i_do what_if what_are what_is_the what_are_the how_do_you how_do_i_know how_can
    how_much how_long how_do_i_tell when_should do_you_treat do_you_see do_you_have do_you_do do_you_offer do_you_run do_you_take do_you_test do_your
    does_the does_that does_this does_it does_your can_this can_that can_it can_the could_this is_shortness would_you_see who_do_i who_should at_what
    can_you_tell does_insurance should_i_call in_case_of in_case if_i_have if_i_get if_i_had if_my side_effect side_effects would_the what_number
    whats_the_number do_doctors does_dr does_doctor are_you where_do_i how_does which_doctor treats writing_a_paper work_for work_with i_teach i_work
    covered_by do_you_cover information_about info_on information_on article_about read_about worried_about_my_risk risk_of`,
  FAMILYDEAD: `
    died_of died_from died_after passed_from runs_in_the runs_in_my lost_my lost_someone grief bereave* family_history
    death_in_the_family death_in_my_family death_in_our_family`,
  MILD: `
    mild mildly slight slightly minor tiny small just_a not_bad sniffle runny sniffles stuffy itchy chapped barely_noticeable a_little a_bit
    little_bit stubbed toenail fingernail nail_fell`,
  IDIOM: `
    dying_to dead_tired dead_phone phones_dying phone_is_dying stroke_of_luck stroke_of_genius breast_stroke breaststroke back_stroke backstroke
    forehand butterfly_stroke heart_attack_with attack_w attack_over nearly_gave almost_gave nearly_died_laughing boredom choked_up choking_hazard
    drowning_at bleeding_money flooded_at kill_for i_d_kill jump_off_a_bridge_anyway wait_times these_wait this_wait this_hold hold_music burned_the
    burnt_the the_toast the_dinner haha lmao movie film documentary book_about series novel episode wrong_number first_name chest_of_drawers line_went
    battery_life catch_my_breath_i ran_for_the_phone fire_drill my_feet my_back_is_killing death_of_me heart_is_set by_heart cross_my_heart
    change_of_heart scared_to_death bored_to_death traffic_is the_price_almost price_gave the_price_nearly bill_gave i_teach tennis swimmer lol
    account_crash* computer_crash* app_crash* website_crash* car_died battery_died battery_is_dying died_laughing die_laughing line_is_dead
    works_for_911 drown*_in_paper* drown*_in_emails die_of_boredom die_of_embarrass* attack_when_i_saw attack_with_these stroke_when_i_saw stroke_with
    dead_line no_strokes kill_time be_the_death kids_are_killing back_is_killing feet_are_killing knees_are_killing knee_is_killing boss_is_killing
    is_killing_me_need work_is_killing job_is_killing neck_is_killing shoulder_is_killing tooth_is_killing about_to_die_phone phone_is_about
    battery_is gave_me_a_heart just_kidding kidding joking for_laughs stop_breathing_at_night stops_breathing_at_night the_one_with drown*_in_work
    dont_want_to_die_or cant_talk_right_now cant_talk_rn cant_talk_now cant_speak_right_now cant_speak_now couldnt_talk couldnt_speak_before
    choking_on_these choking_on_the_fees up_to_my_neck queue_was_murder nearly_gave_me gave_me_a_coronary saved_my_husband saved_his_life
    saved_her_life got_cut_off i_was_cut_off my_dog_died my_dog_had my_cat_died my_dog_has my_dog_is respond_well respond_to_the respond_to_treatment
    respond_to_penicillin`,
  NOW: `
    now right_now rn today tonight suddenly this_morning this_afternoon this_evening this_minute just_now currently all_of_a_sudden getting_worse
    at_the_moment hour_ago minutes_ago since_this_morning for_an_hour same_pain this_second an_hour since_last_night back_again this_time`,
  NEG: `
    no not without denies denied isnt doesnt dont didnt havent hasnt never arent wasnt aint nor free_of negative_for nothing_like`,
  NONE: 'no without nothing cant_find_a cant_feel_a doesnt_have_a lost_his lost_her isnt_a not_got_a',
  PHONE: `
    phone phones line call calls website app page email message text texts nobody office receptionist portal account link computer laptop wifi letter
    car battery_is engine login`,
  NOSE: `
    nose nostril nostrils sinus sinuses stuffy congest* snore snoring a_cold this_cold head_cold bad_cold`,
  CALLHELP: `
    send_an_ambulance send_ambulance need_an_ambulance need_ambulance call_an_ambulance call_ambulance get_an_ambulance want_an_ambulance
    ambulance_please ambulance_now ambulance_quick call_911 call_999 call_112 call_nine_one_one send_the_paramedics send_paramedics need_paramedics
    medical_emergency its_an_emergency this_is_an_emergency send_help send_someone_now send_someone_please please_send_someone please_send_help
    someone_out_here someone_here_now come_quick need_help_now ambulance_for_my ambulance_to`,
  BILL: `
    bill invoice fee ride charge* crew claim company bills cost costs billing driver work_for job dispatch drive discount insurance plan_pay
    is_a_paramedic`,
  VEINS: 'wrists veins',
  HUNG: `
    hung_himself hung_herself hanged_himself hanged_herself hanging_himself hanging_herself tried_to_hang`,
  ACUTE: `
    was_fine were_fine was_ok was_okay fine_an_hour fine_yesterday fine_this_morning fine_a_minute fine_before same_pain worse_by_the_minute
    getting_worse its_worse pain_is_back pains_back same_as_last_time just_like_last_time same_as_before but_this_time`,
  THREAT: `
    threatening_to threatened_to going_to_kill_me gonna_kill_me trying_to_kill_me says_hell_kill wants_to_kill_me kill_us`,
  HAVING: `
    having think_im think_its think_hes think_shes think_he think_she could_be looks_like might_be must_be had_a_stroke_just just_had just_started
    in_the_middle getting`,
  WEEKS: 'weeks months along',
  DYING: `
    is_dying im_dying hes_dying shes_dying dying going_to_die gonna_die about_to_die not_going_to_make not_gonna_make`,
  LIFE: 'living life alive lifes',
  TIRED: 'tired sick done fed_up worthless hopeless pointless no_point',
  NOTHELP: `
    still not_working nothing doing_nothing does_nothing isnt_helping not_helping doesnt_help no_good isnt_working twice isnt_doing isnt_doin
    not_doing doesnt_do hasnt_helped did_nothing`,
  CUTSELF: `
    cutting_myself cutting_herself cutting_himself cut_myself_on_purpose been_cutting cut_myself_again cuts_herself cuts_himself hurting_myself
    hurting_herself hurting_himself burning_myself`,
  TURN: 'turning turned gone going went goes looks looking lips face hands mouth is_blue',
  SLOW: 'once_every every_ten every_few_seconds a_minute slow shallow gaps',
  AMBULANCE: 'ambulance paramedic* 911 999 112 nine_one_one',
  MISHEARD: `
    breed breeding breeze briefing brief brave on_conscious seizer caesar odd test_pains guest_pain chess`,
  LETHAL: 'gun rope noose shotgun rifle pistol',
  GOT: 'got holding loaded bought ready',
  STOCKPILE: 'stockpil* saving_up_my hoarding collecting_my saved_up',
  HEAVEN: `
    with_my_mum_in be_with_my_dead join_my join_her_in join_him_in in_heaven not_be_on_this_earth off_this_earth leave_this_world out_of_this_world
    wants_out`,
  BUSY: `
    meeting on_the_bus at_work driving in_class on_a_train in_the_car right_now_call busy speak_to talk_to speak_with talk_with spanish english
    language`,
  TRAFFIC: 'traffic fees prices copay airport highway elevator',
  BATH: 'bath tub bathtub',
  REMEDY: 'penicillin treatment antibiotic* therapy cream dose',
};
