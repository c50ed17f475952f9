import { addedLanguages } from './added/added-languages';
import type { Language } from './speech-context';
import { phrases } from './words';

/** What counts as a yes, as a no, as doubt, and what may stand beside them without changing the answer. */
export interface AnswerWords {
  yes: readonly (readonly string[])[];
  no: readonly (readonly string[])[];
  /** A no whatever stands beside it. */
  firmNo: readonly (readonly string[])[];
  doubt: readonly (readonly string[])[];
  harmless: readonly (readonly string[])[];
  /** A yes to a cancelling in its own words, where they are written apart. */
  dropping?: readonly (readonly string[])[];
}

export const englishAnswers: AnswerWords = {
  yes: phrases(
    'yes|yeah|yea|yessir|yes sir|yessum|bet|for sure|fo sho|heck yes|hell yes|yes indeed|you bet ya|yep|yup|yas|ya|yah|ye|yess|yeh|yes sir|yes maam|aye|uh huh|mm hmm|mhm|mm hm|uhhuh|mmhmm|mhmm|ok|okay|okey|k|okie dokie|okey dokey|alright|all right|alrighty',
    'sure|sure thing|for sure|certainly|absolutely|definitely|definitively|of course|by all means|indeed|affirmative|totally|exactly|precisely|you bet|you got it|yes indeed',
    'correct|right|thats right|that is right|thats correct|that is correct|all correct|its correct|it is correct|that is all correct|thats all correct|everything is correct|everything is right|everything looks good|looks good|looks right|looks correct|true|thats true|thats it|that is it|spot on',
    'perfect|great|excellent|wonderful|lovely|brilliant|awesome|fantastic|terrific|super|cool|good|fine|nice|very good|very well|sounds good|sounds great|sounds fine|sounds perfect|sounds right|that sounds good|that sounds great|that sounds fine',
    'that works|this works|it works|works for me|that works for me|that will work|thatll work|that would work|thatd work|that will do|thatll do|that would be great|that would be good|that would be fine|that would be perfect|thatd be great|thatd be fine|that would be lovely|that will be fine|thatll be fine|thats fine|that is fine|thats great|thats good|thats perfect|that is perfect|thats okay|thats ok|im fine with that|i am fine with that|im good with that|fine by me|fine with me|good for me|suits me|that suits me|i agree|agreed|deal|i accept',
    'go ahead|go for it|please do|do it|do that|lets do it|lets do that|lets go|lets go with that|lets go for it|make it so|book it|book that|book me|book me in|book that one|please book|put me down|sign me up|confirm|confirmed|i confirm|confirm it|confirm that|confirm please|ill take it|i will take it|ill take that|ill have it|i want it|i want that|i do|i am|it is|i would|id like that|i would like that|id love to|id love that|why not|proceed|please proceed|continue|schedule it|cancel it|move it|change it|y',
    'crack on|fire away|go right ahead|have at it|be my guest|thats a yes|that is a yes|its a yes|make it happen|lets make it happen|get it booked|get me booked|get me booked in|get me in|nail it down|pencil me in|pencil that in|thats the badger|that does me|thatll do me|that does it|does me|that suits|yes to that|say no more|right on|no doubt|without a doubt|you know it|as you say|by all means yes|im in|im down|im game|works a treat|yse|ys|yess|yeas|yesh|yeahh|yrs please|okk|kk|okie|oki|yes yes|yup yup|sounds like a plan|sounds lovely|sounds about right|that sounds lovely|works great|that works great|thats the one|that is the one|that one please|the very one|thats the ticket|ok great|all good|its all good|do so|please and thank you|go on then|go on|go|go for that|righto|right oh|right you are|spot on|ta|grand|smashing|fab|fabulous|marvellous|marvelous|splendid|lovely jubbly|bang on|sorted|done|happy with that|im happy with that|suits fine|suits me fine|suits me perfectly|peachy|sweet|bet|lets do this|lock it in|lock that in|put it in|put me in|put me down for it|put me down for that|put her down|put him down|put them down|book her in|book him in|book them in|book her|book him|book us in|book us|please go ahead|you may|you can|you can do that|youve got it|affirmative please|hundred percent|definitely yes|it certainly is|that it is|thats all right|exactly right|exactly that|i confirm that|i can confirm|i can confirm that|confirming|all right then|alright then|ok then|okay then|fine then|good to go|were good|im good with it|count me in|sure why not|reserve it|reserve that|save it for me|save that for me|keep it|keep that one|keep that',
  ),
  no: phrases(
    'absolutely not|definitely not|certainly not|of course not|not at all|not really|thats not right|that is not right|no|nope|nah|nay|naw|noo|uh uh|nuh uh|negative|never|never mind|nevermind|no way|not|dont|do not|doesnt|does not|isnt|is not|wasnt|cant|cannot|can not|couldnt|wont|will not|wouldnt|would not|wrong|incorrect|not that one|none|neither|no thanks|no thank you|stop|wait|hold on|forget it|scratch that|i changed my mind|n',
  ),
  firmNo: phrases(
    'never mind|nevermind|leave it|forget it|forget about it|i changed my mind|ive changed my mind|scratch that|no thanks|no thank you|ill call back|i will call back|ill call you back|i will call you back|let me call back|let me call you back|i need to check with|i have to check with|i should check with|let me check with|i need to ask my|i have to ask my|let me ask my|let me think about it|ill think about it|i will think about it|i need to think|i have to think about it',
  ),
  doubt: phrases(
    'i guess|guess so|maybe|perhaps|possibly|probably|i think|i suppose|not sure|im not sure|i dont know|dont know|dunno|i dunno|unsure|no idea|depends|it depends|let me think|let me check|might|if|unless|but|except|although|though|however|only|instead|rather|actually|what|which|when|who|where|why|how|repeat|again|pardon|sorry|excuse me|come again|no problem|no worries|not a problem|yes and no|or',
  ),
  harmless: phrases(
    'please|plz|pls|pleas|thx|ty|tks|thanks|thank you|thank you so much|thank you very much|thanks a lot|many thanks|cheers|um|uh|er|erm|hmm|hm|mm|oh|ah|well|so|and|then|just|now|hey|hello|hi|you know|like|i|me|my|it|that|this|one|that one|this one|ones|the|a|an|for|with|to|is|are|its|thats|be|will|would|id|ill|im|we|lets|you|want|like|love|appointment|booking|visit|doctor|doctor please|dear|honey|maam|madam|sir|maam please|very|much|really|so much|yes|book|do|can|could|take|have|in|time|slot|very much|kindly|totally|all|everything|confirm|works|work|good|fine|great|perfect|right|correct|here|there|absolutely|exactly',
    'for gods sake|for goodness sake|for heavens sake|for christs sake|for petes sake|for pitys sake|for fucks sake|for the love of god|for crying out loud|ffs|damn it|dammit|damn|god damn it|goddamn it|goddammit|jesus|jesus christ|jesus wept|christ|good grief|good lord|good god|bloody hell|bloody|fucking|freaking|obviously|i said|i already said|ive already said|ive said|i just said|i told you|i already told you|ive told you|ive already told you|like i said|as i said|how many times|how many more times|get on with it',
    'her|him|them|us|she|he|they|mum|mom|mummy|mommy|mother|dad|daddy|father|son|daughter|wife|husband|kid|boy|girl|grandma|grandpa|grandmother|grandfather|baby|too|as well|also|down|off|up|into|on|of|course|love|mate|pal|hun|sweetie|sweetheart|darling|folks|guys|lol|haha|ha|finally|already|both|thing|lovely|go|going|get|got|made|make it|put|please do|move|moved|change|changed|cancel|cancelled|canceled|reschedule|register|registered|confirmed|happy|glad|wonderful|amazing|brilliant|excellent|cheers|ta|wow|yay|phew|for me|for her|for him|my mum|my mom|my son|my daughter|his|hers|our|we|day|days|help|your help|appreciate|appreciated|i appreciate it|much appreciated|bless|bless you|god bless|youre|you are|star|a star|a lifesaver|lifesaver|kind|so kind|thats kind|good job|super|cool|nice|fantastic|awesome|great stuff|sounds|suits|does|done|did|all|set|youve|have been|most|helpful|very helpful|more|than|fine|perfectly|nicely',
  ),
};

