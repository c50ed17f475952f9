import type { Facts, KnownVisit } from '../facts';
import type { Content } from './content';
import { agree } from './known-visits';

/** From where to where: one day or time alone is the new one, of two each must be one of both, and one the new. */
export function movedStands(content: Content, sentence: string, facts: Facts): boolean {
  const { dates, times, doctors } = content;
  if (dates.length + times.length + doctors.length === 0) return facts.moved.length > 0 && facts.pending !== true;
  const both = dates.length > 1 || times.length > 1 || FROM.test(sentence);
  if (dates.length < 2 && times.length < 2 && OLD.test(sentence)) return agree(content, movedFrom(facts), facts);
  if (!both) return agree(content, movedTo(facts), facts);
  const about = { ...content, dates: [], times: [] };
  return facts.moved.some(({ doctor, from, to }) => {
    const ends = [from, to].map((startsAt) => ({ doctor, startsAt }));
    const one = (part: Partial<Content>, visits: readonly KnownVisit[]) => agree({ ...about, ...part }, visits, facts);
    return (
      dates.every((date) => one({ dates: [date] }, ends)) &&
      times.every((time) => one({ times: [time] }, ends)) &&
      (dates.length < 2 || dates.some((date) => one({ dates: [date] }, ends.slice(1)))) &&
      timedDays(content, sentence).every((part) => one(part, ends)) &&
      one({}, ends)
    );
  });
}

/** The one hour of two days is that of the day before it: "Tuesday's was moved to Wednesday at two". */
function timedDays({ dates, times }: Content, sentence: string): Partial<Content>[] {
  const [time, other] = times;
  if (time === undefined || other !== undefined || dates.length < 2) return [];
  const place = (text: string) => sentence.lastIndexOf(text);
  const before = dates.filter((date) => place(date.text) >= 0 && place(date.text) < place(time.text));
  const nearest = before.sort((a, b) => place(b.text) - place(a.text))[0];
  return nearest === undefined ? [] : [{ dates: [nearest], times: [time] }];
}

const FROM =
  /\b(?:from|instead of|rather than|old|previous|original|was|used to|no longer|not|del?|antes|estaba|en (?:vez|lugar) de|ya no|anterior)\b/;

/** Where a visit was moved to it stands booked. */
export function movedTo(facts: Facts): KnownVisit[] {
  return facts.moved.map(({ doctor, to }) => ({ doctor, startsAt: to }));
}

/** Only where it was. Folded words. */
const OLD =
  /^(?!.*\b(?:now|new|ahora|nuev[oa])\b).*\b(?:(?:old|previous|original|former|prior) \w+(?: with .{2,40})? (?:was|used to be|had been)|(?:anterior|viej[oa]|original|de antes) era|(?:originally|previously|initially) (?:it|that|yours|you) (?:was|were|had)|estaba para|antes (?:la|lo|le|te|se|era|estaba))\b/;

function movedFrom(facts: Facts): KnownVisit[] {
  return facts.moved.map(({ doctor, from }) => ({ doctor, startsAt: from }));
}

export function movedVisits(facts: Facts): KnownVisit[] {
  return facts.moved.flatMap(({ doctor, from, to }) => [
    { doctor, startsAt: from },
    { doctor, startsAt: to },
  ]);
}
