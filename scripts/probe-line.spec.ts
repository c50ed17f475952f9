import { readLine } from './probe-line';

const date = { id: 'a', lang: 'es-419', text: 'mañana', now: '2027-05-03T13:00:00Z', tz: 'America/New_York' };
const facts = { now: date.now, tz: date.tz, doctors: ['Ruth Adler'] };

describe('a line of a probe', () => {
  it('is read as it stands, and null is the same as absent', () => {
    expect(readLine('date', JSON.stringify({ ...date, more: 1 }))).toEqual({ ...date, more: 1 });
    const guard = { id: 'g', lang: 'en', say: 'Hello', facts: { ...facts, held: null } };
    expect(readLine('guard', JSON.stringify(guard))).toEqual({ ...guard, facts });
  });

  it.each([
    ['date', '', undefined, 'the line is empty'],
    ['date', '{', undefined, 'the line is no JSON'],
    ['date', '[]', 'line', 'object'],
    ['date', { ...date, now: 'yesterday' }, 'now', 'RFC 3339'],
    ['date', { ...date, tz: 'Mars/Base' }, 'tz', 'time zone'],
    ['date', { ...date, lang: 'fr' }, 'lang', 'en, es'],
    ['emergency', { id: 'a' }, 'text', 'string'],
    ['emergency', { id: 'a', text: 'a'.repeat(10_001) }, 'text', 'longer than 10000'],
    ['specialty', { id: 'a', lang: 'en', text: 'skin' }, 'specialties', 'array'],
    ['identity', { id: 'a', names: 'Peter' }, 'names', 'array'],
    ['guard', { id: 'a', lang: 'en', say: 'Hi' }, 'facts', 'object'],
    [
      'guard',
      { id: 'a', lang: 'en', say: 'Hi', facts: { ...facts, booked: [{ doctor: 'X', startsAt: 'soon' }] } },
      'facts.booked.0.startsAt',
      'RFC 3339',
    ],
  ])('of %s that cannot be judged names the field: %j', (probe, line, field, rule) => {
    const given = typeof line === 'string' ? line : JSON.stringify(line);
    expect(() => readLine(probe, given)).toThrow(expect.objectContaining({ field }));
    expect(() => readLine(probe, given)).toThrow(rule);
  });
});
