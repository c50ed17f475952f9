import { spanishSentences } from './sentences-es';
import { spanishStory } from './story-es';
import { wordSet, type Vocabulary } from './vocabulary';

// All patterns meet folded text: lower case, no accents (manana, dia), straight quotes.
const visit = String.raw`(?:citas?|turnos?|consultas?|visitas?|reservas?|horas?|revision(?:es)?|chequeos?)`;
const owned = String.raw`(?:mis?|la|las|el|los|esa|ese|esta|este|nuestra|su|una)`;

export const spanish: Vocabulary = {
  wishes: [
    [
      'waitlist',
      /\blista de espera\b|\b(?:pong|apunt|anot|met|inclu)\w+ en (?:la|su|una|esa) lista\b|\b(?:avis\w+|llam\w+me|notifi\w+)(?:me)? (?:si|cuando|en cuanto) (?:se |hay|haya|sale|tenga|queda)|\bsi (?:se libera|se abre|se desocupa|sale|surge|queda) (?:algo|un|una|libre|sitio|hueco|lugar)|\b(?:si|por si|en caso de que) (?:alguien|alguno|hay alguna|hay una|otro) (?:cancel\w*|anul\w*|fall\w*)|\ben (?:lista de )?espera\b|\bse cae alguien\b/,
    ],
    [
      'message',
      /\b(?:llegar\w*|voy|llego) (?:un poco )?(?:tarde|con retraso)\b|\b(?:dejar\w*|deje|dejo|tomar|tome|pasar|pase|enviar|envie|mandar|mande|dar|de)(?:le|les|me)? (?:un |el |este |al doctor |a la doctora )*(?:mensaje|recado|nota)\b|\bque me (?:llamen|llame|devuelvan la llamada)\b|\bdevuelv\w+ la llamada\b|\b(?:digale|digales|diga|avisele|avisenle|avise)(?: a| al)? (?:la |el )?(?:doctor|doctora|dr|dra|enfermera|personal)\b/,
    ],
    [
      'cancel',
      /(?<!\bsi (?:la |lo |tengo que )?)\b(?:d(?:ar|a|e|en|ad)(?:me|nos|le|se)?(?:l[ao]s?)? de baja|cancel(?!acion(?:es)?\b)\w*|anul(?!acion(?:es)?\b)\w*|elimin\w*|borr(?!os|ach|asc|eg)\w*|quit\w+ (?:la|mi|una) cita)\b|\b(?:quit|borr|tach|anul|elimin)(?:e|a|en|ad)(?:me|nos)?l[ao]s?\b|\b(?:cita|turno|consulta|visita|hora)\b[^.?!;]{0,40}\bya no (?:es|la|lo|me|hace|nos) (?:\w+ )?(?:falta|necesari\w+|ocup\w+|necesit\w+|quier\w+)\b|\b(?:me|nos) l[ao]s? (?:quit|borr|tach|anul|elimin|cancel)\w*|\bya no (?:la|lo|las|los) (?:quier|necesit|ocup)\w*|\b(?:quit|borr|tach)(?:e|a)(?:me|nos)\b|\bya no (?:necesito|quiero) (?:la|mi) cita\b/,
    ],
    [
      'move',
      new RegExp(
        String.raw`\b(?:reprogram\w*|reagend\w*|pospon\w*|posterg\w*|aplaz\w*|adelant(?!e\b)\w*|atras\w*|retras(?!o\b)\w*|demorar|correr (?:mi|la) cita|recorrer (?:mi|la) cita|modific\w*)\b|\b(?:cambi\w*|mov(?!il)\w*|muev\w*|pas\w{1,3})(?:me|mela|melo|la|lo)? (?:${owned} ?)+${visit}|\b(?:cambi|muev|mov(?!il))\w*(?:me|mela|melo|la|lo)\b|\bpas(?:ar|e|en|ad)(?:me|nos)?(?:la|lo|las|los)\b(?! (?:bien|mal|bomba|genial|de maravilla))|\b(?:cambiar|mover|pasar) (?:de|la|el|mi) (?:dia|hora|fecha|lunes|martes|miercoles|jueves|viernes)\b|\bno (?:puedo|podre|voy a poder|me es posible) (?:ir|asistir|acudir|llegar|venir)\b|\b(?:hoy|manana|el (?:lunes|martes|miercoles|jueves|viernes|sabado|dia \d+)|ese dia) (?:ya )?no (?:puedo|podre|voy a poder|me va|me viene)\b|\b(?:surgio|surgido|salio|salido) (?:un imprevisto|algo|una cosa|otra cosa)\b|\ben (?:vez|lugar) de(?:l)? (?:la |el )*(?:hoy|manana|lunes|martes|miercoles|jueves|viernes|sabado|dia|\d|cita)|\bno (?:voy a |vamos a |iba a )?(?:alcanz\w+|llegar|poder) (?:a )?(?:ir |llegar |venir |estar )?(?:el|manana|este|esta|la cita|a la cita|a mi cita)\b|\b(?:otra|otro|diferente) (?:hora|dia|fecha) para mi\b|\b(?:me|nos|se|le) (?:la|lo|las|los) (?:pued\w+ |podr\w+ |pod\w+ )?(?:corr\w+|recorr\w+|muev\w+|mov(?!il)\w+|cambi\w+|pas\w+|adelant\w+|atras\w+|retras\w+|aplaz\w+|pospon\w+|traslad\w+)\b|\b(?:me|nos) (?:corr|recorr|muev|mov|cambi|pas|adelant|retras)\w+ (?:un|unos|unas|para|al|a la|el|de dia|de hora)\b`,
      ),
    ],
    [
      'information',
      /\b(?:historia(?:l)? (?:clinic[oa]|medic[oa])|informe(?:s)? medicos?|expediente|justificantes?|certificados?|(?:una )?copias? de|facturas?|recibos?|formularios?|papeles|volante|reclamacion(?:es)?|queja|(?:cambiar|actualizar|cambie|cambiado) (?:de |mi |el |la )*(?:direccion|telefono|numero|seguro|correo|datos|apellido|nombre))\b/,
    ],
    [
      'list',
      new RegExp(
        String.raw`\b(?:cuando|a que hora|que dia|donde) (?:es|son|era|tengo|esta)\b[^.?!]*\b(?:mi|mis|${visit}|algo)|\b(?:tengo|hice) (?:alguna|algun|una|otra|programada) ?${visit}|\btengo (?:algo|cita)\b|\b(?:que|cuales|ver|consultar|revisar|saber|confirmar|lista\w*|decir\w*|digame|dime|recordar\w*|verificar)\b[^.?!]*\b(?:mis?|tengo) (?:\w+ ){0,2}${visit}\b|\bque (?:citas )?tengo\b|\b(?:ya )?tengo (?:una|mi|otra|dos|tres|varias|un par de|\d) (?:\w+ ){0,1}${visit}\b|\bsigue (?:en pie )?mi ${visit}|\btienen? (?:una |alguna )?${visit} (?:mi|don|dona|su|(?:el|la)(?! (?:dia|proxim|siguiente|semana|lunes|martes|miercoles|jueves|viernes|sabado|\d)))\b|\b(?:a que hora|cuando|que dia) (?:tengo que|debo|me toca|hay que|tenia que|tengo)\b`,
      ),
    ],
    [
      'doctors',
      /\b(?:que|cuales|quienes|lista de|nombres? de)(?: son)?(?: todos)?(?: los| las| sus)? (?:doctor(?:es|as)|medicos|medicas|especialistas|especialidades|departamentos|servicios|cardiologos|dermatologos|pediatras)\b|\bquien(?:es)? (?:atiende|trabaja)n?\b/,
    ],
    ['register', /\b(?:registrar(?:me|nos)|darme de alta|inscribirme|registreme|registrame)\b/],
    [
      'information',
      /\b(?:horarios?|direccion|ubicad\w+|ubicacion|donde (?:estan|esta|queda|quedan|se encuentra\w*)|como llego|como llegar|estacionamiento|aparcamiento|parqueo|parking|estacionar|aparcar|seguros?|aseguradora|mutua|medicare|medicaid|costos?|coste|precios?|tarifas?|cuanto (?:cuesta|vale|cobran|es)|pagos?|pagar|tarjeta|fax|correo|pagina web|numero de telefono|que (?:debo|tengo que|hay que) (?:llevar|traer)|llevar a|en ayunas|ayunar|preparacion|silla de ruedas|accesib\w+|interpretes?|traductor\w*|mascarillas?|cubrebocas|resultados|recetas?|referencias?|autobus|metro|wi-?fi|farmacia|copago|sin cita|telemedicina|videoconsulta|politica|hablan?(?: \w+)? (?:ingles|frances|aleman|arabe|ruso|portugues|chino|catalan|gallego|euskera|italiano|rumano|nahuatl|mixteco|quechua|maya|idioma\w*|otr[oa])\b|aceptan|atienden (?:los|sin|a)|ofrecen|abren|cierran|estan abiertos|abierto|vacunas?)\b/,
    ],
    [
      'book',
      new RegExp(
        String.raw`\b(?:reserv\w*|agend\w*|program\w*|concert\w*|apunt\w*me|pedir|sacar|solicitar|pedirle)\b|\b(?:quier\w*|quisiera|necesit\w*|dese\w*|me gustaria|hacer|tener|dar\w*|deme|dame|busco|buscando)\b (?:hacer |tener |pedir |sacar |ver |una |un |otra |otro |mi |proxima |nueva )*${visit}\b|\b(?:ver|visitar|consultar|necesito|quiero|busco)(?: a| ver| con)? ?(?:un|una|al|a la|el|la|algun|alguna|otro|otra)? ?(?:doctor|doctora|dr|dra|medico|medica|especialista)\b|\b(?:libres?|huecos?|disponibles?)\b`,
      ),
    ],
  ],
  mentions: /\b(?:citas?|turnos?|disponibilidad)\b/,
  unwanted: /\b(?:ya no|no) (?:\w+ ){0,2}(?:necesit\w+|quier\w+|hace falta|vamos|voy|ire)\b/,
  wants: /\b(?:quier\w+|quisiera|necesit\w+|pas[ea]\w*|pon\w+|comuni\w+|d[ae]me|prefier\w+)\b/,
  story: spanishStory,
  frames: {
    owned:
      /(?:(?<!\b(?:si|que) )\btengo|\b(?:tenia|teniamos|me dieron|nos dieron|me habian dado|me dio|me pusieron|nos pusieron|me toca|me tocaba)) (?:una |mi |la )?(?:hora|cita|turno|consulta|visita)\b|\b(?:mis?|nuestra|su) (?:\w+ ){0,3}(?:citas?|turno|consulta|visita|hora)\b|\bme toca(?:ba)? (?:ir )?(?:el|este) (?:lunes|martes|miercoles|jueves|viernes|sabado|\d)|\biba(?:mos)? a ir (?:el|este)|\bqued(?:e|amos) (?:de|en) (?:ir|venir|pasar)\b|\bque (?:la|lo|las|los|me la|me lo) (?:tengo|tenia|dieron|pusieron)\b|\b(?:me|nos) (?:dieron|dio|pusieron|puso|apuntaron|citaron|tienen) (?:\w+ ){0,3}(?:para|pal|el|con) (?:el |la )?(?:dia )?(?:\d|lunes|martes|miercoles|jueves|viernes|sabado|doctora?|dra?)\b|\blo (?:de \w+ )?(?:de[l]? (?:hoy|manana|lunes|martes|miercoles|jueves|viernes|sabado|dia)|mio)\b|\bla (?:cita|consulta|visita|hora) (?:del?|que)\b/,
    hindered:
      /\b(?:fin(?:es)? de semana|finde|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?) (?:no|tampoco)\b(?! ?\?)|\bno (?:\w+ ){0,2}(?:puedo|podre|poder|llego|alcanzo|alcanzare|asistir|ir|acudir)\b|\bno me (?:va|viene|queda|es posible|da tiempo)\b|\bimposible\b|\bse me (?:complica|complico|cruza|cruzo|hizo|hace)\b|\b(?:choca|coincide)\b|\b(?:trabajo|estoy (?:fuera|de viaje|liad[oa]|ocupad[oa]|trabajando)|tengo (?:clase|trabajo|juicio|reunion|turno|examen|guardia|otra cosa))\b|\bes (?:fiesta|festivo|puente)\b|\b(?:me viene|me va|me queda|viene) (?:fatal|mal|muy mal)\b/,
    dropped: /\b(?:quit\w+|suspend\w+|dar de baja|tumb\w+|ya no (?:voy|ire|vamos|necesito|quiero))\b/,
    otherwise:
      /\b(?:me|nos) l[ao]s? (?:pued\w+|podr\w+|pas\w+|pon\w+|cambi\w+|mov(?!il)\w+|muev\w+|d[ae]\w*)\b|\b(?:puede|podria|pueda) ser\b|\b(?:habra|hay|habria) (?:modo|manera|forma|chance|chanza|posibilidad|como) (?:de )?(?:que|cambi\w+|mov(?!il)\w+|pas\w+)?|\bque sea (?:el|la|otr[oa]|para|mas|de)\b|\bpon(?:ga|gan|er|ed)?(?:me|nos)?l[ao]s?\b|\b(?:mejor|en (?:vez|lugar))\b|\b(?:otr[oa] (?:dia|hora|fecha|momento)|mas (?:temprano|tarde|pronto)|antes|despues)\b|\b(?:para|al) (?:el |la |las )?(?:lunes|martes|miercoles|jueves|viernes|sabado|manana|proxim[oa]|otro|\d)|\b(?:recorr|retras|cambi|mov(?!il)|muev)\w+/,
    ifFull:
      /\bsi (?:no (?:hay|tiene|tienen|teneis|queda|quedan|me dan)|(?:esta|estan|anda) (?:llen[oa]s?|complet[oa]s?|ocupad[oa]s?|a tope)|ya no hay)\b/,
    unneeded:
      /\b(?:ya no|no) (?:me |nos |le |les )?(?:\w+ a )?(?:necesit\w+|hace falta|hara falta|hacer falta|quier\w+|ocup\w+) (?:ya )?(?:la|el|lo|esa|ese|mi|las|los) (?:cita|hora|turno|visita|consulta|del?\b)/,
    kept: /\b(?:mant\w+|conserv\w+|(?:la|lo|me la|las) (?:dejo|dejas?|deja|dejan)|dej(?:e|a|ad|en)(?:me|nos)?(?:la|lo)?|donde esta\w*|como esta\w*|me quedo|quedar?me|sigue|siguen|si (?:que )?voy|guard\w+)\b/,
    noNewTime:
      /\b(?:no (?:quiero|necesito|hace falta|busco)|sin|ni) (?:que me den )?(?:otr[oa]|nuev[oa]|ningun[oa]?|mas) ?(?:dia|fecha|hora|cita)?s?\b|\bning?un[oa]? (?:otr[oa] )?(?:dia|fecha|hora)\b|\b(?:ya|luego|despues|mas tarde) (?:yo )?(?:(?:les?|os|te|los) )?(?:llamo|llamare|marco|aviso)\b|\bno hace falta (?:otra|buscar|reprogramar|cambiar)\w*/,
    afterAll: /\bal final (?:\w+ ){0,3}no (?:puedo|podre|me va|me viene|voy)\b|\bsiempre no (?:voy|puedo)\b/,
  },
  signals: {
    also: /\b(?:tambien|ademas|otra cita|otro turno|una segunda cita|una mas|aparte)\b/,
    dropIt:
      /\b(?:(?<!\b(?:me|nos|se le|se te) (?:habia |he |hemos )?)olvid\w+|(?<!asi )(?:dejelo|dejalo)(?! asi)|no importa ya|dejemoslo|cambie de opinion|ya no (?:quiero|la quiero)|no me interesa|mejor no|siempre no|pensandolo bien|mejor lo dejo|al final no|ya (?:les?|te)? ?(?:llamare|llamo)|llamare (?:luego|otro dia|mas tarde))\b/,
    farewell:
      /\b(?:adios|hasta (?:luego|pronto|manana|la vista)|chao|chau|eso es todo|es todo|eso seria todo|seria todo|nada mas(?! (?:cerca|pronto|temprano|antes|tarde|libre|que|para|disponible))|que (?:tenga|pase) (?:un )?buen\w*|ya termine|nos vemos)\b/,
    thanks: /\b(?:gracias|se lo agradezco|muy amable)\b/,
    greeting: /^\W*(?:hola|buenos dias|buenas tardes|buenas noches|buenas|buen dia|saludos|alo|bueno)\b/,
    repeat:
      /^\W*(?:\w+\W+){0,3}(?:otra vez|de nuevo)\W*(?:por favor)?\W*$|\b(?:repit\w+|repetir|que dijo|cual(?:es)? era|que ha dicho|no (?:le |lo |la )?(?:oi|escuche|entendi|oigo|escucho)|como dijo)\b|^\W*(?:que|como|perdon|mande|disculpe|eh)\W*$/,
    newPatient:
      /\b(?:pacient[ea] nuev[oa]|nuev[oa] paciente|primera (?:ve[zs]|visita|cita|consulta)|nunca (?:h?e|habia) (?:ido|estado|venido|sido)|no h?e (?:ido|estado|venido)|soy nuev[oa]|no (?:soy|estoy) (?:paciente|registrad[oa])|no (?:he|habia) (?:ido|estado|venido)|registrar(?:me|nos)|registreme|darme de alta|no tengo (?:ficha|expediente|historia)|(?:nunca|no) (?:ha|han|hemos|habia|habiamos) (?:ido|estado|venido|sido)|(?:nos )?acab\w+ de (?:mudar\w*|llegar)|recien (?:me |nos )?(?:mud\w+|lleg\w+)|me (?:he mudado|mude)|es nuev[oa] (?:ahi|alli|con ustedes|en la clinica)|somos nuev[oa]s)\b/,
    sendCode:
      /\b(?:envi\w+|mand\w+|manden|usar|quiero|prefiero|pasar)\b[^.?!]{0,20}\bcodigo\b|^\W*(?:el |un )?codigo(?: por favor)?\W*$/,
    sameDoctor:
      /\b(?:(?:el|la) mism[oa] (?:doctor|doctora|medic[oa]|especialista|que)|mism[oa] (?:doctor|doctora|medic[oa])|mi (?:doctor|doctora|medic[oa]) (?:de siempre|habitual)|(?:el|la) de siempre|con quien me atendi|que me (?:atendio|vio|trato|opero|llevo|lleva))\b/,
    thatDoctor:
      /\bcon (?:el|ella)\b(?! (?:doctor|doctora|dr|dra|medico|medica|\w+ologo|\w+ologa|\w+iatra))|\bverl[oa]\b/,
    otherDoctor:
      /\b(?:otr[oa] (?:doctor|doctora|medic[oa]|especialista|profesional|cardiologo|dermatologo)|(?:doctor|medico|doctora) (?:diferente|distint[oa])|con otr[oa]\b(?! (?:hora|dia))|otra persona|alguien mas|alguien distinto)\b/,
    anyDoctor:
      /\b(?:cualquier\w*|el que sea|la que sea|me da igual|no importa|da lo mismo|sin preferencia|indiferente|quien sea)\b/,
    anyDay:
      /\b(?:cualquier (?:otro )?dia|el dia (?:me )?da (?:igual|lo mismo)|el dia que sea|no importa (?:el|que) dia)\b/,
    anyTime:
      /\b(?:cualquier\w*|cuando sea|cuando pueda\w*|me da igual|no importa|da lo mismo|sin preferencia|indiferente|la que sea|el que sea|lo que (?:tenga|haya|pueda)\w*|(?:lo )?que (?:me )?(?:ofrecen?|tienen?|hay|proponga\w*)|no (?:lo )?se|digame (?:usted|que)|usted(?:es)? (?:dira|diga|elija)\w*|tu diras|como (?:vean|veais|vea))\b/,
    more: /\b(?:algo mas|alguna otra|algun otro|otr[oa]s? (?:horas?|horarios?|dias?|opcion\w*|fechas?|huecos?)|mas (?:opciones|horas|horarios)|que mas|ningun[oa]?(?: de (?:esas|esos|ellas|ellos))?)\b/,
    earlier:
      /\b(?:eso|esa|ese|esto) es lo (?:mas pronto|mas temprano|primero|antes)\b|\bmas cercan[oa]\b|\b(?:(?:muy|demasiado) tarde|mas temprano|antes\b(?! de)|mas pronto|mas cerca)\b/,
    later: /\b(?:(?:muy|demasiado) (?:temprano|pronto)|mas tarde|despues\b(?! de)|mas adelante|mas lejos)\b/,
    nextDay: /\b(?:al|el) (?:otro dia|dia siguiente|dia despues)\b/,
    dayBefore: /\b(?:el dia (?:de )?antes|el dia anterior|un dia antes|(?:el )?dia antes)\b/,
    weekAfter: /\b(?:la semana (?:siguiente|despues)|una semana (?:despues|mas tarde)|la otra semana)\b/,
    everything: /\b(?:todas?|todos?|ambas?|ambos?|las dos|los dos|cada una)\b/,
    asking:
      /^\W*(?:(?:y|pues|bueno|oiga|oye|hola|ah|eh|por favor|disculpe|perdon|por cierto)\W+)*(?:que(?! (?:esta|estan|es|son|tiene|tengo|vive|viene|va|le|se|ya|no|nos|la|lo|mi|el)\b)|cual|cuales|cuando|cuanto|cuantos|donde|a que|quien|quienes|como|por que|tiene|tienen|hay|es|son|esta|estan|puede|pueden|puedo|podria|podrian|se puede|acepta|aceptan|habla|hablan|debo|necesito llevar)\b|^\W*¿|¿/,
    wondering:
      /(?:^\W*|[,.;:!?¿-]\s*|\b(?:y|pero|saber|decirme|dime|digame|dime si|digame si|decirme si|saber si)\s+)(?:como|donde|que(?! (?:esta|estan|es|son|tiene|tengo|vive|viene|va|le|me|se|ya|no|nos|la|lo|mi|el)\b)|cual|cuales|cuanto|por cuanto|en que|hay que|tengo que|debo|cogeis|cogen|aceptais|aceptan|trabajais|trabajan|teneis|atendeis|atienden|haceis|hacen|abris|abren)\b/,
    proposing:
      /\b(?:tiene|tienen|tendria|tendran|hay|habria|habra|podria ser|puede ser|se puede|teneis|tendriais|tendrian|os queda|les queda|queda algo|habra algo|que tal|seria posible|es posible)\b/,
    offerSeeking: /\b(?:algo|alguna|algun|disponib\w+|libre|hueco)\b/,
    requesting: /\b(?:necesit\w*|quier\w*|quisiera|querria|queria|me hace falta|me gustaria|solicit\w*|por favor)\b/,
    relative:
      /\bmi (?:\w+ )?(?:hij[oa]|nin[oa]|nen[ea]|bebe|peque|marido|mujer|espos[oa]|madre|padre|mama|papa|abuel[oa]|niet[oa]|sobrin[oa]|herman[oa]|pareja|suegr[oa])\b(?! (?:dice|dijo|me dijo))|\b(?:su|la|el|al) (?:otr[oa] )?(?:herman(?:it)?[oa]|gemel[oa]|melliz[oa])\b(?! (?:dice|dijo|me dijo))|\botr[oa] (?:hij[oa]|nin[oa]|nen[ea]|peque(?:n[oa])?|bebe|criatura|melliz[oa])\b|\bmi (?:mayor|menor|pequen[oa]|chic[oa]|median[oa])\b|\b(?:pal|para el|pa el|para la|pa la|al|a la) (?:hij[oa]|nin[oa]|nen[ea]|peque(?:n[oa])?|chiquit[oa]|criatura|crio|bebe)\b/,
    thatOne:
      /^\W*(?:(?:pues|bueno|vale|si|ok|entonces|a ver)\W+)*(?:pues )?(?:(?:a|con) )?(?:es[ae]|est[ae]|esa misma|ese mismo|esa hora|la misma)(?: (?:misma|mismo|esta bien|me va bien|vale|por favor|hora))*\W*$/,
    advice:
      /(?=.*\b(?:(?:me (?:tomo|pongo)|le (?:doy|pongo)) (?:un|una|otr[oa]|algo|mas|el|la)|(?:la|lo|las|los|le) (?:dejo|sigo|suspendo|corto|paro|quito)|sigo (?:con (?:el|ella|eso|ellas|ellos)|tomand\w+|dand\w+)|(?:la|lo|las|los) puedo|puedo (?:tomar\w*|darle|dar|dejar\w*|suspender\w*|saltar\w*|partir\w*|mezclar|beber|ponerme|usar|doblar)|debo (?:tomar|dejar|preocuparme)|deberia|es (?:normal|grave|peligroso|malo|seguro|contagioso|cancer)|que (?:tomo|me tomo|puedo tomar|le doy|me pongo|hago|me recomienda|puede ser)|cuant[oa]s? (?:\w+ ){0,3}(?:tomo|puedo|le doy|debo)|me (?:recomienda|aconseja)|sera (?:grave|cancer))\b)(?=.*\b(?:tom\w+|dosis|dobl\w+|pastillas?|medicinas?|medicamentos?|medicacion|antibiotic\w*|ibuprofeno|paracetamol|aspirina|naproxeno|amoxicilina|insulina|inhalador|pomada|crema|tension|sarpullido|pic\w*|fiebre|bulto|lunar|hinchad\w*|dolor|duele\w*|metformina|omeprazol|losartan|enalapril|\w+pril|\w+sartan|levotiroxina|sertralina|prednisona|anticonceptiv\w*|estatinas?|jarabe|gotas|inyeccion(?:es)?|tripa|estomago|barriga|me cae (?:\w+ )?pesad[oa]|cabeza|tos|sangr\w*|herida|infec\w*|sintomas?|alcohol|embaraz\w*|puntos|vomit\w*|diarrea|mare\w*|grave|contagioso)\b)(?!.*\b(?:seguro medico|ayunas|analisis|cita|reserv\w*)\b)/,
    putsOff:
      /\b(?:dej[ea](?:me|nos|d?me)? (?:que )?(?:lo |le |la |primero )?(?:consult\w*|pregunt\w*|check\w*|chec[oa]r?|ve[ro]?|mir[oae]r?|piens[oae]|pensar\w*|habl\w*|platic\w*|confirm\w*|revis\w*)|(?:tengo que|necesito|debo|voy a|quiero|he de) (?:primero )?(?:consultar|preguntar|checar|hablar|platicar|pensar|mirar|ver si|confirmar con|revisar)\w*|(?:lo|la) (?:pienso|consulto|hablo|platico|miro con|voy a pensar)|luego (?:le|les|te|os) (?:aviso|llamo|digo|confirmo))\b/,
    noCode:
      /\b(?:no|sin|nunca|tampoco) (?:\w+ ){0,4}(?:codigo|ese telefono|ese movil|acceso|llega\w*|llego|recib\w*)\b|\bperdi (?:ese|el|mi) (?:telefono|movil|celular)\b|\b(?:telefono|numero|movil) (?:viejo|anterior|antiguo)\b|\bya no tengo\b/,
    wrong: /\b(?:no es (?:eso|asi|correcto)|incorrect[oa]|equivocad[oa]|esta mal|error)\b/,
    language: /\b(?:hablan?|hablas|entienden?|en) espanol\b/,
    automated:
      /\b(?:es usted|eres|es esto|estoy hablando con|hablo con) (?:un |una |el |la )?(?:robot|bot|maquina|computadora|ordenador|ia|human[oa]|persona|grabacion|contestador\w*)\b/,
  },
  clauses:
    /[;!?¿¡\n]+|(?:^|\s)(?:\d\)|#\d|\d[.:](?=\s)|(?:primero|segundo|lo primero|lo segundo)[:,](?=\s))|(?<!\b(?:dr|dra|sr|sra|srta|[ap]|[ap]\. ?m))\.(?=\s|$)|,?\s+(?:y|pero|luego|despues|ademas|tambien),?\s+(?!media\b|cuarto\b|cinco\b|diez\b|veinte\b)|,\s+(?=quiero\b|puedo\b|necesito\b|por favor\b|que\b|tiene\b)/g,
  openRange: /\bentre [^,.;?!]{1,40}$(?<!\by .*)/,
  corrections:
    /\b(?:ay|uy|ah|oh|ups),? no\b,?|\bno,? (?:no,? )?(?:perdon|perdona|espere|espera|mejor)\b|\bperdon,? (?:no|quise decir|queria decir)\b|\b(?:quise|queria) decir\b|\bdije mal\b|\bme (?:equivoque|he equivocado|confundi|lie)\b|\bque sea\b(?! (?:posible|antes|pronto))|\bdigo\b|\bmejor dicho\b|(?<!\b(?:me|te|le|nos|viene|va|queda|seria|es|vendria|conviene|esta|lo|a lo) )\bmejor\b(?! (?:no|posible))|(?:[,.]+|—|–|--)\s*no,\s/g,
  picks: {
    ordinals: [
      /\b(?:la |el )?(?:primera?|primero|1a|1o|1ra|1ro)\b(?! (?:vez|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|disponible|visita|cita|hora|consulta))|\b(?:numero|opcion) (?:uno|una|1)\b/,
      /\b(?:la|el|esa|ese) (?:de |del )?(?:en )?medio\b|\b(?:segund[oa]|2a|2o|2da|2do)\b|\b(?:numero|opcion) (?:dos|2)\b/,
      /\b(?:tercer[oa]?|3a|3o|3ra|3ro)\b|\b(?:numero|opcion) (?:tres|3)\b/,
      /\b(?:cuart[oa]|4a|4o|4ta|4to)\b(?<!y cuarto)(?<!menos cuarto)|\b(?:numero|opcion) (?:cuatro|4)\b/,
      /\b(?:quint[oa]|5a|5o|5ta|5to)\b|\b(?:numero|opcion) (?:cinco|5)\b/,
    ],
    last: /\b(?:la|el|esa|ese) ultim[oa]\b(?! vez)/,
    earlier: /\b(?:la|el|lo) (?:de )?(?:mas temprano|mas temprana|mas pronto|que sea antes|de antes)\b/,
    later: /\b(?:la|el|lo) (?:de )?(?:mas tarde|mas tardia)\b/,
    any: /\b(?:cualquier\w*|me da igual|da igual|la que sea|el que sea|da lo mismo|no importa|usted (?:elija|escoja)|las dos me sirven)\b/,
    other: /\b(?:la otra|el otro)\b/,
    beside:
      wordSet(`por favor porfa gracias la las el a si vale ok es esta bien me va viene perfecto perfecta genial sirve queda quedo con esa ese de
      pues bueno entonces tomo quiero eh`),
  },
  time: {
    day: wordSet(`lunes martes miercoles jueves viernes sabado sabados domingo domingos hoy ayer pasado semana semanas dia dias
      quincena mes meses enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene feb mar abr
      may jun jul ago sep sept oct nov dic navidad proximo proxima viene entrante finde fin entresemana`),
    clock: wordSet('tarde tardes noche noches mediodia media cuarto temprano menos am pm a.m p.m punto madrugada'),
    numbers:
      wordSet(`primero uno una un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis
      diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis
      veintisiete veintiocho veintinueve treinta`),
    links:
      wordSet(`a al el la los las de del en por para que y antes despues entre hasta desde sobre como no o este esta
      esa ese siguiente dentro mas cualquier algun alguna sin a eso partir adelante principios finales mediados manana mananas hora horas minutos`),
    beforeHour: wordSet('las la sobre desde hasta entre'),
    leading: wordSet(
      'a al el la los las en por para antes despues entre hasta desde sobre no este esta esa ese dentro proximo proxima de manana mananas principios finales mediados',
    ),
    comparative: /\b(?:muy|demasiado) (?:temprano|tarde|pronto)\b|\bmas (?:temprano|tarde|pronto|adelante)\b(?! de)/g,
    sofar:
      /\b(?:(?:centro|hospital) de dia|(?:desde )?hace (?:ya |mas de |casi |unos |unas )*(?:un|una|dos|tres|cuatro|cinco|seis|siete|ocho|diez|varios|varias|muchos|muchas|\d+)? ?(?:dias?|semanas?|mes(?:es)?|anos?|rato|tiempo)|llevo (?:ya |casi |unos |unas )*(?:un|una|dos|tres|cuatro|cinco|seis|varios|varias|\d+) (?:dias?|semanas?|mes(?:es)?|anos?)|desde (?:el |la )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|ayer|anoche|semana pasada|mes pasado|ano pasado|\d{4})(?: (?:pasado|por la \w+))?|(?:vi|vio|atendi\w*|visit\w*|estuve|fui|opero|trato|miro|reviso) (?:\w+ ){0,4}(?:en|el|hace) (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|lunes|martes|miercoles|jueves|viernes)|(?:el|la) (?:ano|mes|semana) pasad[oa]|en (?:19|20)\d\d|anoche)\b/g,
    greeting: /^\W*(?:hola\W+)?(?:muy )?buen[oa]s? (?:dias?|tardes|noches)\b(?=.*\w)/,
    opposites: [
      [/\b(?:antes de|hasta)\b/, 'después de'],
      [/\bdespues de\b/, 'antes de'],
      [/\bpor las? mananas?\b/, 'por la tarde'],
      [/\bpor las? (?:tardes?|noches?)\b/, 'por la mañana'],
    ],
    away: [
      [
        /\b(?:fuera|de viaje|de vacaciones|de permiso|no (?:vuelvo|regreso|estoy|estare|puedo|llego)|viajando|trabajando|ocupad[oa])\b[^.;!?]{0,40}?\b(hasta)\b/,
        'a partir de',
      ],
      [
        /\b(vuelvo|regreso|volvemos|regresamos|volvere|regresare) (?=el (?:dia )?(?:\d|lunes|martes|miercoles|jueves|viernes|sabado|domingo))/,
        'a partir de',
      ],
    ],
    soonest:
      /\b(?:lo antes posible|lo (?:mas )?(?:primero|primerito|antes|pronto|rapido|cercano|cerca|proximo|temprano)(?: posible)? (?:que|con|en|y|de|para|a)\b|lo (?:mas )?(?:primero|primerito|antes|pronto|rapido|cercano|cerca|proximo)\b|(?:cita|hora|hueco|turno|fecha|espacio|consulta) (?:libre )?mas (?:proxim|cercan|pront)[oa]|(?:el|la|al|del) primer[oa]? (?:hueco|espacio|cita|turno|lugar|fecha|consulta)(?: libre| disponible)?|(?:en cuanto|tan pronto como|apenas) (?:se )?(?:pueda|desocupe|haya|libere)\w*|cuanto antes|lo mas pronto(?: posible)?|lo primero que (?:tenga|haya)\w*|la primera (?:disponible|(?:hora |cita )?(?:que (?:tenga|tiene|haya|hay)\w*|disponible|libre)|hora(?! de la manana))|el primer(?:o)? (?:disponible|hueco)|primera cita disponible|la mas proxima|tan pronto como|lo mas temprano posible|ya mismo|quien(?:quiera)? (?:este|tenga|sea) (?:libre|antes|hueco|espacio)\w*|(?:el|la) primer[oa] que (?:este|tenga|pueda|haya)\w*(?: libre)?|lo mas rapido(?: posible)?|que tan pronto|urgente)\b/,
    asSoonAsPossible: 'lo antes posible',
    target: /\b(?:para|al|a las|a la|hasta)\b/,
    insteadOf:
      /\b(?:en (?:vez|lugar) de(?:l)?) (?:la |el |mi )*((?:(?!\b(?:puedo|podria|quiero|quisiera|me|se|podemos|que)\b)[a-z0-9:.]+\s*){1,6})/,
    instead: /\b(?:en (?:su|vez|lugar)|mejor)\b/,
    earlyHalf: /\b(?:de la manana|por la manana|a\.?m)\b/,
    lateHalf: /\b(?:tarde|noche|p\.?m)\b/,
    thisOne: /\b(?:este|esta|mas cerca|antes)\b/,
    nextOne: /\b(?:proxim[oa]|siguiente|que viene|despues|otro)\b/,
    after: '{day} después de las {time}',
    weekOf: 'la semana del {day}',
    before: '{day} antes de las {time}',
    at: '{day} a las {time}',
  },
  names: {
    leadIn:
      /\b(?:me llamo|mi nombre(?: completo)? es|el nombre es|nombre completo(?: es)?|a nombre de|a mi nombre|se llama|nombre:)\s+/g,
    weakLeadIn: /\b(?:soy|habla|le habla|es)\s+/g,
    parentOf:
      /\b(?:la|el) (?:mama|papa|madre|padre|mami|papi|abuel[ao]|abuelit[ao]|tutora?|ti[oa]) del? ([a-z][a-z'-]+(?: [a-z][a-z'-]+){1,3})/g,
    kinIn:
      /\b(?:hij[oa]|espos[oa]|marido|mujer|madre|padre|mama|papa|suegr[oa]|abuel[oa]|niet[oa]|herman[oa]|ti[oa]|sobrin[oa]|prim[oa]|vecin[oa]|amig[oa]|nin[oa]|bebe|paciente|parej[oa])(?: es| se llama)?[,:]? (?:(?:don|dona|senora?|sra?\.?) )?(?=[a-z])/g,
    givenIn: /(?<!\b(?:mi|su|el|a) )\bnombre(?: es)?[:,]? +|\bde nombre +/g,
    familyIn: /\b(?:de )?apellidos?(?: es| son)?[:,]? +|\bme apellido +/g,
    notNames:
      wordSet(`huy uy ay espere espera ese esa eso esos esas este esta esto aquel aquella mismo misma mismos mismas propio propia anterior dicho dicha arriba navidad nochebuena nochevieja pascua claro vale tampoco exacto exactamente efectivamente el la los las un una y o de en con por para que es son soy estoy quiero quisiera necesito tengo mi mis su
      nombre apellido completo llamo nacio naci nacido nacida fecha nacimiento si no gracias favor hola buenos buenas dias tardes noches
      cita turno doctor doctora dr dra cancelar reservar mover cambiar manana hoy pasado perdon disculpe eh pues bueno entonces porque pero
      letra letras deletreo deletrea codigo telefono numero correcto cierto nuevo nueva paciente cumpleanos se escribe
      uno dos tres cuatro cinco seis siete ocho nueve diez doble triple mil novecientos setenta ochenta sesenta cincuenta noventa
      yo tu usted primera vez ves tarde noche mediodia suya suyo bisiesto bisiesta quien va habla mucho interesado interesada llamando hablando buscando ya tambien lunes martes miercoles jueves viernes sabado domingo`),
    months: wordSet(
      `enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre ene feb mar abr jun jul ago sep sept oct nov dic
      january february march april may june july august september october november december`,
    ),
    dateNumbers:
      wordSet(`uno un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete
      dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho
      veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa mil novecientos cien ciento cero primero doble triple`),
    dateLinks: wordSet('de del y el en ano dia mes barra guion diagonal'),
    double: 'doble',
    born: /\b(?:naci(?:d[oa])?(?: el| en)?|fecha de nacimiento(?: es)?|(?:mi )?cumpleanos(?: es)?|nacimiento)[:\s]*/,
    spelledAs: /\b([a-z])[\s,-]+(?:de|como|como en)\s+[a-z]+/g,
    letters: {
      be: 'b',
      ce: 'c',
      de: 'd',
      efe: 'f',
      ge: 'g',
      hache: 'h',
      jota: 'j',
      ka: 'k',
      ele: 'l',
      eme: 'm',
      ene: 'n',
      pe: 'p',
      cu: 'q',
      erre: 'r',
      ere: 'r',
      ese: 's',
      te: 't',
      ve: 'v',
      uve: 'v',
      equis: 'x',
      ye: 'y',
      zeta: 'z',
    },
    title: /\b(?:dra?\.?|doctora?)\s+([a-z][a-z'-]+(?:\s+[a-z][a-z'-]+){0,2})/g,
    spokenOf: /\b(?:mi|su|tu|un|una|el|la|otro|otra|algun|alguna|que|mismo|misma) (?:doctora?)\.?\s+$/,
    sameAsLast: 'el mismo doctor de la última vez',
    specialtyLike:
      /\b([a-z]+(?:olog[oa]s?|ologia|iatr[ao]s?|iatria|pedistas?|metristas?|dentistas?|ginecolog\w+|terapeutas?|cirujan[oa]s?|oculistas?))\b/,
    anyDoctorWord: /\b(?:doctora?|medic[oa](?: de cabecera| general| familiar)?|chequeo|revision)\b/,
  },
  sentences: spanishSentences,
};
