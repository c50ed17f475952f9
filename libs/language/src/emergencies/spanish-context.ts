import type { ConceptWords } from './concepts';

/** Spanish words of harm to oneself and others, and of what stands around a finding. */
export const spanishContext: ConceptWords = {
  MANY: `
    demasiad* todas todo_el toda_la frasco caja blister monton puño punado doble triple muchas veinte treinta cuarenta cincuenta cien 20 30 40 50 60
    100 bote entero entera dos_veces botella tira_entera muchos tanto tanta un_chingo de_mas varias`,
  FLOOR: 'suelo piso banqueta vereda acera tirado tirada caido caida calle',
  SUDDEN: `
    de_repente de_golpe de_pronto subitamente amanecio ahorita de_la_nada desde_hace_una_hora empezo hace_un_rato hace_rato desperto`,
  CANT: `
    no_puedo no_puede no_podemos no_pueden cuesta apenas dificultad no_logro no_logra no_consigo no_consigue no_me_deja trabajo lucha luchando batalla
    casi_no me_cuesta imposible no_hay_manera no_hay_forma no_hay_modo no_hay_quien sin_poder`,
  NOT: `
    no sin dejo ni deja tampoco nunca ya_no perdio no_se no_me no_le no_nos no_te no_esta no_estaba ya_no_se ya_no_me ni_se no_lo no_la`,
  GETAIR: `
    entra jala* agarrar falta coger llega pasar tomar meter faltando alcanza recuperar agarro jalo agarra jala`,
  PLEAD: `
    ayuda ayudenme vengan manden socorro urgente apurense corran mande_a_alguien por_dios dios_mio apurate manda_a ayudame se_me_esta_yendo se_nos_va
    se_me_va auxilio_por`,
  WANTTO: `
    quiero kiero quiere voy va queria quisiera pienso pensando ganas decidi tengo_ganas amenaza dice deseo prefiero planeo intenta intento trato hoy
    esta_noche kiere boy trata amenazo miedo_de miedo_a temo`,
  DIE: `
    morir morirme morirse muerto muerta desaparecer dejar_de_existir no_despertar dormirme_y_no muriera matarme m_kiero muerte`,
  KILL: `
    matar* matarme matarse mato ahorcar* colgar* lastimar* disparar* aventar* tirar* hacerme_daño hacerme_dano hacerse_dano hacerle_dano hacer_dano
    herirme envenenarme quitarme ahogarme cortarme_las cortarse_las haga_dano`,
  SELF: `
    me_quiero me_voy_a_matar se_quiere se_va_a_matar matarme matarse a_mi_mismo a_mi_misma hacerme_dano hacerse_dano a_si_mismo a_si_misma me_mato
    me_boy me_haga me_haga_dano`,
  OTHERS: `
    alguien a_mi_bebe al_bebe a_mi_hijo a_mi_hija a_mis_hijos a_mi_esposa a_todos le_dano hacerle a_mi_marido a_mi_mama a_mi_pareja`,
  ENDLIFE: `
    quitarme_la_vida quitarse_la_vida quitar_la_vida acabar_con_mi_vida acabo_con_mi_vida acabar_con_todo acabo_con_todo terminar_con_mi_vida
    terminar_con_todo termino_con_todo acabar_con_su_vida acabo_con_esto me_quito_la_vida se_quita_la_vida poner_fin_a_mi fin_a_mi_vida fin_a_todo
    me_quito_de_en_medio quitarme_de_en_medio matarme darse_un_tiro dar_un_tiro darme_un_tiro pegarme_un_tiro pegarse_un_tiro me_doy_un_tiro
    y_se_acaba se_acaba_todo pegar_un_tiro volarme_la volarse_la`,
  NOLIFE: `
    sentido_a_vivir sentido_a_la_vida sentido_vivir quiero_vivir quiere_vivir ganas_de_vivir seguir_viviendo estar_vivo estar_viva estar_aqui
    seguir_aqui seguir_adelante quiero_seguir_asi quiero_estar_aqui razon_para_vivir motivo_para_vivir vale_la_pena_vivir para_que_vivir
    para_que_seguir quiero_existir veo_salida ver_manana merezco_vivir merece_vivir otra_salida ninguna_salida salida_a_esto sentido_a_nada
    sentido_a_seguir`,
  BETTEROFF: `
    mejor_sin_mi mejor_muerto mejor_muerta mejor_si_no_estuviera mejor_si_me_muero mejor_si_yo_no nadie_me_va_a_extranar nadie_me_extranaria
    nadie_me_echaria soy_una_carga un_estorbo_para`,
  WEAPON: 'pistola arma escopeta soga cuerda navaja cuchillo las_pastillas cuchilla mecate revolver reata',
  READY: `
    en_la_mano en_mi_mano aqui delante cargada las_voy_a_tomar preparad* lista conmigo en_la_boca enfrente al_lado`,
  BRIDGE: 'puente azotea cornisa barandal viaducto vias tren metro precipicio tejado balcon edificio',
  JUMP: `
    saltar tirarme aventarme lanzarme salto parado subido me_tiro me_aviento tirarse aventarse lanzarse me_lanzo se_va_a_aventar se_va_a_tirar
    se_va_a_lanzar se_quiere_tirar me_voy_a_tirar me_voy_a_aventar me_voy_a_lanzar va_a_saltar se_tira se_avienta`,
  NOTES: `
    carta_de_despedida cartas_de_despedida nota_de_despedida dejo_una_nota se_despidio mensaje_de_despedida nota_de_suicidio me_despido despidiendose
    despedirme_de_todos`,
  SUICIDE: 'suicid* autolesion* autolesiona* ahorc* suisid*',
  VOICES: 'voces',
  DRIVEINTO: 'estrellarme estrellar_el_coche estrellar_el_carro chocar_a_proposito estampar_el_coche',
  PURPOSE: 'a_proposito adrede queriendo cortes_en_los',
  GOON: 'seguir_asi puedo_mas aguanto_mas con_esto_mas seguir aguanto_esto',
  AGO: `
    hace_anos hace_meses hace_semanas hace_dias hace_un_ano hace_dos_anos hace_cinco_anos hace_diez_anos hace_tres_anos hace_dos_semanas
    hace_seis_semanas hace_diez_dias hace_un_mes hace_dos_meses hace_tres_meses el_ano_pasado la_semana_pasada el_mes_pasado del_ano_pasado
    del_mes_pasado de_nino de_nina de_pequeno de_pequena de_chico de_chica de_joven cuando_era cuando_tenia en_enero en_febrero en_marzo en_abril
    en_mayo en_junio en_julio en_agosto en_septiembre en_octubre en_noviembre en_diciembre de_enero de_febrero de_marzo de_abril de_mayo de_junio
    de_julio de_agosto de_septiembre de_octubre de_noviembre de_diciembre en_primavera en_verano en_invierno en_otono una_vez_a una_vez_hace tuvo_hace
    anteriormente antes_tenia antecedente* anos_atras meses_atras a_los_nueve a_los_quince a_los_dieciseis alguna_vez desde_la_infancia
    en_la_universidad con_el_primero hace_tiempo 2001 2003 2005 2007 2008 2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023
    2024 2025 de_bebe me_ingresaron estuve_ingresad* estuve_en_urgencias antes_pensaba antes_me antes_estaba en_navidad el_verano_pasado
    el_invierno_pasado de_adolescente en_vacaciones de_vacaciones`,
  CHRONIC: `
    de_siempre como_siempre hace_un_par_de_meses cada_primavera cada_invierno cada_ano por_las_noches por_la_noche por_las_tardes por_las_mananas
    desde_la_primavera desde_el_verano llevo_meses llevo_dias llevo_anos lleva_una_semana lleva_meses de_anos a_veces algunas_veces de_vez_en_cuando
    desde_el_ictus toda_la_vida de_toda_la_vida como_cada como_el_ano al_subir subir_escaleras subo_escaleras hago_ejercicio desde_hace_meses
    desde_hace_anos desde_hace_semanas desde_hace_dias desde_hace_tiempo desde_hace_un_par desde_hace_dos desde_hace_tres_semanas desde_hace_un_ano
    desde_hace_un_mes amanezco al_dormir mientras_duermo estudio_del_sueno cuando_me_siento cuando_me_levanto cuando_escribo al_escribir al_levantarme
    al_pararme cuando_me_paro si_me_acuesto hace_tres_semanas todo_el_tiempo`,
  DONE: `
    ya_esta_bien ya_estoy_bien esta_bien estoy_bien de_alta salio_bien todo_bien va_muy_bien controlad* ya_se_me_quito se_me_quito se_le_quito
    se_quito ya_paso sanando ya_dejo dejo_de_sangrar esta_perfecto recuperad* fallecio murio murieron nada_grave no_es_nada no_es_grave benigno
    estable solo_es solo_anda sin_problema superad* sanado todo_salio y_paro ya_paro sin_dificultad ya_no_me_duele nunca_mas fue_acidez era_acidez
    ya_no_duele ya_no_sangra estoy_limpio estoy_limpia y_jugando ya_respira_bien respira_normal por_la_vacuna de_la_vacuna por_el_piquete_de
    de_tanto_toser de_toser no_era no_fue descarto descartaron ya_bajo ya_cerro nadie_salio_lastimado ya_esta_en_casa salio_limpia me_revisaron
    lo_revisaron la_revisaron dijeron_que_viera dicen_que_es ya_esta_curad* esta_curad*`,
  ADMIN: `
    cita citas revision control chequeo receta* informe resultado* analisis certificado papel justificante incapacidad vacuna* examen prueba* factura
    cobraron seguro receto seguimiento rehabilitacion terapia consulta referencia volante horario* turno agendar reagendar cambiar cancelar cancelo
    cancele cambie cambieme mover anotelo anote apuntelo apunte apuntar ficha expediente clases curso charla capacitacion taller inscri* cartel
    telefono_de contacto grupo clinica especialista certificado_medico formulario puntos yeso fisio fisioterapia logopeda radiografia tomografia
    resonancia placa ecografia renovar medico_de_cabecera busco_medico psicolog* nutriolog* dentista podologia otorrino ginecologo donar donando
    donacion licencia manejar mascarilla visita_de_rutina rutina quiero_que_le_vean quiero_que_me_vean que_la_vean que_lo_vean checar* chequear*
    sala_de_partos transporte la_receta agregar espirometria fondo_de_ojo plancha lentes pedir toca tocan internado estudio prepar* duelo cuestionario
    consultarlo preguntar precio cuesta_un cuanto_cuesta hospital_su aviso quiero_un_neurologo quieren_verlo quieren_verla busca_medico
    primeros_auxilios`,
  ASK: `
    que_hago_si que_debo_hacer_si que_pasa_si que_haria_si cuales_son cual_es que_sintomas como_se como_distingo cuando_hay cuanto_cuesta cuanto_tarda
    a_quien_llamo con_cuanta tratan_ustedes atienden hacen_ustedes tienen_grupo dan_clases hay_clases puede_causar puede_dar puede_provocar
    efecto_secundario efectos_secundarios la_vacuna_da da_esa esa_pastilla si_me_da si_tengo si_me_duele si_le_da si_tuviera si_me_pongo si_alguien
    en_caso_de importa hacen_rehabilitacion tienen_ustedes a_partir_de_cuanto trabajo_en trabajo_sobre doy_cursos soy_bombero ustedes_tratan cubre_el
    debo_llamar hacen_pruebas que_medico que_doctor quien_trata es_el_doctor esta_el_doctor cuando_debo informacion_sobre informacion_de
    articulo_sobre lei_sobre riesgo_de si_mi_hijo_tiene si_mi_hija_tiene si_mi_bebe si_el_nino si_mi_mama_tiene qué_hago_si`,
  FAMILYDEAD: `
    murio_de fallecio_de perdi_a_mi antecedentes_de duelo murieron_de muerto_de en_mi_familia familiares
    muerte_en_la_familia muerte_de_un_familiar`,
  MILD: `
    poco poquito poquita leve leves ligero ligera un_pelin algo_de apenas_un chiquit* mocos raspon* tapada tapado algo_cansad* pequena_molestia
    un_tanto se_me_cayo_la_una una_encarnada`,
  IDIOM: `
    de_risa de_ganas de_aburrimiento me_muero_por muero_por matando casi_me_infarto casi_me_da casi_me_dio hasta_el_cuello vaso_de_agua mataria_por
    jaja jajaja pelicula serie novela numero_equivocado la_pagina el_sistema la_llamada en_junta las_lentejas la_comida el_arroz el_pan_se
    los_frijoles la_bateria acabar_conmigo vengo_corriendo musiquita que_susto este_doctor este_medico el_tratamiento un_lio ahog*_de_trabajo
    ahog*_en_trabajo ahog*_en_papeles ahog*_en_un_vaso ahog*_en_deudas ahog*_de_deudas el_trafico en_el_trafico infarto_al_ver infarto_con_el
    infarto_del_susto con_el_precio tanto_copago mi_jefe_me matando_mi_jefe celular_se telefono_se muriendo_el_celular muriendo_el_telefono bateria
    respirar_dormido respirar_dormida quiero_morirme_ni quiero_morir_ni no_puedo_hablar_ahora no_puedo_hablar_ahorita ahora_no_puedo_hablar
    muero_de_frio muero_de_calor muero_de_hambre muero_de_sueno muero_de_verguenza muero_de_curiosidad muero_de_cansancio muerto_de_frio
    muerto_de_calor muerto_de_hambre muerto_de_sueno muerto_de_verguenza muerto_de_curiosidad muerto_de_cansancio muerta_de_frio muerta_de_calor
    muerta_de_hambre muerta_de_sueno muerta_de_verguenza muerta_de_curiosidad muerta_de_cansancio muriendo_de_frio muriendo_de_calor
    muriendo_de_hambre muriendo_de_sueno muriendo_de_verguenza muriendo_de_curiosidad muriendo_de_cansancio salvo_la_vida salvaron_la_vida
    daria_la_vida menu_del_telefono sueno_que_me_muero acaba_la_pila acaba_la_bateria mi_perro_se mi_gato_se perrito mi_perro_convuls*
    muere_el_telefono muere_el_celular muriendo_el muere_la_bateria responde_bien_a responde_a_la responde_al no_responde_bien`,
  NOW: `
    ahora ahorita hoy esta_noche de_repente en_este_momento esta_manana ahora_mismo desde_anoche desde_ayer hace_una_hora hace_rato acaba_de acabo_de
    acabamos hace_un_momento hace_cinco_minutos el_mismo_dolor mismo_dolor`,
  NEG: 'no sin ni nunca niega tampoco nada_de ningun ninguna',
  NONE: 'no sin no_le_encuentro no_le_siento no_tiene no_siento no_le_late no_late',
  PHONE: `
    telefono telefonos pagina sistema llamada llamadas linea celular movil correo mensaje mensajes nadie app aplicacion coche_no carro_no oficina
    recepcion whatsapp computadora wifi`,
  NOSE: 'nariz narices congestion* mocos gripa gripe resfriad* constipad* ronca ronco nariz_tapada tupida',
  CALLHELP: `
    manden_ambulancia ambulancia_ya ambulancia_por_favor llamen_al_911 llame_al_911 llamen_al_112 es_una_emergencia es_una_urgencia emergencia_medica
    manden_a_alguien mande_a_alguien vengan_rapido vengan_ya ayuda_urgente manden_ayuda necesito_ayuda_ya socorro necesito_una_ambulancia
    manden_una_ambulancia mande_una_ambulancia una_ambulancia_por una_ambulancia_ya llamen_una_ambulancia llame_una_ambulancia pidan_una_ambulancia
    quiero_una_ambulancia ocupo_una_ambulancia envien_una_ambulancia`,
  BILL: `
    factura cobraron cobro recibo costo cuesta cuanto los_de_la cobr* manejo_una conductor descuento seguro paga es_paramedico`,
  VEINS: 'venas munecas',
  HUNG: 'se_colgo se_ahorco se_quiso_ahorcar se_quiso_colgar se_esta_ahorcando',
  ACUTE: `
    estaba_bien mismo_dolor igualito_que cada_vez_peor va_a_peor mismo_que_cuando como_la_otra_vez pero_esta_vez estaba_perfect* igual_que_cuando`,
  THREAT: 'me_va_a_matar amenaza_con me_quiere_matar nos_va_a_matar me_esta_matando_a amenazo_con',
  HAVING: 'dando creo teniendo dio parece sufriendo acaba_de me_da le_da dado',
  WEEKS: 'semanas meses',
  DYING: 'muriendo se_muere se_me_muere va_a_morir voy_a_morir se_esta_yendo se_me_va se_nos_va se_nos_muere',
  LIFE: 'vivir vida vivo viva',
  TIRED: 'cansad* hart* no_tiene_sentido no_vale_la_pena no_le_veo_sentido sin_sentido',
  NOTHELP: 'sigue_mal no_le_hace no_me_hace sigue_igual no_funciona no_le_ayuda no_hace_nada sigue no_mejora',
  CUTSELF: `
    se_esta_cortando me_estoy_cortando me_he_estado_cortando se_corta_los_brazos me_corto_los_brazos me_corte_los_brazos se_hace_cortes me_hago_cortes
    haciendo_dano haciendome_dano haciendose_dano me_hago_dano`,
  TURN: `
    poniendo puso ponerse puesto labios boca cara quedo esta_azul esta_morad* volviendo pone uñas unas manos`,
  SLOW: 'de_vez cada_diez por_minuto lento despacio entrecortad* poquito',
  AMBULANCE: 'ambulancia paramedicos 911 112',
  LETHAL: 'soga pistola escopeta mecate',
  GOT: 'tengo compre lista cargada agarro',
  STOCKPILE: 'juntando_pastillas guardando_pastillas junte_pastillas acumulando',
  HEAVEN: 'irme_de_este_mundo dejar_este_mundo irme_con_mi reunirme_con me_quiero_ir_de',
  BUSY: `
    junta voy_en_el manejando conduciendo camion trabajando en_clase ocupad* reunion hablar_con ingles espanol castellano`,
  TRAFFIC: `
    trafico atasco precios copago embotellamiento aeropuerto elevador ascensor carretera autopista metro`,
  BATH: 'tina banera',
  REMEDY: 'penicilina tratamiento antibiotic* terapia crema dosis',
};
