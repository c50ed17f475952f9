import { fold, wordsOf } from '@clinicall/language';
import type { Facts } from '../facts';
import { plainAmount, pricesIn } from './mentioned-names';

/** A price of the clinic, in its own words. */
interface Known {
  readonly amounts: readonly string[];
  readonly stems: readonly string[];
}

const TOGETHER =
  /\b(?:and|plus|together|both|total|altogether|all in|all told|with|on top|y|mas|junt[oa]s|ambas|ambos|total|entre|con|las dos|los dos|sumad[oa]s|suman)\b/;
const APART =
  /\b(?:less|more|dearer|cheaper|difference|extra|above|below|saves?|menos|mas|diferencia|barat[oa]|car[oa]|ahorra)\b/;
const ENOUGH =
  /\b(?:enough|covers?|covered|you would have|youd have|with (?:those |that )?zprice|alcanza|ajusta|llega|basta|le da|con (?:esos |esas |los |las )?zprice)\b/;

/** Whether each amount is a price of what the sentence speaks of, a sum or a difference of such, or money that is enough for it. */
export function pricesStand(prices: readonly string[], sentence: string, facts: Facts): boolean {
  if (prices.length === 0) return true;
  const texts = [...(facts.prices ?? []), ...(facts.answers ?? [])];
  const said = stemsOf(sentence);
  const known = texts.map((text): Known => ({ amounts: amountsIn(text), stems: stemsOf(text) }));
  const folded = fold(sentence);
  const masked = pricesIn(folded, 'zprice').rest;
  const named = known.filter(
    ({ stems, amounts }) => isNamed(stems, said) || amounts.some((one) => prices.includes(one)),
  );
  return prices.every(
    (price) =>
      isPriced(price, said, known) ||
      (TOGETHER.test(folded) && sums(named).includes(Number(price))) ||
      (APART.test(folded) && differences(named).includes(Number(price))) ||
      (ENOUGH.test(masked) && isEnough(Number(price), said, known)),
  );
}

/** Stands in the clinic's words, and in those about the thing that the sentence speaks of. */
function isPriced(price: string, said: readonly string[], known: readonly Known[]): boolean {
  const having = known.filter(({ amounts }) => amounts.includes(price));
  if (having.length === 0) return false;
  return Math.max(...having.map((one) => shared(one, said))) >= Math.max(...known.map((one) => shared(one, said)));
}

function isEnough(money: number, said: readonly string[], known: readonly Known[]): boolean {
  const most = Math.max(...known.map((one) => shared(one, said)));
  const meant = known.filter((one) => shared(one, said) === most && one.amounts.length === 1);
  return meant.length > 0 && meant.every(({ amounts }) => Number(amounts[0]) <= money);
}

const shared = ({ stems }: Known, said: readonly string[]) => stems.filter((stem) => said.includes(stem)).length;
/** A word of it is in the sentence. */
const isNamed = (stems: readonly string[], said: readonly string[]) => stems.some((stem) => said.includes(stem));

const single = (named: readonly Known[]) =>
  named.flatMap(({ amounts }) => (amounts.length === 1 ? [Number(amounts[0])] : []));

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

function amountsIn(text: string): string[] {
  const { prices } = pricesIn(fold(text));
  const digits = text.match(/\d+(?:[.,]\d{3})*(?:[.,]\d{1,2})?/g) ?? [];
  return [...new Set([...prices, ...digits.map(plainAmount)])];
}

const stemsOf = (text: string) => [
  ...new Set(
    wordsOf(text)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 5)),
  ),
];
