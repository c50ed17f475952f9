import type { Reading } from './listener';
import { isNumber, TwoEars } from './two-ears';
import type { Ear } from './two-ears';

const reading = (text: string, more: Partial<Reading> = {}): Reading => ({
  text,
  tokens: [],
  averageLogProb: -0.1,
  silence: 0,
  ...more,
});
const ear = (heard: Reading): Ear & { hear: jest.Mock } => ({ hear: jest.fn(() => Promise.resolve(heard)) });
const hear = (sentences: Ear, numbers: Ear) =>
  new TwoEars(sentences, numbers).hear(
    new Float32Array(16_000),
    { names: [], callers: [] },
    new AbortController().signal,
  );

describe('two models for one ear', () => {
  it('take a sentence from the first, and do not ask the second', async () => {
    const numbers = ear(reading('April to Wales, 1979.'));
    expect(await hear(ear(reading('April 12, 1979.')), numbers)).toMatchObject({ text: 'April 12, 1979.' });
    expect(numbers.hear).not.toHaveBeenCalled();
  });

  it('take a number from the second, unless it heard none', async () => {
    const first = ear(reading('856-032-0000.'));
    expect(await hear(first, ear(reading('8, 5, 6, 0, 3, 2.')))).toMatchObject({ text: '8, 5, 6, 0, 3, 2.' });
    expect(await hear(first, ear(reading('Hate five six.')))).toMatchObject({ text: '856-032-0000.' });
    expect(await hear(first, ear(reading('8, 5, 6,', { isPartial: true })))).toMatchObject({ text: '856-032-0000.' });
  });

  it('take from the second what the first lost its way in', async () => {
    const lost = ear(reading('6, 5, 3,', { isPartial: true }));
    expect(await hear(lost, ear(reading('My number is 653.')))).toMatchObject({ text: 'My number is 653.' });
    expect(await hear(ear(reading('')), ear(reading('Yep.')))).toMatchObject({ text: 'Yep.' });
    expect(await hear(lost, ear(reading('')))).toMatchObject({ isPartial: true });
  });
});

it.each([
  ['Five, two, eight, three.', true],
  ['653-742-8973.', true],
  ['Double five, oh, one, two', true],
  ['Two thirty.', false],
  ['2:30', false],
  ['April 12, 1979.', false],
  ['One, two.', false],
])('"%s" is a number told figure by figure: %s', (text, is) => {
  expect(isNumber(text)).toBe(is);
});
