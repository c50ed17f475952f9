import type { ConceptWords } from './concepts';

/** What stands around a finding in Spanish: when it was, how it is now, what the call is about, and what a manner of speaking is. */
export const spanishCircumstances: ConceptWords = {
  PASTTIME: `
    hace_un_ano hace_dos_anos hace_tres_anos hace_cuatro_anos hace_cinco_anos hace_seis_anos hace_siete_anos hace_ocho_anos hace_diez_anos
    hace_quince_anos hace_veinte_anos hace_treinta_anos hace_anos hace_muchos_anos hace_unos_anos hace_varios_anos hace_un_par_de_anos
    hace_un_par_de_semanas hace_un_par_de_meses_tuve hace_unos_meses hace_varios_meses hace_algunos_meses hace_seis_meses hace_cuatro_meses
    hace_unas_semanas hace_varias_semanas hace_unos_dias hace_varios_dias hace_quince_dias hace_ocho_dias hace_mucho hace_mucho_tiempo hace_tiempo
    hace_un_tiempo hace_un_buen_tiempo hace_un_monton_de_tiempo tiempo_atras un_tiempo_atras anos_atras meses_atras semanas_atras dias_atras
    el_ano_pasado el_ano_antepasado el_mes_pasado la_semana_pasada el_otro_mes el_otro_dia la_otra_semana el_lunes_pasado el_martes_pasado
    el_miercoles_pasado el_jueves_pasado el_viernes_pasado el_sabado_pasado el_domingo_pasado el_fin_de_semana_pasado el_pasado_lunes
    la_navidad_pasada la_semana_santa_pasada en_semana_santa en_las_vacaciones el_verano_pasado el_invierno_pasado el_curso_pasado el_semestre_pasado
    antier anteayer antes_de_ayer antes_de_la_pandemia antes_del_covid en_la_pandemia durante_la_pandemia en_el_confinamiento de_chico de_chica
    de_chiquito de_chiquita de_chamaco de_pequeno de_pequena de_nino de_nina de_joven de_jovencita de_adolescente de_bebe_tuvo de_recien_nacido_tuvo
    cuando_era_nino cuando_era_nina cuando_era_chico cuando_era_chica cuando_era_pequeno cuando_era_joven cuando_era_bebe cuando_nacio cuando_tenia
    cuando_tuve_el_primer cuando_vivia cuando_estaba_embarazada en_mi_infancia en_la_infancia en_la_escuela_me en_la_secundaria en_la_primaria
    en_el_instituto en_la_prepa en_la_uni en_la_mili en_el_ejercito en_mi_juventud en_mi_primer_embarazo en_el_primer_embarazo en_los_noventa
    en_los_ochenta alla_por una_vez_tuve ya_tuve ya_habia_tenido antes_me_daba antes_me_daban antes_le_daba antes_le_daban antes_sufria solia
    tenia_antes historial_de antecedentes antecedente sufri_un sufrio_un tuve_un_infarto_hace tuvo_un_infarto_hace desde_el_infarto desde_mi_infarto
    desde_su_infarto desde_el_derrame desde_su_derrame desde_la_embolia desde_el_accidente desde_mi_accidente desde_la_operacion desde_mi_operacion
    desde_la_cirugia despues_de_la_operacion despues_de_mi_operacion despues_de_la_cirugia despues_del_infarto despues_del_derrame despues_del_ictus
    tras_el_infarto tras_el_ictus tras_la_operacion postoperatorio operado_de operada_de me_operaron lo_operaron la_operaron sobreviv* de_nacimiento
    1995 1996 1997 1998 1999 2000 2002 2004 2006`,
  LONGRUN: `
    de_siempre como_siempre lo_de_siempre de_toda_la_vida desde_siempre cada_cierto_tiempo cada_tanto cada_rato_desde_hace cada_dos_por_tres
    de_vez_en_cuando de_cuando_en_cuando de_rato_en_rato_desde a_ratos va_y_viene viene_y_va se_me_va_y_viene va_y_vuelve intermitente algunas_veces
    a_veces_me de_repente_me_da_a_veces por_temporadas por_epocas en_primavera_me en_invierno_me cuando_cambia_el_tiempo cuando_hace_frio
    cuando_llueve con_el_frio con_la_humedad con_el_polen alergia_al_polen alergia_estacional rinitis cada_semana cada_mes cada_dia cada_noche
    cada_manana todos_los_dias todos_los_meses todas_las_noches todas_las_mananas todas_las_semanas casi_todos_los_dias por_la_manana_siempre
    en_las_mananas en_las_noches en_las_tardes desde_hace_mucho desde_hace_rato_largo desde_hace_bastante desde_hace_un_tiempo desde_hace_varios
    desde_hace_varias desde_hace_unas desde_hace_unos_meses desde_hace_unos_dias desde_hace_tres_meses desde_hace_dos_meses desde_hace_dos_semanas
    desde_hace_cuatro_meses desde_hace_seis_meses desde_hace_una_semana desde_hace_quince_dias desde_el_ano_pasado desde_el_mes_pasado
    desde_la_semana_pasada desde_enero desde_febrero desde_marzo desde_abril desde_mayo desde_junio desde_julio desde_agosto desde_septiembre
    desde_octubre desde_noviembre desde_diciembre desde_navidad desde_la_pandemia desde_el_covid desde_que_tuve_covid desde_que_me_operaron
    desde_que_tuve llevo_semanas llevo_meses llevo_anos llevo_dias llevo_tiempo llevo_un_tiempo llevo_un_mes llevo_dos_semanas llevo_tres_semanas
    llevo_dos_meses llevo_tres_meses llevo_varios llevo_varias llevo_unos_dias llevo_unas_semanas llevo_una_temporada lleva_semanas lleva_meses
    lleva_anos lleva_dias lleva_tiempo lleva_un_mes lleva_dos_semanas lleva_tres_semanas lleva_unos_dias lleva_varios lleva_una_temporada tengo_meses
    tengo_semanas_con tengo_anos_con tengo_dias_con tengo_tiempo_con ya_tengo_meses ya_tengo_semanas ya_tengo_dias ya_tengo_tiempo tiene_meses_con
    tiene_semanas_con tiene_anos_con ya_tiene_meses ya_tiene_semanas vengo_con varios_meses varias_semanas unos_meses_con cronic* recurrente
    persistente de_larga_duracion cuando_hago_ejercicio cuando_corro cuando_subo cuando_camino_mucho cuando_manejo cuando_como cuando_tomo_cafe
    cuando_me_agacho cuando_me_acuesto cuando_me_estreso cuando_estoy_nerviosa cuando_estoy_nervioso cuando_me_pongo_nerviosa cuando_trabajo_mucho
    cuando_toso cuando_estornudo cuando_me_rio al_agacharme al_correr al_caminar_mucho al_acostarme al_despertar al_despertarme al_comer al_estirar
    al_girar al_hacer_ejercicio despues_de_comer despues_de_correr despues_del_gimnasio despues_de_entrenar en_el_gym en_el_gimnasio con_la_regla
    con_la_menstruacion con_el_periodo con_mi_periodo cuando_me_baja antes_de_la_regla dolores_menstruales colicos_menstruales reflujo gastritis
    acidez agruras colon_irritable hemorroides almorranas artritis artrosis reuma ciatica lumbalgia tendinitis tunel_carpiano juanetes gota
    fibromialgia eccema dermatitis psoriasis migranas_desde apnea_del_sueno`,
  RESOLVED: `
    ya_esta_mejor ya_estoy_mejor ya_me_siento_bien ya_me_siento_mejor ya_se_siente_bien ya_se_siente_mejor ya_anda_bien ya_anda_mejor ya_quedo_bien
    ya_quedo ya_se_le_paso ya_se_me_paso se_le_paso se_me_paso ya_paso ya_paso_todo ya_se_quito ya_se_le_quito ya_se_calmo se_calmo ya_se_le_calmo
    se_le_calmo ya_bajo_la_fiebre le_bajo_la_fiebre ya_no_tiene_fiebre ya_no_tiene_nada ya_no_tengo_nada ya_no_le_duele ya_no_me_molesta
    ya_no_se_queja ya_se_deshincho se_le_deshincho ya_se_desinflamo ya_respira_normal respira_bien respira_perfecto respira_normal ya_habla_bien
    ya_camina ya_come ya_come_bien come_bien come_normal esta_comiendo_bien ya_juega esta_jugando anda_jugando corriendo_y_jugando juega_y_come
    como_si_nada tan_campante tan_tranquilo tan_tranquila tan_contento tan_contenta tan_pancho feliz_de_la_vida como_nuevo como_nueva como_una_rosa
    de_maravilla de_lujo al_cien al_100 al_pelo de_lo_mas_bien super_bien re_bien rebien muy_bien_ya sin_secuelas sin_molestias sin_fiebre sin_dolor
    sin_mas_sintomas sin_ningun_problema sin_complicaciones sin_novedad sin_consecuencias no_paso_nada no_le_paso_nada no_me_paso_nada
    no_paso_a_mayores quedo_en_un_susto solo_fue_un_susto fue_solo_un_susto fue_un_susto falsa_alarma nada_serio nada_del_otro_mundo nada_urgente
    nada_de_cuidado no_es_urgente no_es_una_urgencia no_es_una_emergencia no_es_emergencia no_hay_urgencia no_es_para_tanto no_corre_prisa sin_prisa
    sin_urgencia me_dieron_de_alta le_dieron_de_alta nos_dieron_de_alta lo_dieron_de_alta la_dieron_de_alta dado_de_alta dada_de_alta
    salio_del_hospital sali_del_hospital ya_salio_del_hospital en_casa_ya recuperandose se_recupero me_recupere se_recupera ya_recuperad*
    totalmente_recuperad* se_esta_recuperando evoluciona_bien evolucion_favorable mejorando va_mejorando va_mejor mejoro mejore bastante_mejor
    mucho_mejor mas_tranquil* ya_cicatrizo cicatriz* ya_sano sano_bien sanado ya_se_cerro curado ya_curado en_remision libre_de_cancer salio_negativo
    salio_normal salieron_normales salieron_bien salio_limpio todo_normal todo_en_orden todo_salio_bien no_tenia_nada no_tengo_nada_grave
    no_encontraron_nada no_vieron_nada descartaron_infarto resulto_ser resulto_que_era al_final_era al_final_fue era_solo era_ansiedad
    era_un_ataque_de_ansiedad eran_gases era_gastritis era_muscular fue_muscular fueron_gases los_paramedicos_lo_revisaron los_paramedicos_dijeron
    ya_lo_vieron ya_la_vieron ya_me_vieron ya_lo_atendieron ya_la_atendieron ya_me_atendieron ya_lo_reviso ya_la_reviso ya_me_reviso
    ya_fuimos_a_urgencias ya_fui_a_urgencias fuimos_a_urgencias_y en_urgencias_me_dijeron en_urgencias_le_dijeron en_urgencias_nos_dijeron
    me_dijeron_que_no le_dijeron_que_no le_pusieron_puntos me_pusieron_puntos ya_le_cosieron se_mantuvo_despierto no_perdio_el_conocimiento
    no_perdi_el_conocimiento no_se_desmayo no_se_pego_en_la_cabeza no_se_golpeo no_convulsiono nunca_perdio duerme_bien durmiendo_bien
    durmiendo_tranquilo sobri* llevo_sobrio llevo_sobria`,
  PLAYING: `
    jugando juega jugar corriendo_por brincando_por saltando_por riendo riendose se_rie sonrie sonriendo cantando bailando viendo_la_tele
    viendo_caricaturas viendo_dibujos viendo_monitos pidiendo_comida pide_comida desayuno_bien almorzo_bien ceno_bien comio_bien con_apetito
    buen_apetito activo activa inquiet* travies* contento contenta feliz platicando charlando conversando_normal en_la_escuela_ya volvio_a_clases
    volvio_al_cole volvio_al_trabajo volvi_al_trabajo regrese_a_trabajar haciendo_su_tarea dando_lata dando_guerra animad* despierto_y_alerta`,
  MILDER: `
    leve leves ligero ligera ligerito levecito un_poco un_poquito un_poquitin un_tantito tantito algo_molesto un_pelin una_pizca apenitas
    apenas_se_nota apenas_molesta casi_nada casi_no_duele no_duele no_duele_mucho no_me_duele_mucho no_es_fuerte no_muy_fuerte no_tan_fuerte
    soportable llevadero tolerable molestia molestias molestoso incomod* rasguno rasgun* aranazo aranon raspon raspad* raspo peladura cortecito
    cortadita heridita golpecito moretoncito moreton roce ampolla_en_el astilla padrastro unero una_encarnada una_enterrada callo_en_el callos
    juanete ojo_de_gallo verruga* mezquino* lunar lunares acne espinilla* granito* barrito* barro_en_la orzuelo perrilla conjuntivitis caspa
    hongos_en_las_unas pie_de_atleta fuego_en_la_boca fuegos afta* llaga* herpes_labial labios_resecos piel_seca ojo_seco cerilla_en_el cera_en_el
    dolor_de_oido catarro catarrito resfriado resfriadito resfrio gripita gripecita gripa_leve mocos moquillo moquera tos_seca tosecita carraspera
    ronquera afonia garganta_irritada garganta_inflamada anginas dolor_de_garganta torticolis contractura agujetas desgarro_muscular tiron esguince
    torcedura se_torcio_el_tobillo me_torci_el_tobillo estrenimiento estrenid* gases empacho indigestion resaca cruda insolacion_leve
    quemadura_de_sol chimuel*`,
  OFFICE: `
    cita citas sita hora_con_el hora_con_la turno turnos ficha consulta consultas agenda agendar agendarme reagendar reservar reserva pedir_hora
    sacar_cita sacar_turno sacar_una_cita hacer_una_cita pedir_cita pedir_una_cita cambiar_la_cita cambiar_mi_cita mover_mi_cita cancelar_la_cita
    cancelar_mi_cita anular_la_cita anular confirmar confirmar_mi_cita posponer aplazar adelantar_la_cita disponibilidad hueco huequito espacio_para
    lugar_para_el cupo lista_de_espera primera_cita primera_vez paciente_nuevo paciente_nueva registrarme darme_de_alta_como inscribirme inscripcion
    expediente historia_clinica historial_clinico historial_medico referencia remision_al interconsulta derivacion volante_para segunda_opinion
    especialista cardiologo cardiologa neurologo neurologa dermatologo dermatologa alergologo neumologo neumologa gastroenterologo endocrino
    endocrinologo oncologo traumatologo ortopedista reumatologo urologo nefrologo oculista oftalmologo odontologo fisioterapeuta kinesiologo
    kinesiologa quiropractico psiquiatra psicologo psicologa nutricionista podologo pediatra matrona partera ginecologa internista geriatra
    medico_general medico_familiar analitica analisis_de_sangre examen_de_sangre examenes_de_laboratorio laboratorios estudios electro
    electrocardiograma ecocardiograma ecografia ultrasonido endoscopia colonoscopia gastroscopia mamografia citologia papanicolau densitometria
    rayos_x prueba_de_esfuerzo holter biopsia tamizaje chequeo_general chequeo_anual revision_anual revision_medica reconocimiento_medico
    certificado_de_salud`,
  REFILL: `
    receta recetas receta_nueva renovar_la_receta renovar_receta renovacion resurtir resurtido surtir surtirme repetir_la_receta me_receten me_recete
    recetar recetarme medicacion_cronica se_me_acabaron_las_pastillas se_me_acabaron_mis se_me_esta_acabando se_me_estan_acabando me_quedan_pocas
    me_quedan_dos me_quedan_tres farmacia boticas botica farmaceutico tarjeta_sanitaria caducad* caduco caduca vencid* vencio vence por_vencer
    fecha_de_vencimiento otro_inhalador inhalador_nuevo nuevo_inhalador inhalador_de_repuesto inhalador_extra epipen_nuevo otra_pluma
    ajustar_la_dosis cambiar_la_dosis subir_la_dosis bajar_la_dosis cambiar_el_medicamento generico`,
  CHECKUP: `
    control controles control_de control_mensual control_anual control_del_nino_sano control_de_embarazo control_prenatal chequeo chequeos chequeito
    revision revisiones seguimiento consulta_de_seguimiento visita_de_control cura_de_la_herida curacion curaciones cambiar_el_vendaje
    cambio_de_vendaje quitar_puntos quitar_los_puntos quitarme_los_puntos retirar_puntos retirar_los_puntos quitar_el_yeso quitarme_el_yeso
    quitar_la_ferula vacuna vacunas vacunacion vacunar vacunarme refuerzo refuerzo_del_tetanos vacuna_del_tetanos antitetanica vacuna_de_la_gripe
    vacuna_contra rehabilitacion rehabilitacion_cardiaca terapia_fisica terapia_de_lenguaje terapia_del_habla logopeda que_le_echen_un_vistazo
    que_le_eche_un_vistazo que_me_eche_un_ojo que_le_eche_un_ojo que_me_la_vea que_me_lo_vea que_me_revise que_me_revisen que_lo_revise
    que_lo_revisen que_la_revise que_la_revisen que_lo_valore que_me_valore que_me_valoren que_lo_valoren`,
  FORM: `
    formulario formularios papel papeles papeleo planilla certificado certificados constancia constancias justificante justificantes justificacion
    parte_de_baja la_baja baja_laboral alta_laboral incapacidad incapacidad_laboral licencia_medica permiso_medico reposo_medico informe informes
    informe_medico carta_para carta_del_medico nota_medica nota_para_la_escuela nota_del_doctor comprobante discapacidad certificado_de_discapacidad
    carnet_de_conducir licencia_de_conducir licencia_de_manejo psicotecnico poder_notarial testamento_vital voluntades_anticipadas acta_de_defuncion
    certificado_de_defuncion consentimiento ficha_medica_escolar plan_de_accion protocolo_del_colegio firmar firma firme_un firmen sellar sello
    sellado llenar rellenar llenen fotocopia copia copias escanear por_fax folleto folletos cartel carteles triptico volantes_informativos
    cuestionario encuesta boletin`,
  MONEY: `
    factura facturas facturacion cobro cobros cobran cobraron cobrado cobrarme cargo cargos costo costos coste cuesta cuestan precio precios tarifa
    tarifas presupuesto cotizacion caro carisim* barato pagar pago pagos pague seguro seguro_medico aseguradora poliza prepaga obra_social mutua
    isapre fonasa eps imss issste seguro_popular seguridad_social cobertura cubre cubren cubierto copago deducible reembolso reembolsar
    devolucion_del descuento plan_de_pagos a_plazos tarjeta_de_credito recibo_de recibos multa`,
  COURSE: `
    curso cursos cursillo clase clases taller talleres capacitacion capacitaciones entrenamiento formacion diplomado certificacion certificarme
    instructor instructora monitor monitora charla charlas conferencia conferencias simulacro simulacros practica_de practicas maniqui muneco_de_rcp
    primeros_auxilios brigada brigadista estudiante estudiantes estudio_enfermeria estudio_medicina carrera_de_enfermeria universidad
    tarea_de_la_escuela tarea_escolar trabajo_de_la_escuela trabajo_de_clase proyecto_escolar exposicion presentacion tesis examen_de_la
    investigacion encuesta_sobre campana dia_mundial semana_de jornada colecta donativo beneficio voluntari* congreso`,
  FICTION: `
    pelicula peliculas peli serie series telenovela novela novelas capitulo capitulos temporada episodio documental podcast libro libros cuento
    historia_de_miedo leyendo lei_un lei_en lei_que obra_de_teatro teatro ensayo_de actor actriz personaje personajes guion disfraz halloween
    maquillaje_de sangre_falsa sangre_de_mentira videojuego videojuegos juego_de jugando_al_fortnite fortnite minecraft play nintendo xbox cancion
    letra_de_la concierto noticias noticia periodico articulo titular crucigrama trivia chiste chistes broma bromeando de_broma es_broma jaja jajaja
    jajajaja jeje jejeje sone sonando sonando_que pesadilla`,
  PET: `
    perro perra perrito perrita cachorro cachorrito gato gata gatito gatita conejo hamster perico loro pajarito pez pecera tortuga veterinario
    veterinaria mascota mascotas`,
  JOB: `
    trabajo_de trabajo_como trabajo_para trabajo_con_ancianos soy_enfermero soy_enfermera soy_paramedico soy_medico soy_medica soy_bombero
    soy_maestra soy_maestro soy_profesora soy_profesor soy_socorrista soy_salvavidas soy_electricista soy_soldador soy_cuidadora soy_cuidador
    doy_clases doy_un_curso mi_trabajo_es mi_empresa mi_empleo mi_patron mi_jefe recursos_humanos oficina_de_personal de_parte_de_la le_hablamos_de
    le_llamo_de llamo_de_la llamo_de_parte proveedor vendedor mensajero repartidor electricista plomero fontanero albanil carnicero cocinero soldador
    mecanico peluquera jardinero mudanza`,
  THING: `
    celular telefono_se movil_se computadora ordenador laptop impresora router internet boiler_no calentador_no lavadora secadora nevera refrigerador
    heladera microondas horno tostadora radiador bateria_del_carro carro_no_arranca coche_no_arranca llanta neumatico frenos tuberia caneria grifo
    llave_del_agua fregadero techo_gotea gotera foco_fundido calefaccion aire_acondicionado ascensor elevador puerta_de_la_consulta estacionamiento
    jardin planta_de_la_casa pastel torta_de_cumpleanos cena_se receta_de_cocina cartera llaves zapatos pantalon camisa chamarra chaqueta`,
  ASKING: `
    cuales_son_los_sintomas cuales_son_las_senales que_sintomas_tiene sintomas_de senales_de signos_de como_se_si como_puedo_saber como_saber_si
    como_se_sabe como_reconocer como_reconozco como_identificar como_prevenir como_se_previene como_evitar como_se_trata como_se_usa como_usar
    como_puedo_prevenir como_puedo_evitar prevenir prevencion riesgo_de riesgos_de factores_de_riesgo que_riesgo probabilidad es_normal_que
    es_normal_si es_peligroso es_malo_si es_seguro es_contagioso es_hereditario es_cierto_que es_verdad_que sera_normal es_comun hay_algun hay_alguna
    tienen_algun tienen_alguna tienen_informacion tienen_folletos ofrecen ustedes_dan ustedes_hacen ustedes_atienden ustedes_tienen ustedes_venden
    ustedes_ponen dan_cursos dan_charlas hacen_analisis hacen_electro puedo_tomar puedo_seguir_tomando puedo_manejar puedo_conducir puedo_volar
    puedo_viajar puedo_comer puedo_dar puedo_darle puedo_llevar puedo_pedir puedo_hacer_ejercicio se_puede_tomar se_puede_vacunar debo_dejar_de_tomar
    debo_preocuparme_si debo_ir debo_llevar debo_pedir deberia_ir deberia_pedir deberia_tomar tengo_que_ir_en_ayunas que_hacer_si que_hacer_en
    que_hago_en que_se_hace_si que_se_hace_cuando que_se_hace_en que_haria que_debo_hacer_en que_pasaria_si que_provoca que_causa que_significa
    que_numero_marco a_que_numero que_edad que_diferencia diferencia_entre que_recomiendan que_me_recomienda que_me_recomiendan cada_cuanto
    cuanto_tiempo_dura cuando_puedo cuando_me_toca cuando_le_toca donde_puedo donde_me donde_hacen a_donde_debo con_quien_debo con_que_medico
    con_que_doctor a_que_especialista por_que_da por_que_dan solo_queria_saber solo_quiero_saber solo_por_saber queria_saber_si quisiera_saber_si
    quisiera_saber quiero_saber_si me_gustaria_saber queria_preguntar quiero_preguntar queria_informacion quiero_informacion quisiera_informacion
    informacion_acerca informacion_general mas_informacion informes_sobre pregunta_sobre una_pregunta una_consulta_sobre una_duda duda_sobre
    tengo_una_duda tengo_una_pregunta por_curiosidad curiosidad en_general hipotetic* en_teoria supongamos supon_que imagine_que por_si_acaso
    por_si_me por_si_le por_si_algun_dia por_si_vuelve si_algun_dia si_alguna_vez si_alguien_se si_una_persona si_un_nino si_un_paciente si_a_mi_hijo
    si_mi_hijo si_mi_hija si_mi_marido si_mi_papa si_vuelve_a si_le_vuelve si_me_vuelve si_llegara_a si_llega_a en_caso_de_que en_una_emergencia
    en_caso_emergencia para_estar_preparad* consejos_para consejos_sobre interesad*_en me_interesa aprender`,
  BEREAVED: `
    murio_de murio_por murio_hace murio_el_ano murio_cuando murio_en fallecio fallecio_de fallecio_hace fallecido fallecida difunto difunta finado
    finada que_en_paz_descanse qepd perdi_a_mi perdimos_a perdi_un_bebe perdi_mi_embarazo se_nos_murio_hace se_me_murio_hace viudo viuda viudez duelo
    luto velorio funeral entierro de_familia en_la_familia en_mi_familia antecedentes_familiares por_parte_de_mi_padre por_parte_de_mi_madre
    hereditario genetico aniversario_de`,
  NORUSH: `
    cuando_pueda cuando_puedan cuando_se_pueda cuando_haya_lugar cuando_haya_hueco cuando_tengan cuando_tenga_hueco cuando_guste no_hay_prisa
    no_tengo_prisa sin_prisas no_me_urge no_urge no_es_urgente puede_esperar para_la_proxima_semana para_la_semana_que_viene la_semana_que_viene
    la_proxima_semana la_otra_semana_si el_mes_que_viene el_proximo_mes el_proximo_ano el_lunes el_martes el_miercoles el_jueves el_viernes el_sabado
    para_el_lunes para_el_martes para_el_miercoles para_el_jueves para_el_viernes este_lunes este_martes este_miercoles este_jueves este_viernes
    proximo_lunes proximo_martes proximo_miercoles proximo_jueves proximo_viernes por_la_manana_del cualquier_dia en_algun_momento mas_adelante
    antes_del_viaje antes_de_viajar antes_de_las_vacaciones antes_de_la_operacion en_dos_semanas en_un_mes en_unos_dias en_quince_dias
    despues_de_las_fiestas pasado_manana`,
  SCHEDULEDAY: `
    lunes martes miercoles jueves viernes sabado domingo manana_a_las a_las_diez a_las_nueve a_las_tres a_las_cuatro a_las_cinco y_media_de
    menos_cuarto`,
  SPORT: `
    futbol beisbol basquet baloncesto tenis padel natacion nadar gimnasio gym correr_un maraton carrera_de_10k carrera_popular bici_de_montana yoga
    pilates zumba crossfit karate judo boxeo ballet danza_clase partido entrenador liga torneo excursion senderismo esqui campamento guitarra
    pintura_clase coro jardineria pesca`,
  FIGURE: `
    muero_de_ganas muero_de_risa me_muero_de_risa muerta_de_risa muerto_de_risa me_mori_de_risa me_mori_de_la_risa muriendo_de_risa muertos_de_risa
    me_parto_de_risa me_ahogo_de_risa me_meo_de_risa cagada_de_risa muerto_de_cansancio muerta_de_cansancio muerto_de_sueno muerta_de_sueno
    muero_por_un muero_por_una muero_por_ver muero_por_saber muero_por_comer muero_por_conocer me_muero_por me_mata_la_curiosidad me_mata_el_calor
    me_mata_de_risa me_matan_los_zapatos matan_los_pies me_estan_matando_los me_va_a_matar_mi_jefe me_mata_mi_mama mi_mama_me_mata mi_mujer_me_mata
    mi_marido_me_mata mi_esposa_me_mata mi_jefe_me_mata si_no_me_mata me_van_a_matar_en_casa matar_el_tiempo matando_el_tiempo matar_dos_pajaros
    a_matar mataria_por_un mataria_por_una de_infarto un_precio_de_infarto precio_de_infarto final_de_infarto casi_me_da_un_infarto casi_me_da_algo
    casi_me_da_un_ataque casi_me_da_un_patatus casi_me_da_un_soponcio por_poco_me_da casi_me_muero_de casi_me_desmayo_al casi_me_desmayo_con
    casi_me_desmayo_cuando_vi casi_me_caigo_de me_da_un_infarto_si me_va_a_dar_un_infarto_con me_va_a_dar_algo_con le_da_un_infarto_cuando_vea
    ataque_de_risa ataque_de_nervios_con ataque_de_tos_leve me_dio_un_ataque_de_risa ahogado_en_trabajo ahogada_en_trabajo ahogado_en_deudas
    ahogada_en_deudas ahogado_de_trabajo ahogada_de_trabajo ahogandome_en_papeles ahogandome_en_deudas con_el_agua_al_cuello hasta_el_cuello
    hasta_las_narices hasta_la_coronilla hasta_el_gorro hasta_el_copete hasta_la_madre hasta_los_huevos hasta_el_mono en_un_vaso_de_agua
    respiro_un_poco un_respiro dar_un_respiro sin_aliento_la_pelicula me_quita_el_aliento quita_el_sueno rompe_el_corazon me_rompio_el_corazon
    me_parte_el_alma se_me_parte_el_alma corazon_partido con_el_corazon_en_la_mano de_todo_corazon de_corazon corazon_de_melon dolor_de_cabeza_este
    un_dolor_de_cabeza_con_el_seguro es_un_dolor_de_cabeza este_tramite la_cabeza_en_las_nubes perder_la_cabeza sin_pies_ni_cabeza cabeza_hueca
    rompiendome_la_cabeza romperse_la_cabeza calentarse_la_cabeza un_ojo_de_la_cara cuesta_un_ojo cuesta_un_rinon un_huevo_y_parte me_costo_un_ojo
    echar_una_mano echame_una_mano dar_la_mano tomar_el_pelo me_tomas_el_pelo tomarme_el_pelo metio_la_pata meter_la_pata estirar_la_pata_el
    me_corto_la_llamada se_corto_la_llamada se_corto se_corto_el_internet se_corto_la_luz se_corta_la_llamada se_corto_la_comunicacion corto_y_cambio
    por_los_pelos a_sangre_fria mala_sangre me_hierve_la_sangre hierve_la_sangre me_saca_de_quicio me_vuelve_loco me_vuelve_loca me_tiene_loca
    me_tiene_loco loco_de_contento loca_de_contenta volviendome_loca_con estoy_que_ardo estoy_frito estoy_frita quemado_del_trabajo
    quemada_del_trabajo estoy_quemado estoy_quemada se_me_quemo_la_comida se_quemo_la_comida se_quemo_el_arroz se_me_quemo_el se_me_quemaron
    se_quemo_el_foco se_quemo_la_tarjeta se_quemo_el_motor se_murio_el_celular se_murio_mi_celular se_me_murio_el_celular se_murio_la_bateria
    se_me_murio_la_bateria se_murio_el_carro se_murio_el_coche se_me_murio_el_coche se_murio_mi_compu se_cayo_el_sistema se_cayo_la_pagina
    se_cayo_el_internet se_cayo_la_llamada se_cayo_la_linea se_cayo_la_red se_cayo_la_app cae_el_sistema se_me_cayo_el_celular se_me_cayo_el_pelo
    se_me_cae_el_pelo se_me_cae_el_cabello se_me_cayo_un_diente se_le_cayo_un_diente se_cayo_la_cita de_un_tiro tiro_al_blanco ni_a_tiros
    salio_el_tiro_por me_colgo colgaron_el_telefono me_colgaron me_colgo_la_llamada colgado_al_telefono colgado_en_la_linea colgar_la_ropa
    nudo_en_la_garganta_de_emocion vaya_susto que_susto menudo_susto un_susto_de susto_de_muerte un_frio_que_pela un_calor_de_muerte de_mala_muerte
    aburrido_como_ostra aburrida_como_ostra muero_del_aburrimiento me_muero_del_calor me_muero_del_sueno me_muero_del_hambre me_muero_de_la_pena
    me_muero_de_la_verguenza hecho_polvo hecha_polvo hecho_pedazos molido reventado_de_trabajar reventada_de_trabajar cansado_a_morir amor_a_muerte
    a_muerte_con veneno_de_lengua me_salvo_la_vida me_salvaste la_vida_me_salvaron`,
  SUDDENLY: `
    de_repente de_pronto de_golpe de_la_nada derrepente de_sopeton subito subita subitamente repentin* sin_mas_ni_mas sin_aviso de_un_momento_a_otro
    de_un_segundo_a_otro en_un_segundo en_un_instante de_buenas_a_primeras de_una_vez_se hace_cinco_minutos hace_diez_minutos hace_quince_minutos
    hace_veinte_minutos hace_media_hora hace_una_hora hace_dos_horas hace_unos_minutos hace_unos_minuticos hace_un_momento hace_un_ratito hace_ratito
    hace_un_minuto recien recien_se acaba_de acabo_de le_acaba_de me_acaba_de se_acaba_de ahorita_mismo`,
  ATONCE: `
    ahora ahora_mismo ahora_mismito ahorita ahorita_mismo ahoritita orita horita ya_mismo ya_mesmo en_este_momento en_este_instante en_este_mismo
    en_estos_momentos justo_ahora mientras_hablo aqui_mismo aqui_delante_de_mi aqui_enfrente_de_mi delante_mio frente_a_mi estoy_con_el
    estoy_con_ella estoy_a_su_lado lo_tengo_en_brazos la_tengo_en_brazos lo_tengo_aqui la_tengo_aqui la_estoy_viendo lo_estoy_viendo otra_vez_le
    esta_pasando`,
  PERSON: `
    esposo esposa marido mujer senora senor pareja novio novia prometido mama mami mamita ma ama ama_mia madre jefa jefita vieja papa papi papito apa
    padre jefe_de_familia viejo suegra suegro abuela abuelo abuelita abuelito abue yaya yayo nonna nona nono tata nana lela lelo aguela hermano
    hermana carnal manito hermanito hermanita nano hijo hija hijos nietos sobrino sobrina tio tia primo prima cunado cunada compadre comadre padrino
    ahijado vecino vecina amigo amiga cuate pana parcero parce compa causa wey guey tipo chavo chava muchacho muchacha chico chica joven anciano
    anciana viejito viejita don dona cliente clienta alumno alumna paciente residente companero companera de_cuarto roommate inquilino trabajador
    obrero chofer pasajero`,
  LITTLE: `
    bebe bebito bebita beba nene nena nenito nenita nino nina ninito ninita chiquito chiquita chiquitin chiquilin chiquilla chiquillo peque pequenin
    crio cria criatura guagua wawa guaguita chamaco chamaca chamaquito morro morra morrito morrita chavito chavita escuincle escuincla plebe huerco
    huerquito guiro cipote cipota patojo patoja chiguin carajito carajita pelao pelaito pelaita pelado sardino guri botija pibe pibita purrete
    cabro_chico cabrito mocoso mocosa zagal ninato mijito mijita mi_bb mi_bebe recien_nacido recien_nacida lactante infante hijito hijita nietecito
    nietito nietita gemelos mellizos cuates meses_de_edad anos_de_edad anitos mesecitos`,
  TINY: `
    recien_nacid* neonat* prematur* dias_de_nacido dias_de_nacida dias_de_vida semanas_de_vida semanas_de_nacido semanas_de_nacida un_mes_de_nacido
    un_mes_de_nacida un_mes_de_vida mes_y_medio dos_meses_de tres_semanas_de dos_semanas_de cinco_dias_de seis_dias_de diez_dias_de quince_dias_de
    veinte_dias_de un_mesecito`,
  NOTHELP: `
    no_le_hace_nada no_me_hace_nada no_hace_efecto no_le_hace_efecto no_me_hace_efecto no_le_hizo_nada no_me_hizo_nada no_sirve no_le_sirve
    no_me_sirve no_ayuda no_le_ayuda no_me_ayuda no_mejora no_se_mejora no_me_alivia no_le_alivia no_se_le_quita_con no_cede no_le_baja no_baja
    no_me_baja sigue_igual sigue_mal sigue_sin sigue_ahogado sigue_ahogada y_nada ni_asi`,
  PHONING: `
    telefono celular movil llamada whatsapp guasap watsap mensaje mensajes correo email pagina_web portal app aplicacion contrasena usuario clave
    recepcion recepcionista secretaria operadora extension buzon contestador en_espera linea_ocupada`,
  ADMINVERB: `
    llamo_para llamaba_para llamo_por llamaba_por le_llamo_para les_llamo_para hablo_para le_hablo_para marco_para escribo_para era_para queria_pedir
    queria_una queria_un queria_cambiar queria_cancelar queria_confirmar queria_agendar queria_sacar quisiera_pedir quisiera_una quisiera_un
    quisiera_cambiar quisiera_cancelar quisiera_agendar quisiera_sacar quisiera_hacer quiero_pedir quiero_una_cita quiero_un_turno quiero_hora
    quiero_cambiar quiero_cancelar quiero_agendar quiero_sacar quiero_hacer_una necesito_una_cita necesito_un_turno necesito_hora necesito_cambiar
    necesito_cancelar necesito_agendar necesito_sacar necesito_renovar necesito_una_receta necesito_un_certificado necesito_un_justificante
    necesito_un_papel necesito_un_informe necesito_la ocupo_una_cita ocupo_cita me_gustaria_pedir me_gustaria_una me_gustaria_agendar
    me_gustaria_sacar me_gustaria_hablar_con podria_darme podrian_darme me_puede_dar_una me_puede_dar_cita me_puede_agendar me_podria_dar
    me_podria_agendar me_da_una_cita me_da_cita me_dan_cita me_dan_una_cita me_dan_hora me_das_cita me_das_turno hay_citas hay_cita hay_turno
    hay_hueco hay_lugar tienen_cita tienen_citas tienen_hueco tiene_hueco tienen_turno tienen_lugar puedo_pedir_cita puedo_sacar_cita puedo_agendar
    solo_llamaba nomas_queria nada_mas_queria solamente_queria me_urge_una_cita`,
};
