import { foldName, remembered } from '@clinicall/language';
import { numberOf } from './number-words';

const AMOUNT = '(\\d{1,6}(?:[.,]\\d{1,3})*)';
const UNIT =
  '(?:dollars?|bucks|usd|cents?|euros?|euritos|eurillos|pavos|varos|eur|pounds?|quid|gbp|pesos?|pesitos|mxn|dolares|centavos|libras|rupees?|soles|quetzales|lempiras|colones|guaranies|bolivianos|bolivares|cordobas|lucas)';
const ONES =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|uno?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete|dieciocho|diecinueve';
const TENS_WORDS =
  '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|veinte|veinti\\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa';
/** Of a hundred or a thousand: no hour, no day. */
const BIG = 'hundred|thousand|cien|ciento|(?:dos|tres|cuatro|seis|sete|ocho|nove)cient[oa]s|quinient[oa]s|mil';
const NUMBER_WORD = `(?:${TENS_WORDS}|${BIG}|${ONES})`;
const prices: readonly RegExp[] = [
  new RegExp(`(?:[$€£₹]|\\bs/|\\brs\\.?)\\s?${AMOUNT}`, 'g'),
  // "There's a further sixty for that": money, as nothing else is counted.
  new RegExp(
    `\\b(?:a further|an? (?:extra|additional)|another|otros) (\\d{2,5}|(?:${TENS_WORDS}|${BIG})(?:[- ](?:and |y )?${NUMBER_WORD})*)(?= (?:for|on top|if|extra|mas|por|si)\\b)`,
    'g',
  ),
  new RegExp(`\\b${AMOUNT}\\s?(?:[$€£]|${UNIT}\\b)`, 'g'),
  // "Most people pay around sixty": money by its verb.
  new RegExp(
    `\\b(?:pays?|paid|costs?|charges?|charged|pagan?|pagara|cuestan?|cobran|cobramos|suelen ser|salen? (?:por|en)|saldria en|(?:esta|estan) saliendo(?: en)?|(?:le|te) (?:salen?|quedan?)(?: en)?|valen?) (?:about |around |roughly |only |just |some |maybe |unos |unas |como |solo |alrededor de )*(\\d{2,5}|${NUMBER_WORD}(?:[- ](?:y )?${NUMBER_WORD})*)\\b(?! (?:minutes|days|hours|years|minutos|dias|horas|anos))`,
    'g',
  ),
  // "A skin check is ninety": so many of nothing else.
  new RegExp(
    `\\b(?:is|are|are all|son|es|sale|salen) (?:only |just |about |unos |como )*(${TENS_WORDS})(?=\\s*(?:[.,;!]|$))`,
    'g',
  ),
  // "The copay is twenty": by what it is the price of.
  new RegExp(
    `\\b(?:co-?pay|fee|price|charge|deductible|copago|tarifa|precio|costo|coste|consulta|visita) (?:is|are|will be|would be|es|son|sera|sale(?: en| a)?|esta en) (?:about |around |only |just |some |de |unos |solo )*(\\d{2,5}|${NUMBER_WORD}(?:[- ](?:and |y )?${NUMBER_WORD})*)\\b(?! ?(?:minutes|minutos|min|days|dias|:|[ap]\\.?m|de ))`,
    'g',
  ),
  new RegExp(`\\b((?:an? )?${NUMBER_WORD}(?:(?:[- ]|\\s(?:and|y)\\s)${NUMBER_WORD})*)\\s${UNIT}\\b`, 'g'),
];
/** "It's $80, or 65 if you pay today": a number beside a price, with its condition behind it. */
const BESIDE = new RegExp(
  `(?<![\\d:.,/])\\b(\\d{2,5}|${NUMBER_WORD}(?:[- ](?:y )?${NUMBER_WORD})*)(?=\\s+(?:if|with|for|when|without|in cash|si|con|para|sin|por|en efectivo)\\b)`,
  'g',
);
/** "Mil doscientos contra seiscientos": said of money, so much is money. */
const LARGE = new RegExp(
  `(?<![\\d:.,/])\\b((?:(?:a|${ONES}|${TENS_WORDS})[- ](?:y )?){0,3}(?:${BIG})(?:[- ](?:and |y )?${NUMBER_WORD})*)\\b(?! (?:gracias|disculpas|perdones|veces|por cien|percent|people|patients|years|times|miles|metres|meters|steps|personas|pacientes|anos|metros|pasos|mg|milig\\w+))`,
  'g',
);
const SOME_BIG = new RegExp(`\\b(?:${BIG})\\b`);
const MONEY = new RegExp(
  `[$€£₹]|\\bs/ ?\\d|\\brs\\.? ?\\d|\\b(?:further|extra|additional|another|otros|is|are|son|es|sale|salen)\\b|${UNIT}\\b|\\b(?:mil|pay|pays|paid|cost|costs|charges?|charged|pagan?|pagara|cuestan?|cobran|cobramos|suelen ser|salen? por|co-?pay|fee|price|deductible|copago|tarifa|precio|costo|coste|consulta|visita|vale|valen|saldria|saliendo|salen?|runs)\\b`,
);
const FREE =
  /\b(?:(?:completely |totally )?free of charge|(?:at )?no (?:extra |additional )?(?:cost|charge|co-?pay)|costs? nothing|thrown in|(?:is|are|comes?|it)?,? ?\bincluded\b|on the house|(?:won't|will not|don't|do not) pay (?:anything )?extra|de regalo|incluid[oa]s?|(?:is|its|visit is|are) free(?! (?:on|at|to|for you|tomorrow|today|next|this|again|now|then|that|in|from|after|before|between|all|until|till|any|most|(?:mon|tues|wednes|thurs|fri|satur|sun)day|early|late|\d))|complimentary|gratis|gratuit[oa]s?|sin (?:costo|coste|cargo)|no (?:tiene|hay)(?: ningun)? (?:costo|coste|cargo)|no se (?:le |te )?cobra(?: nada)?|no (?:le |te |les )?(?:cuesta|cobran|cobramos|cobrarian) nada|no se (?:lo |la )?(?:paga|cobran?)(?: nada)?(?! (?:con|en|por adelantado|hasta|de antemano|antes|aparte)\b)|(?:sale|salen|es|son) de balde|(?:won'?t|don'?t|do not|will not|wont|dont)(?: have to)? (?:pay|owe|cost)(?: you)? (?:an?y? ?(?:dime|cent|penny|thing)|anything|nothing)|(?:insurance|plan)(?: \w+)? (?:takes? care|handles?|picks? up)|no (?:paga|pagara|tiene que pagar) nada|(?:fully |is |are )covered by|insurance (?:fully |will )?(?:covers?|pays?)|accepts? your insurance|acepta(?:mos)? su seguro|cubre (?:su|el) seguro|seguro (?:lo |la |se lo |le )*(?:cubre|paga)|(?:paga|cubre|corre por cuenta de)l? (?:el|su|tu)? ?seguro)\b/g;

