import type { ConceptWords } from './concepts';

/** Wishes to die, farewells, threats and cries for help in English. */
export const englishDespair: ConceptWords = {
  SAFEWORDS: `
    not_suicidal im_not_suicidal no_thoughts_of_suicide not_going_to_hurt not_going_to_do_anything never_hurt_myself wouldnt_hurt_myself
    would_never_hurt wouldnt_do_anything would_never_do not_thinking_of no_plans_to im_safe hes_safe shes_safe i_feel_safe feeling_low feeling_down
    bit_down low_mood mood_has_been mood_is_low stressed stress stressful anxious anxiety panic_attacks_for burnout overwhelmed_at
    overwhelmed_with_work depressed_for depression_for medication_for_depression antidepressants_review therapy_session therapist_appointment`,
  WISHING: `
    wanting wish wished wishing hoping hope_i hope_to about_to gonna finna boutta bouta tryna fixing_to fixin_to fittin_to intend intending planning
    planned plans_to planned_to thinking_about thinking_of thoughts_of thoughts_about keep_thinking keeps_thinking urge_to urges_to tempted_to
    decided_to ready_to prepared_to im_going_to ima imma ill_just could_just might_just might_as_well tonight_im said_hes_going said_shes_going
    says_hes_going says_shes_going told_me_hes_going told_me_shes_going`,
  DIE: `
    dying_would deid be_dead being_dead was_dead were_dead wasnt_here weren_here werent_here not_here_anymore not_be_around never_been_born
    wasnt_born never_born wasnt_alive not_alive not_wake not_waking_up never_wake dont_wake_up go_to_sleep_and_not go_to_sleep_and_never
    sleep_forever sleep_and_never fall_asleep_forever just_disappear vanish stop_existing cease_to_exist cease_existing not_existing be_over
    unaliving kys ctb catch_the_bus sewerslide end_up_dead`,
  ENDLIFE: `
    end_their_life ending_his_life ending_her_life took_his_own_life take_his_own_life take_her_own_life taking_his_own taking_her_own end_it_tonight
    end_it_now end_this_all ending_it_all finish_it_all finish_it_off_myself finish_it_tonight get_it_over_with_and top_myself top_himself
    top_herself topping_myself do_myself_in do_himself_in do_herself_in doing_myself_in do_away_with_myself do_away_with_himself do_away_with_herself
    off_myself off_himself off_herself offing_myself unalive_myself unalive_himself unalive_herself neck_myself end_me check_out_for_good
    checking_out_for_good check_out_of_life punch_my_ticket end_the_pain_forever make_it_all_stop_for_good stop_the_pain_forever
    go_to_sleep_and_never put_myself_out_of put_me_out_of blow_my_head_off blow_his_head_off blow_her_brains eat_a_bullet eat_my_gun put_a_gun
    put_a_bullet_in slit_my_wrists slit_his_wrists slit_her_wrists slash_my_wrists slashed_my_wrists slashed_his_wrists slashed_her_wrists
    cut_my_wrists cut_his_wrists cut_her_wrists slit_my_throat cut_my_throat hang_myself hang_himself hang_herself hanging_myself drown_myself
    drown_himself drown_herself gas_myself gas_himself gassing_himself poison_myself poison_himself shoot_myself shoot_himself shoot_herself
    kill_myself kill_himself kill_herself killing_myself killing_himself killing_herself kill_meself throw_myself throw_himself throw_herself
    throwing_myself jump_off_the jump_off_a_bridge_and jump_in_front_of step_in_front_of walk_into_traffic run_into_traffic walk_in_front_of
    lie_on_the_tracks lay_on_the_tracks drive_into_a drive_off_a drive_off_the crash_my_car_into`,
  NOLIFE: `
    no_reason_to_live no_reason_to_go_on no_reason_to_keep no_reason_to_be no_reason_to_stay reason_for_living reasons_to_live nothing_to_live
    nothing_left_to nothing_left_for_me cant_go_on cannot_go_on dont_want_to_go_on dont_wanna_go_on dont_want_to_be_here dont_wanna_be_here
    dont_want_to_be_alive dont_want_to_live dont_wanna_live dont_wanna_be_alive dont_want_to_wake dont_want_to_exist dont_wanna_exist
    dont_want_to_be_around dont_wanna_be_around dont_want_to_see_tomorrow dont_see_a_future no_future no_hope_left no_hope whats_the_point_of_living
    whats_the_point_in_living whats_the_point_anymore whats_the_point_of_going_on whats_the_point_of_being no_point_in_living no_point_in_going_on
    no_point_going_on no_point_being_here no_point_in_me no_point_to_life no_point_to_any hate_being_alive hate_my_life_and sick_of_living
    tired_of_living tired_of_being_alive tired_of_life tired_of_existing sick_of_life done_with_life done_with_this_life done_with_living done_living
    had_enough_of_life had_enough_of_living cant_do_life cant_do_this_no_more cant_take_no_more cant_take_it_no_more cant_do_it_anymore
    cant_do_this_any_longer cant_face_another cannot_face_another cant_face_tomorrow cant_live_like_this cant_live_with_this cant_keep_living
    life_aint_worth not_worth_carrying_on given_up_on_life giving_up_on_life ready_to_go_for_good ready_to_meet_my_maker ready_to_meet_jesus`,
  BETTEROFF: `
    better_off_without better_if_i_wasnt better_if_i_werent better_if_i_was_gone better_if_i_was_dead be_better_without_me happier_without_me
    nobody_would_notice noone_would_notice no_one_would_notice nobody_would_care no_one_would_care nobody_cares_if_i no_one_cares_if_i
    nobody_will_care no_one_will_care wont_be_missed wouldnt_be_missed a_burden a_burden_to a_burden_on just_a_burden burdening_everyone
    just_in_the_way waste_of_space waste_of_oxygen worthless useless_to_everyone hate_myself i_hate_myself`,
  IFGONE: `
    if_i_wasnt_here if_i_werent_here if_i_wasnt_around if_i_werent_around if_i_just_wasnt if_i_just_werent if_i_was_not_here if_i_were_not_here
    if_i_was_not_around if_i_was_gone if_i_were_gone if_i_am_gone if_im_gone me_gone_for_good with_me_gone if_i_disappear* if_i_just_disappear*
    if_i_vanish* if_i_just_vanished if_i_didnt_exist if_i_did_not_exist if_i_wasnt_alive if_i_werent_alive if_i_never_woke if_i_didnt_wake
    if_i_just_didnt_wake if_i_just_never_woke if_i_had_never_been id_never_been_born without_me_in_it without_me_around werent_in_the_picture
    wasnt_in_the_picture if_i_died if_i_just_died if_i_was_dead if_i_were_dead`,
  BETTERALL: `
    better_for_everyone better_for_everybody better_for_all better_for_my_family better_for_my_kids better_for_my_children better_for_them
    better_for_him_and better_for_both_of_them easier_for_everyone easier_for_everybody easier_for_them easier_for_my_family so_much_easier
    would_be_easier be_happier be_calmer better_place would_do_better things_would_be_better doing_everyone_a doing_everybody_a do_everyone_a
    do_them_all_a doing_them_a relief_to_them relief_for_them relief_to_everyone relief_for_everyone breathe_easier could_start_over
    could_move_on deserves_better no_one_would_miss nobody_would_miss noone_would_miss even_notice nobody_would_have would_be_better_with`,
  FAREWELL: `
    goodbye_forever goodbye_for_good last_goodbye final_goodbye saying_my_goodbyes said_my_goodbyes said_her_goodbyes said_his_goodbyes
    saying_his_goodbyes saying_her_goodbyes saying_goodbye_to_everyone say_goodbye_to_my tell_my_kids_i tell_my_mum_i tell_my_mom_i tell_my_wife_i
    tell_my_family tell_them_i_love tell_them_im_sorry tell_everyone_i wont_be_here_tomorrow wont_be_around_tomorrow wont_be_here_when
    wont_see_me_again wont_hear_from_me never_see_me_again last_time_youll last_text last_message last_call_i_make suicide_note suicide_letter
    goodbye_note goodbye_letter goodbye_text goodbye_message goodbye_video wrote_letters written_letters wrote_my_will giving_away_my giving_away_his
    giving_away_her gave_away_his gave_away_her giving_his_stuff_away giving_her_stuff_away given_away_all sorted_out_my_affairs put_my_affairs
    got_my_affairs look_after_my_dog look_after_my_cat look_after_my_kids take_care_of_my_kids sorry_for_everything im_sorry_for_everything
    forgive_me_for`,
  WEAPON: `
    handgun glock firearm bullet bullets ammo razor_blade stanley_knife kitchen_knife carving_knife box_cutter belt_round dressing_gown_cord bedsheet
    ligature exhaust_pipe hosepipe helium`,
  READY: `
    in_my_hands in_my_lap on_my_lap beside_me on_the_bed_with laid_out all_laid_out set_out counted_out counted_them tied already_tied round_my_neck
    around_my_neck to_my_head to_his_head to_her_head against_my_wrist on_my_wrist to_my_wrist at_my_throat to_his_throat cocked`,
  BRIDGE: `
    flyover viaduct footbridge windowsill balcony railings cliffs cliff_edge beachy_head golden_gate humber_bridge multistorey parking_garage
    top_of_the_car_park train_tracks railway_line train_line subway_tracks platform_edge level_crossing wrong_side_of_the`,
  CUTSELF: `
    self_harm selfharm self_harming self_injur* been_self_harming burns_herself hurt_myself hurts_herself harming_herself harming_himself
    cuts_on_her_arms cuts_on_his_arms cuts_all_over_her cuts_up_her cuts_up_his slices_on scratching_herself_bloody`,
  STOCKPILE: `
    saving_up_pills saving_pills saved_up_pills saving_my_tablets saving_up_tablets been_saving_my hoarding_pills hoarding_tablets hoarding_her
    collecting_tablets collecting_pills hiding_pills hidden_pills bought_loads_of bought_a_load_of_paracetamol`,
  HOPELESS: `
    hopeless worthless empty_inside numb_inside broken_inside dead_inside cant_cope cannot_cope cant_cope_anymore cant_go_on_like rock_bottom
    darkness dark_place very_dark dark_thoughts bad_thoughts intrusive_thoughts voices_telling voices_are_telling voices_tell_me voices_say
    telling_me_to_kill telling_him_to telling_her_to want_it_to_stop want_the_pain_to want_it_all_to want_everything_to_stop make_it_stop no_way_out
    no_other_way only_way_out trapped_and no_escape nobody_cares no_one_cares`,
  MENACE: `
    kill_me kill_her kill_him kill_them kill_you kill_everyone kill_my shoot_me_dead shoot_everyone shoot_up stab_him_if stab_her hurt_the_baby
    hurt_my_baby hurt_my_kids hurt_somebody hurt_someone hurt_people harm_the_baby harm_my_baby smother_the_baby shake_the_baby drown_the_baby
    throw_the_baby burn_the_house_down threatening_me threatening_us threatened_me threatened_us threatened_to_kill got_a_knife got_a_gun has_a_knife
    has_a_gun has_a_weapon waving_a_knife waving_a_gun locked_myself_in hiding_in_the locked_in_the_bathroom outside_my_door banging_on_the_door
    breaking_in breaking_down_the_door hes_outside stalking hes_going_to_kill_me shes_going_to_kill_me he_hit_me he_choked_me hes_hitting hes_beating`,
  CRY: `
    hurry hurry_up hurry_please please_hurry quick quick_please quickly_please come_quick come_fast come_now please_come someone_come get_here
    get_here_now send_someone send_somebody send_help send_an_ambulance send_the_ambulance send_the_fire send_police need_help need_help_now help_me
    help_us help_him help_her help_please please_help pls_help plz_help help_help somebody_help someone_help help_now what_do_i_do
    what_should_i_do_now what_do_we_do dont_know_what_to_do oh_god oh_my_god oh_my_days oh_jesus oh_lord omg omfg jesus_christ jaysus dear_god
    god_help lord_help sweet_jesus holy_shit holy_crap fuck fucking wtf ffs emergency its_an_emergency an_emergency mayday sos asap_please right_away
    straight_away this_instant immediately stay_on_the_line dont_hang_up`,
  CALLHELP: `
    call_the_ambulance call_me_an_ambulance ring_an_ambulance phone_an_ambulance get_me_an_ambulance send_the_ambulance we_need_an_ambulance
    i_need_an_ambulance where_is_the_ambulance wheres_the_ambulance is_the_ambulance_coming calling_911 calling_999 ring_999 ring_triple_nine
    call_triple_zero call_000 triple_zero dial_911 dial_999 call_nine_nine_nine get_paramedics get_the_paramedics get_emts send_emts get_ems need_ems
    send_a_medic need_a_medic call_the_coastguard get_the_fire_brigade call_the_police call_the_cops send_the_cops send_the_police`,
  WEARY: 'had_enough cant_be_bothered_living fed_up done_with so_done so_tired_of exhausted_of_life beaten_down broken',
  THREAT: `
    said_hell_kill says_hes_going_to_kill threatened_to_kill threatening_to_kill tried_to_kill_me tried_to_strangle trying_to_strangle
    hes_got_a_knife hes_got_a_gun he_has_a_gun he_has_a_knife pointed_a_gun`,
};
