import type { ConceptWords } from './concepts';

/** What does harm, by its names in English: substances, medicines, tools, animals, heights, and what they do. */
export const englishCauses: ConceptWords = {
  TOOK: `
    takin swallowin swallered et guzzled gulped downin scarfed poppin chewing chomped munched sucked_on sipped shot_up snorted huffed huffing got_at
    got_hold_of helped_himself_to helped_herself_to put_in_his_mouth put_in_her_mouth in_his_mouth in_her_mouth had_a_load_of`,
  PILLS: 'caplets medications medacine gummies',
  MEDNAME: `
    paracetamol panadol tylenol tylenols acetaminophen calpol ibuprofen nurofen advil motrin naproxen aleve aspirin aspirins excedrin nyquil dayquil
    robitussin benadryl diphenhydramine zzzquil unisom melatonin dramamine codeine cocodamol co_codamol solpadeine dihydrocodeine tramadol tramadols
    morphine oramorph oxycodone oxycontin oxy oxys percocet percs vicodin norco hydrocodone dilaudid methadone suboxone subutex buprenorphine
    fentanyl_patch fentanyl_patches valium diazepam xanax xannies xans alprazolam klonopin clonazepam ativan lorazepam temazepam temazzies zopiclone
    zolpidem ambien phenobarb* gabapentin pregabalin lyrica neurontin baclofen flexeril soma lithium seroquel quetiapine olanzapine zyprexa
    risperidone haloperidol clozapine sertraline zoloft prozac fluoxetine citalopram celexa escitalopram lexapro mirtazapine venlafaxine effexor
    cymbalta duloxetine trazodone amitriptyline elavil nortriptyline bupropion wellbutrin adderall ritalin concerta vyvanse dexies metoprolol
    atenolol propranolol bisoprolol carvedilol amlodipine verapamil diltiazem lisinopril ramipril losartan digoxin clonidine flecainide amiodarone
    warfarin insulin metformin glipizide gliclazide glyburide levothyroxine thyroid_pills iron_tablets iron_pills vitamins_with_iron
    hydroxychloroquine chloroquine quinine colchicine theophylline methotrexate keppra depakote valproate lamictal carbamazepine tegretol phenytoin
    dilantin antihistamine antihistamines water_tablets blood_pressure_tablets blood_pressure_pills blood_pressure_meds heart_pills heart_tablets
    heart_meds sleeping_tablets sleeping_pills sleepers painkillers pain_pills pain_killers antidepressants anti_depressants grandmas_pills
    grandpas_pills nanas_pills nans_tablets grannys_tablets my_mums_tablets my_moms_pills moms_meds laxatives diet_pills caffeine_pills viagra`,
  TOXIN: `
    clorox domestos javex chlorine pool_chemicals pool_chlorine chlorine_tablets ajax comet_cleaner lysol dettol zoflora pine_sol pinesol fabuloso
    mr_clean flash_cleaner cillit_bang mr_muscle drain_opener drain_unblocker draino caustic_soda caustic descaler limescale_remover kettle_descaler
    toilet_cleaner toilet_duck harpic toilet_block bathroom_cleaner window_cleaner windex floor_cleaner surface_spray sanitizer hand_gel
    antibacterial dishwasher_tablet dishwasher_tab dishwasher_salt dishwashing washing_capsule washing_powder laundry_detergent fabric_softener
    bleach_tablet rat_bait rat_pellets mouse_poison mouse_bait slug_pellets slug_bait snail_bait ant_bait ant_poison ant_killer roach_spray bug_spray
    raid fly_spray flea_drops sheep_dip round_up roundup glyphosate paraquat insecticide organophosphate fertiliser fertilizer anti_freeze coolant
    brake_fluid screenwash screen_wash wiper_fluid windscreen_washer battery_acid engine_oil motor_oil diesel paraffin tiki_torch mineral_spirits
    thinners paint_stripper varnish creosote wood_stain nail_polish nail_varnish nail_glue super_glue superglue gorilla_glue aftershave mouthwash
    rubbing_alcohol surgical_spirit methylated meths hydrogen_peroxide hydrochloric sulphuric sulfuric muriatic rust_remover silver_polish
    shoe_polish furniture_polish eucalyptus_oil tea_tree_oil mothball moth_balls potpourri reed_diffuser plug_in_refill vape_juice vape_liquid
    e_liquid nicotine_liquid cigarette_butts arsenic cyanide ricin strychnine glow_stick`,
  SWALLOWOBJ: `
    button_cell watch_battery coin_battery lithium_battery hearing_aid_battery remote_battery magnetic_balls magnetic_beads magnetic penny pound_coin
    lego marble marbles bead beads water_beads orbeez safety_pin drawing_pin thumb_tack thumbtack pushpin earring ring_he bolt shard fish_bone
    chicken_bone toothpick skewer staple razor_blade fish_hook fishhook`,
  CHOKEFOOD: `
    grape grapes hot_dog hotdog sausage popcorn hard_candy boiled_sweet gobstopper jawbreaker sweetie marshmallow chunk_of piece_of_meat bit_of_meat
    piece_of_steak steak bit_of_chicken piece_of_chicken bread_crust balloon bouncy_ball bottle_cap bottle_top pen_lid pen_cap apple_slice carrot
    peanut lollipop jolly_rancher hot_chip`,
  DRUG: `
    skag brown fenty fent crack crack_cocaine coke charlie crystal_meth tina ice_pipe speed mandy eccies pingers pingas pills_at_a ket special_k
    g_and lsd acid_tabs tab_of_acid tabs_of_acid shrooms magic_mushrooms dmt pcp angel_dust k2 synthetic bath_salts edible weed_brownie weed_brownies
    pot_brownie weed_gummies thc_gummies delta_8 cannabis kratom tianeptine nitrous balloons_of whippets whippits poppers lean sizzurp purple_drank
    tranq xylazine blues percs needle_in tourniquet spiked_drink drink_was_spiked spiked_her_drink spiked_my_drink got_spiked been_spiked roofied
    roofie bad_batch shooting_gallery huffing_paint butane lighter_gas`,
  OVERDOSE: `
    over_dosed over_dose over_dosing overdoze od_on oded_on took_too_many taken_too_many took_too_much taken_too_much took_a_handful taken_a_handful
    took_a_fistful swallowed_a_handful swallowed_a_bunch swallowed_all necked_a necked_all downed_a_bottle downed_the_bottle downed_a_whole
    emptied_the_bottle empty_bottles empty_packets empty_blister empty_pill_bottle`,
  WRONGDOSE: `
    wrong_pill wrong_tablet wrong_insulin wrong_syringe doubled_up_on doubled_her_dose doubled_his_dose doubled_my_dose twice_the_dose twice_his_dose
    ten_times_the ten_times_too three_times_the someone_elses_pills someone_elses_medication his_pills_by_mistake took_my_husbands took_my_wifes
    took_the_dogs dogs_medicine dogs_pills gave_him_too_much gave_her_too_much gave_the_baby_too_much given_him_too_much given_her_too_much
    drew_up_too_much too_much_insulin too_much_calpol too_much_tylenol too_many_units units_instead instead_of_5 mls_instead teaspoons_instead
    tablespoon_instead`,
  MONOXIDE: `
    carbonmonoxide co_detector carbon_alarm carbon_detector monoxide_alarm monoxide_detector co2_alarm leaking_gas smell_gas smell_of_gas
    smells_of_gas smells_like_gas smelling_gas can_smell_gas exhaust_fumes garage_with_the generator_inside bbq_inside barbecue_inside bbq_in_the
    charcoal_inside grill_inside boiler_fumes faulty_boiler`,
  ALCOHOL: `
    boozed gin rum tequila moonshine spirits hard_liquor liquor everclear absinthe jagermeister bevvy blackout_drunk wasted hammered plastered
    steaming paralytic pissed_and blitzed shitfaced bottle_of_vodka bottle_of_gin bottle_of_whisky bottle_of_rum bottle_of_tequila shots_of so_drunk
    too_drunk drank_too_much`,
  WILD: `
    death_cap nightshade foxglove yew hemlock oleander lily lilies laburnum daffodil castor_beans dumbcane philodendron poinsettia holly ivy_berries
    wild_plant pufferfish shellfish_toxin jimson datura angels_trumpet monkshood`,
  FALLS: `
    falled fallin tumbling toppled plummeted plunged dropped_from thrown_from flung tripped_down slipped_down slipped_off slid_off came_off come_off
    went_over_the went_off_the took_a_tumble took_a_fall taken_a_tumble taken_a_fall had_a_fall had_a_bad_fall headfirst head_first leaped leapt
    pitched rolled_off rolled_down nosedived faceplanted`,
  HEIGHT: `
    rooftop ladders stepladder windowsill staircase flight_of_stairs stairwell fire_escape loft attic hayloft barn_roof treehouse ledge quarry ravine
    ditch gully pony bunk_bed top_bunk changing_table changing_mat highchair high_chair monkey_bars climbing_frame trampoline zipline climbing_wall
    stories storeys second_floor third_floor fourth_floor second_story third_story first_floor upstairs overpass flyover crane silo grain_bin
    billboard pylon telegraph_pole telephone_pole deer_stand tree_stand bleachers grandstand stage manhole lift_shaft elevator_shaft well_shaft
    twenty_feet thirty_feet ten_feet fifteen_feet forty_feet fifty_feet ten_foot twenty_foot thirty_foot 10_feet 15_feet 20_feet 30_feet three_metres
    four_metres five_metres six_metres ten_metres`,
  VEHICLE: `
    pickup artic wagon hgv semi eighteen_wheeler 18_wheeler rig ute minivan suv taxi cab coach tram streetcar tube_train subway dirt_bike dirtbike
    moped scooter e_scooter escooter e_bike ebike bicycle pushbike cyclist golf_cart quad_bike atv four_wheeler buggy dune_buggy side_by_side
    snowmobile ski_doo jet_ski jetski speedboat boat_propeller propeller combine digger jcb excavator bulldozer dumper steamroller rtc rta mva pileup
    head_on_collision head_on t_boned rear_ended smashed_into crashed_into ploughed_into plowed_into car_crash car_wreck car_accident car_smash
    flipped_over rolled_over flipped_the rolled_the overturned went_off_the_road wrapped_around`,
  HITBY: `
    knocked_over mown_down mowed_down clipped_by dragged_by dragged_under gone_under went_under_a_bus trampled kicked_by_a_horse kicked_by_the_horse
    kicked_by_a_cow kicked_by_a_mule gored gored_by butted_by rammed_by charged_by a_bull trampled_by thrown_off_a_horse thrown_by landed_on_top
    backed_over reversed_over rolled_over_his rolled_over_her hit_and_run`,
  KNOCK: `
    walloped clobbered bashed clattered conked clonked thumped hit_his_head hit_her_head hit_my_head hit_the_back hit_head smacked_his_head
    smacked_her_head cracked_his_head cracked_her_head split_his_head split_her_head split_his_skull bust_his_head busted_his_head busted_her_head
    bust_her_head caved_in dent_in_his_head dent_in_her_head dent_in_the_skull soft_spot_on_his_head goose_egg lump_on_his_head headbutted concuss*
    head_injury blow_to_the_head`,
  STAB: `
    shanked shank shivved jooked juked chibbed chivved jabbed_with speared skewered glassed was_shot hes_shot shes_shot gun_went_off gunfire drive_by
    buckshot pellet_gun bb_gun nail_gun_went arrow crossbow knife_in_his knife_in_her knife_sticking knife_stuck pitchfork screwdriver_in rebar
    spike_through fence_post pole_through stick_through branch_through`,
  ELECTRO: `
    electricuted electrecuted electrical_shock shocked_by shocked_himself got_shocked downed_line power_line powerline power_lines overhead_line
    pylon wall_socket plug_socket wall_outlet fork_in_the toaster_in hair_dryer_in hairdryer_in third_rail struck_by_lightning taser tasered
    current_went`,
  SAW: `
    chain_saw circular_saw skill_saw skilsaw mitre_saw miter_saw chop_saw band_saw jigsaw hacksaw angle_grinder bench_grinder sander planer
    router_bit drill_press press_brake punch_press lawn_mower strimmer weed_whacker weedwhacker hedge_trimmer hedge_trimmers woodchipper log_splitter
    chipper shredder hatchet sickle scythe machete cleaver meat_slicer slicer deli_slicer mandolin mandoline meat_grinder mincer food_processor
    immersion_blender snow_blower snowblower post_hole combine thresher harvester pto power_takeoff conveyor_belt sawmill winch hydraulic_press
    rollers meat_saw garage_door garbage_disposal car_door fan_blade fan_belt propeller bike_chain nailgun staple_gun boxcutter box_cutter
    stanley_knife utility_knife`,
  FARM: `
    tractor baler combine auger bull cow heifer stallion mare horse hay_bale round_bale slurry slurry_pit silage grain_bin grain_silo sheep_dip sow
    ram barbed_wire electric_fence cattle_crush quad barn`,
  CUTOFF: `
    chopped_clean lopped_off took_off_his took_his_finger took_the_top_off took_the_end_off took_the_tip lost_a_finger lost_his_finger
    lost_two_fingers lost_his_hand sawed_off sawn_off bitten_off torn_off tore_off pulled_off blown_off blew_off hanging_by hanging_by_a_thread
    hanging_on_by by_a_flap of_skin_holding clean_off clean_through through_to_the_bone to_the_bone decapitat* fingertip fingertips finger_on_ice
    finger_in_a_bag in_a_bag_of_ice`,
  DEEP: `
    to_the_bone down_to_the_bone see_the_bone see_bone see_fat see_the_fat see_muscle see_inside see_the_tendon gapes laid_open flapping flap_of_skin
    split_open opened_up filleted sliced_open ripped_open gushing_wound needs_stitches_now`,
  CUT: 'cuts nicked wounds lacerated carved sawed hacked punctured stab_wound puncture pierced tore ripped',
  SHOWING: `
    bone_is_out bone_coming_out bone_sticking bone_poking bone_through see_the_bone guts_hanging guts_out intestines bowel_hanging insides_coming
    organs eyeball_hanging poking_through sticking_out sticking_through protruding jutting popped_out`,
  TRAPPED: `
    pinned_under pinned_between pinned_by crushing crushed_by squashed_by squished flattened caught_in_the caught_under buried_under buried_alive
    buried_in cave_in caved_in_on trench_collapsed wall_collapsed roof_collapsed wall_fell wardrobe_fell dresser_fell tv_fell telly_fell
    bookcase_fell tree_fell_on jack_slipped car_fell_on car_fell_off_the_jack sucked_into pulled_into dragged_into wrapped_round
    wrapped_around_his_neck wrapped_around_her_neck around_his_neck around_her_neck round_his_neck round_her_neck blind_cord window_blind_cord`,
  BURN: `
    burning_skin seared singed charred blistered blistering melted_skin melted_to his_skin_is_coming up_in_flames clothes_caught set_himself_alight
    set_herself_alight went_up_in`,
  SCALDER: `
    boiling_water boiling_oil boiling_soup boiling_milk pan_of_boiling pot_of_boiling pot_of_hot hot_fat chip_pan deep_fryer deep_fat_fryer
    turkey_fryer grease_fire bacon_grease hot_grease frying_pan cup_of_tea cup_of_coffee hot_soup pot_noodle cup_noodles ramen gravy hot_wax
    hair_straighteners straighteners curling_iron iron_fell radiator_cap hot_tar molten welding welder arc_flash bonfire campfire fire_pit barbecue
    bbq gas_grill gas_cylinder gas_bottle propane petrol_on gasoline_on_the sparkler roman_candle firecracker m80 exploded blew_up vape_exploded
    battery_exploded battery_acid acid_attack acid_thrown cement lime lye hydrofluoric flash_burn`,
  SMOKE: `
    smoke_inhalation house_fire kitchen_fire smoky chlorine_gas tear_gas pepper_spray mixed_bleach bleach_and_ammonia bleach_and_vinegar
    chemical_fumes toxic_fumes ammonia_leak`,
  ATTACKED: `
    jumped mugged robbed_and battered beat_up beat_the beating_the beating_up kicked_in_the_head stamped_on stomped jumped_by jumped_him gang bashed
    punching kicked_to choked_her choking_me strangling throttled rape sexually_assaulted molested held_down held_me_down hostage kidnapped broken_in
    intruder home_invasion he_has_a_gun hes_got_a_gun hes_got_a_knife he_has_a_knife shes_got_a_knife with_a_bat with_a_hammer with_a_bottle mauled
    mauled_by savaged pit_bull pitbull rottweiler dog_attack dog_attacked`,
  DROWN: `
    drounded under_water under_the_ice through_the_ice fell_in_the_pool fell_in_the_pond fell_in_the_river fell_in_the_canal fell_in_the_lake
    fell_into_the_pool bottom_of_the_pool face_down_in floating_face floating_in_the pulled_him_out pulled_her_out pulled_from_the
    dragged_from_the_water fished_him_out fished_her_out out_of_the_lake out_of_the_sea out_of_the_river out_of_the_bath out_of_the_tub
    out_of_the_hot_tub the_water_and riptide rip_current swept_away breathed_in_water inhaled_water swallowed_a_lot_of_water coughing_up_water
    bringing_up_water capsized`,
  HEATCOLD: `
    heat_exhaustion sun_stroke sunstroke left_in_a_hot hot_car locked_in_the_car skin_is_hot_and_dry hot_and_dry hypothermi* frostbit* frost_bite
    ice_cold_and body_temp_is`,
  SPLASH: `
    splattered splatted spilt spilling tipped_over tipped pulled_over_himself pulled_over_herself poured_over knocked_over_himself pulled_down_on
    in_his_face in_her_face in_my_face in_both_eyes into_his_eyes into_her_eyes into_my_eyes into_my_eye went_in_her_eye flew_into_my_eye
    shot_in_my_eye poked_in_the_eye stabbed_in_the_eye metal_in_my_eye glass_in_my_eye nail_in_his_eye hook_in_his_eye`,
  MINORANIMAL: 'horse_kicked cow_kicked kicked_by_a',
  GAS: 'propane natural_gas gas_line gas_main gas_bottle butane gas_cylinder',
  LABOR: `
    waters_broken waters_have_gone waters_just_went waters_popped broke_my_water broke_her_water membranes labour_pains labor_pains labouring
    see_the_head see_the_babys_head feel_the_head bubs_coming wean_is_coming babe_is_coming baby_coming_now coming_out_now urge_to_push need_to_push
    needing_to_push wanna_push want_to_push bearing_down having_it_now having_the_baby_now having_the_baby_in having_this_baby born_in_the_car
    just_been_born came_out_in_the popped_out two_minutes_apart three_minutes_apart breech footling bum_first feet_coming shoulder_is_stuck
    shoulders_stuck cord_is_hanging cord_coming cord_is_round cord_around_its placenta_wont placenta_hasnt afterbirth_wont afterbirth_hasnt
    bloody_show green_waters waters_are_green waters_are_brown`,
  PREG: `
    pregnent prego up_the_duff knocked_up with_child in_the_family_way carrying_twins wks_pregnant wks_preg mths_pregnant wks_gone due_next_week
    third_trimester second_trimester first_trimester`,
  KICK: 'moves wriggling wriggle flutters budge budging stir',
  SEESTARS: `
    seeing_sparkles sparkles floaters flashing zigzags zig_zags blurred_vision blurry_vision fuzzy_vision face_is_swollen_and hands_swelled
    hands_and_face swollen_face puffy_face swollen_feet_and right_upper under_my_ribs`,
  MISCARRY: 'miss_carry misscarr* loosing_the_baby losing_it_baby threatened_miscarriage lost_the_baby_now',
  BIRTH: `
    given_birth just_gave_birth had_the_baby had_a_c_section c_section caesarean caesarian cesarean section_wound postnatal_bleed days_after_birth
    since_the_birth since_i_had_the_baby since_giving_birth after_delivery`,
  INHALER: 'inhalers inhalor puffers blue_inhaler rescue_inhaler reliever spacer neb nebs proair symbicort atrovent',
  ASTHMA: 'asma azma copd emphysema croup bronchiolitis cystic_fibrosis',
  DEVICE: 'defib_in_my implanted lvad',
  TANK: 'concentrator oxygen_machine oxygen_supply trachy tracheostomy vent bipap_is feeding_tube_came home_oxygen',
  RANOUT: `
    running_out out_of_oxygen dead_battery power_cut power_outage powercut blackout alarm_is_going beeping stopped_working quit_working came_out
    fell_out plugged`,
  SHOCKING: 'shocking_me shocked_me shocking_him firing zapped_me keeps_zapping',
  TOOKALL: `
    took_all taken_all took_the_whole taken_the_whole took_a_whole the_whole_bottle the_whole_box the_whole_packet the_whole_lot whole_bottle_of
    whole_packet_of whole_box_of whole_pack_of whole_strip entire_bottle full_bottle handful_of_pills handful_of_tablets loads_of_pills
    loads_of_tablets bunch_of_pills fistful_of every_pill every_tablet`,
  HOTCAR: 'left_in_a_hot hot_car locked_in_the_car locked_in_a_car baby_in_the_car',
};
