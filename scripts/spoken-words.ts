// English words in one form, however somebody wrote them down: "2:30 p.m." and "two thirty PM", "May 4" and "May fourth",
// "1985" and "nineteen eighty five" are the same to the ear. For comparing what was said with what was understood.

const SINGLE = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  (index) => index,
);
const TENS = words('twenty thirty forty fifty sixty seventy eighty ninety', (index) => (index + 2) * 10);
const ORDINALS = words(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  (index) => index + 1,
).set('thirtieth', 30);

function words(list: string, value: (index: number) => number): Map<string, number> {
  return new Map(list.split(' ').map((word, index) => [word, value(index)]));
}

const digitByDigit = (digits: string): string => ` ${digits.replace(/\D/g, '').split('').join(' ')} `;

/** Figures as the voice says them: a number for each word. */
function figures(text: string): string {
  return text
    .replace(/\+?\d{0,2}[-. ]?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b/g, digitByDigit)
    .replace(/\b\d{5,}\b/g, digitByDigit)
    .replace(/\b(\d{1,2}):(\d)(\d)\b/g, (_all, hour: string, tens: string, unit: string) =>
      [hour, tens === '0' ? (unit === '0' ? '' : `0 ${unit}`) : tens + unit].join(' '),
    )
    .replace(/\b(\d{1,2})(?:st|nd|rd|th)\b/g, '$1')
    .replace(/\b200([1-9])\b/g, '2000 $1')
    .replace(/\b(1[1-9]|20)([1-9]\d)\b/g, '$1 $2');
}

function valueOf(word: string): number | undefined {
  return SINGLE.get(word) ?? TENS.get(word) ?? ORDINALS.get(word) ?? (/^\d+$/.test(word) ? Number(word) : undefined);
}

/** "Thirty five" is 35; "two thousand five" is said of the year 2005. */
function joined(list: readonly string[]): string[] {
  const out: string[] = [];
  for (const word of list) {
    const value = valueOf(word);
    const before = Number(out.at(-1));
    const unit = value !== undefined && value > 0 && value < 10 && !/^\d+$/.test(word);
    if (unit && before >= 20 && before < 100 && before % 10 === 0) out[out.length - 1] = String(before + value);
    else if (word === 'thousand' && before === 2) out[out.length - 1] = '2000';
    else out.push(value === undefined ? word : String(value));
  }
  return out;
}

/** The words of a text as they are heard; signs, accents and ways of writing left out. */
export function spokenWords(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/\b([ap])\.?\s?m\b\.?/g, ' $1m ')
    .replace(/\bdr\b\.?/g, 'doctor')
    .replace(/\boclock\b/g, ' ')
    .replace(/(\d)([ap]m)\b/g, '$1 $2')
    .replace(/\boh\b(?= (?:\w+teen|one|two|three|four|five|six|seven|eight|nine|\d)\b)/g, 'zero');
  return joined(
    figures(plain)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
}
