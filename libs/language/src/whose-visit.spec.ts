import { meantFor } from './whose-visit';

const names = ['Anita Rowe'];
const judged = (text: string, ...before: string[]) => meantFor(text, { before, names })?.agrees;

describe('whom a yes says the visit is for', () => {
  it.each([
    'yes, for my son',
    'Yes please, book it for my mother',
    'ok for my little boy then',
    "perfect, that's for my mum",
    'sure, for mum',
    'yes, it’s for my mother-in-law',
    'yes my daughter’s appointment',
    'yes, for him',
    'sí, para mi hijo',
    'Sí, es para mi mamá',
    'claro, para mi suegra',
    'sí, la cita de mi madre',
    'dale, para el nene',
    'sí, para ella',
    'vale, pa mi abuela',
  ])('%s: somebody nobody has spoken of', (text) => {
    expect(judged(text, 'I need a doctor', 'Anita Rowe, 3 May 1980')).toBe(false);
  });

  it.each([
    ['yes, for my son', 'my boy has a rash'],
    ['yes for the kid', 'It is for my daughter'],
    ['yes, for him', 'an appointment for my dad'],
    ['sí, para mi hijo', 'mi niño tiene fiebre'],
    ['sí, para mi mamá', 'es que mi madre no ve bien'],
    ['sí, para ella', 'es para mi abuela'],
    ['yes, para mi mamá', 'my mom needs a doctor'],
    ['yes, for my daughter Anita', 'hello'],
  ])('%s, after "%s": them', (text, before) => {
    expect(judged(text, before)).toBe(true);
  });

  it.each([
    ['yes, for my son', 'it is for my daughter'],
    ['yes, for him', 'it is for my wife'],
    ['sí, para mi hija', 'es para mi abuelo'],
    ['yes, for my son', 'my son was ill', 'actually, this time it is for me'],
    ['sí, para mi hijo', 'mi hijo ya fue', 'ahora es para mí'],
    ['yes, for myself', 'it is for my daughter'],
  ])('%s, after "%s": somebody else than was spoken of', (text, ...before) => {
    expect(judged(text, ...before)).toBe(false);
  });

  it.each([
    'yes',
    'yes, that works for me',
    'my son says yes',
    'sí, dice mi mamá que sí',
    'sí mijo',
    'yes, for Tuesday',
    'sí, para el martes',
    'sí, para mí está bien',
    'yes, Mum is delighted',
    'yes for the appointment',
  ])('%s: nothing', (text) => {
    expect(judged(text)).toBeUndefined();
  });

  it('leaves the rest of the answer', () => {
    expect(meantFor('Yes please, for my nephew', { before: ['my nephew is ill'], names })?.rest).toBe('yes please');
  });
});
