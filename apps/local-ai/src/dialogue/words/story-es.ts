import type { StoryWords } from './vocabulary';

const others = String.raw`(?:herman[oa]|madre|padre|mama|papa|hij[oa]|ti[oa]|prim[oa]|marido|mujer|espos[oa]|abuel[oa]|sobrin[oa]|suegr[oa]|cunad[oa]|comadre|compadre|amig[oa]|vecin[oa]|companer[oa]|jef[ea]|colega|yerno|nuera|senora? \w+)`;
const happened = String.raw`(?:dij(?:o|eron)|ped[ií]|pidio|pidieron|mand(?:o|aron)|conto|contaron|llamaron|tuv(?:e|o|imos)|fui|fue(?:ron)?|fuimos|estuv(?:e|o|imos)|era|eran|estaba|estabamos|habia|hubo|vino|vinieron|vi|vio|vieron|hice|hizo|hicieron|pas(?:o|aron)|muri(?:o|eron)|fallecio|salio|salieron|cayo|cai|torc[ií]|torcio|romp[ií]|rompio|di|dio|dieron|dejo|dejaron|puso|pusieron|empezo|empec[eé]|recomendo|recomendaron|oper(?:o|aron)|regal(?:o|aron)|ofrecio|avent[eé]|trono|golpe[eé]|lastim[eé]|quem[eé]|cort[eé]|resbal[eé]|pico|llego|llegaron|aviso|avisaron|explico|detectaron|encontraron|vacunaron|revisaron|atendi(?:o|eron)|anim[eé]|crei|pens[eé]|desperte|perd[ií]|perdio|compr[eé]|jug(?:ue|aba)|subi|baje|levant[eé]|acompan(?:o|aba))`;

// All patterns meet folded text.
export const spanishStory: StoryWords = {
  statements:
    /(?<!\b(?:dr|dra|sr|sra|srta|[ap]|[ap]\. ?m))\.(?=\s|$)|[;!?¿¡\n]+|,?\s+(?:asi que|pero|total,? que|entonces|conque|por eso|por lo que)\s+/g,
  wanted:
    /\b(?:quier\w*|kier\w*|quisier\w+|queria(?:mos)?|querria|querem\w+|necesit\w+|ocup[oa]\w*|me gustaria|podr\w+|puede[ns]?|podeis|podemos|puedo|de[ne]?me|dame|dadme|den|pon(?:me|ga|gan|ed|edme|er|gan?me)\w*|apunt\w+|reserv\w+|agend\w+|apart\w+|anot\w+|(?:pas|cambi|mud|recorr|adelant|atras|aplaz)\w*(?:me|mel[ao]s?|l[ao]s?)|pasar|cambiar|cambio|mover|muev\w+|cancel\w+|anul\w+|quit\w+l[ao]s?|busco|hace falta|prefier\w+|preferi\w+|me (?:queda|viene|va|conviene|acomoda|sirve|cuadra)|me apunto|me paso|voy (?:a ir )?(?:con|el|al|manana|este|pasado|a ir)|ire|hay (?:algo|hueco|sitio|hora|lugar|chance|turno|cita)|tendra\w*|tienen? (?:hora|algo|hueco|sitio|lugar|cita|turno)|por favor|porfa\w*|xfa|favor de|a ver si|seria posible|es posible|vengo|venir|para que (?:me|lo|la|le) (?:vea|vean|revise|mire))\b/,
  told: new RegExp(
    String.raw`\b(?:(?:me|nos|le|les|se|lo|la|te|ya|y|que|el|ella) )?${happened}\b|\b(?:he|has|ha|hemos|han|habia|habian) (?:\w+ )?\w{2,}(?:ado|ido|to|cho|sto)s?\b|\b(?:llevo|llevamos|lleva|llevan|tengo) (?:\w+ ){0,3}(?:dias?|semanas?|meses|anos?|rato|tiempo)\b`,
  ),
  others: new RegExp(
    String.raw`\b(?:mi|el|la|un|una|nuestr[oa]) ${others}(?:,? [a-z]+){0,5}? (?:va|viene|vino|ira|iba|tiene (?:cita|hora|turno|consulta|con|el|al?)|esta (?:con|apuntad\w)|se (?:atiende|ve|trata)|es paciente|la atiende|lo atiende)\b`,
  ),
  forThem:
    /\b(?:digame|dime|diganme|decidme|decirme|avis\w+|mand\w+me|recuerd\w+|recordar\w*|cuando|que dia|a que hora)\b|\b(?:yo )?(?:se lo|le) (?:digo|paso|aviso|doy|comento|recuerdo)\b/,
  stays:
    /\b(?:deje(?:n|me|nme)?l?[ao]?|dejad(?:me)?|dejen|mantenga\w*|mantengan\w*|manten(?:ed|me)?\w*|conserv\w+|respet\w+|no (?:me )?(?:toque|toquen|mueva|muevan|cambie|cambien|quite|quiten))\b[^.;!?]{0,60}\b(?:cita|la de|la del|lo de|lo del|consulta|turno|visita|hora|igual|como esta|tal cual|donde esta)\b|\bse queda (?:igual|como esta|tal cual|donde esta)\b/,
};
