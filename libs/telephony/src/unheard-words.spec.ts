import { clausesOf } from './clauses';
import { unheardWords } from './unheard-words';

const BOOKED = 'You are booked with Dr. Adler, on Tuesday the third of March, at ten. Is there anything else?';
const clauses = clausesOf(BOOKED);

describe('words that a caller has not heard', () => {
  it('are none when every clause was heard to its end', () => {
    expect(unheardWords({ given: [BOOKED], heard: clauses })).toBe('');
    expect(unheardWords({ given: [], heard: [] })).toBe('');
  });

  it('are all of them when nothing was heard', () => {
    expect(unheardWords({ given: [BOOKED], heard: [] })).toBe(BOOKED);
  });

  it('begin with the sentence that was cut, not in the middle of it', () => {
    expect(clauses.length).toBeGreaterThan(2);
    expect(unheardWords({ given: [BOOKED], heard: clauses.slice(0, 1) })).toBe(BOOKED);
    expect(unheardWords({ given: [BOOKED], heard: clauses.slice(0, -1) })).toBe('Is there anything else?');
  });

  it('end with what the agent wrote when nobody listened any more', () => {
    const spoken = { given: ['One moment.'], heard: ['One moment.'] };
    expect(unheardWords(spoken, 'One moment.  You are booked.')).toBe('You are booked.');
    expect(unheardWords({ given: [], heard: [] }, 'You are booked.')).toBe('You are booked.');
  });

  it('are the whole reply where it was written otherwise than it was given', () => {
    expect(unheardWords({ given: ['Let me see.'], heard: [] }, 'You are booked.')).toBe('You are booked.');
    expect(unheardWords({ given: ['Let me see.'], heard: ['Let me see.'] }, 'You are booked.')).toBe('');
  });

  it('go on with a clause that was heard twice', () => {
    const twice = ['Yes.', 'No.', 'Yes.', 'Goodbye.'];
    expect(unheardWords({ given: twice, heard: ['Yes.', 'No.'] })).toBe('Yes. Goodbye.');
  });
});