/** Amounts of money, and "free", which is one too. Words of amounts are kept as they were said. @param mark left where one stood. */
export function pricesIn(folded: string, mark = ' '): { prices: string[]; rest: string } {
  const found: string[] = [];
  let rest = folded;
  for (const price of MONEY.test(folded) ? prices : []) {
    rest = rest.replace(price, (_text, amount: string) => {
      found.push(plainAmount(amount));
      return mark;
    });
  }
  if (SOME_BIG.test(rest)) {
    rest = rest.replace(LARGE, (_text, amount: string) => {
      found.push(plainAmount(amount));
      return mark;
    });
  }
  if (found.length > 0) {
    rest = rest.replace(BESIDE, (_text, amount: string) => {
      found.push(plainAmount(amount));
      return mark;
    });
  }
  rest = rest.replace(LESS, (text: string, at: number) => {
    if (UNKNOWN.test(rest.slice(0, at)) || NONE.test(rest.slice(0, at))) return text;
    found.push('less');
    return mark;
  });
  rest = rest.replace(FREE, (text: string, at: number) => {
    if (UNKNOWN.test(rest.slice(0, at))) return text;
    found.push('free');
    return mark;
  });
  return { prices: found, rest };
}

/** A price that is told by what is taken off. */
const LESS =
  /\b(?:half (?:price|off)|(?:\d+|ten|fifteen|twenty|thirty|fifty) ?(?:percent|%)|(?:an? |la |el )?(?:mitad|mitas) de(?:l|) (?:precio|la (?:sesion|consulta|visita|tarifa))|(?:a|un|with a|con) (?:\w+ )?(?:discount|descuento))\b/g;
const NONE = /\b(?:no|not|any|never|can't|cannot|don't|sin|ningun|ni)\b[^,.;]{0,30}$/;

/** "I couldn't say whether your insurance pays": not told. */
const UNKNOWN = /\b(?:whether|if|si)\b[^,.;]{0,30}$/;

const HUNDREDS: Readonly<Record<string, number>> = {
  cien: 100,
  ciento: 100,
  doscientos: 200,
  trescientos: 300,
  cuatrocientos: 400,
  quinientos: 500,
  seiscientos: 600,
  setecientos: 700,
  ochocientos: 800,
  novecientos: 900,
};
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  veinte: 20,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
};

