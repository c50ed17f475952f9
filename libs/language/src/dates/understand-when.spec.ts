import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpeechContext } from '../speech-context';
import { understandWhen } from './understand-when';

const clocks: Record<string, [now: string, timezone: string]> = {
  A: ['2027-05-03T13:00:00Z', 'America/New_York'],
  B: ['2026-03-04T15:00:00Z', 'America/New_York'],
  C: ['2026-11-20T17:00:00Z', 'Europe/London'],
  D: ['2026-11-22T10:00:00Z', 'Europe/Madrid'],
};

const cases = (file: string) =>
  readFileSync(join(__dirname, '../../cases', file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('|') as [lang: string, clock: string, text: string, meaning: string]);

function contextOf(lang: string, clock: string): SpeechContext {
  const [now, timezone] = clocks[clock]!;
  return { now, timezone, language: lang.slice(0, 2), country: lang.slice(3) };
}

/** The meaning as the case files write it. */
function meaningOf(lang: string, clock: string, text: string): string {
  const when = understandWhen(text, contextOf(lang, clock));
  if (when === null) return 'null';
  const parts = when.why
    ? [`why=${when.why}`, when.candidates && `c=${when.candidates.join(',')}`]
    : [
        when.date && `d=${when.date}`,
        when.time && `t=${when.time}`,
        when.from && `f=${when.from}`,
        when.to && `u=${when.to}`,
        when.earliest && 'e',
      ];
  return parts.filter(Boolean).sort().join(' ');
}

const written = (meaning: string) =>
  meaning
    .replace(/ why=$/, '')
    .split(' ')
    .sort()
    .join(' ');

describe('understandWhen', () => {
  it.each(cases('dates.txt'))('%s %s: %s', (lang, clock, text, meaning) => {
    expect(meaningOf(lang, clock, text)).toBe(written(meaning));
  });

  it('understands what it was not made to fit: at least 98 in 100 of the held-back cases', () => {
    const held = cases('dates-held-back.txt');
    const missed = held
      .filter(([lang, clock, text, meaning]) => meaningOf(lang, clock, text) !== written(meaning))
      .map(([, , text]) => text);
    expect(missed.length / held.length <= 0.02 ? [] : missed).toEqual([]);
  });

  const clinic = contextOf('en-US', 'A');

  it('gives the instant with its offset only when day and time are exact', () => {
    expect(understandWhen('tomorrow at three', clinic)?.instant).toBe('2027-05-04T15:00:00-04:00');
    expect(understandWhen('tomorrow afternoon', clinic)?.instant).toBeUndefined();
    expect(understandWhen('at three', clinic)?.instant).toBeUndefined();
  });

  it('takes an hour that comes twice the first time', () => {
    expect(understandWhen('November 7 at 1:30 am', clinic)?.instant).toBe('2027-11-07T01:30:00-04:00');
  });

  it.each([
    ['not in the morning', { dailyFrom: '12:00' }],
    ['after four', { dailyFrom: '16:00' }],
    ['any day but Friday', { weekdays: [1, 2, 3, 4, 6, 7] }],
    ['Mondays or Wednesdays after 4', { weekdays: [1, 3], dailyFrom: '16:00' }],
    ['Tuesday or Thursday next week', { from: '2027-05-11T00:00', to: '2027-05-14T00:00', weekdays: [2, 4] }],
    [
      'next week in the mornings',
      { from: '2027-05-10T00:00', to: '2027-05-17T00:00', dailyFrom: '08:00', dailyTo: '12:00' },
    ],
    ['tomorrow morning or Thursday afternoon', { weekdays: [2, 4] }],
  ])('%s: bounds of every day, weekdays', (text, expected) => {
    expect(understandWhen(text, clinic)).toMatchObject({ ...expected, ambiguous: false });
  });

  it('takes less than two milliseconds of processor for a short sentence', () => {
    const lines = cases('dates.txt').filter(([lang]) => lang === 'en-US');
    const run = () => {
      for (const [, , text] of lines) understandWhen(text, clinic);
    };
    run();
    run();
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / lines.length).toBeLessThan(2_000);
  });
});