export const spanishAnswers: AnswerWords = {
  yes: phrases(
    'si|sii|siii|sip|sep|simon|aja|ajam|aha|mhm|ok|okay|okey|oki|vale|dale|va|venga|listo|bueno|bien|muy bien|esta bien|todo bien|esta muy bien|claro|claro que si|por supuesto|desde luego|como no|cómo no|faltaba mas|obvio|obviamente|seguro|por favor si|si por favor|asi es|eso es|eso|eso mismo|exacto|exactamente|efectivamente|afirmativo|correcto|es correcto|todo correcto|esta correcto|cierto|es cierto|verdad|de acuerdo|conforme|perfecto|me parece perfecto|me parece bien|me parece|me parece excelente|excelente|estupendo|genial|fantastico|maravilloso|buenisimo|fenomenal|barbaro|chevere|sale|orale|ándale|andale|hecho|trato hecho|acepto',
    'me viene bien|me va bien|me queda bien|me sirve|me conviene|me funciona|me acomoda|esa me va bien|ese me va bien|adelante|hagalo|hazlo|hagale|proceda|continue|siga|reservela|reservelo|resérvemela|reservamela|reserveme|reserva|agendela|agendelo|agendame|agendeme|apuntame|apunteme|apuntela|confirmo|confirmado|confirmelo|confirmela|confirmada|confirme|lo confirmo|la confirmo|la quiero|lo quiero|me la quedo|me lo quedo|la tomo|lo tomo|quiero esa|quiero ese|esa esta bien|ese esta bien|esta perfecto|por que no|cancelela|cancelelo|cambiela|cambielo|s',
    'es un si|eso es un si|pa luego es tarde|ni hablar si|hecho esta|dele que si|si a todo|perfecto asi|amarrala|amarrela|asegurela|cierrela|cierrala|ya dijo|ya vas|jalo|de acuerdo si|que asi quede|asi quede|dejela en firme|esa me sirve|ese me sirve|me sirve esa|me sirve ese|cambiala|cambialo|pasala|pasalo|muevela|muevelo|esa misma|ese mismo|eso mismo|esa tambien|ese tambien|dele|de una|metale|pongala|ponla|pongamela|ponmela|pongame ahi|apuntala|apuntamela|apuntemela|apunteme en esa|guay|estupendamente|de lujo|de maravilla|de diez|okis|sipi|siii|ssi|shi|venga vale|pues si|pues vale|que si|si senor|si senora|si senorita|si hombre|si mujer|andele|andele pues|andele si|orale pues|arre|muevala|pasela|pasemela|muevamela|cambiemela|me queda perfecto|me queda perfecta|me va perfecto|me viene perfecto|me viene genial|me va genial|asi mero|asi merito|eso merito|ya estuvo|con eso|cerrado|hecho pues|tal cual|confirmadisimo|positivo|la confirmo|si la confirmo|le confirmo|esa esta perfecta|ese esta perfecto|esta genial|esta excelente|no hay problema con esa|muy amable si|que asi sea|asi sea|asi lo dejamos|asi quedamos|quedamos asi|reservemela|agendemela|agendela|agendame esa|mandela|registreme|registrame|registrela|registrelo',
  ),
  no: phrases(
    'claro que no|por supuesto que no|desde luego que no|no esta bien|no es correcto|no|nop|nel|no gracias|para nada|de ninguna manera|ni hablar|nunca|jamas|tampoco|negativo|incorrecto|mal|esta mal|equivocado|ninguna|ninguno|espera|espere|un momento|olvidalo|olvidelo|dejalo|dejelo|mejor no|ni modo|nada',
  ),
  firmNo: phrases(
    'olvidelo|olvidalo|dejelo|dejalo|mejor no|no gracias|he cambiado de idea|cambie de idea|cambie de opinion|ya llamare|ya les llamo|ya le llamo|les llamo luego|luego llamo|vuelvo a llamar|volvere a llamar|llamare mas tarde|tengo que consultarlo|tengo que preguntarle|lo tengo que consultar|dejeme pensarlo|dejame pensarlo|me lo pienso|lo pensare|me lo voy a pensar',
  ),
  doubt: phrases(
    'nomas que|no se|no lo se|no estoy segura|no estoy seguro|quiza|quizas|tal vez|a lo mejor|puede ser|puede que|supongo|creo|creo que si|pienso que si|me imagino|depende|dejame pensar|dejeme pensar|dejeme ver|a ver|si no|si es que|pero|aunque|salvo|excepto|solo|solamente|mejor|en vez|en cambio|en realidad|cual|que|cuando|donde|quien|como|cuanto|repita|repite|perdon|perdone|disculpe|otra vez|de nuevo|no hay problema|sin problema|no pasa nada|o',
  ),
  harmless: phrases(
    'por favor|porfavor|porfa|porfis|xfa|xfavor|gracias|muchas gracias|mil gracias|se lo agradezco|te lo agradezco|eh|em|este|ah|oh|mm|pues|bueno|entonces|y|ya|hola|oiga|mire|mira|a mi|me|la|el|lo|le|te|se|un|una|esa|ese|eso|esta|es|con|para|de|en|mi|yo|usted|quiero|quisiera|cita|hora|doctor|doctora|senorita|senor|senora|muy|todo|asi|bien|perfecto|correcto|reservar|confirmar|puede|puedes|gusta|encanta|claro|ahi|alli|al|todo|mismo|misma|que si',
    'nomas|ya nomas|asi nomas|che|hombre|por dios|por el amor de dios|por dios santo|dios mio|por lo que mas quiera|por la virgen|virgen santa|madre mia|joder|cono|leche|leches|carajo|caray|caramba|hostia|hostias|pesado|pesados|pesada|ya dije|ya le dije|ya se lo dije|ya te dije|ya lo dije|ya te lo dije|ya he dicho|ya lo he dicho|se lo he dicho|ya se lo he dicho|le he dicho|te he dicho|he dicho|le digo|te digo|le estoy diciendo|te estoy diciendo|le repito|cuantas veces|de una vez|de una buena vez|de una santa vez',
    'asi dejelo|asi dejela|asi dejalo|asi dejala|dejelo asi|dejela asi|dejemoslo asi|mera|mero|merita|merito|por favorcito|favorcito|porfavorcito|porfis|porfita|porfitas|ella|los|las|les|mis|su|sus|nuestra|madre|padre|mama|papa|hijo|hija|nino|nina|abuela|abuelo|marido|mujer|esposa|esposo|tambien|ademas|cielo|guapa|guapo|maja|majo|hijo mio|amable|muy amable|que amable|dios|dios se lo pague|bendiciones|mil|hacer|haga|favor|cambiar|cambie|mover|mueva|cancelar|cancele|anular|anule|reserve|registrar|registre|apuntar|apunte|poner|ponga|deje|agradezco|agradecido|agradecida|estupendo|genial|excelente|maravilla|vale|dale|venga|ok|listo|quedo|queda|quedamos|va|viene|parece|perfecta|buena|buen|dia|que tenga buen dia|igualmente|ahora|gusto|mucho gusto|servir|ayuda|por la ayuda|su ayuda',
  ),
};

const byLanguage = new Map<Language, AnswerWords>([
  ['en', englishAnswers],
  ['es', spanishAnswers],
  ...[...addedLanguages.values()].map(({ tag, words: { answers } }): [Language, AnswerWords] => [
    tag,
    {
      yes: phrases(answers.yes),
      no: phrases(answers.no),
      firmNo: phrases(answers.firmNo),
      doubt: phrases(answers.doubt),
      harmless: phrases(answers.harmless),
      dropping: phrases(answers.dropping),
    },
  ]),
]);

/** The words of a language; English ones for a language that there is not. */
export function answersOf(language: Language): AnswerWords {
  return byLanguage.get(language) ?? englishAnswers;
}
