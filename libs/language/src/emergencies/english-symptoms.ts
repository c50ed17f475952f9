import type { ConceptWords } from './concepts';

/** How English speakers of all regions, ages and classes say what they feel and see, beside english-findings.ts. */
export const englishSymptoms: ConceptWords = {
  CHEST: `
    chest_wall breast_plate breastplate bosom sternam cheast chesst thorax middle_of_my_chest centre_of_my_chest center_of_my_chest across_my_chest
    behind_my_ribs`,
  HEART: 'hart_is my_hart heart_rate heartrate heart_beat old_ticker bpm',
  HEAD: 'bonce napper scalp heid hed',
  FACE: `
    jowl lip_is fizzog half_his_face half_her_face half_my_face side_of_his_face side_of_her_face side_of_my_face corner_of_his_mouth
    corner_of_her_mouth`,
  LIMB: 'shin forearm limb limbs palm oxter',
  THROAT: 'thrapple larynx tounge toung lips_are',
  BELLY: 'tum stomack stomache stummick wame paunch midriff lower_abdomen upper_abdomen right_side lower_right',
  BACK: 'lower_back upper_back back_of_me loins',
  GROIN: 'nads bollock bollocks nutsack ballbag goolies privates plums cojones knackers testical',
  PAIN: `
    paining peyn ouchie achey achin hurtin hurtn sair smarting stinging gnawing twinge twinges griping throb soreness burnin pinching`,
  PRESSURE: `
    tite squashing pressing pressin pushing_down weighing bearing_down bricks truck_on truck_parked somebody_sitting someone_sitting someones_sitting
    someones_standing someones_kneeling anvil boulder concrete fat_man belt_round strap_round clenched clenching gripping grips vise_grip bear_hug
    like_a_band like_a_belt like_a_vice`,
  SEVERE: `
    agonising agonizing agonized worst_ever worst_pain_ever ten_out_of_ten 10_out_of_10 10_10 eleven_out_of_ten nine_out_of_ten off_the_charts
    off_the_scale crippling blinding pure_agony screaming_the_house howling writhing rolling_around rolling_on_the cant_sit_still bent_double
    bent_in_half curled_up doubled_up crying_in_pain in_tears_with in_tears_from like_being_stabbed like_a_dagger like_i_was_stabbed ripped_in_half
    torn_in_two hit_with_a_bat kicked_in_the_head hell_of_a crazy_bad hella_bad proper_bad dead_bad well_bad too_too_bad bare_pain mad_pain
    killing_him killing_her unbelievable cannot_bear cannot_stand sharp_sharp never_felt never_had_pain beyond_anything`,
  SWEAT: `
    sweating_buckets sweating_bullets pouring_sweat dripping_sweat dripping_wet soaked_through soaking_wet beads_of_sweat cold_sweats cold_sweat`,
  PALE: `
    paler pallid peely_wally pasty ashy ash_grey ash_gray grey_as gray_as grey_in_the_face gray_in_the_face green_around white_as_a_sheet
    white_as_a_ghost white_as_paper chalk_white chalky colour_of_putty putty lost_his_color lost_her_color lost_his_colour lost_her_colour
    no_color_in no_colour_in colour_drained color_drained drained_of went_white went_grey went_gray turned_grey turned_gray gone_grey gone_gray
    bloodless waxen looks_like_death`,
  DIZZY: `
    dizziness light_headedness wobbly whoozy faintish head_spinning room_is_spinning room_spinning swimming_head going_to_pass_out about_to_pass_out
    gonna_pass_out about_to_faint gonna_faint nearly_fainted nearly_passed_out almost_passed_out almost_fainted going_black going_dark
    everything_went_black gone_black seeing_stars see_black tunnel_vision greying_out graying_out came_over_funny come_over_queer come_over_all
    funny_turn funny_turns bad_turn taken_a_turn weak_turn`,
  VOMIT: `
    puked pukes spew spewed spews chunder* chucking_up chucked_up chucks_up boke boking boak upchuck* hurl hurling barf barfed yakking ralph
    sick_all_over been_sick sicking_up sick_up brought_up bringing_up heave heaved cant_keep_anything keep_anything_down keeps_throwing
    keep_water_down hold_anything_down keep_nothing_down vommit* throwin_up throwing_everything threw_everything tossed_his_cookies`,
  DROOP: `
    sag sags lob_sided lop_sided skew skew_whiff slackened dropped_on_one hanging_down hangs_down falling_down_one_side pulled_down pulled_to_one
    drawn_down melted melting drooling_out_of_one slumped_to_one leaning_to_one on_one_side gone_down_one`,
  NUMB: `
    num numbed gone_numb tingly tingling dead_arm dead_leg dead_weight like_lead went_dead gone_to_sleep no_power lost_the_power lost_the_use
    lost_use lost_all_feeling cant_lift cant_raise cant_move_his cant_move_her cant_move_my cannot_lift cannot_move wont_lift wont_move wont_go_up
    cant_grip cant_hold_a cant_hold_his cant_hold_her cant_hold_my dropping_everything drops_everything keeps_dropping drug_his_leg dragging_his
    dragging_her dragging_my dragging_one paralized no_sensation has_no_feeling deadened flopped flops floppy_arm arm_just_drops`,
  GARBLED: `
    blether babbl* garbl* gabbl* scrambled mush mushy mixed_up jibberish gibbering talking_rubbish talking_nonsense talking_gibberish
    talking_double_dutch talking_mince talking_shite like_hes_drunk like_shes_drunk like_a_drunk word_salad talkin_crazy talking_funny talking_crazy
    speaking_funny speaking_weird talking_weird talking_strange talking_like sounds_drunk cant_get_words cant_find_the_words cant_find_her_words
    cant_find_his_words cant_find_my_words words_coming_out words_come_out cant_string cant_form_words cant_form_a cant_get_a_word speech_is_gone
    speech_has_gone speech_went thick_tongued`,
  CONFUSED: `
    confuzed bewildered addled disorientat* befuddled muddled mixed_up_and not_himself not_herself not_all_there away_with_the_fairies
    wandering_around doesnt_know_me doesnt_know_us didnt_know_me didnt_recogni* dont_recogni* cant_recogni* doesnt_remember_who not_knowing_where
    no_idea_where cant_remember_my cant_remember_her cant_remember_his who_i_am who_she_is who_he_is what_day_it_is what_year_it_is thinks_its_19
    talking_to_people_who talking_to_dead seeing_people seeing_bugs seeing_spiders raving rambling rambl* loopy gone_loopy out_of_his_mind
    out_of_her_mind out_of_his_head out_of_her_head off_his_head off_her_head away_wi calling_me_by glassy_eyed glazed vacant blank_stare
    staring_blankly staring_into_space staring_at_nothing staring_through looking_through_me not_tracking not_making_eye`,
  BLIND: `
    blinded gone_blind went_blind cant_see_out cant_see_a_thing cant_see_anything lost_the_sight lost_my_sight lost_his_sight lost_her_sight
    black_in_one everything_is_black gone_dark gone_black_in curtain_came shade_came_down shadow_across veil_over grey_curtain half_of_everything
    half_my_vision double_vision seeing_two two_of_everything vision_is_gone vision_gone vision_has_gone sight_has_gone sight_went eyesight_went`,
  WORSTHEAD: `
    worst_head_pain worst_migraine_of headache_ever thunderclap thunder_clap like_a_gunshot_in_my_head exploded_in_my_head bomb_went_off_in
    popped_in_my_head popped_in_her_head hit_in_the_back_of_the_head headache_from_hell`,
  HEADACHE: `
    headake headach heidache head_hurts head_is_pounding head_is_splitting head_pain head_aches pounding_head splitting_head head_banging
    head_is_banging heads_banging heads_splitting heads_pounding migrane migranes`,
  BREATHE: 'breaf brethe breth breav* breeve braith inhale inhaling',
  GASP: `
    gulping_for gulping_air huffing huffing_and_puffing puffing weez* rasp* crowing barking hoot honking snorting snoring_sounds snorking bubbling
    crackling crackly grunt* pantin heaving hyperventilat* choking_noise fish_out_of_water like_a_fish pursed sucking_air fighting_for_air
    fighting_for_breath fighting_to_breathe hungry_for_air air_hunger tripod`,
  BLUE: `
    blueish bluey purplish purpley cyanosed cyanos* navy_lips grey_round_the grey_around_the gray_around_the gray_lips lips_are_grey lips_are_gray
    lips_are_blue lips_are_purple nails_are_blue fingertips_are_blue nail_beds mauve`,
  SUFFOCATE: `
    sufocat* asphyxiat* strangulat* throttl* cant_brethe cant_breeth cant_breve cant_breave cant_get_my_breath cant_get_a_breath cant_get_his_breath
    cant_get_her_breath cannot_breathe couldnt_breathe not_breathin aint_breathing aint_breathin no_breath_in quit_breathing quits_breathing
    stop_breathing stops_breathing stopped_breathin has_stopped_breathing never_breathing nae_breathing no_breathing isnae_breathing cannae_breathe
    canny_breathe cant_take_a_breath cant_draw_breath cant_draw_a_breath no_air_going`,
  RIBS: `
    ribs_showing ribs_sucking ribs_are_sucking ribs_pulling belly_breathing tummy_sucking stomach_sucking tummy_going_in_and_out sucking_under
    skin_sucking tracheal nostrils_flaring nose_flaring nostrils_are_flaring flaring_nostrils head_bobbing bobbing_his_head hole_in_his_throat
    neck_sucking`,
  SATS: `
    oxygen_level oxygen_levels o2_sat o2_sats oxygen_reading oxymeter ox_meter pulseox saturations oxygen_is oxygens`,
  CHOKE: `
    choakin choking_on choked_on wrong_pipe wrong_hole down_the_wrong_pipe heimlich hemlich back_slaps back_blows abdominal_thrusts
    stuck_in_his_throat stuck_in_her_throat stuck_in_my_throat stuck_in_the_throat caught_in_his_throat caught_in_her_throat caught_in_my_throat
    caught_in_his_windpipe lodged_in_his lodged_in_her lodged_in_my cant_cough_it cant_cough_up wont_cough_up wont_come_up clawing_at_his
    clawing_at_her hands_round_his_throat hands_round_her_throat grabbing_at_his_throat grabbing_his_throat grabbing_her_throat holding_his_throat
    holding_her_throat pointing_at_his_throat pointing_to_his_throat pointing_at_her_throat`,
  STUCK: 'stuk plugged clogged embedded snagged',
  SWALLOW: 'swallow* swaller spit_down saliva_down get_anything_down',
  BLOOD: 'blud bluid blood_clots gore claret bloods_everywhere',
  BLEED: `
    bledding bleading bleeding_like haemorrage hemorrage hemorage hemmorage nose_wont_stop_bleeding squirting_blood losing_blood
    losing_a_lot_of_blood lost_a_lot_of_blood loosing_blood lost_so_much_blood passing_clots passing_blood soaking_pads claret_everywhere`,
  POUR: `
    pumping_out pissing_out pissing_blood pishing flowing flowing_out oozing_everywhere jetting shooting_out geyser fountain river like_a_tap
    like_a_faucet like_a_hose like_a_stuck_pig like_a_slaughterhouse puddles pools pooling lake bucketloads bucketful cupfuls pints liters gallons
    handfuls_of soaked_through through_the_towel through_the_towels through_the_bandage through_the_dressing soaking_through soaks_through soaked_a
    soaked_three soaked_two soaked_four clots_the_size plums the_size_of_a_plum size_of_a_lemon size_of_a_golf size_of_my_fist size_of_an_egg
    wont_let_up not_slowing not_letting_up wont_slow_down leaking_out hosing dripping_all crime_scene murder_scene blood_bath bloodbath`,
  WONTSTOP: `
    wont_stop_bleeding will_not_stop wont_let_up aint_stopping aint_stopped not_stop isnt_slowing not_slowing cant_stop_it cant_get_it_stopped
    cannot_stop cant_stem cant_staunch cant_control_the no_stopping_it keep_bleeding kept_bleeding keeps_on_bleeding still_bleeding still_gushing
    still_pouring still_pumping nothing_stops pressure_isnt pressure_wont pressing_on_it holding_pressure putting_pressure applying_pressure ive_held
    pressed_for wont_close bleeding_through`,
  THINNER: `
    warfrin elequis zarelto pradaxa dabigatran rivaroxaban edoxaban savaysa clopidogrel heparin lovenox enoxaparin anticoagulant* blood_thinner
    blood_thining blood_thinning brilinta ticagrelor haemophilia hemophilia haemophiliac hemophiliac von_willebrand`,
  COFFEE: 'coffee_grounds coffee_grinds like_coffee ground_coffee coffee_looking',
  STOOL: `
    pooh pooped poops motion motions bowel_movement bowels number_two number_twos dump toilet_bowl loo crapper faeces feces turd shit shat shite
    jobbies pooing pooping out_his_bottom out_my_backside from_my_bottom from_my_behind from_the_rectum rectum rectal rectally arse my_ass`,
  TAR: 'like_tar jet_black black_as_tar black_as_coal like_treacle treacle maroon_coloured maroon',
  SPIT: 'gob gobbing hork sick_up',
  SWELL: `
    swoll swollen* swelt puffed_up puffin* pufed balloon_up bloating bloated_face doubled_in_size twice_its_size twice_the_size double_the_size
    triple_the_size size_of_a_grapefruit golf_ball tennis_ball like_a_grapefruit big_as_a closing_over closing_in closin_up tightening_up narrowing
    getting_bigger getting_fat gone_fat fat_lip swollen_shut swelled_shut ballooned_up shutting closing_shut feels_thick thick_tongue hot_potato`,
  HIVES: `
    hive weals wheals nettle_rash nettlerash urticaria itchy_all_over itching_all_over itch_all_over red_all_over rash_all_over covered_in_hives
    covered_in_rash covered_in_welts breaking_out_in broke_out_in come_out_in came_out_in lumps_all_over blotchy_all bumps_all_over`,
  ANAPHYL: `
    anaphalactic anaphlax* anaphalaxis anafalactic anophylactic going_into_anaphylaxis severe_allergy allergic_shock`,
  EPIPEN: 'epipens eppy_pen adrenalin emerade auvi_q auviq adrenaline epinephrine her_pen his_epi her_epi',
  ATEFOOD: `
    groundnut* pistachio* pecan* hazelnut* brazil_nut* macadamia pine_nut* tahini satay nutella peanut_butter lobster crab crabs mussel* oyster*
    clam* scallop* crayfish crawfish fish_and mango lupin soya soy mustard celery eggs dairy wheat pesto marzipan snickers reeses`,
  STUNG: `
    stunged stinged bite_marks bitin got_stung been_stung was_stung just_stung got_bitten been_bitten just_bit fangs fang_marks puncture_marks
    two_holes`,
  VENOM: `
    snakes rattler cottonmouth water_moccasin moccasin coral_snake diamondback puff_adder mamba krait brown_snake taipan tiger_snake death_adder
    red_belly redback funnel_web brown_recluse recluse box_jelly bluebottle stonefish stingray lionfish weever portuguese_man man_o_war yellowjacket
    yellow_jacket yellow_jackets bumblebee beehive wasps_nest hornets_nest fire_ants fire_ant blue_ringed centipede hobo_spider gila`,
  SEIZE: `
    seisure seizur seizin fittin taking_a_fit took_a_fit in_a_fit fit_on_the_floor grand_mal tonic_clonic status_epilepticus epileptic_attack
    epileptic_seizure epilepsy_attack throwing_a_fit_on falling_out_shaking febrile_seizure febrile_convulsion`,
  SHAKE: `
    shake shakin shakes shook jerk* twitch* thrash* flail* convulsing spasm* tremble* tremblin shudder* rigid_as stiff_as stiff_as_a_board stiffening
    gone_rigid went_rigid went_stiff jolting bucking flopping_like flopping_around arms_and_legs_going arms_going clenched_teeth teeth_clenched
    jaw_clenched jaw_locked`,
  EYESROLL: `
    rolled_back_in rolled_up_in_his rolled_up_in_her rolled_back_into eyes_roll_back eyes_rolled_up eyes_rolling_back eyes_rollin eyes_went_white
    only_see_the_whites whites_of_his_eyes whites_of_her_eyes eyes_to_the_back eyes_turned_up eyes_in_the_back_of eyes_went_up eyes_stuck_to_one
    eyes_to_one_side`,
  FOAM: 'bubbles_from_his bubbles_from_her bubbles_coming_from spit_bubbles',
  WAKE: `
    wakin waken woke wake_up wakey rousing arouse_him arouse_her come_around came_around come_to snap_out shake_him shake_her get_him_up get_her_up
    get_a_response getting_a_response get_any_response get_a_peep get_anything_out_of open_his_eyes open_her_eyes`,
  UNCON: `
    unconcious* unconsious* unconsc* uncontious unresponsive* un_responsive unrousable unrouseable unarousable out_for_the_count spark_out sparko
    zonked_out_on collapse* colapsed keeled_over conked_out black_outs passed_oot passing_out done_fell_out fainted_dead dead_faint swooned
    went_out_cold flaked_out sparked_out flat_on_his_face flat_on_her_face face_first lying_face_down slumped_over_the slumped_in slumped_at
    down_and_not dropped_like_a dropped_to_his dropped_to_her dropped_to_the_floor dropped_down_dead dropped_dead dropped_where went_down_hard
    went_down_on went_down_in went_down_and folded_up just_dropped just_collapsed found_collapsed not_coming_round not_coming_to not_coming_around
    wont_come_round wont_come_around lights_out on_the_floor_not on_the_ground_not lying_on_the_floor_not lying_there_not lost_consciousness
    losing_consciousness lost_conciousness loses_consciousness loss_of_consciousness in_and_out_of_consciousness in_and_out_of_it blacking_out_and
    out_like_a_light_and gone_floppy went_floppy cant_rouse cant_wake knocked_unconscious knocked_him_out knocked_her_out knocked_out_cold
    knocked_spark just_fell_out fell_out_on fell_out_in`,
  DROWSY: `
    drowzy dozy dopey doped sleepy_and wont_stay_awake cant_stay_awake cant_keep_his_eyes cant_keep_her_eyes keep_his_eyes_open keep_her_eyes_open
    barely_open barely_rousable hard_to_rouse difficult_to_wake hard_waking listless letharg* lifeless zombie like_a_zombie nodding_off nodding_out
    nodding_in keeps_nodding slipping_away fading drifting_in going_in_and_out dead_to_the_world unusually_sleepy so_sleepy really_sleepy very_sleepy
    extremely_sleepy weirdly_sleepy wont_wake_for_feeds too_sleepy_to`,
  LIMP: `
    flopy limp_as raggedy_doll like_a_doll dish_rag dishrag wet_noodle no_muscle_tone no_tone like_a_sack sack_of_potatoes like_jello`,
  CPR: `
    doing_compressions pumping_his_chest pumping_her_chest pressing_on_his_chest pushing_on_his_chest pushing_on_her_chest rescue_breaths
    kiss_of_life defibrillator aed resuscitat* no_pulse cant_find_a_pulse cant_feel_a_pulse theres_no_pulse hasnt_got_a_pulse no_heartbeat`,
  DEADNOW: `
    dyin croaked croaking popped_his_clogs goin_to_die finna_die bouta_die think_im_dying think_hes_dying think_shes_dying thinks_hes_dying im_dying
    hes_dying shes_dying slipping_away losing_him losing_her were_losing hes_going shes_going hes_gone_i_think`,
  FEVER: `
    fevr temperture temprature tempature burnin_up burning_hot boiling_hot piping_hot like_a_furnace hot_as_a hot_to_touch hot_to_the_touch 40_5 105
    106 a_hundred_and_four a_hundred_and_three hundred_and_four hundred_and_five one_oh_four one_oh_three one_oh_five forty_degrees over_39 over_40
    thirty_nine_point forty_point pyrexia spiking spiked_a`,
  NOFEED: `
    wont_breastfeed wont_latch wont_suck not_sucking not_nursing refusing_the_bottle refuses_the_bottle refusing_to_feed refusing_to_drink
    refusing_to_eat refusing_milk refusing_fluids off_feeds off_her_food off_his_food off_his_milk off_her_milk wont_take_a_bottle
    wont_take_the_bottle wont_take_any wont_take_his wont_take_her not_taking_feeds not_taking_bottles hasnt_fed hasnt_drunk hasnt_had_a_bottle
    hasnt_nursed hasnt_eaten_or not_drinking not_eating_or barely_drinking barely_feeding`,
  LOSTFLUID: `
    no_wet_nappy no_wet_nappies no_wet_diaper no_wet_diapers dry_nappy dry_nappies dry_diaper dry_diapers hasnt_peed hasnt_weed hasnt_wet
    hasnt_had_a_wet no_pee_since not_peeing not_weeing not_urinating not_passing_urine cant_pass_urine cant_pee cant_wee cant_urinate no_urine
    no_tears crying_without_tears sunken_eyes eyes_are_sunken eyes_look_sunken sunken soft_spot fontanelle fontanel dehydrat* dry_mouth_and bone_dry
    parched tongue_is_dry skin_stays_up tenting cottonmouth_dry explosive_diarrhea watery_stools`,
  SPOTS: `
    rashes spotty bruises pinpricks pin_pricks petechiae petechia purpura purple_spots purple_rash purple_dots red_dots little_dots tiny_dots
    blood_spots dark_spots purple_marks purple_blotches pinprick_rash pinpoint`,
  GLASS: `
    glass_test tumbler_test tumbler fading wont_fade not_fading doesnt_go_when dont_go_when wont_go_when dont_disappear doesnt_disappear
    doesnt_go_away_when stays_when non_blanching nonblanching doesnt_blanch wont_blanch press_a_glass pressed_a_glass press_on_it press_it
    press_on_them`,
  STIFFNECK: `
    neck_stiff neck_stiffness neck_wont_bend cant_bend_his_neck cant_bend_her_neck cant_bend_my_neck chin_to_chest chin_to_his_chest
    chin_to_her_chest chin_to_my_chest chin_on_his_chest touch_his_chin touch_her_chin touch_my_chin put_his_chin put_her_chin put_my_chin
    cant_turn_his_neck arching_back arched_back arching_his_back arching_her_back neck_arched screams_when_i_move_his screams_when_i_move_her`,
  LIGHT: 'lamp sunlight brightness photophobia telly_hurts screen_hurts',
  CHILLS: `
    rigor shivers shiverin shaking_chills teeth_chattering chattering uncontrollable_shivering freezing_and_burning`,
  FASTBREATH: `
    breathing_quick breathing_quickly breathing_very breathing_so_quick breathing_at_60 breathing_like breathing_heavily breathing_rapid
    breathin_fast breathin_heavy breathing_shallowly breathing_noisy breathing_laboured breathing_labored laboured_breathing labored_breathing
    shallow_breaths short_breaths little_breaths tiny_breaths quick_breaths rapid_breathing fast_breathing heavy_breathing noisy_breathing
    breathing_strangely breathing_irregular breathing_different breaths_a_minute working_hard_to_breathe working_so_hard_to working_to_breathe
    struggling_for_breath struggling_for_air struggling_with_his_breathing struggling_with_her_breathing trouble_getting_air pausing_between
    stops_for_a_few_seconds long_pauses pauses_between long_gaps`,
  IMMUNE: `
    kemo radiotherapy immunotherapy neutropenia bone_marrow stem_cell liver_transplant kidney_transplant lymphoma myeloma no_immune no_spleen
    spleen_removed splenectomy immunosuppress* immunocompromis* methotrexate sickle_cell low_white_count hiv`,
  DIAB: `
    diabetics insulin_pump type_two t1d humalog novolog lantus novorapid sugar_diabetes the_sugar got_sugar has_sugar sweet_breath`,
  SUGAR: 'blood_glucose dexcom libre cgm glucometer finger_stick finger_prick reading',
  LOWHIGH: `
    hypos going_low went_low bottomed_out bottoming_out crashing sky_high over_500 over_600 off_the_meter just_says_hi reads_hi reading_hi reads_lo
    reading_lo says_lo says_hi lowest high_as`,
  PEE: `
    pees peed peeing weed weeing piss pissed_himself pissed_herself urine urinating wet_himself wet_herself soiled_himself soiled_herself
    messed_himself messed_herself lost_control_of_his lost_control_of_her lost_control_of_my shat_himself incontinent`,
  RACING: `
    racin hammering galloping going_like_the_clappers clappers jackhammer beating_out_of beating_fast beating_really beating_too beating_like
    going_mental going_ninety going_a_mile mile_a_minute flutter flip_flopping skipping_beats out_of_rhythm palpitat* 160 210 220 bpm_is
    jumping_out_of coming_out_of_my_chest`,
  BREATHLESS: `
    short_a_breath short_winded winded out_of_puff out_of_wind puffed_out breathlessness breffless cant_catch_my_breath cant_catch_his_breath
    cant_catch_her_breath cant_get_enough_air not_getting_air not_getting_enough_air not_getting_any_air getting_no_air no_air_in
    cant_finish_a_sentence cant_finish_sentences cant_speak_in_full two_words_at_a_time one_word_at_a_time a_few_words_at few_words_between
    fighting_for_air gasping_for_air gasping_for_breath hard_to_breathe trouble_breathing difficulty_breathing bother_breathing problem_breathing
    struggling_to_breathe strugglin_to_breathe breathing_difficulty breathing_difficulties breathing_trouble tight_breath`,
  ANSWER: `
    responds reacts speak_to_me talk_to_me squeeze_my_hand squeeze_my_fingers blink blinking flinch flinches flinching grunt groan follow_my_finger`,
  NAMED: `
    heartattack heart_atack myocardial a_stroke mini_stroke ministroke tia brain_bleed bleed_on_the_brain bleeding_on_the_brain brain_haemorrhage
    brain_hemorrhage subarachnoid aneurism anurism dissection triple_a pulmonary_embolus clot_on_the_lung clot_in_his_lung clot_in_her_lung
    clot_in_my_lung deep_vein collapsed_lung pneumothorax blood_poisoning septicemia septicaemia menengitis meningitus encephalitis toxic_shock
    epiglottitis croup_so bronchiolitis burst_appendix appendicitis twisted_testicle torsion hellp placental_abruption abruption prolapsed_cord
    addisonian adrenal_crisis thyroid_storm status_asthmaticus sickle_crisis sickle_cell_crisis necrotizing necrotising flesh_eating tetanus botulism
    rhabdo cauda_equina compartment_syndrome serotonin_syndrome alcohol_poisoning food_poisoning_so delirium_tremens the_dts internal_bleeding
    punctured_lung ruptured_spleen broken_neck broke_his_neck broke_her_neck broken_back fractured_skull skull_fracture open_fracture`,
  COLDLIMB: `
    cold_and_blue blue_and_cold cold_and_pale pale_and_cold gone_white_and foot_is_blue leg_is_cold toes_are_black toes_are_blue leg_is_white
    leg_went_white cold_as_ice no_blood_getting`,
  SADDLE: `
    undercarriage nether nethers down_there bits privates private_area groin_area seat fanny when_i_wipe cant_feel_myself_wipe`,
  FRUITY: 'nail_varnish_smell smells_like_nail smells_fruity fruity_breath sweet_smelling',
  GETWORSE: `
    getting_worse gettin_worse its_getting_worse worse_by_the worse_and_worse going_downhill gone_downhill deteriorating spreading_fast spreading_up
    spreading_quickly growing_fast fading_fast bigger_by_the worsening progressing_fast going_from_bad`,
  FOUND: `
    found_him found_her found_my found_them i_found walked_in_and came_home_and come_home_and got_home_and woke_up_and came_in_and came_downstairs
    just_found`,
  JOINT: 'knee knees hip hips ankle ankles elbow elbows shoulder shoulders wrist wrists heel heels knuckle knuckles',
};
