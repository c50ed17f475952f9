import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCases } from './eval-case';

// `npm run eval` plays every one of them: a file of another kind belongs to the lib whose spec reads it (libs/*/cases).
const files = readdirSync(__dirname).filter((name) => name.endsWith('.jsonl'));

describe('the cases of this folder', () => {
  it('are there', () => expect(files.length).toBeGreaterThan(10));

  it.each(files)('%s can be read', (file) => {
    expect(readCases(join(__dirname, file)).length).toBeGreaterThan(0);
  });
});
