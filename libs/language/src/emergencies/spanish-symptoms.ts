import type { ConceptWords } from './concepts';

/** How Spanish speakers of all regions, ages and classes say what they feel and see, beside spanish-findings.ts. */
export const spanishSymptoms: ConceptWords = {
  CHEST: `
    pecho pechito el_tronco torax esternon caja_del_pecho boca_del_estomago medio_del_pecho centro_del_pecho costillar`,
  HEART: 'corason corazonada_en_el_pecho palpito palpitaciones el_bobo latiendo pulsaciones',
  HEAD: 'cabesa cabecita marola mate_partido sien sienes mollera craneo coronilla',
  FACE: 'cara carita boca jeta cachete cachetes pomulo comisura labio_de_un_lado ceja',
  LIMB: 'brazito bracito manito manita piernita antebrazo pantorrilla canilla',
  THROAT: 'garganta ganote guarguero gaznate campanilla glotis lengua lenguita',
  BELLY: `
    barriga barriguita panza pancita guata guatita vientre abdomen estomago estomaguito tripas tripita buche bajo_vientre ijar ijada`,
  BACK: 'espalda lomo lumbares columna espinazo',
  GROIN: 'testiculos guevos cojones pelotas huevitos bolas coquitos genitales',
  PAIN: `
    dolor dolores dolorcito dolencia duele duelen dolio doliendo adolorid* retortijon* colico* punzada* pinchazo* puntada* punzon* calambre* ardor
    quemazon escozor malestar`,
  PRESSURE: `
    opresion apreton aprieta apretazon apretujon oprime aplasta peso_encima como_un_peso como_una_losa como_un_elefante como_un_yunque
    como_un_ladrillo como_una_garra como_un_cinturon como_si_me_apretaran como_si_le_apretaran como_si_me_pisaran como_si_tuviera_encima
    alguien_sentado nudo_en_el_pecho agarrotad* comprime estruja tenaza prensado pesadez`,
  SEVERE: `
    insoportable inaguantable insufrible espantoso horroroso terrible tremendo brutal bestial atroz salvaje mortal de_muerte fortisimo fuertisimo
    fuertisima intensisimo agudisimo muy_fuerte super_fuerte re_fuerte tan_fuerte bien_fuerte rete_fuerte demasiado_fuerte durisimo peor_dolor
    diez_de_diez un_diez no_aguanto no_aguanta no_lo_aguanto no_lo_aguanta no_lo_soporto no_puede_ni_hablar no_puedo_ni_hablar gritando_de_dolor
    grita_de_dolor gritos_de_dolor llorando_del_dolor llorando_de_dolor llora_del_dolor revolcandose revolcando_de_dolor retorciendose retorciendo
    se_retuerce me_retuerzo doblada_de_dolor doblado_del_dolor me_parte me_esta_partiendo como_cuchilladas como_punaladas como_un_cuchillo
    que_me_mata que_lo_mata que_la_mata que_te_mueres del_carajo de_la_chingada de_puta_madre_el_dolor un_dolor_que_no nunca_habia_sentido
    nunca_he_sentido nunca_habia_tenido como_nunca rajando desgarrador`,
  SWEAT: `
    sudando sudoroso sudorosa sudado sudada sudor_frio sudores_frios sudando_frio sudando_helado sudando_a_chorros sudando_a_mares
    chorreando_de_sudor banado_en_sudor banada_en_sudor empapado_en_sudor empapada_en_sudor transpirando transpira_frio emparamado_en_sudor`,
  PALE: `
    palid* descolorid* sin_color blanco_como blanca_como blanco_papel como_el_papel como_una_cera color_cera cerulea cetrino cetrina gris grisacea
    verdoso_de_cara verde_de_cara color_ceniza ceniz* demacrad* translucid* jincho jincha amarillo_cera sin_una_gota_de_color`,
  DIZZY: `
    maread* mareito mareos vahido* vaido desvanecimiento vertigo se_le_va_la_cabeza se_me_va_la_cabeza se_me_fue_el_mundo se_le_fue_el_mundo
    todo_me_da_vueltas me_da_vueltas todo_negro veo_todo_negro se_me_nublo se_le_nublo nublado me_voy_a_desmayar se_va_a_desmayar casi_me_desmayo
    casi_se_desmaya voy_a_caer me_caigo_redondo fatiga_grande yeyo sirimba patatus chirimba le_dio_la_palida la_palida me_bajo_la_presion
    le_bajo_la_presion bajon_de_tension se_me_bajo se_le_bajo se_me_aflojan_las se_le_doblan_las flaquea`,
  VOMIT: `
    vomit* bomit* devolvi devolviendo devuelve arcadas arquead* guacare guacareando guacara basque* regurgit* echo_todo echa_todo arroja_todo potar
    potando potado lanzo_todo buitre buitrear trasboca trasbocando trasbocar trasboco no_retiene_nada no_le_para_nada no_le_queda_nada_en_el_estomago
    huacala`,
  DROOP: `
    torcid* torc* virad* chuec* choca caid* descolgad* colgando colgandole desencajad* desnivelad* paralizada_la_cara se_le_fue_de_lado
    se_le_fue_para_un_lado se_le_jalo se_me_torcio se_le_torcio se_le_viro se_le_desvio se_le_cayo_la_cara un_lado_caido media_cara medio_caida`,
  NUMB: `
    adormec* adormil*_el_brazo entumid* entumec* hormigueo hormigueando hormigas cosquilleo paraliz* paralisis_de inmovil tullid* tiesa_la_mano
    engarrotad* engarrot* guindando flojo_el_brazo pesado_el_brazo no_mueve_el no_mueve_la no_mueve_un no_mueve_medio no_mueve_nada no_puede_mover
    no_puedo_mover no_puede_levantar no_puedo_levantar no_levanta_el no_levanta_la no_me_obedece no_le_obedece no_siento_el no_siento_la no_siente_el
    no_siente_la no_siento_las no_siente_las no_siento_medio no_siente_medio no_me_siento_el no_me_siento_la perdio_la_fuerza perdi_la_fuerza
    sin_fuerza sin_sensibilidad se_le_caen_las_cosas se_me_caen_las_cosas arrastra_la_pierna arrastra_el_pie arrastrando_la arrastrando_el`,
  SPEECH: 'habla hablar hablando hablarme palabras palabra voz lengua diccion frase frases oracion',
  GARBLED: `
    enreda enredad* traba trabad* traba_la_lengua lengua_trabada lengua_pesada lengua_enredada lengua_dormida se_le_traba se_me_traba se_le_lengua
    balbuce* farfull* masculla murmura incoherente incoherencias gangoso atropellad*_al_hablar arrastra_las_palabras arrastrando_las_palabras
    arrastrando_la_lengua como_borracho como_borracha como_si_estuviera_borracho como_si_estuviera_borracha como_si_hubiera_tomado como_tomado
    como_bolo no_se_le_entiende no_se_entiende_lo no_le_entiendo no_le_entendemos no_le_salen_las no_me_salen_las no_le_sale_la_voz
    no_le_sale_palabra no_encuentra_las_palabras no_encuentro_las_palabras no_articula no_atina_a hablando_raro habla_raro habla_feo
    hablando_enredado hablando_disparates dice_disparates dice_incoherencias dice_cosas_raras dice_cosas_sin puros_disparates sin_sentido
    pura_incoherencia`,
  CONFUSED: `
    confundid* desorientad* desubicad* atontad* atolondrad* aturdid* alelad* como_ido como_ida esta_ido esta_ida esta_como_ausente la_mirada_perdida
    mirada_perdida mirada_fija la_vista_perdida vista_perdida mirando_al_vacio mirando_a_la_nada con_la_mirada_perdida delira delirando desvaria
    desvariando disvariando alucina alucinando divaga divagando no_sabe_quien no_sabe_donde no_sabe_ni no_sabe_que_dia no_sabe_como_se_llama
    no_se_acuerda_de_su no_conoce no_nos_conoce no_me_conoce no_reconoce no_nos_reconoce no_me_reconoce desconoce no_conecta no_coordina no_hila
    no_razona no_esta_en_si fuera_de_si perdid*_en_el_tiempo no_se_ubica ve_cosas viendo_cosas ve_gente ve_bichos viendo_bichos ve_animales
    hablando_solo hablando_sola hablando_con_los_muertos como_loco como_loca como_zombi como_drogad* no_es_el_mismo no_es_la_misma groggy boleado
    boleada`,
  BLIND: `
    cieg* ciego_de quede_ciego quedo_ciego quede_ciega quedo_ciega no_veo_nada no_ve_nada no_veo_por no_ve_por no_veo_de no_ve_de perdi_la_vision
    perdi_la_vista perdio_la_vision perdio_la_vista sin_vision sin_vista veo_doble ve_doble vista_doble viendo_doble se_me_apago_el_ojo
    se_me_fue_la_vista se_le_fue_la_vista se_me_nubla_la_vista se_le_nubla_la_vista veo_negro todo_negro veo_la_mitad ve_la_mitad como_una_cortina
    una_cortina como_un_telon`,
  WORSTHEAD: `
    peor_dolor_de_cabeza el_dolor_de_cabeza_mas dolor_de_cabeza_mas_fuerte dolor_de_cabeza_mas_grande dolor_de_cabeza_brutal cabeza_me_va_a_estallar
    cabeza_le_va_a_estallar cabeza_me_va_a_explotar cabeza_le_va_a_explotar se_me_parte_la_cabeza se_me_revienta_la_cabeza se_le_revienta_la_cabeza
    como_un_martillazo_en_la como_un_balazo_en_la_cabeza como_un_trueno_en_la_cabeza`,
  HEADACHE: `
    dolor_de_cabeza dolores_de_cabeza jaqueca jaquecas migrana migranas cefalea me_duele_la_cabeza le_duele_la_cabeza`,
  BREATHE: 'respir* resuella resollar resuello alentar',
  AIR: 'aire aigre oxigeno resuello aliento huelgo',
  GASP: `
    boquea* jadea* jadeo resopl* resoll* ronquid* ronca_raro ronquera_al_respirar silbid* silbando pitid* pitos pitando le_pita_el_pecho
    pecho_le_pita pecho_le_silba hervor_de_pecho herv*_el_pecho le_suena_el_pecho pechuguera_y estertor* gorgoritos gorgoteo gorgotea carraspe*_y
    quejidos quejando_al_respirar tiraje ahoguio respira_como_pez como_pez_fuera como_pescado`,
  BLUE: `
    azul azulado azulada azulad* azuloso azulosa azulito morad* amoratad* amorat* violace* violeta cianot* labios_morados labios_azules boca_morada
    boca_azul negrito_de_la_boca unas_moradas unas_azules se_pone_morado se_pone_morada se_puso_morado se_puso_morada se_puso_negro se_puso_negra
    se_puso_azul prieto_de_la_cara`,
  SUFFOCATE: `
    asfixi* asficsi* axfisi* asficci* ahog* sofoc* no_respira no_esta_respirando no_respiraba no_resuella no_alienta no_puedo_respirar
    no_puede_respirar no_puede_ni_respirar no_logra_respirar no_consigue_respirar dejo_de_respirar deja_de_respirar ha_dejado_de_respirar
    paro_de_respirar ya_no_respira se_quedo_sin_respirar sin_respirar sin_respiracion se_me_corta_la_respiracion se_le_corta_la_respiracion
    se_me_cierra_el_pecho se_le_cierra_el_pecho se_me_tranca_el_pecho se_le_tranca_el_pecho se_le_tranco_la_respiracion no_me_pasa_el_aire
    no_le_pasa_el_aire`,
  RIBS: `
    se_le_hunde_el_pecho se_le_hunden_las_costillas se_le_meten_las_costillas se_le_marcan_las_costillas se_le_ven_las_costillas
    se_le_hunde_la_barriga aletea aleteo aleteando aletean_las_narices abre_las_narices mueve_mucho_la_barriga respira_con_la_barriga
    se_le_hunde_el_cuello`,
  SATS: 'saturacion saturando satura oximetro oximetria oxigenacion saturometro nivel_de_oxigeno',
  CHOKE: `
    atragant* atagant* atrangant* ator* atorad* atascad*_en_la_garganta se_le_atoro se_le_atasco se_le_atranco se_le_tranco se_le_quedo_atorado
    se_le_quedo_atravesado se_le_atraveso se_trago_y_no se_le_fue_chueco se_le_fue_por_el_otro por_el_camino_viejo por_el_lado_equivocado
    se_le_fue_por_otro heimlich maniobra_de tiene_algo_en_la_garganta`,
  STUCK: `
    atorad* atrancad* trancad* trabad* atascad* atravesad* clavad* encajad* incrustad* enterrad* metid*_en_la_nariz metido_en_la_oreja obstruid*`,
  SWALLOW: `
    tragar trago_saliva tragarse tragar_saliva pasar_saliva pasar_agua pasar_la_comida deglutir pasar_bocado pasar_nada tragar_nada ni_agua`,
  BLOOD: 'sangre sangrita sange sangree coagulos cuajos cuajarones cuajaron coajos sangraza',
  BLEED: `
    sangr* hemorragia emorragia hemorajia desangr* manchado_mucho echando_sangre botando_sangre bota_sangre boto_sangre perdiendo_sangre
    pierde_sangre perdio_mucha_sangre perdido_mucha_sangre tirando_sangre saliendo_sangre sale_sangre le_sale_sangre me_sale_sangre tapando_la_sangre`,
  POUR: `
    chorro chorros a_chorros a_borbotones borboton* a_raudales a_mares a_cantaros como_una_fuente como_una_llave como_llave_abierta como_un_grifo
    como_un_cano como_un_rio rio_de_sangre charco charcos un_pozo_de_sangre regado regada regadera empapad* empapo empapando emparamad*
    banado_en_sangre banada_en_sangre llena_de_sangre lleno_de_sangre cubierto_de_sangre muchisima mucha_sangre tanta_sangre harta_sangre
    demasiada_sangre bastante_sangre cualquier_cantidad una_barbaridad un_monton un_chingo un_vergo un_jurgo un_mundo litros cubetas baldes brotando
    brota salpicando a_presion bombea bombeando manando emana no_para no_paraba no_se_para no_se_le_para no_se_le_corta no_coagula toallas_empapadas
    panos_empapados tres_toallas dos_toallas`,
  WONTSTOP: `
    no_para no_para_de no_paraba no_se_para no_se_detiene no_se_le_detiene no_se_le_corta no_se_me_corta no_se_corta no_se_me_quita no_se_le_quita
    no_cesa no_deja_de no_coagula no_logro_pararla no_logramos_parar no_podemos_parar no_puedo_pararle no_puedo_contener no_hay_quien_la_pare
    no_hay_como_parar no_hay_forma_de_parar sigue_sangrando sigue_saliendo sigue_echando sigue_botando sigue_manando apretando_y aprieto_y_sigue
    presionando_y`,
  THINNER: `
    anticoagul* sintrom acenocumarol warfarina coumadin eliquis apixaban xarelto rivaroxaban pradaxa dabigatran heparina enoxaparina clexane
    clopidogrel plavix adiro para_la_sangre hemofil* pastilla_para_adelgazar_la_sangre para_licuar_la_sangre adelgazar_la_sangre`,
  COFFEE: `
    borra_de_cafe posos_de_cafe poso_de_cafe como_cafe como_cafe_molido asiento_de_cafe cuncho_de_cafe concho_de_cafe granos_de_cafe`,
  STOOL: `
    caca popo popis heces deposicion* evacuac* evacue evacua excremento* excretas mierda mojon cagad* cagando cague obrar obrando obro ensucia
    ensuciando del_dos del_cuerpo hizo_del_cuerpo hacer_del_cuerpo poceta water retrete excusado inodoro escusado bano_con_sangre ano recto por_atras
    por_detras por_el_ano por_el_recto por_el_culo`,
  TAR: 'alquitran brea chapopote petroleo como_tinta como_carbon negra_negra negro_pegajoso negras_y_pegajosas',
  SPIT: `
    tosiendo tos tose tosio escup* gargaje* esput* vomit* echa echando echo arroj* devuelve devolviendo bota botando boto`,
  SWELL: `
    hinch* hinchad* inflam* inflad* inflo inflando abultad* abotagad* abombad* edema engord*_la_lengua como_un_globo como_globo como_un_balon
    como_un_sapo como_monstruo deformad* se_le_cierra_la_garganta se_me_cierra_la_garganta se_me_esta_cerrando se_le_esta_cerrando cerrandose
    se_le_cerro se_me_cerro gruesa_la_lengua lengua_gorda lengua_gruesa labios_gordos jeton jetona crecio_el_doble el_doble_de`,
  HIVES: `
    ronchas ronchitas roncha habones habon urticaria sarpullid* salpullid* alergia_por_todo_el_cuerpo brote_por_todo_el granos_por_todo
    manchas_rojas_por enronchad* brotad* se_broto se_me_broto rosetones picazon_en_todo le_pica_todo me_pica_todo comezon_en_todo rasquina_en_todo
    rasquina`,
  ANAPHYL: `
    anafila* shock_anafilactico choque_anafilactico chock_alergico shock_alergico reaccion_anafilactica alergia_fuerte`,
  EPIPEN: `
    epipen epi_pen epinefrina adrenalina jext altellus autoinyector lapiz_de_adrenalina pluma_de_adrenalina boligrafo_de_adrenalina
    inyeccion_de_adrenalina`,
  ATEFOOD: `
    cacahuate* cacahuete* mani manies nuez nueces avellana* almendra* pistacho* pistache* anacardo* maranon merey pecana* ajonjoli sesamo camaron*
    gamba* langostino* langosta cangrejo jaiba* mejillon* almeja* ostion* ostra* calamar* pulpo concha* marisco* pescado kiwi fresa* frutilla*
    melocoton durazno mango huevo_y leche_de_vaca lacteo* mantequilla_de_mani crema_de_cacahuate soya altramuz`,
  STUNG: `
    pico picaron picado picada picadura picotazo picazo aguijon aguijonazo mordio mordida mordedura mordisco mordido lo_mordio la_mordio me_mordio
    le_mordio lo_pico la_pico le_pico me_pico`,
  VENOM: `
    vibora culebra serpiente cascabel coral coralillo nauyaca barba_amarilla terciopelo mapana mapanare cuatro_narices macagua yarara jergon sapa
    bothrops alacran* escorpion* arana_violinista violinista viuda_negra arana_de_rincon arana_pollito capulina abeja* avispa* avispon avispero panal
    enjambre abejorro tabano medusa agua_mala aguamala aguaviva fragata_portuguesa raya pez_arana escolopendra ciempies hormigas_rojas bachaco
    chaqueta_amarilla`,
  SEIZE: `
    convuls* convulcion combulsion epilep* ataque_de_epilepsia ataque_epileptico crisis_epileptica crisis_convulsiva esta_con_un_ataque
    le_dio_el_ataque le_dio_un_ataque le_esta_dando_un_ataque le_esta_dando_el_ataque le_pego_el_ataque le_agarro_el_ataque le_agarro_un_ataque
    le_entro_un_ataque con_la_alferecia alferecia le_dio_la_gota gota_coral convulsion_febril convulsion_por_fiebre`,
  SHAKE: `
    temblando temblores tembladera temblequeando temblor tiembla tiritando sacudid* sacudiendo se_sacude se_estremece estremec* brincando espasm*
    tieso tiesa tiesos rigid* engarrotad* agarrotad* trabada_la_quijada trabada_la_mandibula apretados_los_dientes aprieta_los_dientes
    aprieta_la_mandibula se_puso_duro se_puso_dura se_puso_tieso se_puso_tiesa se_quedo_tieso se_quedo_tiesa se_quedo_duro se_quedo_dura pataleando
    manotea`,
  EYESROLL: `
    ojos_en_blanco ojos_blancos ojos_volteados ojos_virados ojos_vueltos ojos_idos ojos_pa_tras ojos_para_atras ojos_hacia_atras ojos_hacia_arriba
    ojos_para_arriba ojos_pa_arriba voltea_los_ojos volteo_los_ojos volteando_los_ojos viro_los_ojos vira_los_ojos torcio_los_ojos
    pone_los_ojos_en_blanco puso_los_ojos_en_blanco se_le_voltearon_los_ojos se_le_viraron_los_ojos se_le_ponen_los_ojos_en`,
  FOAM: `
    espuma espumarajo* espumea espumando babaza espuma_por_la_boca echando_espuma bota_espuma burbujas_por_la_boca`,
  WAKE: `
    despiert* despertar* desperto recordarlo reaccion* volver_en_si vuelve_en_si volvio_en_si vuelve_del_desmayo reanim* espabil* abre_los_ojos
    abrir_los_ojos recobra recobrar recupera_el_conocimiento recupera_la_conciencia`,
  UNCON: `
    inconscient* inconcient* inconsient* desmay* desmayad* desplom* desplomad* desvanec* sin_conocimiento sin_conciencia sin_sentido
    perdio_el_conocimiento perdio_el_sentido perdio_la_conciencia perdio_la_consciencia perdi_el_conocimiento perdi_la_conciencia
    ha_perdido_el_conocimiento ha_perdido_la_conciencia perdiendo_el_conocimiento perdiendo_la_conciencia se_privo colapsado colapsada
    cayo_al_suelo_y cayo_desmayad* cayo_redond* se_cayo_redond* cayo_de_golpe cayo_seco cayo_fulminad* cayo_tieso cayo_desplomad* cayo_inconsciente
    cayo_como_un_saco cayo_como_tabla se_fue_al_suelo se_fue_al_piso se_fue_de_boca se_fue_de_espaldas esta_tirado esta_tirada tirado_en_el
    tirada_en_el tirado_en_la tirada_en_la tendido_en_el tendida_en_el noqueado noqueada knoqueado lo_encontre_tirado la_encontre_tirada
    lo_encontramos_tirado la_encontramos_tirada en_coma no_reacciona no_responde_a_nada no_vuelve_en_si como_muertito como_muertita soponcio telele`,
  DROWSY: `
    adormilad* adormitad* amodorrad* somnolient* sonolient* modorra modorro aletargad* letargo letargic* dormilon*_raro muy_dormid* demasiado_dormid*
    no_se_despierta_bien no_se_mantiene_despiert* no_puede_mantenerse_despiert* se_me_duerme se_nos_duerme se_queda_dormid*_a_cada cabeceando
    desguanzad* desguangad* decaid* muy_decaid* apagad* alicaid* sin_animo_de_nada medio_inconsciente entre_dormido entre_despierto va_y_viene_de
    ojos_se_le_cierran no_abre_los_ojos_bien dopad* drogad*`,
  LIMP: `
    flacid* flaccid* aguad* desmadejad* desguanzad* desgonzad* como_trapo como_un_trapo como_trapito como_muneco muneco_de_trapo muneca_de_trapo
    como_gelatina sin_tono como_chicle descoyuntad*`,
  CPR: `
    rcp reanimacion reanimando reanimarlo reanimarla masaje_cardiaco compresiones boca_a_boca respiracion_boca primeros_auxilios_y_no desfibrilador
    no_tiene_pulso sin_pulso no_le_encuentro_pulso no_le_encuentro_el_pulso no_le_siento_el_pulso no_le_siento_pulso no_le_late no_late_su`,
  DEADNOW: `
    muriendo muriendose muere se_muere se_nos_muere se_me_muere me_muero me_estoy_muriendo se_esta_muriendo se_muriendo agoniza agonizando se_nos_va
    se_me_va se_nos_esta_yendo se_me_esta_yendo lo_pierdo la_pierdo lo_perdemos la_perdemos creo_que_esta_muerto creo_que_esta_muerta
    creo_que_se_murio parece_muerto parece_muerta`,
  FEVER: `
    fiebre fievre fiebron calentura calenturon temperatura hirviendo ardiendo volado_en_fiebre volada_en_fiebre ardiendo_en_fiebre quemando_en_fiebre
    afiebrad* enfiebrad* febril prendid*_en_fiebre 39_5 40_5 39 40 treinta_y_nueve treinta_y_ocho cuarenta_de cuarenta_y_uno cuarenta_grados`,
  NOFEED: `
    no_come_nada no_toma_nada no_quiere_teta no_quiere_la_teta no_agarra_la_teta no_agarra_el_pecho no_agarra_el_pezon no_chupa no_succiona no_mama
    no_quiere_biberon no_quiere_el_tetero no_quiere_tetero no_quiere_mamadera no_quiere_la_mamila no_quiere_mamila no_quiere_la_mema no_quiere_leche
    no_ha_comido no_ha_mamado no_ha_tomado rechaza_la_toma rechaza_las_tomas rechaza_la_leche`,
  LOSTFLUID: `
    no_orina no_ha_orinado no_mea no_hace_pipi no_ha_hecho_pipi no_moja_panal no_moja_el_panal no_ha_mojado panal_seco panales_secos deshidratad*
    deshidrat* ojos_hundidos ojitos_hundidos mollera_hundida mollera_caida fontanela lagrimas_no llora_sin_lagrimas sin_lagrimas boca_seca
    lengua_seca no_puedo_orinar no_puede_orinar sin_orinar seca_la_boca_y`,
  SPOTS: `
    manchas manchitas puntos puntitos petequias petequia morados moretones cardenales ronchas_moradas sarpullido erupcion salpullido lunarcitos_rojos
    pintas pintitas`,
  GLASS: `
    no_se_borran no_se_quitan no_se_van no_desaparecen no_palidecen no_blanquean al_apretar al_presionar al_apretarlas si_aprieto con_el_vaso
    prueba_del_vaso vaso_de_vidrio moradas violaceas rojo_oscuro`,
  STIFFNECK: `
    cuello_tieso cuello_duro cuello_rigido cuello_trabado rigidez_de_cuello rigidez_en_el_cuello rigidez_en_la_nuca nuca_tiesa nuca_rigida nuca_dura
    no_puede_doblar_el_cuello no_puede_mover_el_cuello no_puede_bajar_la_cabeza no_dobla_el_cuello pegar_la_barbilla barbilla_al_pecho
    menton_al_pecho se_arquea arquead* arqueando_la_espalda`,
  LIGHT: 'luz luces_le foco lampara sol_le_molesta resplandor claridad',
  CHILLS: 'escalofrio* tiritona tiritera tembladera calambrios chuchos chucho_de_frio destemplanza castanetea',
  FASTBREATH: `
    respira_rapido respira_rapidito respirando_rapido respira_muy_rapido respira_agitado respira_agitada respiracion_agitada respiracion_rapida
    respirando_agitado respira_cortito respira_corto respiracion_corta respiracion_entrecortada respira_superficial respira_con_esfuerzo
    respira_con_trabajo le_cuesta_respirar me_cuesta_respirar cuesta_respirar trabajo_respirar trabajo_para_respirar batalla_para_respirar
    lucha_por_respirar esfuerzo_para_respirar esta_agitado_al esta_agitada_al agitado_para_respirar deja_de_respirar_ratitos pausas_al_respirar
    hace_pausas respira_a_ratos respira_muy_despacio respira_muy_lento respira_feo respira_raro respirando_feo`,
  IMMUNE: `
    quimio quimioterapia radioterapia trasplant* transplant* leucemia linfoma mieloma inmunosuprim* inmunodeprim* inmunodefici* sin_defensas
    defensas_bajas sin_bazo neutropeni* anemia_falciforme falciforme drepanocit* vih metotrexato medula_osea`,
  DIAB: `
    diabetic* diabetes diabete azucarad* azucar_en_la_sangre insulin* cetoacidosis cetonas bomba_de_insulina hipoglucemia hiperglucemia hipoglicemia
    hiperglicemia`,
  SUGAR: 'azucar asucar glucosa glucemia glicemia glucometro sensor_de_glucosa destrostix dextrosa tira_reactiva',
  LOWHIGH: `
    bajisima bajisimo altisima altisimo por_el_suelo por_los_suelos por_las_nubes disparada disparado le_bajo_el_azucar se_le_bajo_el_azucar
    me_bajo_el_azucar se_le_subio_el_azucar se_le_subio marca_hi marca_lo marca_high marca_low dice_hi dice_lo no_marca_de_tan hipoglucemia
    hipoglicemia bajonazo`,
  PEE: `
    orin* meo mearse meado meada meo_encima se_orino se_meo se_hizo_pis se_hizo_pipi se_hizo_encima me_orine_encima pis pichi chis esfinteres se_cago
    se_cago_encima no_controla`,
  RACING: `
    a_mil a_mil_por_hora a_todo_lo_que_da aceler* galopa galopando desbocad* brincando_el_corazon brinca_el_corazon palpitaciones palpitando
    taquicardia arritmia se_me_quiere_salir se_me_sale_del_pecho se_le_sale_del_pecho se_me_sale_por_la_boca latiendo_muy_rapido late_muy_rapido
    late_rapidisimo latidos_raros irregular se_salta_latidos 150 160 170 180 190 200 210 220`,
  BREATHLESS: `
    falta_de_aire falta_del_aire falta_de_aliento falta_el_aire falta_aire falta_la_respiracion faltando_el_aire faltandole_el_aire
    faltandome_el_aire le_falta_el_aire me_falta_el_aire le_falta_aire me_falta_aire se_queda_sin_aire me_quedo_sin_aire quedo_sin_aire sin_aire
    sin_aliento sin_resuello no_me_llega_el_aire no_le_llega_el_aire no_me_entra_aire no_le_entra_aire no_jala_aire no_agarra_aire no_alcanza_el_aire
    no_alcanzo_aire no_coge_aire no_cojo_aire no_me_alcanza_el_aire no_puede_ni_terminar no_completa_las_frases no_puede_decir_dos_palabras
    apretado_del_pecho pecho_cerrado pecho_apretado trancado_del_pecho disnea`,
  ANSWER: `
    responde respond* contesta contestar contestando habla reacciona reaccionar hace_caso parpadea se_queja aprieta_la_mano se_mueve mueve_nada`,
  NAMED: `
    infarto infartado infartada infartandose infart* ataque_al_corazon ataque_cardiaco ataque_del_corazon paro_cardiaco paro_respiratorio
    paro_cardiorrespiratorio un_paro angina_de_pecho derrame derrame_cerebral embolia embolia_pulmonar ictus acv evc avc trombosis trombo aneurisma
    isquemia isquemico ataque_cerebral hemorragia_cerebral sangrado_cerebral coagulo_en_el_cerebro coagulo_en_el_pulmon neumotorax pulmon_colapsado
    sepsis septicemia choque_septico shock_septico meningitis encefalitis apendicitis peritonitis apendice_reventado torsion_testicular
    embarazo_ectopico ectopico preeclampsia eclampsia desprendimiento_de_placenta epiglotitis bronquiolitis tetanos botulismo intoxicacion_etilica
    coma_etilico congestion_alcoholica coma_diabetico delirium_tremens fractura_de_craneo fractura_expuesta fractura_abierta cuello_roto
    golpe_de_calor`,
  COLDLIMB: `
    frio_y_blanco fria_y_blanca frio_y_palido fria_y_palida frio_y_morado fria_y_morada helado_y_blanco helada_y_blanca pie_morado_y pierna_morada_y
    sin_pulso_en_el sin_pulso_en_la dedos_negros pie_negro`,
  SADDLE: `
    entrepierna partes partes_intimas zona_intima nalgas nalga pompis pompas posaderas culo silla_de_montar perine al_limpiarme
    no_siento_cuando_me_limpio`,
  FRUITY: 'acetona fruta manzana manzanas quitaesmalte aliento_dulce aliento_a boca_a_fruta',
  GETWORSE: `
    va_a_peor cada_vez_peor cada_vez_mas va_empeorando empeora empeorando empeoro se_esta_poniendo_peor se_pone_peor poniendose_peor peor_cada_vez
    se_agrava agravando se_agravo de_mal_en_peor va_subiendo se_extiende extendiendo creciendo_rapido`,
  FOUND: `
    lo_encontre la_encontre lo_encontramos la_encontramos me_lo_encontre me_la_encontre lo_acabo_de_encontrar la_acabo_de_encontrar lo_hallamos
    la_hallamos entre_al_cuarto_y llegue_y_estaba llegue_a_casa_y encontre_a_mi encontramos_a_mi`,
  JOINT: `
    rodilla rodillas cadera caderas tobillo tobillos codo codos hombro hombros muneca munecas talon talones nudillo nudillos`,
};
