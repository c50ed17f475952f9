import { phrases } from './words';

/** What counts as a yes, as a no, as doubt, and what may stand beside them without changing the answer. */
export interface AnswerWords {
  yes: readonly (readonly string[])[];
  no: readonly (readonly string[])[];
  /** A no whatever stands beside it. */
  firmNo: readonly (readonly string[])[];
  doubt: readonly (readonly string[])[];
  harmless: readonly (readonly string[])[];
}

export const englishAnswers: AnswerWords = {
  yes: phrases(
    'yes|yeah|yea|yessir|yes sir|yessum|bet|for sure|fo sho|heck yes|hell yes|yes indeed|you bet ya|yep|yup|yas|ya|yah|ye|yess|yeh|yes sir|yes maam|aye|uh huh|mm hmm|mhm|mm hm|uhhuh|mmhmm|mhmm|ok|okay|okey|k|okie dokie|okey dokey|alright|all right|alrighty',
    'sure|sure thing|for sure|certainly|absolutely|definitely|definitively|of course|by all means|indeed|affirmative|totally|exactly|precisely|you bet|you got it|yes indeed',
    'correct|right|thats right|that is right|thats correct|that is correct|all correct|its correct|it is correct|that is all correct|thats all correct|everything is correct|everything is right|everything looks good|looks good|looks right|looks correct|true|thats true|thats it|that is it|spot on',
    'perfect|great|excellent|wonderful|lovely|brilliant|awesome|fantastic|terrific|super|cool|good|fine|nice|very good|very well|sounds good|sounds great|sounds fine|sounds perfect|sounds right|that sounds good|that sounds great|that sounds fine',
    'that works|this works|it works|works for me|that works for me|that will work|thatll work|that would work|thatd work|that will do|thatll do|that would be great|that would be good|that would be fine|that would be perfect|thatd be great|thatd be fine|that would be lovely|that will be fine|thatll be fine|thats fine|that is fine|thats great|thats good|thats perfect|that is perfect|thats okay|thats ok|im fine with that|i am fine with that|im good with that|fine by me|fine with me|good for me|suits me|that suits me|i agree|agreed|deal|i accept',
    'go ahead|go for it|please do|do it|do that|lets do it|lets do that|lets go|lets go with that|lets go for it|make it so|book it|book that|book me|book me in|book that one|please book|put me down|sign me up|confirm|confirmed|i confirm|confirm it|confirm that|confirm please|ill take it|i will take it|ill take that|ill have it|i want it|i want that|i do|i am|it is|i would|id like that|i would like that|id love to|id love that|why not|proceed|please proceed|continue|schedule it|cancel it|move it|change it|y',
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
  ),
};

export const spanishAnswers: AnswerWords = {
  yes: phrases(
    'si|sii|siii|sip|sep|simon|aja|ajam|aha|mhm|ok|okay|okey|oki|vale|dale|va|venga|listo|bueno|bien|muy bien|esta bien|todo bien|esta muy bien|claro|claro que si|por supuesto|desde luego|como no|cómo no|faltaba mas|obvio|obviamente|seguro|por favor si|si por favor|asi es|eso es|eso|eso mismo|exacto|exactamente|efectivamente|afirmativo|correcto|es correcto|todo correcto|esta correcto|cierto|es cierto|verdad|de acuerdo|conforme|perfecto|me parece perfecto|me parece bien|me parece|me parece excelente|excelente|estupendo|genial|fantastico|maravilloso|buenisimo|fenomenal|barbaro|chevere|sale|orale|ándale|andale|hecho|trato hecho|acepto',
    'me viene bien|me va bien|me queda bien|me sirve|me conviene|me funciona|me acomoda|esa me va bien|ese me va bien|adelante|hagalo|hazlo|hagale|proceda|continue|siga|reservela|reservelo|resérvemela|reservamela|reserveme|reserva|agendela|agendelo|agendame|agendeme|apuntame|apunteme|apuntela|confirmo|confirmado|confirmelo|confirmela|confirmada|confirme|lo confirmo|la confirmo|la quiero|lo quiero|me la quedo|me lo quedo|la tomo|lo tomo|quiero esa|quiero ese|esa esta bien|ese esta bien|esta perfecto|por que no|cancelela|cancelelo|cambiela|cambielo|s',
  ),
  no: phrases(
    'claro que no|por supuesto que no|desde luego que no|no esta bien|no es correcto|no|nop|nel|no gracias|para nada|de ninguna manera|ni hablar|nunca|jamas|tampoco|negativo|incorrecto|mal|esta mal|equivocado|ninguna|ninguno|espera|espere|un momento|olvidalo|olvidelo|dejalo|dejelo|mejor no|ni modo|nada',
  ),
  firmNo: phrases(
    'olvidelo|olvidalo|dejelo|dejalo|mejor no|no gracias|he cambiado de idea|cambie de idea|cambie de opinion|ya llamare|ya les llamo|ya le llamo|les llamo luego|luego llamo|vuelvo a llamar|volvere a llamar|llamare mas tarde|tengo que consultarlo|tengo que preguntarle|lo tengo que consultar|dejeme pensarlo|dejame pensarlo|me lo pienso|lo pensare|me lo voy a pensar',
  ),
  doubt: phrases(
    'no se|no lo se|no estoy segura|no estoy seguro|quiza|quizas|tal vez|a lo mejor|puede ser|puede que|supongo|creo|creo que si|pienso que si|me imagino|depende|dejame pensar|dejeme pensar|dejeme ver|a ver|si no|si es que|pero|aunque|salvo|excepto|solo|solamente|mejor|en vez|en cambio|en realidad|cual|que|cuando|donde|quien|como|cuanto|repita|repite|perdon|perdone|disculpe|otra vez|de nuevo|no hay problema|sin problema|no pasa nada|o',
  ),
  harmless: phrases(
    'por favor|porfavor|porfa|porfis|xfa|xfavor|gracias|muchas gracias|mil gracias|se lo agradezco|te lo agradezco|eh|em|este|ah|oh|mm|pues|bueno|entonces|y|ya|hola|oiga|mire|mira|a mi|me|la|el|lo|le|te|se|un|una|esa|ese|eso|esta|es|con|para|de|en|mi|yo|usted|quiero|quisiera|cita|hora|doctor|doctora|senorita|senor|senora|muy|todo|asi|bien|perfecto|correcto|reservar|confirmar|puede|puedes|gusta|encanta|claro|ahi|alli|al|todo|mismo|misma|que si',
  ),
};
