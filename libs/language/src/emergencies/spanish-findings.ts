import type { ConceptWords } from './concepts';

/** Spanish words of each finding, of Spain, Mexico, the Caribbean and the south. */
export const spanishFindings: ConceptWords = {
  CHEST: 'pecho pexo esternon torax costillas caja_toracica',
  HEART: 'corazon pulso latido latidos late latir',
  HEAD: 'cabeza craneo frente coco',
  FACE: 'cara boca sonrisa parpado mejilla rostro',
  LIMB: `
    brazo brazos braso pierna piernas mano manos pie pies lado medio_cuerpo mitad_del_cuerpo muslo dedos rodillas`,
  JAW: 'mandibula quijada brazo_izquierdo hombro brazo braso',
  THROAT: 'garganta lengua labios labio traquea tragadero gaznate',
  LUNGS: 'pulmon pulmones',
  EYE: 'ojo ojos vista ojito ojitos',
  BELLY: 'barriga panza vientre estomago abdomen tripa guata costado',
  BACK: 'espalda',
  GROIN: 'testiculo* huevo huevos bola bolas escroto ingle',
  SADDLE: 'entrepierna partes_intimas entre_las_piernas nalgas trasero gluteos',
  PAIN: 'dolor dolores duele duelen doliendo dolio punzada* ardor calambre* punalada_en_la_espalda molestia',
  PRESSURE: `
    presion opresion aprieta* apriet* apretar* apretado apretando peso prensa pesado oprim* elefante estruja* pesa losa piedra_en_el apreton`,
  SEVERE: `
    peor insoportable terrible horrible fortisimo muy_fuerte tan_fuerte muchisimo desgarr* estalla explota un_monton no_aguanto no_aguanta fuerte
    intenso espantoso tremendo dura_como duro_como se_rompio_por de_muerte retorc* tantisimo bestial doblado mucho atroz agudo brutal estallido
    insufrible no_soporto no_se_aguanta`,
  SWEAT: 'sudando sudor sudores suda transpir* sud*',
  PALE: `
    gris palid* blanco_como esta_blanco esta_blanca blanca_como blanquisim* amarillo_y manchas_moradas con_manchas livido grisaceo blanco_y cenicient*
    ceniza manchad* piel_manchada`,
  DIZZY: `
    maread* me_desmayo desvanec* viendo_negro veo_negro se_me_nubla desfallec* descompuesto descompuso se_descompuso descompensad* mareo`,
  VOMIT: 'vomit* devolv* guacar* arroj* deponer basca nauseas',
  DROOP: 'torcid* chuec* chueco caida caido se_le_cayo colgando desviad* torcio',
  NUMB: `
    dormid* durmio paraliz* adormec* sin_fuerza fuerza entumid* entumec* muerto muerta acalambrad* sin_sensibilidad debil_de debilidad se_me_cae_todo
    se_le_cae_todo no_le_sirve no_le_responde no_me_responde sin_mover sin_fuerzas`,
  SPEECH: 'habla hablar ablar hablando palabras voz hablo lengua pronunciar decir_lo_que expresarse',
  GARBLED: `
    enred* traba trab* raro rara borracho borracha disparates incoherencias tonterias cosas_raras cosas_sin_sentido no_se_le_entiende incoherente
    balbuce* arrastra* estropajosa pastosa no_le_salen no_me_salen no_le_sale_la no_le_entiendo_nada no_le_entiendo_lo no_le_entendemos`,
  CONFUSED: `
    confundid* desorientad* incoherencias disparates no_me_reconoce no_reconoce no_sabe_donde no_sabe_ni no_sabe_quien delir* tonterias como_ido
    como_ida esta_ido esta_ida desvaria* alucina* viendo_cosas no_conecta desubicad* perdido cosas_raras cosas_sin_sentido no_coordina no_coordino
    puras_tonterias atontad*`,
  BLIND: `
    cieg* no_veo no_ve veo_doble ve_doble dejo_de_ver deje_de_ver perdi_la_vista perdio_la_vista perdi_la_vision sin_ver vision_doble`,
  WORSTHEAD: 'peor_dolor_de_cabeza dolor_de_cabeza_de_mi_vida cabeza_me_estalla cabeza_me_explota',
  HEADACHE: 'dolor_de_cabeza cabeza jaqueca cefalea',
  BREATHE: 'respir*',
  AIR: 'aire oxigeno resuello aliento',
  GASP: 'boquea* ronquido* roncando estertor* jade* quejand* silba pita sibilancias resoll* gorgote* silbido',
  BLUE: 'azul* morad* amoratad* violacea cianotic*',
  SUFFOCATE: `
    asfixi* ahogando ahoga sofoc* me_ahogo se_ahoga ahogandose no_respira no_puedo_respirar no_puede_respirar dejo_de_respirar ahogo ahogarse`,
  RIBS: 'se_le_hunden hunden hunde_el hunde_la se_le_marcan_las',
  SATS: 'satura saturacion saturando oximetro oxigeno',
  CHOKE: `
    atragant* atora* atoro atragand* atascado_en_la se_le_atasco se_le_fue_por por_otro_lado por_mal_camino`,
  STUCK: 'atorad* atravesad* clavad* atoro trabado trabo atascad* atravesado obstruid*',
  SWALLOW: 'tragar pasar_saliva pasar_la_saliva tragar_saliva deglutir',
  BLOOD: 'sangre coagulo coagulos sangrita cuagulos',
  BLEED: `
    sangra* sangro hemorragi* desangr* sangrad* manchando sangrand* emorragia hemoragia emoragia sangrando`,
  POUR: `
    chorro chorros a_mares borbotones mucha muchisima un_monton por_todos por_todas sin_parar no_para no_deja no_se_detiene empap* charco lleno llena
    hay_mucha demasiada tanta no_se_corta no_hay_modo no_hay_manera brota abundante bastante mucho muchisimo litros grandotes grandes salpica*
    por_todo brinca salpica salta sigue_saliendo sigue_sangrando`,
  WONTSTOP: `
    no_para no_deja no_se_detiene no_se_corta no_paro no_dejo sin_parar no_logro_parar no_puedo_parar no_hay_modo no_hay_manera no_consigo no_cesa
    no_se_le_quita no_le_para`,
  THINNER: 'anticoagulant* sintrom warfarina eliquis xarelto heparina acenocumarol',
  COFFEE: 'borra_de_cafe posos_de_cafe granos_de_cafe cafe_molido cuncho_de_cafe',
  STOOL: `
    popo caca heces vater inodoro taza evacuo evacua* excremento deposiciones cacas materia_fecal obro hace_negro`,
  TAR: 'alquitran brea negro negra negras chapopote petroleo',
  SPIT: 'tos tosi toso tosio tosiendo escup* vomit* devuelv* devolv* arroj* echando echo echa',
  SWELL: `
    hinch* inflam* inchad* inchando inchada hincho cierra cerrando cerrar cerrarse globo deform* incho engrosad* salchichas`,
  HIVES: 'ronch* habones urticaria sarpullido granitos',
  ANAPHYL: 'anafila* anafilact* choque_alergico shock_alergico',
  EPIPEN: 'epinefrina adrenalina autoinyector epipen',
  ATEFOOD: 'camaron* cacahuate* mani nuez nueces marisco* cacahuete* almendra* gambas langostinos',
  STUNG: 'pico picado picada mordio picaron mordido mordida picadura mordedura picotazo pincho',
  VENOM: `
    vibora culebra serpiente alacran* escorpion avispa* abeja* medusa viuda_negra cascabel arana avispon coral`,
  TOOK: `
    tomo tome tomado tomaron trago trague tragado comio comi comido comimos bebio bebi bebido ingirio ingeri inyecte inyecto metio chupo lamio zampo
    zampado se_toma tomaba tomando tomandose mando echo paso pase traga bebieron comieron inhalo empino`,
  PILLS: `
    pastilla* pildora* paracetamol aspirina* ibuprofeno medicina medicinas medicamento* insulina tableta* comprimid* antidepresiv* sedante* calmantes
    tranquilizantes rivotril clonazepam diazepam lorazepam somnifer* tramadol valium remedios pepas metformina losartan`,
  TOXIN: `
    cloro lejia veneno* detergente desengrasante anticongelante gasolina insecticida raticida raid acido destapacanos desague aguarras thinner tiner
    diluyente sosa amoniaco lavandina lavavajillas suavizante perfume alcohol_de_farmacia colonia quitaesmalte limpiador limpiatodo limpiacristales
    desinfectante lampara parafina kerosene queroseno salfuman lisoform pinesol fabuloso suavitel capsula_de_detergente mata_ratas matarratas
    debajo_del_fregadero bajo_el_fregadero producto_de_limpieza del_lavadero`,
  SWALLOWOBJ: 'pila pilas bateria iman imanes moneda aguja alfiler clavo tornillo vidrio canica',
  DRUG: `
    heroina fentanilo jeringa jeringuilla cocaina coca cristal metanfetamina extasis droga* algo_en_la_fiesta una_pasti tusi popper ketamina piedra
    inyectado`,
  OVERDOSE: 'sobredosis sobre_dosis',
  ALCOHOL: 'alcohol tequila vodka borracho borracha tomado trago tragos ron coma_etilico',
  MONOXIDE: 'monoxido olia_a_gas fuga_de_gas brasero olor_a_gas huele_a_gas',
  WRONGDOSE: 'equivocad* doble_dosis por_error me_confundi_de_pastilla dosis_doble se_confundio_de',
  SEIZE: `
    convuls* convulc* ataque_epileptico crisis_epileptica epilectico le_dio_un_ataque le_ha_dado_un_ataque le_dan_ataques con_ataques combuls*
    con_el_ataque con_ataque`,
  SHAKE: 'temblando tembl* sacudiendo sacud* tirita* ties* rigid* espasmos duro brincan brinca tieso',
  EYESROLL: `
    ojos_en_blanco se_le_van_los_ojos ojos_volteados ojos_para_atras se_le_fueron_los_ojos ojos_se_le_van ojos_virados ojos_hacia_atras`,
  FOAM: 'espuma espumarajo* baba',
  WAKE: `
    despiert* despertar* reaccion* vuelve_en_si volver_en_si volvio_en_si vuelve recobra conciencia desperto volvio mantener_despiert*
    mantenerla_despierta mantenerlo_despierto`,
  UNCON: `
    inconsciente* inconciente* desmay* desplom* desvanecio desvanecid* perdio_el_conocimiento perdio_el_conosimiento perdi_el_conocimiento
    perdio_la_conciencia tirado tirada cayo_redond* sin_sentido sin_conocimiento caido_en caida_en patatus soponcio como_muerto como_muerta
    quedo_tieso se_fue_de_golpe al_suelo se_quedo_tirad* se_privo perdio_el_sentido se_apago casi_inconsciente semi_inconsciente semiinconsciente`,
  DROWSY: `
    adormilad* dormilon* muy_dormid* somnolient* amodorrad* casi_no_despierta cuesta_despertar* apenas_despierta medio_dormid* aletargad* atontad*
    modorra como_dormid* cuesta_mucho_despertar*`,
  LIMP: `
    flojo flojito flacid* como_un_trapo como_trapo aguado aguadito aguada desguanzad* lacio lacia blandito`,
  CPR: 'rcp reanimacion masaje_cardiaco reanimando compresiones',
  DEADNOW: 'muere muriendo se_muere me_muero morir muerto',
  CHILD: `
    bebe bb bebito bebita beba bebé nino nina nene nena hijo hija hijito hijita nieto nieta chamaco chamaca guagua criatura peque recien_nacid* crio
    wawa chiquito chiquita mijo mija sobrino sobrina mellizo gemelo pequeño pequeno pequena niñita ninito ninita chavito chavo perro`,
  TINY: `
    recien_nacid* neonato un_mes dos_meses tres_semanas dos_semanas seis_semanas cuatro_semanas cinco_semanas una_semana 3_semanas 2_semanas 6_semanas
    1_mes 2_meses dias_de_nacid* dias_de_vida semanas_de_vida semanas_de_nacid* ocho_semanas quince_dias veinte_dias diez_dias cinco_dias siete_dias
    ocho_dias dias_de_nacido tres_dias doce_dias veinticinco_dias`,
  FEVER: `
    fiebre calentura temperatura ardiendo hirviendo caliente 38 39 40 treinta_y_ocho treinta_y_nueve cuarenta destemplad* fiebron calenturon calient*`,
  NOFEED: `
    no_quiere_comer no_come no_quiere_el_pecho no_quiere_mamar no_toma no_quiere_tomar no_mama no_quiere_el_biberon rechaza_el_pecho`,
  SPOTS: 'manchas manchitas puntos puntitos moretones petequias manchita',
  GLASS: `
    moradas morados rojas rojos no_se_quitan no_se_borran no_desaparecen al_apretar vaso violetas no_se_van`,
  STIFFNECK: `
    cuello_duro cuello_tieso cuello_rigido nuca_rigida nuca_tiesa nuca_dura doblar_el_cuello mover_el_cuello rigidez_de_nuca bajar_la_cabeza
    muevo_el_cuello muevo_la_cabeza mueve_el_cuello`,
  LIGHT: 'luz',
  CHILLS: 'escalofrio* tirita* tembl* tiritona',
  FASTBREATH: `
    respira_muy_rapido respirando_rapid* respira_rapid* respira_raro respira_mal respira_feo respirando_mal respirando_raro respira_como
    no_respira_bien respira_agitad* respira_con_dificultad respira_muy respirar_muy respiracion_rara respira_hondo respira_lento respira_con_ruido`,
  IMMUNE: 'quimio quimioterapia trasplantad* transplantad* leucemia sin_defensas inmunodeprimid* neutropenia',
  PREG: `
    embaraza* encinta embarazo preñada prenada gestante meses_de_embarazo semanas_de_embarazo de_siete_meses de_ocho_meses de_seis_meses
    de_nueve_meses esperando_un_bebe estoy_de_ocho estoy_de_siete estoy_de_seis gestacion prueba_positiva prueba_de_embarazo semanas_y`,
  LABOR: `
    contraccion* de_parto rompi_fuente rompio_fuente rompi_la_fuente rompio_la_fuente rompio_la_bolsa rompi_aguas rompio_aguas rompi_bolsa
    rompio_bolsa la_fuente viene_el_bebe ya_viene naciendo coronando pujando pujar dando_a_luz va_a_nacer esta_pariendo se_le_ve_la_cabeza
    le_veo_la_cabeza sale_la_cabeza pariendo va_a_parir se_me_salio_el_agua verdosa liquido_verde meconio viene_de_pies viene_de_nalgas la_placenta`,
  BIRTH: 'di_a_luz dio_a_luz pari pario parir tuve_un_bebe tuve_al_bebe parto posparto cesarea acaba_de_parir',
  CORD: 'cordon',
  KICK: `
    mueve mueva mover moverse moviendo patea pateo patadas movido moverlo movimientos siento_al_bebe pateado`,
  SEESTARS: `
    lucecitas veo_luces luces estrellitas veo_borroso borroso manos_hinchadas hinchadas_las_manos chispitas destellos hinchada_la_cara`,
  MISCARRY: `
    aborto_espontaneo estoy_abortando perdiendo_al_bebe perdiendo_el_bebe perdiendo_a_mi_bebe abortando amenaza_de_aborto`,
  FALLS: 'cayo cai caido caida caerse cayeron cae_de tiro se_cae aventaron callo rodo rodaron rodando',
  HEIGHT: `
    techo tejado escalera* azotea balcon arbol ventana caballo andamio segundo_piso tercer_piso edificio puente barranco tercero`,
  VEHICLE: `
    carro coche auto camion moto camioneta bus autobus tren bici tractor accidente choque cuatrimoto colectivo combi micro guagua tranvia montacargas`,
  HITBY: `
    atropell* arroll* embistio paso_por_encima cayo_encima le_cayo me_cayo chocamos choco pego_un revolco`,
  KNOCK: 'golpe* pego peg* di_en dio_en abrio_la partio madrazo porrazo trancazo patada coscorron',
  STAB: `
    apunal* acuchill* balazo* balear* balead* disparo* dispararon punalada* navajazo* machetazo tiro_en_la herida_de_bala tiroteo bala clavaron
    plomazo picaron_con botellazo puntazo cuchillada`,
  ELECTRO: `
    electrocut* toque_electrico enchufe corriente cable rayo descarga chispazo alta_tension calambrazo pegado_a_la_corriente`,
  SAW: `
    sierra motosierra maquina esmeril amoladora licuadora molino podadora trilladora hacha trituradora prensa cortadora guadaña torno`,
  CUTOFF: `
    corto_los_dedos corto_el_dedo se_corto_el_dedo arranc* amput* cercen* punta_del_dedo mocho pedazo se_le_cayo_el se_me_cayo_el colgando rebano
    cortado_el_dedo volo`,
  DIGIT: 'dedo dedos pulgar mano brazo pierna pie lengua oreja',
  DEEP: 'profund* hueso abierta enorme tendon la_carne hondo honda grasa feo fea',
  CUT: 'corte cortada cortadura herida tajo corto cortado tajada navaja',
  BONE: 'hueso huesos',
  SHOWING: 'fuera afuera salido se_ve asoma expuesto de_fuera al_aire torcid* salio salida ve_el',
  TRAPPED: `
    atrapad* aplast* quedo_debajo debajo_del prensad* encima_al encima_a_la sepultad* aplasto machuc* agarro_la prenso le_agarro`,
  BURN: 'quem* quemadura* incendi* fuego abras* escald*',
  SCALDER: `
    hirviendo aceite acido quimico* explosion exploto cuete* cohete* gasolina petardo* llamas alcohol agua_caliente cafe_caliente sopa_caliente olla
    pirotec* fritura vapor caldo`,
  SKINOFF: `
    todo_el toda_la todo_el_brazo se_le_cae_la_piel se_le_levanta ampollas medio_cuerpo la_piel toda_la_cara tercer_grado`,
  SMOKE: 'humo gases',
  ATTACKED: `
    golpearon golpeo ahorco estrangul* atacaron ataco pegaron me_pego violaron violo asalt* paliza amenaz* pegando golpeando madrearon`,
  DROWN: `
    ahogo_en ahogando_en ahog* piscina alberca pileta rio lo_sacamos la_sacamos del_agua bajo_el_agua mar tina banera`,
  HEATCOLD: `
    insolacion golpe_de_calor hipotermia ya_no_suda dejo_de_sudar ni_tiembla helad* todo_el_dia_al_sol congelad* en_la_nieve`,
  SPLASH: `
    salpico salto cayo entro echo derramo metio clavado clavo clavada en_los_ojos en_el_ojo al_ojo a_los_ojos`,
  PUPIL: 'pupila pupilas',
  EARS: 'oido oidos orejas',
  DIAB: 'diabetic* diabetes insulina azucarad* cetoacidosis cetonas',
  SUGAR: 'azucar glucosa glucemia glucometro aparato medidor glicemia',
  LOWHIGH: `
    lo hi low bajisim* bajo muchisimo por_los_suelos por_las_nubes 28 30 31 32 33 34 35 36 37 38 39 40 42 500 600 treinta treinta_y_cinco cuarenta
    quinientos seiscientos hipo hipoglucemi* marca muy_baja bajon treinta_y_dos treinta_y_ocho quinientos_y_pico`,
  FRUITY: 'huele_a_manzana manzana acetona fruta',
  PEE: 'orinar orine orino mear pipi hice_encima hizo_encima esfinter*',
  FEEL: 'siento siente sentir',
  COLDLIMB: 'frio_y_blanco fria_y_blanca helado_y frio_y_morad* fria_y_morad* frio_blanco',
  ERECTION: 'ereccion erecto priapismo',
  CALFSWELL: 'pierna_hinchada pantorrilla_hinchada hinchada_la_pierna hincho_la_pierna',
  DEVICE: 'marcapasos desfibrilador',
  SHOCKING: 'descargas descarga chispazos',
  NAMED: `
    infarto infartando ataque_al_corazon ataque_cardiaco derrame ictus embolia trombosis paro_cardiaco un_paro aneurisma sepsis meningitis
    reaccion_alergica preeclampsia eclampsia ataque_de_asma coma_diabetico peritonitis ataque_cerebral`,
  BREATHLESS: `
    falta_el_aire falta_la_respiracion falta_aire sin_aire faltando_el_aire falta_de_aire faltar_el_aire quedando_sin_aire falta_el_aliento
    no_entra_el_aire no_me_entra_el_aire no_le_entra_el_aire no_me_entra_aire no_le_llega_el_aire me_quedo_sin_aire se_queda_sin_aire`,
  BREATHV: 'respir*',
  ANSWER: 'habla no_puede_hablar responde contesta respondiendo contestando respondia contestaba responden',
  WILD: 'setas hongos bayas planta plantas semillas',
  GRAB: 'agarr* llev* se_toco se_aprieta',
  NECK: 'cuello mandibula',
  DROOL: 'babea* baba babeando saliva',
  PADS: 'toalla toallas compresa* panal sabanas',
  SOAK: 'empap* llen*',
  SHOCK: 'en_shock en_choque',
  LOSS: 'perdida perdiendo perdi perdio pierdo',
  BLEEDOUT: 'desangr*',
  RACING: 'a_mil galop* acelerad* desbocad* se_me_sale 180 200 170 disparad* taquicardia',
  MOUTH: 'boca mandibula',
  OPEN: 'abrir abre',
  INHALER: 'inhalador bombita salbutamol ventolin nebuliz* puf aerosol',
  LOWSAT: `
    60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79 80 81 82 83 84 85 86 87 88 89 ochenta* setenta* sesenta* baja bajando`,
  BIGLIMB: 'lado brazo brazos pierna piernas medio_cuerpo mitad_del_cuerpo lado_derecho lado_izquierdo',
  LEGSFAIL: 'no_me_sostienen no_me_responden fueron_las_piernas no_le_responden no_le_sostienen piernas_no_me',
  WALK: 'caminar andar pararse sostenerse camina tenerse_en_pie equilibrio',
  BURST: 'revento reventado exploto',
  BRIGHT: 'rojo_vivo rojo_brillante',
  MANGLED: 'destrozad* triturad* machacad* hecha_pedazos',
  COLDBODY: 'fria frio helad* heladit*',
  TWIST: 'torcio torcido torcion',
  WAIST: 'cintura_para cintura_abajo de_la_cintura',
  TANK: 'tanque_de_oxigeno concentrador canula traqueostomia respirador',
  RANOUT: 'se_acabo vacio tapada tapado no_sirve se_apago',
  HIT: 'le_pego me_pego lo_golpeo la_golpeo lo_tumbo',
  JAUNDICE: 'amarill* ictericia',
  LINE: 'cateter fistula',
  ASTHMA: 'asma asmatic*',
  BADLY: 'muy_mal fatal fatalmente malisimo',
  BLADE: 'navaja cuchilla cuchillo',
  BACKMID: 'entre_los_omoplatos entre_las_paletas entre_los_hombros omoplatos',
  BPLOW: 'baja_la_presion presion_baja presion_muy_baja presion_esta_baja baja_la_tension tension_muy_baja',
  NEEDLE: 'jeringa_en jeringa_puesta jeringuilla_en',
  DEFORM: 'torcida torcido chueca chueco al_reves deforme dislocad* zafado zafo',
  EYESOPEN: 'abre_los_ojos abrir_los_ojos',
  ONFIRE: 'se_le_prendio prendio_fuego se_incendio en_llamas se_le_quemo_la_ropa',
  OUT: 'salir sacarlo sacarla sacarme',
};
