import { judgeAnswer, understandWhen } from '@clinicall/language';
import { speechContext } from './state';
import { askedByUs } from './asked';
import { call, otherDoctors, say, type Scene, type Step } from './steps';
import { joinWhen } from './time-words';
import { vocabularies } from './understand';
import type { Wish } from './wishes';

/** "May 4 after 3:00 PM": words that code understands as it does the caller's. */
export function beside(startsAt: string, key: 'after' | 'before' | 'at', scene: Scene): string {
  const { language } = scene.utterance;
  const { timezone } = scene.state;
  const at = new Date(startsAt);
  const day = at.toLocaleDateString(language, { timeZone: timezone, day: 'numeric', month: 'long' });
  const time =
    language === 'en'
      ? at.toLocaleTimeString('en-US', { timeZone: timezone, hour: 'numeric', minute: '2-digit' }).replace(/\s/g, ' ')
      : at.toLocaleTimeString('sv-SE', { timeZone: timezone, timeStyle: 'short' });
  return vocabularies[language].time[key].replace('{day}', day).replace('{time}', time);
}

const SHIFT =
  /\b(half an|an?|one|two|three|thirty|fifteen|media|una?|dos|tres|\d+) (hours?|minutes?|horas?|minutos?) (?:or so )?(later|earlier|after that|before that|sooner|mas tarde|despues|antes|mas temprano)\b/;
const COUNTS: Readonly<Record<string, number>> = {
  'half an': 0.5,
  media: 0.5,
  two: 2,
  dos: 2,
  three: 3,
  tres: 3,
  fifteen: 15,
  thirty: 30,
};

/** "An hour later?": from the time that is kept, or the first that was offered. */
function hourShift(scene: Scene, first: string): string | null {
  const said = SHIFT.exec(scene.utterance.folded);
  if (!said) return null;
  const [, count = '', unit = '', way = ''] = said;
  const many = /^\d+$/.test(count) ? Number(count) : (COUNTS[count] ?? 1);
  const length = many * (/^(?:hour|hora)/.test(unit) ? 3_600_000 : 60_000);
  const { held, offers } = scene.state;
  const from = offers.find((offer) => offer.option === held?.option)?.startsAt ?? first;
  const back = /^(?:earlier|before|sooner|antes|mas temprano)/.test(way);
  const at = new Date(Date.parse(from) + (back ? -length : length)).toISOString();
  return beside(at, 'at', scene);
}

/** "Then the day after", "the day before then": of the day that was searched in vain. */
function afterSearch(scene: Scene, daysOn: number): string | null {
  const words = scene.memory.search?.['when'];
  if (typeof words !== 'string') return null;
  const searched = understandWhen(words, speechContext(scene.state, scene.utterance.language));
  if (!searched?.date) return null;
  const noon = Date.parse(`${searched.date}T12:00:00Z`);
  return dayAfter(new Date(noon + (daysOn - 1) * 86_400_000).toISOString(), scene);
}

/** "And the day after?" */
function dayAfter(startsAt: string, scene: Scene): string {
  const at = new Date(Date.parse(startsAt) + 86_400_000);
  const { language } = scene.utterance;
  return at.toLocaleDateString(language, { timeZone: scene.state.timezone, day: 'numeric', month: 'long' });
}

/** "And the week after?": seven days on from what was offered. */
function weekAfter(startsAt: string, scene: Scene): string {
  const { language } = scene.utterance;
  const day = dayAfter(new Date(Date.parse(startsAt) + 6 * 86_400_000).toISOString(), scene);
  return vocabularies[language].time.weekOf.replace('{day}', day);
}

