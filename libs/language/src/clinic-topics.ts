import { fold } from './words';

/**
 * What callers ask a clinic about, by the words of both languages that stand for the same thing: "where do I leave my car"
 * and "Is there parking?" share one topic and no word. Folded text.
 */
const topics: Readonly<Record<string, RegExp>> = {
  parking:
    /\b(?:(?:by car|driv(?:e|ing)|in (?:the|my) car)\b[^?]*\b(?:leave|put|stick|dump) it|(?:leave|put) (?:the|my|our) (?:\w+ )?(?:car|motor|van|truck|motorbike)|(?:en (?:coche|carro|auto|camioneta|moto)|manejando|conduciendo)\b[^?]*\b(?:dej(?:o|a|ar)(?:lo|la)?|meter(?:lo|la)|guardar(?:lo|la))|(?:dejar|dejo|meto) (?:el|mi|la|nuestro) (?:coche|carro|auto|camioneta|moto)|park(?!inson)\w*|garage|valet|(?:my|the|our|a) (?:car|truck|van)|car ?park|apar(?:c|qu)\w*|estacion(?!al)\w*|parqu(?:ear|eo|eadero)|garaje|cochera|(?:el|mi|del|de) (?:coche|carro|auto))\b/,
  insurance:
    /\b(?:(?<!without (?:any )?|no )(?:un)?insur(?:ance|ances|er|ers|ed)|coverage|covered by|my cover|aseguranzas?|cobertura|medicare|medicaid|medi[- ]cal\b|aetna|cigna|humana|kaiser|tricare|anthem|united ?healthcare|blue ?(?:cross|shield)|bcbs|ppo|hmo|health ?plans?|(?:which|what) plans|(?:in|out of)[ -]network|my plan|(?<!sin )seguros?|aseguradoras?|mutuas?|poliza|obra social|prepaga|sanitas|adeslas|asisa|mapfre|dkv|imss|issste)\b/,
  place:
    /\b(?:address|located|location|where (?:are|is|r) (?:you|u|it|the (?:clinic|office|hospital|practice|place))|where (?:do|should|would) (?:i|we) (?:go|come)(?! for)|where to (?:go|come)(?! for)|where (?:can|do) (?:i|we) find (?:you|the)|find (?:you|your|the (?:clinic|office))|directions|(?:get|getting|come|drive) (?:to|2) (?:you|your|the (?:clinic|office))|get there|which (?:street|floor|building)|what (?:street|floor|part of town)|street (?:are|is)|direccion|ubicad\w+|ubicacion|donde (?:estan?|estais|esta|queda|quedan|es|se encuentran?|os encontrais|tengo que ir|hay que ir|es la clinica)|como (?:llego|llegar|se llega)|en que (?:calle|planta|piso))\b/,
  bring:
    /\b(?:(?:what|anything|something|which|need|have|required|supposed|must|should|papers?|documents?|paperwork|id|card)\b[^.?!]*\b(?:bring|carry)\b(?! (?:him|her|them|my (?:son|daughter|kid|mother|father|mom|dad|husband|wife)))|(?:papers?|documents?|paperwork|identification|what) (?:do|should|will|must|would) i (?:need|have|take)(?= (?:for|to|when|with|at|on)\b|\W*$)|(?:have|take) with me|with me when|photo id|(?:(?<!,[^?]{0,8})que|cuales|algo|documentos|documentacion|hay que|tengo que|debo|necesito)\b(?![^.?!]*\bno (?:me|nos|la|lo|le) pued)[^.?!]*\b(?:llevar|traer|lleve|traiga)\b(?! a)|(?:que|hay que|algo que) (?:llevo|traigo|me llevo)\b|(?:que|cuales) (?:documentos|documentacion|papeles)|documentacion)\b/,
  fasting:
    /\b(?:(?<!how )(?<!so )(?<!as )(?<!very )fast(?:ing|ed)?(?! as)(?: before)?|empty stomach|(?:eat|drink|breakfast|coffee)\b.*\b(?:before|test|blood|lab\w*|draw|exam\w*|procedure)|(?:before|test|blood|draw)\b.*\b(?:eat|breakfast|drink)|ayun(?:as|ar|o)|(?:comer|desayunar|beber|cafe)\b.*\b(?:antes|analisis|sangre|prueba|extraccion)|estomago vacio)\b/,
  cost: /\b(?:cost|costs|price|prices|pricing|priced|how much|expensive|rates?|what'?s? (?:(?:you|y'?all|you guys|you folks|they) )?charge|charges? for|set me back|what'?s the damage|what (?:am i|are we) looking at|(?:what|how much) (?:do|does|would|will) (?:you|it|they|a|the) (?:\w+ ){0,2}(?:charge|run)|out[ -]of[ -]pocket|self[ -]pay|uninsured|without (?:any )?(?:insurance|coverage)|cash price|cuestan?|coste|costo|costos|precios?|tarifas?|cuanto (?:(?:me|nos|le) )?(?:va a|van a|vaya a|tendria que|tengo que|hay que) (?:salir|costar|cobrar|pagar|ser)|cuanto (?:(?:me|nos|te|le|os) )?(?:es|vale|valdria|vendria a ser|sale|saldria|saldra|cuesta|costaria|costara|cobran|cobra|cobrais|cobrarian?|cobrariais|seria|piden|llevan)|vale la consulta|particular|sin seguro)\b/,
  video:
    /\b(?:video\w*|tele(?:health|medicine|visit|consult\w*)|virtual\w*|online (?:visit|appointment|consultation)|(?:over|by) (?:the )?(?:phone|zoom)|zoom|facetime|remote(?:ly)?|from home|videollamadas?|videoconsultas?|telemedicina|telefonica|en linea|a distancia|por (?:video|telefono|internet|zoom))\b/,
  policy:
    /\b(?:if (?:i|we|someone|you) (?:don'?t|do not|can'?t|didn'?t|never) (?:turn up|show(?: up)?|come|make it|attend)|told off|si (?:no (?:aparezco|acudo|llego|asisto)|falto a la cita)|cancell?ation (?:policy|fees?|charges?|rules?|terms)|(?:fees?|charged?|charges|penalty|fined?|cost|costs|pay|owe|free)\b.*\b(?:cancel\w*|miss\w*|no[ -]?show|late|don'?t (?:come|show|make))|(?:cancel\w*|miss(?:ed|ing)?|no[ -]?show|don'?t show|not show)\b.*\b(?:fees?|charged?|charges|penalty|fine[ds]?|cost|pay|happens?)|what (?:happens|if)\b.*\b(?:miss|don'?t (?:show|come|make)|cancel|no[ -]?show|forget)|how (?:late|far ahead|early|much notice)\b.*\bcancel\w*|no[ -]?show (?:fee|policy)|politica de cancelacion\w*|(?:cobran|cobrais|penaliza\w*|multa|recargo|pasa)\b.*\b(?:cancel\w*|anul\w*|no (?:voy|vengo|me presento|aparezco|puedo ir))|(?:si (?:cancelo|anulo|no (?:voy|me presento|puedo ir)))\b.*\b(?:cobran|cobrais|penaliza\w*|multa|pasa|pagar|pago))\b/,
  access:
    /\b(?:step[- ]free|(?:va|voy|anda|esta|viene|vengo) en silla|escalon(?:es)?|andador|baston|in a chair|wheel ?chair\w*|accessib\w*|ramp|elevators?|lifts?(?! my)|disab(?:led|ility)|handicap\w*|stairs|steps|walker|crutches|mobility|sillas? de ruedas|accesib\w*|rampa|ascensor\w*|elevador|escaleras|muletas|minusval\w*|discapacid\w*|movilidad)\b/,
  refill:
    /\b(?:(?:pills?|medicines?|medications?|meds|tablets|inhalers?|drops|insulin|script)\b.*\b(?:run(?:ning|s)? out|ran out|run low|running low|low on|finished|nearly gone|almost gone|all gone|get more|some more|any more|last one)|repeats?(?= (?:script|prescription|medic\w*|pills))|(?:pastillas|medicinas?|medicamentos?|medicacion|tratamiento|insulina|inhalador)\b.*\b(?:acab\w+|termin\w+|quedan?|mas)|refill\w*|re-?order\w*|prescriptions?|(?:renew|reorder|more of|out of|running out of|run out of|need more)\b.*\b(?:pills?|medicines?|medications?|meds|tablets|inhaler|prescription|script)|recetas?|(?:renovar|renuevo|renueva\w*|pedir|pido|se me (?:acaban?|acabaron|terminan?))\b.*\b(?:pastillas|medicinas?|medicamentos?|medicacion|tratamiento|receta))\b/,
  results:
    /\b(?:bloods (?:back|in|ready|results?|came|come|are|were)|(?:my|the|his|her) (?:labs?|bloods?|tests?|x-?rays?|scans?) (?:said|says?|show\w*|came|come|are|were|is|was|turned)|(?:pick(?:ing)? ?up|collect(?:ing)?|fetch|get|see|hear(?: back)? (?:about|on|from)|back (?:on|from)) (?:my|the|his|her) (?:\w+ )?(?:labs?|bloods?|blood ?work|tests?|x-?rays?|scans?|biopsy|smear|swab)\b(?! (?:done|taken|drawn|test|work))|(?:recog\w+|recoj\w+|pasar (?:a )?por|a por|retir\w+|buscar|saber|estan|salieron|salen) (?:ya )?(?:mis?|los|las|el|la|de mis?) (?:analisis|analiticas?|pruebas?|radiografias?|estudios?|biopsia|citologia|informe)|(?:test|lab|blood ?work|blood|x-?ray|scan|biopsy|my|the|exam) results?|results (?:of|from|for|back|ready|come|in)|how (?:do|can|will) i (?:get|see|find out) (?:my )?results?|labs (?:back|ready|in)|resultados?)\b/,
  interpreter:
    /\b(?:interpret\w*|translat\w*|(?:speaks?|spoken|talk|someone in|anyone in|in) (?:spanish|english|polish|mandarin|cantonese|chinese|french|german|arabic|russian|portuguese|korean|vietnamese|hindi|tagalog|italian|ukrainian|urdu|somali|creole)|sign language|other languages|which languages|what languages|interpretes?|traduc\w*|(?:hablan?|habla alguien|en|idioma) (?:ingles|espanol|frances|aleman|arabe|ruso|portugues|chino|catalan|gallego|euskera|rumano|ucraniano)|que idiomas|lengua de signos)\b/,
  payment:
    /\b(?:pay(?:ing|ments?)?(?: (?:by|with|in|plan))|how (?:can|do) (?:i|we|you) pay|can i pay|(?:credit|debit) cards?|(?:in |take |accept )cash|checks?(?= or|\?| accepted)|apple pay|venmo|installments?|payment plans?|visa\b|amex|co-?pays?|tarjetas? (?:de credito|de debito)|(?:pagar|pago|pagarse|pagos) (?:con|en|a|por)|efectivo|a plazos|bizum|formas? de pago|con tarjeta|(?:acept|tom|cog|admit|recib)\w+ (?:la |las )?tarjetas?|(?:take|accept|use|by|with|swipe|tap) (?:a |my |your |the )?(?:\w+ )?cards?\b(?! (?:for|from))|plastic|contactless|american express|mastercard)\b/,
  invoice:
    /\b(?:factur(?:a|as|ar|arme|an|ais|en)|cfdi|constancia fiscal|recibo fiscal|datos fiscales|invoices?|itemi[sz]ed (?:bill|receipt)|superbill|(?:a|the|my) receipts?|recibos?)\b/,
  uninsured:
    /\b(?:(?:sin|perdi|perdimos|no (?:tengo|tenemos|cuento con|llevo)|quede sin|me quede sin|no hay) (?:el |la |mi |ningun |un )?(?:seguro|aseguranza|cobertura)|(?:no|without|lost|don'?t have|haven'?t got|not got|ain'?t got) (?:my |any |the |an )?(?:health )?(?:insurance|coverage)|uninsured|not insured|between insurances?)\b/,
  visiting:
    /\b(?:visiting|visitors?|visit (?:a patient|patients|(?:my|our) (?:nan|gran\w*|mum|mom|dad|mother|father|wife|husband|son|daughter|friend|brother|sister|aunt|uncle))|on (?:the )?ward|ward \w+|horario de visitas?|(?:ver|visitar) a (?:un |los )?(?:paciente|ingresad[oa])s?|(?:esta|tengo) (?:\w+ ){0,3}ingresad[oa])\b/,
  referral:
    /\b(?:referr(?:al|als|ed)|referral|letter from my (?:gp|doctor|pcp)|volante|derivacion|referencia|remision|pase del medico)\b/,
  records:
    /\b(?:medical records?|my records?|health records?|copy of my|copies of my|my chart|historia(?:l)? (?:clinic[oa]|medic[oa])|informes? medicos?|expediente)\b/,
  vaccine:
    /\b(?:injections?(?! site)|travel (?:clinic|health|jabs?|shots?|vaccin\w*)|malaria|yellow fever|hepatitis|fiebre amarilla|inyeccion(?:es)? (?:para|de) (?:viaj\w+|la gripe)|flu shots?|vaccin\w*|immuni[sz]ation\w*|booster\w*|covid (?:shots?|tests?)|shots\b|jabs?\b|inoculat\w*|jabbed|vacs\b|pinchazo|pincharme|tetanus|vacun\w*|gripe)\b/,
  transport:
    /\b(?:(?:without|no|don'?t have|haven'?t got|not got) (?:a |my |any )?(?:car|wheels|vehicle)|(?:don'?t|do not|can'?t|cannot) drive|sin (?:coche|carro|auto|vehiculo)|no (?:tengo|llevo|manejo|conduzco)(?: (?:coche|carro|auto))?(?= y|\?|$)|en (?:transporte|bus|guagua|camion|colectivo|micro|cercanias)|linea de (?:metro|bus|autobus)|camiones|guaguas?|colectivos?|combi|cercanias|railway|rail|stop near|stops near|bus(?:es)?|subway|metro|train|tram|public transport\w*|transit|uber|taxi|shuttle|autobus\w*|tren|tranvia|transporte publico|parada)\b/,
  pharmacy: /\b(?:chemists?|pharmac\w*|drug ?store|farmacias?|botica)\b/,
  food: /\b(?:cafeteria|canteen|vending|coffee (?:shop|bar|stand)|(?:a|any|your) cafe\b(?= (?:on|in|there|at|near)|\?)|(?:somewhere|anywhere|a place|places?) (?:\w+ )?to (?:eat|(?:get|grab|have) (?:\w+ ){0,2}(?:bite|food|lunch|coffee|snack|eat))|(?:get|grab) (?:a bite|some food|something to eat)|bite to eat|donde (?:\w+ )?(?:comer|almorzar|tomar (?:algo|un cafe)|comprar comida)|(?:comer|tomar) algo (?:ahi|alli|mientras)|maquinas? (?:expendedoras?|de cafe)|bar en (?:la|el))\b/,
  wifi: /\b(?:(?:have|got|is there|any|hay|tienen|teneis|tiene) (?:\w+ )?internet\b|wi-?fi|internet access|password for the)\b/,
  masks: /\b(?:masks?|face coverings?|mascarillas?|cubrebocas|tapabocas)\b/,
  company:
    /\b(?:bring (?:the|my|our) (?:\w+ )?(?:kids|children|little ones)(?=\W*$|\?)|(?:puedo|podemos|se puede) (?:llevar|traer|ir con|venir con|entrar con) (?:a )?(?:los|mis|las) (?:\w+ )?(?:ninos|hijos|hijas|ninas|crios|nenes|peques|chicos|pequenos)|(?:entr(?:ar|e|a)|pas(?:ar|e|a)|ven(?:ir|ga)|ir|estar|quedarse?) (?:\w+ ){0,4}(?:conmigo|con el|con ella|acompan\w*)|(?:puede|puedo|podria) (?:entrar|pasar|venir|ir|llevar|traer)(?:se)? (?:a )?(?:con )?(?:mi|un|una|alguien) ?(?:\w+ ?){0,2}(?:mujer|marido|espos[oa]|hij[oa]|madre|padre|herman[oa]|familiar|amig[oa]|pareja|alguien)?(?= conmigo|\?|$)|(?:come|sit|be|wait|go) (?:in |into |there )?with (?:me|him|her|us|my \w+)|(?:on my own|by myself|alone)(?= or)|(?:bring|have|can|may) (?:my|a|someone|somebody|along) ?(?:\w+ )?(?:husband|wife|partner|friend|mother|mom|daughter|son|kids?|children|family|someone|somebody|companion|with me|along|in with me)\b.*\b(?:with me|along|in|come|bring|room|join)|accompan\w*|companion|visitors?|visiting hours|chaperone|acompan\w*|visitas? a|horario de visitas)\b/,
  contact:
    /\b(?:e-?mail(?: address)?|fax(?: number)?|(?:your|the|clinic'?s|direct) (?:phone|telephone) ?(?:number)?|web ?site|portal|correo(?: electronico)?|(?:su|el|vuestro) (?:telefono|fax)|numero de (?:telefono|fax)|pagina web)\b/,
  accepting:
    /\b(?:(?:accept|accepting|take|taking|see|seeing) (?:any |on )?new (?:patients|people|clients)|aceptan? (?:pacientes )?nuevos|(?:admiten|cogeis|toman) pacientes)\b/,
  walkin:
    /\b(?:sin (?:pedir|sacar|reservar|tener|coger) (?:la |una )?(?:cita|hora|turno)|(?:do|does|would|will|did) (?:i|we|you|he|she|my \w+) (?:\w+ )?(?:need|have) to (?:book|make|schedule) (?:an? )?(?:\w+ )?(?:appointment|appt|ahead|first|in advance)|(?:do|does|would|will) (?:i|we|you|he|she|my \w+) (?:\w+ )?need an? (?:appointment|appt|booking)|(?:just|simply) (?:turn|rock|pitch) up|(?:hace falta|hay que|es necesario|se necesita|se precisa|(?<=¿)(?:necesito|tengo que|debo)) (?:pedir |sacar |reservar |coger |agendar |tener )?(?:una |la )?(?:cita|hora|turno)|(?:puedo|se puede|podemos) (?:ir|pasar|venir|presentarme) (?:directamente|directo|sin mas)|walk[ -]?ins?|without an appointment|no appointment|just (?:come|show up|walk in|drop in)|drop[ -]in|sin cita(?: previa)?|urgencias)\b/,
  labs: /\b(?:bloods(?! (?:back|in|ready|results?|came|come|say|said|are|were|show\w*)\b)|blood (?:place|people|room|clinic|service|tech\w*)|(?:order(?:ed|s)?|needs?|wants?|do(?:ing)?|get|gets|for|run|some|have) (?:my |the |some |any |me )?labs\b(?! (?:results?|back|ready))|lab (?:hours|opens?|closes?|people|tech\w*|service|order|order form)|(?:sac(?:ar|arse|arme|arte|arnos|arle|an|o|a|amos)|saquen?) (?:la |una |las )?(?:muestras? de )?sangre|tomas? de (?:muestras?|sangre)|laboratorios|hemograma|quimica sanguinea|biometria hematica|perfil lipidico|extraccion de sangre|bloods?(?= (?:taken|done|drawn|out))|(?:give|take|draw|do|doing|have|get) (?:my |the |some |your |you )?bloods?\b(?! pressure)|cholesterol|phlebotom\w*|needle|blood sample|urine (?:test|sample)|extraccion(?:es)?|sacar(?:me|se|le)? sangre|sacan sangre|colesterol|muestra de (?:sangre|orina)|pinchar|x-?rays?|mri|ultrasound|ct scan|blood (?:draw|test|work|tests)|lab (?:on site|in house|work)|do you have a lab|radiograf\w*|ecograf\w*|resonancia|analisis(?: de sangre)?|analitic\w*|laboratorio)\b/,
  duration:
    /\b(?:how long (?:is|does|do|will|are|would|should)|(?:take|last) (?:long|how long)|length of|minutes (?:is|does)|cuanto (?:dura|tarda|tiempo)|duracion|se tarda)\b/,
  afterhours:
    /\b(?:after[ -]?hours|at night|in the middle of the night|outside (?:of )?(?:office )?hours|fuera de horario|por la noche cuando)\b/,
  lost: /\b(?:lost (?:and found|property|my)|left (?:my|behind)|forgot my (?!appointment|appt)\w+|objetos perdidos|me deje (?:el|la|mi)|se me olvido (?:el|la|mi))\b/,
  prepare:
    /\b(?:prepar\w+|what (?:do|should) i (?:wear|do before)|before (?:my|the) (?:procedure|surgery|test|exam|scan|colonoscopy)|preparacion|que (?:ropa|me pongo)|antes de la (?:prueba|operacion|exploracion))\b/,
  ages: /\b(?:(?:see|treat|take|accept) (?:children|kids|babies|infants|newborns|adults|seniors|teenagers|minors)|age limit|what ages|how old|(?:atienden|tratan|ven) (?:a )?(?:ninos|bebes|adultos|menores|mayores))\b/,
  form: /\b(?:(?:(?:me|le|nos) )?(?:dan|dais|hacen|haceis|poneis|pueden dar|podeis dar|firman|firmais|extienden) (?:un |una |el |la |algun )?(?:papel\w*|nota|comprobante|justificante|constancia|certificado|permiso)|papelito|forms?|paperwork|(?:sick|doctor'?s|school|work|fit|med(?:ical)?) (?:notes?|letters?|lines?|excuses?|certs?)|(?:proof|prove|evidence) (?:that )?(?:i|he|she|we|of)|off (?:sick|poorly|ill|work)|notes? for (?:work|school|my)|parte de baja|comprobante|constancia|incapacidad|certificates?|justificantes?|formularios?|certificados?|baja (?:medica|laboral))\b/,
  arrival:
    /\b(?:how (?:early|long before|far ahead) (?:should|do|must) (?:i|we)|(?:show up|come|arrive|be there|get there|turn up) (?:\w+ )?(?:early|beforehand|ahead|before)|(?:early|beforehand) (?:should|do) (?:i|we)|on time (?:ok|okay|enough|fine)|con cuanta (?:antelacion|anticipacion)|(?:llegar|ir|venir|presentarme) (?:un poco |unos minutos )?(?:antes|con (?:antelacion|tiempo|anticipacion))|minutos antes)\b/,
  pets: /\b(?:pets?|dogs?|service (?:animal|dog)|mascotas?|perros?)\b/,
};

/** What is done at a place and at hours of its own: "where do I go for my bloods?" does not ask for the address. */
const ELSEWHERE: readonly string[] = ['labs', 'vaccine', 'pharmacy', 'records', 'results', 'visiting'];
/** The clinic itself is looked for, whatever it is for. */
const ADDRESS =
  /\b(?:address|located|location|where (?:are|is|r) (?:you|u|the)|find (?:you|your|the)|directions|get (?:to|there)|street|direccion|ubica\w+|donde (?:estan?|estais|queda|se encuentran?)|como (?:llego|llegar|se llega)|calle)\b/;

/**
 * Topics that the words touch, in no order; empty when none.
 * @param whole what they are a part of: it tells what "where do I go?" is asked for.
 */
export function topicsIn(text: string, whole = text): string[] {
  const folded = fold(text);
  const touched = Object.keys(topics).filter((topic) => topics[topic]?.test(folded));
  // "I lost my insurance": no plan is asked about.
  const dropped = touched.includes('uninsured') ? ['insurance'] : [];
  if (touched.includes('place') && !ADDRESS.test(folded) && namesElsewhere(whole)) dropped.push('place');
  return touched.filter((topic) => !dropped.includes(topic));
}

/** Whether what is asked about has a place and hours of its own, which the clinic's need not be. */
export function namesElsewhere(text: string): boolean {
  const folded = fold(text);
  return ELSEWHERE.some((topic) => topics[topic]?.test(folded));
}