/** "1,400.00" and "fourteen hundred" alike in digits, "a hundred and forty" too; words that make no amount stay as they are. */
export function plainAmount(amount: string): string {
  if (/^\d/.test(amount)) return amount.replace(/[.,](?=\d{3}\b)/g, '').replace(/[.,]00?$/, '');
  let whole = 0;
  let part = 0;
  for (const word of amount.split(/[\s-]+/)) {
    if (word === 'and' || word === 'y' || word === 'a' || word === 'an') continue;
    if (word === 'hundred') part = Math.max(1, part) * 100;
    else if (word === 'thousand' || word === 'mil') [whole, part] = [whole + Math.max(1, part) * 1000, 0];
    else {
      const value = HUNDREDS[word.replace(/as$/, 'os')] ?? TENS[word] ?? numberOf(word);
      if (value === undefined) return amount;
      part += value;
    }
  }
  return String(whole + part);
}

/** Telephone numbers and other long digit strings, digits only; short emergency numbers too. */
export function numbersIn(folded: string, mark = ' '): { numbers: string[]; rest: string } {
  const numbers: string[] = [];
  if (!/\d\d/.test(folded)) return { numbers, rest: folded };
  const rest = folded
    .replace(/(?<!\d)\+?\(?\d{2,4}\)?(?:[\s.-]\(?\d{2,4}\)?){1,4}(?!\d)|\+?\d{7,15}/g, (text) => {
      const digits = text.replace(/\D/g, '');
      if (digits.length < 7 || /^\s*(?:19|20)\d\d-\d\d-\d\d/.test(text)) return text;
      numbers.push(digits);
      return mark;
    })
    .replace(/\b(?:call|dial|text|llame al?|marque(?: el)?|llamar al) (\d{3})\b/g, (_text, digits: string) => {
      numbers.push(digits);
      return mark;
    });
  return { numbers, rest };
}

/** A doctor's name as it is looked for in folded words. */
const soughtName = remembered((name) => {
  const full = foldName(name);
  const surname = full.split(' ').at(-1) ?? full;
  const pattern = new RegExp(`\\b(?:${escape(full)}|${surname.length > 3 ? escape(surname) : escape(full)})\\b`, 'g');
  return { full, surname, pattern };
});

const TITLED =
  /\b(?:dr|dra|drs|doctora?|doctor)\b\.?\s+((?:(?!(?:is|has|was|will|can|at|on|for|in|and|or|the|a|an|to|who|that|you|your|would|available|es|tiene|esta|a|el|la|los|para|y|o|que|de|con|en|puede|le|se|no|desea|prefiere|quiere|busca|necesita|le gusta|tambien|ademas|solo|del|ya|have|from|then|today's|than|would|mananas?|ese|esa|este|con|por|cual|mismo|misma|appointment|office|visit|today|tomorrow|monday|tuesday|wednesday|thursday|friday)\b)[a-z'-]+\.?\s*){1,3})/g;

/**
 * Doctors named in folded words: those of the clinic by full name or surname, and whether somebody is called a doctor whom
 * the clinic does not have. Names leave the rest, so that "Dr. May" is no month and "Dr. Noon" no time.
 */
export function doctorsIn(
  folded: string,
  known: readonly string[],
  mark = ' ',
): { doctors: string[]; unknown: boolean; rest: string } {
  const doctors = new Set<string>();
  let unknown = false;
  // "Dr Nair's openings" are Dr Nair's.
  let rest = folded.replace(/(?<=[a-z]{2})'s\b/g, ' ').replace(TITLED, (_text, words: string) => {
    const owner = ownerOf(words.trim(), known);
    if (owner === undefined) {
      unknown ||= !ROLE.test(words.trim());
      return mark;
    }
    doctors.add(owner);
    // What follows the name is no name.
    const parts = foldName(owner).split(' ');
    const behind = words.trim().split(/\s+/);
    while (
      behind[0] !== undefined &&
      foldName(behind[0])
        .split(' ')
        .every((part) => parts.includes(part))
    )
      behind.shift();
    return `${mark}${behind.join(' ')} `;
  });
  for (const name of known) {
    const { full, surname, pattern } = soughtName(name);
    // Most names do not stand in most clauses, which this tells at once.
    if (!rest.includes(surname) || rest.search(pattern) < 0) continue;
    // A surname that is a month or a weekday counts only with its title or as part of the full name.
    if (CALENDAR.test(surname) && !rest.includes(full)) continue;
    doctors.add(name);
    rest = rest.replace(pattern, mark);
  }
  return { doctors: [...doctors], unknown, rest };
}

const CALENDAR = /^(?:march|april|may|june|august|noon|monday|friday|sunday|domingo|abril|julio|marzo)$/;
const ROLE =
  /^(?:s|appointments?|visits?|notes?|offices?|patients?|directly|yet|either|first|s offices?|availability|schedules?|list|names?)$/;

/** Whose name the words begin with; a surname shared by two doctors names the first of them. */
function ownerOf(words: string, known: readonly string[]): string | undefined {
  const said = foldName(words).split(' ');
  return known.find((name) => {
    const parts = foldName(name).split(' ');
    return (
      said.some((word, at) => at === 0 && parts.includes(word)) &&
      said.every((word, at) => at > 1 || parts.includes(word) || at > 0)
    );
  });
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
