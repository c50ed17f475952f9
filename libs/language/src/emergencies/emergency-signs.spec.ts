import { wordsOf } from '../words';
import { emergencySigns, mayAlarm } from './emergency-signs';
import { englishContext } from './english-context';
import { englishDespair } from './english-despair';
import { englishFindings } from './english-findings';
import { ruleOf } from './sign-rules';
import { crisisSigns, medicalSigns } from './signs';
import { spanishContext } from './spanish-context';
import { spanishDespair } from './spanish-despair';
import { spanishFindings } from './spanish-findings';

const kindOf = (text: string) => emergencySigns(wordsOf(text)).kind;

describe('the signs of an emergency', () => {
  it.each([
    // The same sign in words of its own, in both languages, misspelt and out of order.
    ['her lips have gone purple', 'medical'],
    ['se le están poniendo los labios amoratados', 'medical'],
    ['he isnt breathin', 'medical'],
    ['the tablets, she took the lot, a whole box', 'medical'],
    ['se zampó una caja entera de comprimidos', 'medical'],
    ['sangre a borbotones', 'medical'],
    ['I have a shotgun loaded next to me', 'crisis'],
    ['estoy subido en la cornisa y voy a saltar', 'crisis'],
    ['it would be better for everyone if I was gone', 'crisis'],
    ['sería mejor para todos si yo no estuviera', 'crisis'],
    // It comes back, and is no smaller for that.
    ['sometimes I think it would be easier for them if I wasn’t here', 'crisis'],
    // History, but the same again.
    ['I had one in 2019 and it is the same pain in my chest now', 'medical'],
  ])('%s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each([
    'my chest hurt in March, it was nothing',
    'he stopped breathing for a bit years ago and is fine',
    'no chest pain, no trouble breathing',
    'what do I do if she turns blue',
    'me ahogo en deudas',
    'hace diez años se tragó una caja de pastillas',
  ])('is not fooled by: %s', (text) => {
    expect(kindOf(text)).toBeUndefined();
  });

  it('says which sign it saw', () => {
    const { signs } = emergencySigns(wordsOf('my tongue is ballooning'));
    expect(signs).toContainEqual({ kind: 'medical', strength: 'sure', line: 'THROAT SWELL', stands: true });
  });

  it('passes over what speaks of nothing that could be one', () => {
    expect(mayAlarm(wordsOf('I would like to book with Doctor Bell next Friday morning, please'))).toBe(false);
    expect(mayAlarm(wordsOf('quería cambiar mi cita del jueves'))).toBe(false);
    expect(mayAlarm(wordsOf('my chest'))).toBe(true);
  });

  it('is written in concepts that some language has words for', () => {
    const known = new Set(
      [englishFindings, englishContext, englishDespair, spanishFindings, spanishContext, spanishDespair].flatMap(
        (one) => Object.keys(one),
      ),
    );
    const used = [medicalSigns, crisisSigns]
      .flatMap((signs) => Object.values(signs) as (readonly string[])[])
      .flat()
      .flatMap((lines) => lines.split(', '))
      .map((line) => ruleOf(line))
      .flatMap(({ items, unless }) => [...items.flatMap(({ any }) => any), ...unless]);
    expect(used.filter((name) => !known.has(name))).toEqual([]);
  });
});
