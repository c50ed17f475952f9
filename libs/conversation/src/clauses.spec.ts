import { SentenceSplitter } from './clauses';

const split = (chunks: string[]) => {
  const splitter = new SentenceSplitter();
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.flush()].map((sentence) => sentence.trim());
};

describe('sentences out of a stream', () => {
  it.each<[string, string[]]>([
    ['Hello. How are you?', ['Hello.', 'How are you?']],
    ['Dr. Adler is in. Is that fine?', ['Dr. Adler is in.', 'Is that fine?']],
    ['At 3:00 p.m. Shall I?', ['At 3:00 p.m.', 'Shall I?']],
    ['At 3:00 p. m. with Dr. Wu.', ['At 3:00 p. m. with Dr. Wu.']],
    ['It costs 3.50 today.', ['It costs 3.50 today.']],
    ['One\nTwo', ['One', 'Two']],
    ['¿Sí? Claro.', ['¿Sí?', 'Claro.']],
  ])('%s', (text, sentences) => {
    expect(split([text])).toEqual(sentences);
    expect(split(Array.from(text))).toEqual(sentences);
  });

  it('gives a first piece at a comma when it is long enough and acceptable', () => {
    const splitter = new SentenceSplitter();
    splitter.push('Thank you very much for your patience today, you are');
    expect(splitter.takePiece(40, () => false)).toBeUndefined();
    expect(splitter.takePiece(40, () => true)).toBe('Thank you very much for your patience today,');
    expect(splitter.flush()).toEqual([' you are']);
  });
});
