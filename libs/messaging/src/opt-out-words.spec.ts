import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { silenceAskedIn } from './opt-out-words';

interface Text {
  readonly text: string;
  readonly silence: boolean;
  /** `held`: written before the patterns, and not run while they were made. */
  readonly half: 'built' | 'held';
}

const texts = readFileSync(join(__dirname, '../cases/opt-outs.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Text);

describe.each(['built', 'held'] as const)('own words for STOP, and what only sounds like it (%s)', (half) => {
  const of = texts.filter((one) => one.half === half);
  const wrong = (silence: boolean) =>
    of
      .filter((one) => one.silence === silence && (silenceAskedIn(one.text) !== undefined) !== silence)
      .map(({ text }) => text);

  it('are many', () => expect(of.length).toBeGreaterThan(80));
  it('are taken for it', () => expect(wrong(true)).toEqual([]));
  it('are left to the agent', () => expect(wrong(false)).toEqual([]));
});

it('never takes an emergency for it', () => {
  expect(silenceAskedIn('stop texting me I am having a heart attack')).toBeUndefined();
});
