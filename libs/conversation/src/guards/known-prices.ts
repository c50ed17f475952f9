import { fold, remembered, wordsOf } from '@clinicall/language';
import type { Facts } from '../facts';
import { plainAmount, pricesIn } from './mentioned-names';
import { numberOf } from './number-words';

/** A price of the clinic, in its own words. */
interface Known {
  readonly amounts: readonly string[];
  readonly stems: readonly string[];
  readonly names: readonly string[];
}

const TOGETHER =
  /\b(?:and|plus|together|both|total|altogether|all in|on top|all told|with|on top|y|mas|junt[oa]s|ambas|ambos|total|entre|con|las dos|los dos|sumad[oa]s|suman)\b/;
const APART =
  /\b(?:less|more|dearer|cheaper|difference|extra|above|below|saves?|menos|mas|diferencia|barat[oa]|car[oa]|ahorra)\b/;
const ENOUGH =
  /\b(?:enough|covers?|covered|you would have|youd have|with (?:those |that )?zprice|alcanza|ajusta|llega|basta|le da|con (?:esos |esas |los |las )?zprice)\b/;

/** Whether each amount is a price of what the sentence speaks of, a sum or a difference of such, or money that is enough for it. */
export function pricesStand(prices: readonly string[], sentence: string, facts: Facts): boolean {
  if (prices.length === 0) return true;
  const texts = [...(facts.prices ?? []), ...(facts.answers ?? [])].flatMap(apart);
  const said = stemsOf(sentence);
  const words = namesIn(sentence);
  const known = texts.map((text): Known => ({
    amounts: amountsIn(text),
    stems: stemsOf(text),
    names: namesIn(text),
  }));
  const folded = fold(sentence);
  const masked = pricesIn(folded, 'zprice').rest;
  const times = countsIn(masked);
  const named = known.filter(
    ({ names, amounts }) => isNamed(names, words) || amounts.some((one) => prices.includes(one)),
  );
  return prices.every(
    (price) =>
      isPriced(price, said, known) ||
      (TOGETHER.test(folded) && (named.length > 0 || ALL.test(folded)) && sums(known).includes(Number(price))) ||
      (APART.test(folded) && differences(named).includes(Number(price))) ||
      times.some((count) =>
        [Number(price) / count, Number(price) * count].some((one) => isPriced(String(one), said, known)),
      ) ||
      (ENOUGH.test(masked) && isEnough(Number(price), said, known)),
  );
}

/** "Fee: general medicine 500 rupees, ENT 800": each price with what it is for. */
const apart = remembered((text): readonly string[] => {
  const [, label = '', rest = text] = /^([^:,;]{3,40}: )?(.*)$/s.exec(text) ?? [];
  const pieces = rest.split(/[,;]\s+|\.\s+|\s+(?:and|y)\s+/).filter((piece) => /\d/.test(piece));
  return pieces.length > 1 && pieces.every((piece) => amountsIn(piece).length > 0 && /[a-z]{3}/i.test(piece))
    ? pieces.map((piece) => label + piece)
    : [text];
});

/** Stands in the clinic's words, and in those about the thing that the sentence speaks of. */
function isPriced(price: string, said: readonly string[], known: readonly Known[]): boolean {
  const having = known.filter(({ amounts }) => amounts.includes(price));
  if (having.length === 0) return false;
  const priced = known.filter(({ amounts }) => amounts.length > 0);
  return Math.max(...having.map((one) => shared(one, said))) >= Math.max(...priced.map((one) => shared(one, said)));
}

function isEnough(money: number, said: readonly string[], known: readonly Known[]): boolean {
  const most = Math.max(...known.map((one) => shared(one, said)));
  const meant = known.filter((one) => shared(one, said) === most && one.amounts.length === 1);
  return meant.length > 0 && meant.every(({ amounts }) => Number(amounts[0]) <= money);
}

const shared = ({ stems }: Known, said: readonly string[]) => stems.filter((stem) => said.includes(stem)).length;
/** A word of it is in the sentence: "ECG", "X-ray" too. */
const isNamed = (names: readonly string[], said: readonly string[]) => names.some((name) => said.includes(name));
const namesIn = (text: string) =>
  wordsOf(text).filter((word) => word.length > 2 && !SMALL.test(word) && !/\d/.test(word));
const SMALL = /^(?:the|and|for|with|you|your|per|con|por|los|las|una|del|que)$/;
const ALL = /\b(?:the two|all three|both|las dos|los dos|ambas|ambos|las tres)\b/;

/** "Consultation 60 euros, scan 75" has two. */
const single = (named: readonly Known[]) => [
  ...new Set(named.flatMap(({ amounts }) => amounts.map(Number).filter((amount) => amount > 0))),
];

function sums(named: readonly Known[]): number[] {
  const amounts = single(named);
  return amounts.flatMap((one, at) =>
    amounts
      .slice(at + 1)
      .flatMap((two, next) => [one + two, ...amounts.slice(at + next + 2).map((three) => one + two + three)]),
  );
}

function differences(named: readonly Known[]): number[] {
  const amounts = single(named);
  return amounts.flatMap((one) => amounts.map((two) => one - two)).filter((difference) => difference > 0);
}

/** Of a text of the clinic's own, where every number may be a price and "free" speaks of money. */
const amountsIn = remembered((text): readonly string[] => {
  const folded = fold(text);
  const { prices } = pricesIn(folded);
  const digits =
    text.match(
      /(?<![\d:])\d+(?:[.,]\d{3})*(?:[.,]\d{1,2})?(?![\d:]| ?(?:h|hours?|minutes?|days?|horas?|minutos|dias|%)\b)/g,
    ) ?? [];
  return [...new Set([...prices, ...digits.map(plainAmount), ...(FREE.test(folded) ? ['free'] : [])])];
});

const FREE = /\b(?:free|included|incluid[oa]s?|gratis|gratuit[oa]s?|no charges?|no fees?|sin (?:costo|coste|cargo))\b/;

/** How many of a thing are spoken of: "three jabs", "for the pair". Folded words, prices masked. */
function countsIn(masked: string): number[] {
  const counts = [...masked.matchAll(MULTIPLE)].map(([, count = '']) => numberOf(count) ?? 1);
  return PAIR.test(masked) ? [...counts, 2] : counts;
}

const MULTIPLE =
  /\b(two|three|four|five|six|dos|tres|cuatro|cinco|seis|[2-9]) (?:of (?:you|them|those)|de (?:ustedes|ell[ao]s)|(?!minutes|hours|days|times|minutos|horas|dias|thirty|fifty|forty)[a-z]{3,}s)\b/g;
const PAIR = /\b(?:pair|both|each of you|twice|el par|ambos|ambas|(?:las|los) dos|l[ao]s dos)\b/;

const stemsOf = remembered((text): readonly string[] => [
  ...new Set(
    wordsOf(text)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5)),
  ),
]);