/** "Anything earlier?", "what else do you have?": relative to what was offered. Null when it is not about that. */
function relative(scene: Scene): string | null {
  const { state, utterance } = scene;
  const starts = state.offers.map((offer) => offer.startsAt).sort((a, b) => Date.parse(a) - Date.parse(b));
  const first = starts[0];
  const last = starts.at(-1);
  if (!last && utterance.has('nextDay')) return afterSearch(scene, 1);
  if (!last && utterance.has('dayBefore')) return afterSearch(scene, -1);
  if (!last && utterance.has('weekAfter')) return afterSearch(scene, 7);
  if (last && utterance.has('weekAfter')) return weekAfter(last, scene);
  if (!first || !last || utterance.clauses.some((clause) => clause.when?.day !== undefined)) return null;
  if (!SHIFT.test(utterance.folded) && utterance.clauses.some((clause) => clause.when?.clock !== undefined))
    return null;
  const shifted = hourShift(scene, first);
  if (shifted) return shifted;
  if (utterance.has('dayBefore')) return dayAfter(new Date(Date.parse(first) - 2 * 86_400_000).toISOString(), scene);
  if (utterance.has('earlier')) return beside(first, 'before', scene);
  if (utterance.has('nextDay')) return dayAfter(last, scene);
  // A minute later, since "after three" takes three as well.
  const past = new Date(Date.parse(last) + 60_000).toISOString();
  if (utterance.has('later') || utterance.has('more')) return beside(past, 'after', scene);
  return null;
}

/** Whether the utterance asks for other times than those offered, without naming a day or a field. */
export function asksForOthers(scene: Scene): boolean {
  return relative(scene) !== null || (scene.state.offers.length > 0 && scene.utterance.has('otherDoctor'));
}

/** What a search still lacks is asked for, one thing at a time; then the tool looks. */
export function find(wish: Wish, scene: Scene): Step {
  const { state, utterance, memory } = scene;
  if (state.offers.length > 0 && utterance.has('otherDoctor') && wish.turn < scene.turns.length) {
    const other = otherDoctors(scene, wish)[0];
    if (!other) return call('list_doctors', { specialty: wish.specialty });
    return call('find_slots', { doctor: other, when: whenOf(wish, scene) });
  }
  const doctor = wish.doctor;
  const specialty = doctor ? undefined : wish.specialty;
  const anyone = asked(scene, 'doctor', 'specialty') && utterance.has('anyDoctor');
  if (!doctor && !specialty && !anyone && !memory.search) return askTarget(scene, whenOf(wish, scene));
  const next = relative(scene);
  const same = next ? memory.search : null;
  const when = next ?? whenOf(wish, scene) ?? whenBefore(scene);
  if (!when) return say('askWhen');
  return call('find_slots', {
    when,
    specialty: specialty ?? same?.['specialty'],
    doctor: doctor ?? same?.['doctor'],
  });
}

function asked(scene: Scene, ...what: readonly string[]): boolean {
  return scene.state.asked.some((asked) => what.includes(asked));
}

/** "Try Dr. Okafor then": another doctor or field, for the time that was looked for before. */
function whenBefore({ memory, utterance }: Scene): string | undefined {
  const before = memory.search?.['when'];
  const turned = utterance.clauses.some((clause) => (clause.doctor ?? clause.specialty) !== null);
  return turned && typeof before === 'string' ? before : undefined;
}

function whenOf(wish: Wish, scene: Scene): string | undefined {
  const { utterance } = scene;
  if (wish.when) return joinWhen(wish.when);
  if (wish.orWait) return utterance.words.time.asSoonAsPossible;
  // Asked for once already and still open: what there is says more than the same question again.
  const again = askedByUs(scene, 'askWhen') && !utterance.text.includes('?');
  const open = (asked(scene, 'date', 'time') || again) && (utterance.has('anyTime') || again);
  if (!open) return undefined;
  return utterance.language === 'en' ? 'as soon as possible' : 'lo antes posible';
}

/** Asked for a field or doctor once already and still unknown: the tool says which there are. */
function askTarget(scene: Scene, when: string | undefined): Step {
  const again =
    asked(scene, 'specialty', 'doctor') && judgeAnswer(scene.utterance.text, scene.utterance.language) !== 'yes';
  if (!again) return say('askTarget');
  // The doctors were named and none was chosen: whoever is free will do.
  const named = scene.turns.at(-2)?.rounds.at(-1)?.tool === 'list_doctors';
  if (named && when) return call('find_slots', { when });
  return call('list_doctors');
}
