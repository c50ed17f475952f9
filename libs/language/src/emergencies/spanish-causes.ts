import type { ConceptWords } from './concepts';

/** What does harm, by its names in Spanish: substances, medicines, tools, animals, heights, and what they do. */
export const spanishCauses: ConceptWords = {
  TOOK: `
    tomo tomado tomada tome tomaron trago tragado trague tragaron se_trago comio comido comi ingirio ingerido ingerir bebio bebido bebi se_bebio
    chupo chupado lamio masco mastico mordio_una inhalo inhalado olio aspiro se_inyecto me_inyecte se_metio me_meti se_empino se_bajo_una se_zampo
    se_echo se_mando se_embucho tenia_en_la_boca en_la_boca se_llevo_a_la_boca`,
  PILLS: `
    pastillas pastilla pildoras tabletas comprimidos capsulas grageas pepas pepitas chochos medicamentos medicinas remedios jarabe gotas_de`,
  MEDNAME: `
    paracetamol acetaminofen tylenol panadol gelocatil termalgin apiretal tempra dolex tafirol dalsy ibuprofeno espidifen advil actron motrin
    naproxeno flanax aleve aspirina aspirinas aspirineta cafiaspirina nolotil metamizol dipirona novalgina neomelubrina buscapina ketorolaco toradol
    dolocam diclofenaco voltaren tramadol tramal adolonta codeina morfina oxicodona fentanilo_en_parche parche_de_fentanilo metadona diazepam valium
    alprazolam trankimazin tafil xanax lorazepam orfidal ativan clonazepam rivotril rivo bromazepam lexatin lormetazepam noctamid zolpidem stilnox
    zopiclona midazolam fenobarbital dormicum melatonina valeriana dormidina benadryl difenhidramina dramamine clorfenamina loratadina sertralina
    altruline fluoxetina prozac escitalopram citalopram paroxetina venlafaxina duloxetina mirtazapina trazodona amitriptilina anafranil bupropion
    litio quetiapina olanzapina risperidona haloperidol clozapina gabapentina pregabalina lyrica carbamazepina tegretol fenitoina epamin valproato
    depakine keppra levetiracetam lamotrigina metformina glibenclamida insulina losartan enalapril captopril lisinopril amlodipino nifedipino
    atenolol propranolol metoprolol bisoprolol carvedilol digoxina verapamilo furosemida espironolactona hidroclorotiazida warfarina acenocumarol
    sintrom levotiroxina eutirox hierro_en_pastillas sulfato_ferroso cloroquina misoprostol cytotec antihistaminico* anticonceptivos laxantes
    calmantes tranquilizantes ansioliticos antidepresivos somniferos sedantes barbituricos pastillas_para_dormir pastillas_de_dormir
    pastillas_de_la_presion pastillas_para_la_presion pastillas_de_la_tension pastillas_del_corazon pastillas_para_el_corazon pastillas_de_la_abuela
    pastillas_del_abuelo pastillas_de_mi_mama pastillas_de_la_azucar pastillas_para_la_azucar`,
  TOXIN: `
    cloro lejia lavandina hipoclorito clorox clorina acido_muriatico muriatico salfuman agua_fuerte aguafuerte sosa_caustica soda_caustica potasa
    amoniaco amoniaco_en desatascador destapacanos drano diablo_rojo desincrustante antical limpiahornos quitagrasas desengrasante limpiavidrios
    limpiacristales limpiapisos fregasuelos pinol pinesol mistolin fabuloso maestro_limpio ajax lysol creolina zotal lavaplatos lavatrastes lavaloza
    detergente jabon_liquido suavizante suavitel capsula_de_lavadora capsula_del_lavavajillas pastilla_del_lavavajillas pastillas_de_cloro
    pastilla_de_la_piscina cloro_de_piscina veneno veneno_de_ratas veneno_para_ratas raticida mataratas racumin campeon guayaquil tres_pasitos
    matahormigas mata_cucarachas matacucarachas insecticida baygon raid flit shelltox gamexane plaguicida pesticida herbicida gramoxone paraquat
    glifosato randal roundup organofosforado* fertilizante fungicida foley furadan carburo anticongelante refrigerante_del_carro liquido_de_frenos
    acido_de_bateria aceite_de_motor aceite_de_carro gasolina nafta bencina gasoil diesel petroleo queroseno kerosene querosen keroseno parafina
    aguarras trementina tiner thinner tinher disolvente solvente diluyente barniz pintura esmalte acetona quitaesmalte removedor pegamento
    super_bonder superglue kola_loka la_gotita resistol colonia perfume alcohol_isopropilico alcohol_de_curar alcohol_de_quemar alcohol_metilico
    metanol alcohol_adulterado gel_antibacterial alcohol_en_gel gel_hidroalcoholico agua_oxigenada permanganato yodo formol cianuro arsenico
    estricnina naftalina alcanfor aceite_de_eucalipto mercurio liquido_de_vapeo nicotina_liquida`,
  SWALLOWOBJ: `
    pila pilas pila_de_boton pila_boton bateria_de_boton pilita iman imanes bolitas_magneticas moneda monedas tornillo clavo alfiler
    alfiler_de_gancho imperdible aguja tachuela chinche_de arete pendiente caravana anillo canica canicas bolita bolinche metra cuentas
    cuenta_de_collar orbeez bolas_de_agua hidrogel vidrio pedazo_de_vidrio espina_de_pescado hueso_de_pollo palillo anzuelo navaja_de_afeitar
    tapa_de_boligrafo tapita`,
  CHOKEFOOD: `
    uva uvas salchicha salchichas hot_dog perro_caliente palomitas cotufas pochoclo pop_corn caramelo dulce_duro chupetin paleta bombon malvavisco
    trozo_de_carne pedazo_de_carne trozo_de_pollo pedazo_de_pan bola_de_carne globo hueso_de_aceituna aceituna semilla_de cacahuate zanahoria
    pedazo_de_manzana frijol haba bolillo filete bistec`,
  DRUG: `
    heroina fentanilo cocaina coca perico farlopa merca bazuco paco crack piedra cristal metanfetamina meta anfetamina* speed extasis mdma tachas
    tacha pirulas pasti pastis ketamina keta tusi tusibi ghb lsd tripis tripi ajo_de_acido acidos_en hongos_alucinogenos hongos peyote ayahuasca
    popper poppers spice marihuana_sintetica mariguana_comestible comestibles brownie_de_marihuana gomitas_de_marihuana gomitas_de_thc mota_y porro_y
    activo mona_de resistol_inhalado burundanga escopolamina le_echaron_algo_en_la me_echaron_algo_en_la le_pusieron_algo_en_la
    me_pusieron_algo_en_la algo_en_la_bebida algo_en_el_trago drogad* drogo jeringa jeringuilla inyectandose se_pico se_inyecto naloxona narcan`,
  OVERDOSE: `
    sobredosis sobre_dosis sobredocis pasado_de_dosis se_paso_de_pastillas se_paso_con_las me_pase_de_dosis me_pase_con_las se_paso_de_rosca_con
    se_tomo_demasiadas tome_demasiadas tomo_demasiadas me_tome_demasiadas tomado_demasiadas se_trago_todas demasiada_insulina demasiadas_pastillas`,
  TOOKALL: `
    todas_las_pastillas todas_sus_pastillas todas_mis_pastillas todo_el_frasco todo_el_bote toda_la_caja todo_el_blister todo_el_paquete
    el_frasco_entero la_caja_entera el_bote_entero el_frasco_completo la_caja_completa un_frasco_de un_bote_de un_punado_de un_monton_de_pastillas
    un_chingo_de_pastillas muchas_pastillas muchisimas_pastillas frasco_vacio frascos_vacios caja_vacia cajas_vacias blister_vacio blisters_vacios
    bote_vacio blisteres`,
  WRONGDOSE: `
    dosis_doble doble_dosis dosis_equivocada pastilla_equivocada pastillas_equivocadas medicina_equivocada medicamento_equivocado insulina_equivocada
    insulina_de_mas jarabe_de_mas medicina_de_mas me_equivoque_de_pastilla me_equivoque_de_medicina me_equivoque_de_dosis se_equivoco_de_pastilla
    se_equivoco_de_medicina se_equivoco_de_dosis se_confundio_de_pastilla se_confundio_de_medicina me_confundi_de_medicina le_di_de_mas le_di_doble
    le_di_el_doble le_puse_de_mas le_puse_el_doble me_puse_de_mas me_puse_el_doble me_inyecte_de_mas me_tome_doble se_tomo_doble se_tomo_el_doble
    tome_el_doble tomo_el_doble diez_veces_mas pastillas_del_perro medicina_del_perro`,
  MONOXIDE: `
    monoxido monoxido_de_carbono brasero anafre carbon_adentro carbon_encendido boiler calefon_y estufa_de_gas calentador_de_gas fuga_de_gas
    escape_de_gas huele_a_gas olor_a_gas huele_mucho_a_gas olia_a_gas bombona tanque_de_gas_abierto humo_del_carro en_la_cochera_con
    garaje_con_el_motor`,
  ALCOHOL: `
    borracho borracha borrachera borrachisim* ebrio ebria alcoholizad* tomado_mucho tomo_mucho bebio_mucho ha_bebido_mucho se_bebio_una_botella vodka
    ginebra whisky ron tequila mezcal aguardiente pisco cachaca guaro licor destilado chupad* curado_como jumo jalado embriagad* botella_de_ron
    botella_de_vodka botella_de_tequila botella_de_whisky`,
  WILD: `
    hongo hongos setas seta champinones_del champinones_del_monte callampas bayas baya moras_silvestres planta hojas semillas adelfa ricino
    higuerilla cicuta floripondio estramonio toloache belladona dieffenbachia millonaria filodendro nochebuena_planta lirio acebo tejo pez_globo
    yuca_brava mandioca_brava`,
  FALLS: `
    cayo caido caida cayeron caerse callo_de se_callo_de cai caimos se_cae despeno rodo rodaron rodando resbalo resbale resbalado tropezo tropeze
    precipito precipitado se_precipito aventado arrojado aterrizo se_fue_por_las se_fue_por_la se_fue_escaleras desbarranco se_volco volcaron
    salio_volando salio_disparado trastabillo tiro_de_cabeza se_desnuco desnuco`,
  HEIGHT: `
    techo tejado azotea balcon ventana escalera escaleras escalones gradas andamio arbol mata_de poste barda muro tapia precipicio barranco barranca
    acantilado risco quebrada zanja pozo aljibe alcantarilla caballo yegua burro mula litera camarote tobogan resbaladilla columpio pasamanos
    trampolin brincolin cama_elastica cambiador silla_alta trona periquera piso_dos segundo_piso tercer_piso cuarto_piso quinto_piso primer_piso
    altura cinco_metros tres_metros cuatro_metros seis_metros diez_metros dos_metros segundo_nivel grua torre silo teja lamina placa_del_techo tinaco`,
  VEHICLE: `
    coche carro auto automovil camioneta troca camion trailer tractomula gandola rastra furgoneta furgon pesero combi micro bus buseta colectivo
    guagua autobus bondi camion_de taxi moto motocicleta motoneta mototaxi pasola patineta_electrica patinete patin_electrico monopatin bici
    bicicleta cicla cuatrimoto cuatriciclo tractor montacargas retroexcavadora excavadora aplanadora tren metro tranvia lancha panga moto_de_agua
    helice choque choco chocaron accidente accidente_de_transito volcadura volcamiento siniestro carambola`,
  HITBY: `
    atropell* atropeyo lo_atropello la_atropello arroll* embistio embestid* revolco lo_revolco corneo corno cornada coceado coz_de le_paso_por_encima
    me_paso_por_encima le_pasaron_por_encima le_cayo_encima me_cayo_encima se_le_vino_encima se_me_vino_encima le_dio_un_carro le_dio_un_coche
    lo_golpeo_un_carro le_pego_un_carro le_pego_un_coche le_pego_una_moto lo_tumbo_un_carro patada_de_un_caballo patada_de_una_vaca
    pateado_por_un_caballo lo_pateo_un_caballo lo_pateo_una_vaca lo_aplasto lo_aplasto_un`,
  KNOCK: `
    golpe golpazo golpeo golpeado golpeada golpee porrazo trancazo madrazo trompazo cabezazo coscorron chichon chipote cototo guamazo cocotazo
    tortazo batacazo pina_en_la pedrada se_pego_en_la_cabeza se_golpeo_la_cabeza se_dio_en_la_cabeza se_dio_un_golpe se_abrio_la_cabeza
    se_partio_la_cabeza se_rompio_la_cabeza se_rajo_la_cabeza se_descalabro descalabr* se_abrio_la_frente se_partio_la_frente traumatismo contusion`,
  STAB: `
    apunal* acuchill* cuchillazo* cuchillada* navajazo* punalada* puntazo filerazo fierrazo machetazo machetead* picahielo picahielos verduguillo
    balazo balazos plomazo tiroteado tirotead* baleado balead* balearon disparad* disparo disparos dispararon le_dispararon me_dispararon
    le_dieron_un_tiro le_metieron_un_tiro le_pegaron_un_tiro me_pegaron_un_tiro le_tiraron_un_tiro herida_de_arma arma_de_fuego arma_blanca
    herido_de_bala bala_perdida perdigones perdigonada flechazo ballesta varilla_clavada fierro_clavado palo_clavado cuchillo_clavado estaca empalad*
    atraveso_el atraveso_la botellazo con_un_cuchillo_en_el`,
  ELECTRO: `
    electrocut* electricut* corrientazo descarga_electrica toque_electrico toque_de_luz choque_electrico calambrazo chispazo enchufe tomacorriente
    contacto_de_luz toma_de_corriente cable_pelado cable_de_luz cable_de_alta alta_tension cable_caido lo_agarro_la_corriente le_paso_corriente
    le_dio_corriente le_dio_la_corriente se_quedo_pegado_al pegado_al_cable pegado_a_la_corriente rayo le_cayo_un_rayo cerca_electrica
    cerco_electrico`,
  SAW: `
    motosierra sierra sierra_electrica sierra_circular serrucho segueta esmeril esmeriladora amoladora radial pulidora lijadora cepillo_electrico
    torno taladro prensa troqueladora guillotina cizalla cortadora cortacesped cortadora_de_pasto podadora desbrozadora orilladora guadana machete
    hacha hoz peinilla cuchillo_jamonero rebanadora cortafiambre mandolina licuadora batidora procesador molino molino_de_carne trituradora picadora
    trilladora cosechadora desgranadora desfibradora trapiche ingenio banda_transportadora cinta_transportadora polea engranaje rodillos maquina
    maquinaria ventilador_aspas puerta_del_carro puerta_del_coche puerta_del_garaje porton cadena_de_la_moto cadena_de_la_bici rayos_de_la_bici
    cutter cuter bisturi tijeras pistola_de_clavos`,
  FARM: `
    tractor trilladora cosechadora toro vaca becerro novillo caballo yegua mula burro alambre_de_puas cerca_electrica pozo_septico fosa_septica silo
    trapiche corral potrero`,
  CUTOFF: `
    se_corto_el_dedo se_corto_un_dedo me_corte_el_dedo me_corte_un_dedo se_arranco arranco_el arranco_la arrancado le_arranco se_mocho mocho
    se_mocho_el me_moche volo_el_dedo volo_los_dedos se_volo le_volo se_rebano rebano se_rebano_el me_rebane cerceno cercen* amputad* amputo
    amputacion trozo_el_dedo trozado desprend* colgando_de_un guindando le_falta_un_pedazo le_falta_el_dedo perdio_el_dedo perdio_un_dedo
    perdio_dos_dedos dedo_en_hielo punta_del_dedo yema_del_dedo`,
  DEEP: `
    profund* profundisim* hasta_el_hueso se_le_ve_el_hueso se_ve_el_hueso se_le_ve_la_grasa se_le_ve_la_carne se_ve_la_carne carne_viva abiertisim*
    abierta_la_carne muy_abierta hondisima tendones`,
  CUT: `
    corte cortada cortadura cortaron corto cortad* tajo tajazo tasajo herida heridas rajada rajo rajadura rebanada raj* brecha puncion`,
  SHOWING: `
    hueso_de_fuera hueso_salido hueso_afuera hueso_expuesto se_le_ve_el_hueso se_le_salio_el_hueso se_le_salen_las_tripas tripas_de_fuera
    tripas_afuera intestinos ojo_salido ojo_de_fuera asomando asoma salido_el sobresale`,
  TRAPPED: `
    atrapad* aprisionad* prensad* aplast* machucad* machuco machuc* apachurr* despachurrad* sepultad* enterrado_vivo soterrad* debajo_de_un
    debajo_del_carro debajo_del_coche debajo_del_tractor bajo_los_escombros escombros se_derrumbo se_le_cayo_encima se_cayo_encima se_le_vino_encima
    le_cayo_el_mueble le_cayo_la_tele le_cayo_el_ropero le_cayo_una_pared le_cayo_la_pared se_cayo_el_gato_y cordon_de_la_persiana
    cordon_en_el_cuello enredado_en_el_cuello enrollado_en_el_cuello`,
  BURN: `
    quem* escald* escaldad* chamusc* achicharr* abras* carboniz* ampoll* ardio incendi* en_llamas se_prendio se_le_prendio le_prendieron rociaron_con
    prendido_en_fuego`,
  SCALDER: `
    agua_hirviendo agua_hirviente aceite_hirviendo aceite_caliente manteca_caliente leche_hirviendo leche_caliente sopa_hirviendo caldo_hirviendo
    cafe_hirviendo cafe_caliente te_caliente olla_a_presion olla_express olla_de olla sarten freidora paila comal plancha_caliente plancha_de_pelo
    vapor brasas fogata hoguera parrilla asador barbacoa chimenea estufa hornilla tanque_de_gas bombona_de_gas exploto_el_gas explosion exploto
    cohetes cohetones cuetes cohete palomas_de_polvora polvora petardo petardos tracas bengala chispitas acido_en_la_cara acido cal_viva cal cemento
    soldadura soldando arco_electrico chapopote_caliente brea_caliente cera_caliente gasolina_prendida alcohol_prendido`,
  SMOKE: `
    humo humareda humazo gases gas_cloro gas_lacrimogeno gas_pimienta mezclo_cloro mezcle_cloro mezcle_lejia mezclo_lejia cloro_con vapores
    emanaciones incendio_en_la`,
  ATTACKED: `
    golpiza golpeado_por madriza paliza palazo patearon golpearon pegaron lo_pegaron apalearon lincharon asaltaron asalto atracaron atraco
    robaron_y_lo violaron violacion abusaron abuso_sexual ahorcando ahorco_con estrangul* me_ahorco me_agarro_del_cuello me_apreto_el_cuello
    secuestr* se_metieron_a_la_casa se_metio_un_hombre ladrones_adentro tiene_una_pistola tiene_un_arma tiene_un_cuchillo tiene_un_machete
    me_esta_golpeando la_esta_golpeando me_esta_pegando la_esta_pegando pitbull perro_bravo lo_ataco_un_perro la_ataco_un_perro le_ataco_un_perro
    lo_mordio_un_perro`,
  DROWN: `
    se_ahogo_en se_estaba_ahogando_en se_ahogaba_en ahogad*_en_la ahogado_en sacamos_del_agua sacaron_del_agua sacaron_de_la_piscina
    sacaron_de_la_alberca sacaron_de_la_pileta sacaron_del_rio sacaron_del_mar sacamos_de_la_piscina sacamos_de_la_alberca sacamos_de_la_pileta
    sacamos_del_rio sacamos_del_mar flotando_boca_abajo flotando_en_la fondo_de_la_piscina fondo_de_la_alberca fondo_de_la_pileta cayo_a_la_piscina
    cayo_a_la_alberca cayo_a_la_pileta cayo_al_rio cayo_al_agua cayo_al_pozo cayo_al_canal cayo_en_la_cubeta cayo_en_el_balde se_hundio
    trago_mucha_agua tragado_mucha_agua trago_agua_y bajo_el_agua debajo_del_agua se_lo_llevo_la_corriente se_la_llevo_la_corriente resaca_del_mar`,
  HEATCOLD: `
    golpe_de_calor insolacion insolad* hipotermi* congelamiento encerrado_en_el_carro encerrado_en_el_coche encerrado_en_el_auto
    encerrada_en_el_carro quedo_en_el_carro dejo_de_sudar ya_no_suda dejo_de_tiritar dejo_de_temblar ya_no_tiembla`,
  SPLASH: `
    salpico salpicaron salpique cayo_en_los_ojos cayo_en_el_ojo cayo_al_ojo le_cayo_en_la_cara le_salto_en_la_cara le_salto_al_ojo me_salto_al_ojo
    le_entro_en_el_ojo me_entro_en_el_ojo me_entro_en_los_ojos le_entro_en_los_ojos se_echo_encima se_echo_en_los se_tiro_encima se_volco_encima
    se_derramo_encima le_aventaron_acido le_tiraron_acido le_echaron_acido se_pico_el_ojo se_clavo_en_el_ojo esquirla rebaba_en_el`,
  LABOR: `
    contraccion* dolores_de_parto con_dolores trabajo_de_parto labor_de_parto de_parto pariendo parir_ya va_a_parir va_a_nacer esta_naciendo ya_nace
    nacio_en_el nacio_en_la naciendo coronando asoma_la_cabeza se_asoma_la_cabeza se_le_ve_la_cabeza le_veo_la_cabecita se_ve_la_cabecita
    le_veo_la_cabeza sale_la_cabeza ya_viene_el_bebe ya_viene_la_bebe viene_el_bebe_ya se_viene_el_bebe ya_se_viene ya_sale_el_bebe ganas_de_pujar
    puja pujando pujar aguantar_las_ganas_de_empujar rompio_fuente rompi_fuente se_le_rompio_la_fuente se_me_rompio_la_fuente se_rompio_la_fuente
    se_le_rompio_la_bolsa se_me_rompio_la_bolsa rompi_aguas rompio_aguas ha_roto_aguas he_roto_aguas roto_aguas agua_verde aguas_verdes meconio
    viene_de_pie viene_de_nalgas viene_sentado viene_de_patitas sale_un_piececito sale_un_pie salio_un_pie sale_el_cordon salio_el_cordon
    se_salio_el_cordon se_le_sale_el_cordon cordon_enredado placenta_no no_sale_la_placenta aliviar_se se_va_a_aliviar`,
  PREG: `
    embaraz* embarasada prenad* en_cinta encinta panzona barrigona esperando_bebe en_estado estado_de_buena_esperanza gestante de_ocho_meses
    de_siete_meses de_seis_meses de_cinco_meses de_nueve_meses semanas_de_gestacion semanas_de_embarazo semanas_de_embarazada meses_de_embarazada
    20_semanas 24_semanas 28_semanas 30_semanas 32_semanas 34_semanas 36_semanas 38_semanas 39_semanas 40_semanas tercer_trimestre segundo_trimestre
    primer_trimestre fuera_de_cuentas salgo_de_cuentas`,
  KICK: `
    mueve moverse movia moviendo movimientos patea patadas pataditas patadita siento_al_bebe siento_a_mi_bebe siento_a_la_bebe se_ha_movido
    lo_siento_moverse`,
  SEESTARS: `
    lucecitas luces estrellitas chispas chispitas moscas_volantes destellos centelleos veo_borroso ve_borroso vista_borrosa vision_borrosa borrosa
    nublada_la_vista manos_hinchadas pies_hinchados cara_hinchada zumbido_en_los_oidos me_zumban_los_oidos`,
  MISCARRY: `
    abortando estoy_abortando amenaza_de_aborto perdiendo_al_bebe perdiendo_el_bebe perdiendo_el_embarazo perder_al_bebe perder_el_bebe`,
  BIRTH: `
    di_a_luz dio_a_luz parto pari pario recien_parida acabo_de_parir acaba_de_parir acabo_de_dar_a_luz acaba_de_dar_a_luz cesarea puerperio posparto
    postparto cuarentena_del_parto tuve_a_mi_bebe tuvo_a_su_bebe tuvo_al_bebe se_alivio me_alivie dias_de_parida`,
  INHALER: `
    inhalador inalador spray_del_asma bombita chisguete puff paf aerosol ventolin salbutamol aerocamara nebulizador nebulizac* nebulizar`,
  ASTHMA: 'asma asmatic* ahoguio epoc enfisema bronquitis_y bronquiolitis fibrosis_quistica crup laringitis_y',
  DEVICE: 'marcapasos marcapaso desfibrilador dai implantable',
  TANK: `
    tanque_de_oxigeno bombona_de_oxigeno balon_de_oxigeno bala_de_oxigeno cilindro_de_oxigeno concentrador_de_oxigeno maquina_de_oxigeno canula
    traqueo traqueostomia traqueotomia ventilador_mecanico respirador`,
  RANOUT: `
    se_acabo se_le_acabo se_me_acabo se_quedo_sin se_termino se_vacio vacio se_fue_la_luz sin_luz apagon se_salio se_le_salio se_zafo se_tapo tapada
    esta_pitando`,
};
