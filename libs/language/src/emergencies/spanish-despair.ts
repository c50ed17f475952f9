import type { ConceptWords } from './concepts';

/** Wishes to die, farewells, threats and cries for help in Spanish. */
export const spanishDespair: ConceptWords = {
  SAFEWORDS: `
    no_quiero_hacerme_dano no_pienso_en_suicidarme no_pienso_matarme no_tengo_ideas no_voy_a_hacer_nada nunca_me_haria no_me_haria_dano estoy_a_salvo
    baja_de_animo bajo_de_animo bajoneado bajoneada triston desanimad* estresad* estres ansiedad ansios* agobiad* agobio depresion_desde terapia_con
    sesion_de_terapia cita_con_la_psicologa cita_con_el_psicologo cita_con_mi_psicologa`,
  WISHING: `
    quiero kiero qiero quisiera quiere queria desearia deseo ojala ganas_de me_dan_ganas tengo_ganas pienso_en pensando_en pensado_en he_pensado
    planeo planeando tengo_planeado tengo_pensado pensamientos_de pienso_mucho_en estoy_por estoy_a_punto estoy_dispuest* estoy_decidid* decidid*_a
    lo_decidi voy_a boy_a dice_que_va dice_que_quiere dijo_que_se_va dijo_que_quiere me_dijo_que_se_iba amenaza_con amenazando_con intente intento
    intentando trato_de trata_de tratando_de esta_noche_lo lo_voy_a_hacer lo_hare`,
  DIE: `
    morir morirme morirse moriria morirnos muerto muerta estar_muerto estar_muerta estuviera_muerto estuviera_muerta no_estar_aqui no_estar_mas
    no_haber_nacido haber_nacido no_despertar no_despertarme no_despertar_mas no_despertar_nunca no_amanecer no_volver_a_despertar
    dormir_y_no_despertar dormirme_para_siempre dormir_para_siempre desaparecer desaparezca desaparecer_del_mapa dejar_de_existir dejar_de_vivir
    dejar_de_respirar_para_siempre no_existir que_me_lleve_dios que_dios_me_lleve que_me_lleve_la que_me_trague_la_tierra_para`,
  ENDLIFE: `
    quitarme_la_vida quitarse_la_vida quitarle_la_vida_a quitado_la_vida me_quito_la_vida me_voy_a_quitar_la_vida se_va_a_quitar_la_vida
    se_quiere_quitar_la_vida se_quito_la_vida terminar_con_mi_vida terminar_con_su_vida terminar_mi_vida acabar_con_mi_vida acabar_con_su_vida
    acabar_con_esto acabar_de_una_vez acabar_con_todo_esto acabar_con_este_dolor terminar_con_esto terminar_con_todo terminar_de_una_vez
    terminar_todo ponerle_fin ponerle_fin_a_todo ponerle_fin_a_mi poner_fin_a_todo poner_fin_a_esto matarme matarse me_mato me_voy_a_matar
    se_va_a_matar se_quiere_matar me_quiero_matar me_kiero_matar suicidarme suicidarse me_suicido me_voy_a_suicidar se_quiere_suicidar
    se_va_a_suicidar ahorcarme ahorcarse colgarme_de colgarse_de me_voy_a_colgar se_va_a_colgar me_cuelgo_de me_voy_a_ahorcar se_quiere_ahorcar
    pegarme_un_tiro pegarse_un_tiro darme_un_tiro darse_un_tiro meterme_un_tiro meterse_un_tiro volarme_los_sesos volarse_los_sesos volarme_la_cabeza
    volarse_la_cabeza volarme_la_tapa cortarme_las_venas cortarse_las_venas se_corto_las_venas me_corte_las_venas me_voy_a_cortar_las_venas
    se_va_a_cortar_las_venas abrirme_las_venas abrirse_las_venas tirarme_al_tren tirarme_al_metro tirarme_a_las_vias tirarme_del_puente
    tirarme_de_un_puente tirarme_por_la_ventana tirarse_por_la_ventana tirarse_del_puente tirarme_por_el_balcon tirarse_del_balcon
    aventarme_del_puente aventarse_del_puente aventarme_al_metro aventarme_a_los_carros lanzarme_al_vacio lanzarse_al_vacio botarme_del_puente
    botarme_por_la_ventana saltar_al_vacio saltar_del_puente envenenarme envenenarse tomarme_todas_las_pastillas tomarme_todo_el_frasco
    quitarme_del_medio quitarse_de_en_medio irme_al_otro_barrio irme_con_dios irme_al_cielo`,
  NOLIFE: `
    no_quiero_vivir no_kiero_vivir no_quiero_seguir_viviendo no_quiero_seguir no_quiero_estar_aqui no_quiero_estar_viva no_quiero_estar_vivo
    no_quiero_existir no_quiero_despertar ya_no_quiero_vivir ya_no_quiero_seguir ya_no_quiero_estar ya_no_quiero_nada_de_la_vida ya_no_aguanto_vivir
    ya_no_puedo_mas_con_la_vida ya_no_puedo_mas_con_mi_vida ya_no_doy_mas no_doy_mas no_puedo_con_la_vida no_puedo_con_mi_vida no_puedo_seguir_asi
    no_puedo_seguir_viviendo no_tengo_ganas_de_vivir sin_ganas_de_vivir perdi_las_ganas_de_vivir perdio_las_ganas_de_vivir no_le_encuentro_sentido
    no_le_veo_sentido no_le_veo_caso no_tiene_caso_vivir no_tiene_caso_seguir no_tiene_sentido_vivir no_tiene_sentido_seguir para_que_vivo
    para_que_seguir_viviendo para_que_vivir para_que_seguir no_vale_la_pena_vivir no_vale_la_pena_seguir la_vida_no_vale mi_vida_no_vale
    mi_vida_no_tiene_sentido la_vida_no_tiene_sentido la_vida_ya_no me_canse_de_vivir cansado_de_vivir cansada_de_vivir cansado_de_la_vida
    cansada_de_la_vida harto_de_vivir harta_de_vivir harto_de_la_vida harta_de_la_vida no_tengo_por_que_vivir no_tengo_nada_por_que_vivir
    nada_por_que_vivir nada_me_ata no_hay_salida no_veo_salida no_veo_otra_salida no_hay_otra_salida la_unica_salida unica_solucion`,
  BETTEROFF: `
    mejor_sin_mi estarian_mejor_sin_mi estaran_mejor_sin_mi estarian_mejor_si mejor_si_me_muero mejor_si_no_existiera mejor_muerto mejor_muerta
    mejor_no_haber_nacido ojala_no_hubiera_nacido ojala_me_muera ojala_me_muriera ojala_no_despertara nadie_me_va_a_extranar nadie_me_echara_de_menos
    nadie_me_echaria_de_menos nadie_me_extrana nadie_se_daria_cuenta a_nadie_le_importo a_nadie_le_importa_si_me soy_una_carga soy_un_estorbo
    soy_una_molestia_para_todos solo_estorbo no_sirvo_para_nada no_valgo_nada me_odio me_doy_asco`,
  IFGONE: `
    si_yo_no_estuviera si_no_estuviera si_no_estuviera_yo si_yo_ya_no_estuviera si_ya_no_estuviera si_yo_no_estuviese si_no_estoy si_yo_no_estoy
    que_yo_no_estuviera que_no_estuviera que_yo_no_este que_yo_ya_no_este que_ya_no_este si_yo_desapareciera si_desapareciera si_desaparezco
    si_yo_desaparezco si_yo_no_existiera si_no_existiera si_yo_ya_no_existiera si_ya_no_existiera si_no_existiese si_yo_faltara si_yo_faltase
    si_me_fuera_para_siempre si_me_voy_para_siempre si_yo_no_despertara si_no_despertara si_ya_no_despertara si_yo_no_hubiera_nacido
    si_no_hubiera_nacido si_yo_me_muriera si_me_muriera si_me_muero si_yo_muriera sin_alguien_como_yo no_estuviera_en_este_mundo
    no_este_en_este_mundo si_me_apagara ojala_me_apagara`,
  BETTERALL: `
    mejor_para_todos mejor_pa_todos mejor_para_mi_familia mejor_para_mis mejor_para_ellos mejor_para_el_mundo seria_mejor seria_lo_mejor mejor_si
    mejor_que estarian_mejor estarian_mucho_mejor estaria_mejor viviria_mejor vivirian_mejor viviria_mas vivirian_mas mas_tranquil* mas_content*
    mas_felices mas_facil mas_facil_para_todos les_haria_un_favor hago_un_favor haria_un_favor un_alivio sufriria_menos sufririan_menos
    descansarian_de nadie_me_lloraria nadie_lo_notaria nadie_lo_notara nadie_se_enteraria a_nadie_le_haria_falta nadie_le_haria dejarian_de_cargar
    sobra_uno sobro_yo`,
  FAREWELL: `
    me_despido despedirme despedirse_de_todos se_despidio_de se_esta_despidiendo despidiendose_de carta_de_despedida cartas_de_despedida
    nota_de_despedida mensaje_de_despedida mensaje_despidiendose audio_despidiendose audio_de_despedida video_despidiendose dejo_una_carta
    dejo_una_nota encontre_una_carta encontre_una_nota adios_para_siempre adios_a_todos hasta_nunca ya_no_voy_a_estar ya_no_estare
    manana_ya_no_estare no_me_van_a_volver_a_ver no_me_volveran_a_ver dile_a_mis_hijos_que diganle_a_mi diganle_a_mis perdonenme_todos
    perdon_por_todo que_me_perdonen cuiden_a_mis_hijos cuida_a_mis_hijos cuiden_a_mi_perro regalando_sus_cosas regalo_sus_cosas repartio_sus_cosas`,
  WEAPON: `
    pistola revolver escopeta rifle fusil arma arma_de_fuego balas cuchillo navaja cutter cuter hoja_de_afeitar hojilla gillette guillet cuchilla
    soga cuerda mecate lazo reata cabuya sabana_amarrada cinturon_al_cuello cable_al_cuello`,
  READY: `
    en_la_mano en_mi_mano en_su_mano en_las_manos enfrente_de_mi frente_a_mi delante_de_mi aqui_conmigo aqui_al_lado al_lado_mio a_mi_lado cargada
    amarrada ya_amarre colgada_del en_el_cuello en_la_sien en_la_cabeza_la_pistola en_las_munecas listas_para_tomar contadas ya_las_tengo
    ya_lo_tengo_todo`,
  BRIDGE: `
    puente viaducto azotea cornisa pretil terraza balcon barandal baranda barandilla ventana_abierta precipicio acantilado vias vias_del_tren rieles
    anden paso_elevado torre segundo_puente borde orilla_del_puente`,
  CUTSELF: `
    me_corto_los_brazos me_corto_las_piernas me_estoy_cortando se_esta_cortando se_corta se_corta_los_brazos se_corta_las_piernas
    me_he_cortado_los_brazos me_corte_a_proposito se_corto_a_proposito cortarme cortarse_los_brazos se_autolesiona me_autolesiono autolesion*
    autolastim* se_lastima_sola se_lastima_solo se_hace_dano me_hago_dano hacerme_dano hacerse_dano lastimarme lastimarse cortes_en_los_brazos
    cortes_en_las_munecas cortes_en_los_muslos`,
  STOCKPILE: `
    juntando_pastillas guardando_pastillas junto_pastillas acumulando_pastillas ahorrando_pastillas escondiendo_pastillas pastillas_escondidas
    tengo_pastillas_guardadas`,
  HOPELESS: `
    desesperad* desesperanza sin_esperanza sin_salida vacio_por_dentro vacia_por_dentro muerto_por_dentro muerta_por_dentro roto_por_dentro
    no_puedo_mas ya_no_puedo_mas ya_no_puedo no_aguanto_mas ya_no_aguanto no_doy_mas no_doy_pa_mas toque_fondo tocando_fondo pensamientos_oscuros
    pensamientos_feos pensamientos_malos malos_pensamientos ideas_raras voces_que_me_dicen voces_me_dicen las_voces me_dicen_que_me_mate
    todo_se_acaba que_todo_se_acabe que_se_acabe_todo que_se_acabe_ya que_esto_se_acabe que_pare_todo nadie_me_quiere nadie_me_importa`,
  MENACE: `
    me_va_a_matar nos_va_a_matar la_va_a_matar lo_va_a_matar me_quiere_matar nos_quiere_matar lo_voy_a_matar la_voy_a_matar los_voy_a_matar
    voy_a_matar_a quiero_matar_a ganas_de_matar matar_a_alguien matar_a_mi hacerle_dano_a lastimar_a_mi lastimar_al_bebe ahogar_al_bebe tirar_al_bebe
    aventar_al_bebe sacudir_al_bebe me_amenaza me_amenazo nos_amenaza me_tiene_encerrada me_encerre_en me_encerre_en_el_bano estoy_escondida
    estoy_escondido quiere_entrar tumbando_la_puerta golpeando_la_puerta tiene_una_pistola tiene_un_cuchillo trae_pistola trae_cuchillo trae_un_arma
    me_esta_pegando me_esta_golpeando me_pega_mi_marido`,
  CRY: `
    ayuda ayudeme ayudenme ayudenos ayuden auxilio socorro apurense apurese apurate apurele rapido_por_favor rapido_porfa deprisa dense_prisa corran
    vengan vengan_rapido vengan_ya vengan_pronto venga_rapido venga_ya vengan_por_favor manden_a_alguien manden_ayuda mande_ayuda manden_a_la_policia
    necesito_ayuda_ya necesito_ayuda_urgente necesitamos_ayuda por_dios por_el_amor_de_dios por_lo_que_mas_quiera ay_dios ay_dios_mio dios_mio
    dios_santo virgen_santa virgencita santo_dios ay_no ay_mi_hijo ay_mi_hija ay_mi_nino hagan_algo que_hago que_hago_ahora que_hacemos que_le_hago
    no_se_que_hacer no_sabemos_que_hacer se_nos_va se_me_va emergencia es_emergencia urgente es_urgente urgentisimo de_urgencia_ya inmediatamente
    no_cuelgue no_me_cuelgue joder cono_que carajo_que verga_que`,
  CALLHELP: `
    manden_una_ambulancia mande_una_ambulancia mandame_una_ambulancia mandeme_una_ambulancia mandenme_una_ambulancia envie_una_ambulancia
    envien_una_ambulancia necesito_una_ambulancia necesitamos_una_ambulancia ocupo_ambulancia ocupo_una_ambulancia ocupamos_una_ambulancia
    quiero_una_ambulancia pidan_una_ambulancia pida_una_ambulancia pide_una_ambulancia llamen_a_una_ambulancia llame_a_una_ambulancia
    llama_a_una_ambulancia llamen_a_la_ambulancia llama_a_la_ambulancia llame_a_la_ambulancia donde_esta_la_ambulancia una_ambulancia_urgente
    ambulancia_urgente ambulancia_rapido una_ambulancia_rapido llamen_al_911 llama_al_911 llamen_al_112 llama_al_112 llame_al_112 llamen_al_061
    llamen_al_131 llamen_al_123 llamen_al_107 llamen_a_emergencias llame_a_emergencias llamen_a_los_paramedicos llamen_a_los_bomberos
    llamen_a_la_cruz_roja manden_paramedicos manden_a_los_paramedicos manden_a_los_bomberos manden_a_la_cruz_roja manden_al_samu llamen_al_same`,
  WEARY: 'cansad* hart* agotad*_de_todo fastidiad*_de_todo aburrid*_de_vivir hasta_aqui_llegue ya_basta',
};
