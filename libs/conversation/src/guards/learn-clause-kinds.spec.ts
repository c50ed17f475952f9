import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asKnown, readClauses } from './known-clauses';
import { learnClauseKinds } from './learn-clause-kinds';
import { clauseKinds, likelyKinds, useKinds } from './likely-kind';
import type { LearntKinds } from './likely-kind';

const file = join(__dirname, 'clause-kinds.json');
const clauses = readClauses(join(__dirname, '../../cases/clauses.jsonl'));
const of = (heldBack: boolean) => clauses.filter((one) => (one.heldBack === true) === heldBack);
const MADE = 'clause-kinds.json is learnt anew by npm run learn:clauses';

const read = (): { '#': string } & LearntKinds =>
  JSON.parse(readFileSync(file, 'utf8')) as { '#': string } & LearntKinds;

describe('what a clause says, by its likeness to others', () => {
  const taught = of(false);
  const digest = createHash('sha256').update(JSON.stringify(taught)).digest('hex');
  if (process.env['CLINICALL_WRITE_CLAUSES'] === '1') {
    // Those held back are learnt by nobody.
    const learnt = learnClauseKinds(taught.map(asKnown));
    writeFileSync(file, `${JSON.stringify({ '#': digest, ...learnt }, null, 2)}\n`);
    useKinds(learnt);
  }

  it('is learnt from these very clauses', () => {
    expect([MADE, read()['#']]).toEqual([MADE, digest]);
  });

  it('is told of clauses that it was not taught', () => {
    const held = of(true).map(asKnown);
    const right = held.filter(({ masked, text, claims, kind }) => {
      const chances = likelyKinds(masked, text, claims);
      return clauseKinds.every((other) => chances[other] <= chances[kind]);
    });
    expect(held.length).toBeGreaterThan(300);
    expect(right.length / held.length).toBeGreaterThan(0.8);
  });

  it('learns what words tell kinds apart', () => {
    const { weights } = learnClauseKinds(
      ['you are booked', 'all booked', 'it is gone', 'all gone'].map((text) => ({
        features: text.split(' '),
        kind: text.includes('booked') ? 'booked' : 'cancelled',
      })),
    );
    const [, , , booked = 0, , cancelled = 0] = (weights['booked'] ?? '').split(' ').map(Number);
    expect(booked).toBeGreaterThan(cancelled);
  });
});
