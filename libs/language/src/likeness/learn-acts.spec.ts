import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { likelyAct } from './likely-act';
import type { Place } from './likely-act';
import { COURSE, learnActs, seenIn } from './learn-acts';

interface Utterance {
  readonly id: string;
  readonly lang: 'en' | 'es';
  readonly context: Place;
  readonly act: string;
  readonly text: string;
  readonly say?: string;
  readonly heldBack?: boolean;
}

const file = join(__dirname, 'acts.json');
const utterances = readFileSync(join(__dirname, '../../cases/utterances.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Utterance);
const taught = utterances.filter(({ heldBack }) => heldBack !== true);
const places = [...new Set(utterances.map(({ context }) => context))];
const of = (place: Place): Utterance[] => taught.filter(({ context }) => context === place);

/** Of the sentences, what is seen in them and the course, so that a change of any that was not learnt anew is seen without learning. */
const digest = createHash('sha256')
  .update(JSON.stringify([COURSE, taught, taught.map(seenIn)]))
  .digest('hex');

/** The least share of held-back sentences that must be read as their writers meant them. */
const LEAST: Readonly<Record<Place, number>> = {
  open: 0.76,
  offer: 0.7,
  readback: 0.6,
  done: 0.6,
  which: 0.6,
  field: 0.6,
};

describe('what words are by their likeness to others', () => {
  it('is learnt from these very sentences, by what is seen in them now (CLINICALL_WRITE_ACTS=1 learns it anew)', () => {
    if (process.env['CLINICALL_WRITE_ACTS'] === '1') {
      const learnt = Object.fromEntries(places.map((place) => [place, learnActs(of(place))]));
      writeFileSync(file, `${JSON.stringify({ '#': { acts: digest, weights: {} }, ...learnt }, null, 2)}\n`);
    }
    const known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { acts: string }>;
    expect(known['#']?.acts).toBe(digest);
  });

  it.each(places)('holds for sentences it was not taught, %s', (place) => {
    const held = utterances.filter(({ context, heldBack }) => context === place && heldBack === true);
    const right = held.filter(({ text, say, act }) => likelyAct(place, text, say)?.act === act);
    expect(right.length / held.length).toBeGreaterThan(LEAST[place]);
  });

  it('says nothing of words it does not know', () => {
    expect(likelyAct('open', 'zzyzx qwerty plugh')).toBeNull();
  });

  it('learns what words tell acts apart', () => {
    const { acts, weights } = learnActs([
      { text: 'please scrap the visit', act: 'cancel' },
      { text: 'scrap it', act: 'cancel' },
      { text: 'please shift the visit', act: 'move' },
      { text: 'shift it', act: 'move' },
    ]);
    expect(acts).toBe('cancel move');
    const [cancel = 0, move = 0] = (weights['scrap'] ?? '').split(' ').map(Number);
    expect(cancel).toBeGreaterThan(move);
  });
});
