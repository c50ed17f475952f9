import type { OpeningHours } from '@clinicall/identity';
import { addedLanguages, phrase, sayDate, sayDay, sayList, sayTime } from '@clinicall/language';
import type { Language, SpeechContext } from '@clinicall/language';
import { Temporal } from 'temporal-polyfill';
import type { StagedPatient, Visit } from './state';

/** The sentences that code composes from facts: offers, read-backs, outcomes. Nothing else may state them. */
export class Sentences {
  constructor(readonly speech: SpeechContext) {}

  say(key: string, params: Record<string, unknown> = {}): string {
    // "3:00 p. m." at the end of a sentence brings its full stop along.
    return phrase(this.speech.language, `conversation:${key}`, params).replace(/([ap]\.\s?m\.)\./g, '$1');
  }

  /** "Tuesday, May 4 at 2:30 PM with Dr. Ruth Adler". */
  visit(visit: Visit): string {
    return this.sayOnce(`${visit.startsAt} ${visit.doctor}`, () => {
      const { startsAt, doctor } = visit;
      const words = { day: this.day(startsAt), time: this.time(startsAt), doctor: this.doctor(doctor) };
      return this.say(isOne(words.time) ? 'visitAtOne' : 'visit', words);
    });
  }

  moment(startsAt: string): string {
    const words = { day: this.day(startsAt), time: this.time(startsAt) };
    return this.say(isOne(words.time) ? 'momentAtOne' : 'moment', words);
  }

  doctor(name: string): string {
    return this.say('doctor', { name: name.replace(/^(?:dr|dra|doctor|doctora)\.?\s+/i, '') });
  }

  /** One, several of a day, several of one doctor, or any: the shortest that stays clear. */
  offer(visits: readonly Visit[]): string {
    const [first] = visits;
    if (first === undefined) return this.say('offer.none');
    if (visits.length === 1) return this.say('offer.one', { visit: this.visit(first) });
    const doctor = this.doctor(first.doctor);
    const day = this.day(first.startsAt);
    const oneDay = visits.every((visit) => this.day(visit.startsAt) === day);
    if (visits.some((visit) => visit.doctor !== first.doctor))
      return oneDay
        ? this.say('offer.manySameDay', { day, visits: this.numbered(visits.map((visit) => this.timeWith(visit))) })
        : this.say('offer.many', { visits: this.numbered(visits.map((visit) => this.visit(visit))) });
    if (!oneDay) {
      return this.say('offer.sameDoctor', {
        doctor,
        moments: this.list(
          visits.map((visit) => this.moment(visit.startsAt)),
          'or',
        ),
      });
    }
    return this.say('offer.sameDay', {
      doctor,
      day,
      times: this.list(
        visits.map((visit) => this.time(visit.startsAt)),
        'or',
      ),
    });
  }

  /** Each as it would be said alone: what the model sees beside the option's number. */
  visits(visits: readonly Visit[], kind: 'and' | 'or' = 'and'): string {
    return this.list(
      visits.map((visit) => this.visit(visit)),
      kind,
    );
  }

  birth(patient: Pick<StagedPatient, 'name' | 'dateOfBirth'>): { name: string; dob: string } {
    return { name: patient.name, dob: this.date(patient.dateOfBirth) };
  }

  date(date: string): string {
    return sayDate(date, this.speech);
  }

  list(items: readonly string[], kind: 'and' | 'or' = 'and'): string {
    return sayList(items, this.speech, kind);
  }

  /** Each request to a model tells of all offers anew; within a minute their words stay the same. */
  private sayOnce(what: string, say: () => string): string {
    const { language, country, timezone, now } = this.speech;
    const key = `${language} ${country} ${timezone} ${now.slice(0, 16)} ${what}`;
    const kept = said.get(key);
    if (kept !== undefined) return kept;
    const made = say();
    if (said.size >= MOST_KEPT) said.clear();
    said.set(key, made);
    return made;
  }

  private timeWith(visit: Visit): string {
    const words = { time: this.time(visit.startsAt), doctor: this.doctor(visit.doctor) };
    return this.say(isOne(words.time) ? 'timeWithAtOne' : 'timeWith', words);
  }

  private numbered(visits: readonly string[]): string {
    return visits
      .map((visit, at) => this.say('offer.item', { ordinal: this.say(`ordinal.${at + 1}`), visit }))
      .join('; ');
  }

  /** "Monday to Friday, 8:00 AM to 6:00 PM". */
  hours(hours: readonly OpeningHours[]): string {
    const runs: { from: number; to: number; opens: string; closes: string }[] = [];
    for (const { weekday, opens, closes } of [...hours].sort((a, b) => a.weekday - b.weekday)) {
      const run = runs.find((one) => one.to === weekday - 1 && one.opens === opens && one.closes === closes);
      if (run === undefined) runs.push({ from: weekday, to: weekday, opens, closes });
      else run.to = weekday;
    }
    return this.list(
      runs.map((run) => this.say(run.from === run.to ? 'information.day' : 'information.days', this.open(run))),
    );
  }

  private open(run: { from: number; to: number; opens: string; closes: string }): Record<string, string> {
    const weekday = (day: number) =>
      new Intl.DateTimeFormat(this.speech.language, { weekday: 'long', timeZone: 'UTC' }).format(
        Date.UTC(2024, 0, day),
      );
    const time = (clock: string) => this.timeOf(`2000-01-03T${clock === '24:00' ? '23:59' : clock}`);
    return { from: weekday(run.from), to: weekday(run.to), opens: time(run.opens), closes: time(run.closes) };
  }

  /** A wall-clock day of the clinic, YYYY-MM-DDTHH:mm. */
  dayOf(local: string): string {
    return this.day(this.instantOf(local));
  }

  timeOf(local: string): string {
    return this.time(this.instantOf(local));
  }

  private instantOf(local: string): string {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(this.speech.timezone).toInstant().toString();
  }

  private day(startsAt: string): string {
    return this.sayOnce(`day ${startsAt}`, () => withArticle(sayDay(startsAt, this.speech), this.speech.language));
  }

  private time(startsAt: string): string {
    return sayTime(startsAt, this.speech);
  }
}

const said = new Map<string, string>();
const MOST_KEPT = 5_000;

/** Spanish weekdays take an article: "el martes 4 de mayo", but "mañana, martes 4 de mayo"; so may those of an added language. */
function withArticle(day: string, language: Language): string {
  if (language === 'es') return /^(?:hoy|mañana)/.test(day) ? day : `el ${day}`;
  const written = addedLanguages.get(language)?.words.day;
  if (written === undefined || written.article === '') return day;
  return written.notBefore.split('|').some((word) => day.startsWith(word)) ? day : `${written.article} ${day}`;
}

/** Spanish: "a la 1:00", "a las 2:00", "a las 13:00". */
function isOne(time: string): boolean {
  return /^1\D/.test(time);
}
