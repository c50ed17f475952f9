import type { ConceptWords } from './concepts';

/** English words of each finding: `*` ends a stem, `_` joins the words of a phrase. Folded, without apostrophes. */
export const englishFindings: ConceptWords = {
  CHEST: 'chest breastbone breast_bone sternum ribcage rib_cage',
  HEART: 'heart ticker pulse heartbeat hearts',
  HEAD: 'head skull forehead brain noggin',
  FACE: 'face mouth smile eyelid cheek eyebrow',
  LIMB: `
    arm arms leg legs hand hands foot feet side half_of_his half_of_her half_of_my half_his_body half_her_body half_my_body half_of_me thigh calf
    fingers toes wrist knees`,
  JAW: 'jaw shoulder_blades left_arm shoulder neck arm',
  THROAT: 'throat tongue lips lip airway windpipe gullet',
  LUNGS: 'lungs lung',
  EYE: 'eye eyes eyeball eyesight vision sight',
  BELLY: 'belly tummy stomach abdomen gut guts abdominal side bump',
  BACK: 'back spine',
  GROIN: 'testicle* testis balls nut nuts ball scrotum groin',
  SADDLE: `
    between_my_legs between_his_legs between_her_legs down_below private_parts saddle crotch backside bum buttocks bottom`,
  PAIN: `
    pain pains painful hurt hurts hurting ache aches aching agony sore burning stabbing cramp* killing throbbing discomfort`,
  PRESSURE: `
    tight tightness tightening pressure squeez* crush* heavy heaviness elephant weight vice vise standing_on sitting_on brick clamp* constrict*
    band_around`,
  SEVERE: `
    worst unbearable excruciating agony terrible severe severely awful horrible horribly screaming doubled_over intense ripping tearing tore exploded
    thunderclap like_hell knife splitting insane stand_it rigid hard_as_a_board so_bad really_bad real_bad rly_bad so_much violent* massive cant_stand
    cant_bear screaming_in worst_pain in_agony`,
  SWEAT: 'sweat* clammy drenched',
  PALE: 'grey gray ashen white_as pale ghostly mottled blotchy waxy gone_white',
  DIZZY: `
    dizzy light_headed lightheaded faint woozy black_out blacking_out pass_out passing_out swimmy giddy went_down_twice nearly_went_down
    going_to_faint feel_faint going_to_collapse seeing_black cold_sweat`,
  VOMIT: `
    vomit* throwing_up threw_up throw_up throws_up puking puke being_sick sick_everywhere spewing barfing heaving retching nauseous nausea`,
  DROOP: `
    droop* sagg* lopsided crooked slid slumped dropped drop fell fallen falling slipping twisted uneven wonky hanging one_side`,
  NUMB: `
    numb numbness weak weakness paralys* paralyz* limp lost_feeling no_feeling lost_power cant_feel gone_dead wont_work isnt_working not_working
    useless doesnt_work wont_grip no_strength hanging no_use gone_weak gone_limp dropping_things drop_things went_weak lost_all`,
  SPEECH: 'speech words word speak speaking talk talking sentence* speaks talks voice',
  GARBLED: `
    slur* gibberish rubbish nonsense garbled jumbled mumbl* muddled wrong backwards drunk not_making_sense making_no_sense not_making_any_sense
    makes_no_sense doesnt_make_sense isnt_making_sense isnt_making_any_sense cant_get_her_words cant_get_his_words words_wont gobbledygook
    gobbledegook double_dutch`,
  CONFUSED: `
    confus* disorient* delirious doesnt_know_where dont_know_where doesnt_know_who doesnt_recogni* not_making_sense out_of_it incoherent
    know_his_own_name know_her_own_name doesnt_know_his doesnt_know_her cant_think hallucinat* seeing_things talking_nonsense acting_weird
    acting_strange acting_funny not_with_it`,
  BLIND: `
    blind cant_see cannot_see see_nothing see_out_of lost_sight lost_vision double curtain seeing_double only_see_half vision_went`,
  WORSTHEAD: 'worst_headache thunderclap_headache headache_of_my_life headache_of_his_life headache_of_her_life',
  HEADACHE: 'headache headaches migraine',
  BREATHE: 'breath* brething respir* breathin breathe',
  AIR: 'air oxygen enough_air',
  GASP: 'gasp* gurgl* rattl* grunting snorey agonal stridor whistling wheez* panting death_rattle',
  BLUE: 'blue purple bluish violet turning_blue gone_blue lips_blue cyanotic dusky grey_lips',
  SUFFOCATE: `
    suffocat* smother* asphyxi* strangl* cant_breathe cant_breath not_breathing isnt_breathing stopped_breathing`,
  RIBS: 'ribs sucking_in sucked_in caving retract*',
  SATS: 'sats oxygen saturation spo2 o2 oximeter pulse_ox finger_thing',
  CHOKE: 'chok* gagg* down_the_wrong_way went_down_wrong went_down_the_wrong',
  STUCK: 'stuck lodged blocking blocked jammed wedged trapped caught',
  SWALLOW: 'swallow swallowing swallows',
  BLOOD: 'blood bloody clot clots',
  BLEED: 'bleed* bled haemorrhag* hemorrhag* haemorag* nosebleed nosebleeds nose_bleed',
  POUR: `
    pour* spurt* gush* spray* squirt* everywhere all_over loads lots pool puddle soak* pumping drench* streaming flooding covered tons buckets
    dripping litres so_much cupful heavily wont_stop cant_stop non_stop nonstop filling huge massive golf_balls through_a_pad wont_quit out_of_control
    a_lot rushing keeps_coming keeps_bleeding keeps_pouring`,
  WONTSTOP: `
    wont_stop cant_stop wont_quit not_stopping isnt_stopping keeps_bleeding hasnt_stopped cant_get_it_to_stop doesnt_stop wouldnt_stop not_clotting
    wont_clot`,
  THINNER: 'thinners thinner warfarin eliquis xarelto apixaban blood_thinners anticoagula* plavix coumadin',
  COFFEE: 'coffee_ground* coffee_granules',
  STOOL: 'poo stool stools poop toilet bowl bowel back_passage',
  TAR: 'tar tarry black',
  SPIT: 'cough* spit* spat hack* vomit* throw* threw puk* bring*',
  SWELL: `
    swell* swollen swole* puff* puffed blown_up balloon* bigger closing closed close_up closing_up inflat* enlarg* huge tightening blew_up blowing_up
    swelled tingling fat sausages like_a_balloon`,
  HIVES: 'hives welts rash covered_in_spots blotches',
  ANAPHYL: 'anaphyla* anafyla* anaphilac* anafilac*',
  EPIPEN: 'epipen epi_pen epi adrenaline_pen auto_injector jext',
  ATEFOOD: 'peanut* nut nuts cashew* prawn* shrimp* shellfish sesame walnut* almond* kiwi strawberr* egg milk',
  STUNG: `
    stung sting bitten bite stings bit_me bit_my bit_him bit_her bit_his got_bit been_bit was_bit bit_by bit_on`,
  VENOM: `
    snake rattlesnake adder viper copperhead scorpion black_widow jellyfish wasp wasps bee bees hornet hornets cobra spider`,
  TOOK: `
    took taken swallowed ate eaten drank drunk downed popped ingested taking injected got_into got_hold gotten_into necked licked chewed sniffed
    inhaled had has_had scoffed shoved drinking eating`,
  PILLS: `
    pill pills tablet tablets tabs paracetamol tylenol acetaminophen aspirin ibuprofen advil meds medicine medication medicines antidepressants
    sleeping_pills benadryl xanax insulin painkillers codeine oxycodone oxy valium bars metformin beta_blockers blood_pressure_pills lithium capsules
    sertraline amitriptyline digoxin metoprolol sleepers sedatives`,
  TOXIN: `
    bleach detergent drain_cleaner antifreeze white_spirit turps turpentine pesticide weedkiller weed_killer petrol gasoline lighter_fluid kerosene
    lye acid ammonia oven_cleaner dishwasher laundry_pod laundry_pods tide_pod tide_pods rat_poison drano washing_up_liquid disinfectant lamp_oil
    hand_sanitizer sanitiser perfume nail_varnish_remover nail_polish_remover paint_thinner mothballs essential_oil windshield_fluid windscreen_wash
    poison cleaner poisoned poisoning under_the_sink cleaning_stuff cleaning_product cleaning_fluid`,
  SWALLOWOBJ: 'button_battery battery batteries magnet magnets coin razor needle pin screw nail glass',
  DRUG: `
    heroin fentanyl syringe molly mdma ecstasy cocaine meth ketamine narcan naloxone shot_up shooting_up drugs pills_at_a_party spice ghb
    something_at_a_party opioid* smack edibles gummies needle_next`,
  OVERDOSE: 'overdos* od oded oding overdosin o_d odd_on ods',
  ALCOHOL: 'drunk booze vodka whisky whiskey alcohol drink',
  MONOXIDE: 'carbon_monoxide co_alarm gas_leak',
  WRONGDOSE: `
    wrong_pills wrong_tablets wrong_medicine wrong_medication wrong_dose wrong_meds double_dose double_dosed`,
  SEIZE: 'seizure seizures seizing convuls* fitting having_a_fit having_fits epileptic_fit siezure* a_fit',
  SHAKE: `
    shaking jerking twitching shivering trembling thrashing spasming stiff stiffened tremor* rigid spasm spasms tensed`,
  EYESROLL: `
    eyes_are_rolled eyes_rolled eyes_rolling eyes_are_rolling rolled_back rolling_back eyes_went_back eyes_back eyes_gone_back eyes_in_the_back`,
  FOAM: 'foam* froth*',
  WAKE: `
    wake waking woken rouse roused awake come_round coming_round coming_to came_round bring_her_round bring_him_round stir stirring responsive
    stay_awake keep_awake keep_her_awake keep_him_awake come_back_round`,
  UNCON: `
    unconscious* unresponsive out_cold keeled collapsed collapse collapsing passed_out blacked_out slumped dropped_to_the dropped_down knocked_out
    conked fainted fainting lifeless face_down gone_limp went_limp gone_stiff comatose coma hit_the_deck hit_the_floor passes_out and_went_down
    just_went_down he_went_down she_went_down toppled dropped_like crumpled crumbled nonresponsive non_responsive not_conscious stroking_out gone_down
    hit_the_ground went_down_like dropped_to slumped_over passed_clean flat_out wont_come_to found_her_on found_him_on found_my_mum barely_conscious
    half_conscious barely_awake semi_conscious`,
  DROWSY: `
    drowsy sleepy drowsi* barely_conscious barely_awake half_conscious lethargic drifting_off in_and_out hard_to_wake hardly_awake sluggish groggy
    out_of_it`,
  LIMP: 'floppy limp rag_doll ragdoll lifeless like_jelly flopping',
  CPR: 'cpr chest_compressions compressions mouth_to_mouth defib',
  DEADNOW: 'dying dead gonna_die going_to_die about_to_die',
  CHILD: `
    baby babys infant newborn toddler kid child children daughter son boy girl lad little_one grandson granddaughter grandkid twin twins niece nephew
    bubba bub bubs 2_year_old two_year_old one_year_old three_year_old year_old dog`,
  TINY: `
    newborn new_born neonate weeks_old week_old wk_old wks_old days_old day_old one_month_old two_months_old two_month_old 1_month_old 2_month_old
    six_weeks two_weeks three_weeks four_weeks five_weeks 2_weeks 3_weeks 6_weeks few_weeks_old day_old_baby month_old_has ten_day`,
  FEVER: `
    fever feverish temperature temp burning_up red_hot boiling febrile roasting 38 39 40 100 101 102 103 104 thirty_eight thirty_nine hundred_and_one
    hundred_and_two hundred_and_three`,
  NOFEED: `
    wont_feed not_feeding wont_eat wont_drink wont_take wont_nurse refusing_feeds off_his_feeds off_her_feeds`,
  SPOTS: 'rash spots blotches bruising mottled blotchy',
  GLASS: 'fade glass purple blanch blanching pinprick doesnt_fade dont_fade',
  STIFFNECK: `
    stiff_neck neck_is_stiff neck_hurts bend_her_neck bend_his_neck neck_so_stiff move_his_head move_her_head move_his_neck move_her_neck
    neck_is_rigid necks_rigid rigid_neck necks_stiff`,
  LIGHT: 'light lights',
  CHILLS: 'chills rigors shivering shaking',
  FASTBREATH: `
    breathing_fast breathing_really_fast breathing_so_fast breathing_super_fast breathing_funny breathing_weird breathing_oddly breathing_strange
    breathing_rapidly breathing_hard breathing_is_fast breathing_really_weird breathing_right breathing_noisily breathing_heavy breathing_sounds
    breathing_wrong breathing_is breathing_really struggling_to_breathe breathing_deep breathing_shallow panting breathes_fast`,
  IMMUNE: 'chemo chemotherapy transplant leukemia leukaemia neutropenic immunosuppressed spleen',
  PREG: `
    pregnant pregnancy preggo preggers expecting trimester weeks_gone months_gone weeks_along weeks_pregnant months_pregnant due_date positive_test
    pregnancy_test`,
  LABOR: `
    contraction* in_labor in_labour into_labor into_labour waters_broke water_broke waters_have_broken water_has_broken waters_just_broke
    water_just_broke waters_gone waters_went crowning baby_is_coming babys_coming baby_coming giving_birth gave_birth pushing head_is_coming
    babys_head baby_out having_the_baby having_my_baby greeny_brown green_water meconium feet_first afterbirth placenta missus_is_pushing`,
  BIRTH: 'gave_birth had_a_baby had_my_baby giving_birth postpartum delivered after_the_birth',
  CORD: 'cord umbilical',
  KICK: 'kick kicks kicking moving move moved movement movements kicked',
  SEESTARS: 'seeing_stars seeing_spots flashing_lights blurry blurred spots_in_front swollen_hands flashes',
  MISCARRY: 'miscarr* losing_the_baby losing_my_baby losing_our_baby',
  FALLS: 'fell fall fallen falling tumbled jumped thrown dropped',
  HEIGHT: `
    roof ladder balcony window scaffold* stairs tree cliff horse story storey building bridge upstairs_window`,
  VEHICLE: `
    car truck lorry bus van train motorbike motorcycle tractor forklift crash wreck pile_up bike quad accident`,
  HITBY: 'hit_by run_over ran_over struck_by knocked_down ploughed plowed rolled_over rolled_on fell_on',
  KNOCK: 'hit bumped banged knocked cracked smacked whacked kicked bang bump blow',
  STAB: `
    knifed gunshot gun_shot shot_in got_shot been_shot been_stabbed impaled bullet shot_him shot_her shot_me shot_my got_knifed machete stabbed
    stabbing_me knife_wound bullet_wound gunshot_wound slashed bottled`,
  ELECTRO: `
    electrocut* live_wire electric_shock lightning plugged socket outlet high_voltage got_zapped electrified the_wire a_wire live_cable`,
  SAW: `
    chainsaw saw baler grinder lawnmower mower blender lathe wood_chipper axe machine nail_gun auger conveyor press mill tractor table_saw bandsaw
    drill machinery`,
  CUTOFF: `
    cut_off chopped_off sliced_off bit_off ripped_off came_off hanging_off tip_of end_of off sever* amputat* degloved missing`,
  DIGIT: 'finger fingers thumb toe toes hand arm leg foot tongue ear',
  DEEP: 'deep deeply bone gaping open huge wide_open tendon muscle flesh',
  CUT: 'cut sliced slashed gash* wound slit laceration gouged',
  BONE: 'bone bones',
  SHOWING: `
    showing sticking poking out_of_the_skin through_the_skin coming_out hanging_out visible bent_wrong bent_the_wrong wrong_way wrong_angle
    twisted_the_wrong twisted_wrong weird_angle`,
  TRAPPED: 'trapped pinned stuck_under crushed crush under_the squashed buried underneath',
  BURN: 'burn* burnt scald* caught_fire on_fire fire',
  SCALDER: `
    boiling hot_oil hot_water kettle acid chemical* explosion fireworks firework petrol flames steam hot_coffee hot_tea fryer grease`,
  SKINOFF: `
    skin_is_coming skin_coming peeling_off blistered_everywhere skin_came skin_hanging whole_arm whole_leg all_down all_over third_degree charred`,
  SMOKE: 'smoke fumes',
  ATTACKED: `
    beat_me beat_her beat_him beaten attacked choked_me strangled assault* raped threatening broke_in beating punched`,
  DROWN: `
    drown* under_the_water underwater out_of_the_pool out_of_the_water from_the_pool out_the_bath swallowed_water`,
  HEATCOLD: `
    heatstroke heat_stroke hypothermia hypothermic stopped_sweating stopped_shivering in_the_heat in_the_snow frozen in_the_sun freezing_cold
    overheated found_him_outside`,
  SPLASH: `
    splash* sprayed squirted got_in spilled poured went_in in_my_eye in_his_eye in_her_eye in_my_eyes in_his_eyes in_her_eyes burned`,
  PUPIL: 'pupil pupils',
  EARS: 'ears ear',
  DIAB: 'diabetic diabetes insulin type_1 type_one type_2 ketoacidosis dka keto ketones',
  SUGAR: 'sugar sugars glucose blood_sugar monitor meter',
  LOWHIGH: `
    lo low 28 30 31 32 33 34 35 36 37 38 39 40 41 42 hi high 500 600 two_point twenty_eight thirty_two thirty_five thirty_eight under_forty crashed
    dropped through_the_roof plummet* hypo hypoing reads says`,
  FRUITY: 'fruity acetone pear_drops',
  PEE: 'pee wee urinate wet_myself soiled bladder bowels pooed_myself',
  FEEL: 'feel feeling',
  COLDLIMB: `
    cold_and_white white_and_cold gone_cold ice_cold gone_white no_pulse_in turned_white turned_blue cold_white`,
  ERECTION: 'erection priapism hard_on',
  CALFSWELL: 'leg_is_swollen calf_is_swollen swollen_leg swollen_calf leg_swollen',
  DEVICE: 'pacemaker defibrillator icd',
  SHOCKING: 'shocking going_off keeps_firing zapping',
  NAMED: `
    heart_attack heart_attacks heart_a_tack hart_attack hard_attack heart_attak stroke strokes strok stroek storke aneurysm pulmonary_embolism sepsis
    septic meningitis allergic_reaction cardiac_arrest blood_clot ketoacidosis dka ectopic preeclampsia pre_eclampsia eclampsia appendix_burst
    diabetic_coma asthma_attack heatstroke heat_stroke hypothermia`,
  BREATHLESS: `
    short_of_breath shortness_of_breath out_of_breath breathless gasping no_air cant_breathe cant_breath winded_and`,
  BREATHV: 'breathe breathing breath breathin breaths breathes breeth brethe brething breathed',
  ANSWER: 'respond responding react reacting answering answer talk talking respons* answers',
  BADLY: 'badly really_bad bad out heavy heavily hard like_crazy like_mad',
  WILD: 'mushroom* berries berry toadstool* plant leaves seeds',
  GRAB: 'clutch* grabbed grabbing holding gripping',
  NECK: 'neck jaw',
  DROOL: 'drool* dribbl* saliva spit',
  PADS: 'pad pads towel towels sheets nappy',
  SOAK: 'soak* drench* saturat* filling_a',
  SHOCK: 'in_shock going_into_shock',
  LOSS: 'loss losing lost lose',
  BLEEDOUT: 'bleeding_out bleeding_to_death bled_out',
  RACING: `
    racing pounding skipping going_crazy going_like fluttering two_hundred 180 200 190 170 thumping irregular flipping bouncing beating_so
    all_over_the_place jumping missing_beats beating_funny all_over`,
  MOUTH: 'mouth jaw',
  OPEN: 'open opened',
  INHALER: 'inhaler puffer nebulizer nebuliser albuterol salbutamol ventolin pump',
  LOWSAT: `
    60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79 80 81 82 83 84 85 86 87 88 89 eighty* seventy* sixty* low dropping falling
    in_the_eighties in_the_seventies`,
  BIGLIMB: 'side arm arms leg legs half_of',
  LEGSFAIL: 'legs_gave legs_wont legs_have_gone legs_stopped legs_dont_work legs_arent_working legs_gone',
  WALK: 'walk stand walking balance straight standing_up_straight',
  BURST: 'burst ruptured popped split_open',
  BRIGHT: 'bright_red red_stuff dark_red',
  MANGLED: 'mangled crushed destroyed shredded smashed ripped_open torn_off tore torn ripped',
  COLDBODY: 'icy_cold icy freezing stone_cold cold_to_touch cold blue_with_cold',
  TWIST: 'twisted torsion twist',
  WAIST: 'waist_down from_the_waist below_the_waist',
  TANK: 'oxygen_tank oxygen_bottle oxygen_concentrator oxygen_cylinder trach trache ventilator',
  RANOUT: 'ran_out run_out empty blocked broken stopped out_of_power not_enough',
  HIT: 'hit_me hit_him hit_her hit_my hit_us hit_a',
  JAUNDICE: 'yellow jaundice*',
  LINE: 'dialysis_line fistula central_line picc catheter',
  ASTHMA: 'asthma asthmatic',
  BLADE: 'blade razor knife',
  BACKMID: `
    between_my_shoulder between_his_shoulder between_her_shoulder shoulder_blades between_my_shoulders between_the_shoulder`,
  BPLOW: 'blood_pressure_is bp_is pressure_dropped pressure_is_low bp_dropped',
  NEEDLE: 'needle_in_his needle_in_her needle_in_the needle_hanging',
  DEFORM: `
    bent_wrong bent_the_wrong wrong_way wrong_angle twisted_the_wrong twisted_wrong weird_angle funny_angle at_an_angle dislocated`,
  EYESOPEN: 'open_her_eyes open_his_eyes opening_her_eyes opening_his_eyes open_their_eyes',
  ONFIRE: 'caught_fire is_on_fire im_on_fire hes_on_fire clothes_are_on up_in_flames',
  OUT: 'get_out getting_out',
};
