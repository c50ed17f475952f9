import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const files = readdirSync(__dirname).filter((name) => name.endsWith('.jsonl'));

/** Ids that stand more than once. */
function twice(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size);
}

// A report names a case by its id alone.
describe('cases of the evals', () => {
  it.each(files)('have ids of their own: %s', (name) => {
    const ids = readFileSync(join(__dirname, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { id: string }).id);
    expect(twice(ids)).toEqual([]);
  });

  it('are told apart by this', () => {
    expect(twice(['a', 'b', 'a'])).toEqual(['a']);
  });
});
