import { isPlainYes } from './plain-yes';

describe('a yes with nothing beside it that changes it', () => {
  it.each([
    ['Yes she says that is fine', 'book'],
    ['Brilliant, yes, stick me down for that', 'book'],
    ['yessir, lock me in', 'book'],
    ['That’s a go', 'book'],
    ['Ooh yes, mum is delighted', 'book'],
    ['yes switch it', 'reschedule'],
    ['yep, take it off', 'cancel'],
    ['Sí, apártemela', 'book'],
    ['Por mí perfecto', 'book'],
    ['sí, cámbiemela', 'reschedule'],
    ['vale, dice mi madre que sí', 'book'],
    ['Dad says yes', 'book'],
    ['dice mi mamá que sí', 'book'],
    ['sí mi amor', 'book'],
    ['Yes please, best regards', 'book'],
    ['Please do', 'book'],
    ['sí, un cordial saludo', 'book'],
  ] as const)('%s, of a %s', (text, to) => {
    expect(isPlainYes(text, to)).toBe(true);
  });

  it.each([
    ['yes, but later', 'book'],
    ['do I have to', 'book'],
    ['Dad says no', 'book'],
    ['she says four', 'book'],
    ['dice que no', 'book'],
    ['yes at four', 'book'],
    ['yes with Okafor', 'book'],
    ['yes, cancel it', 'book'],
    ['yes, book it', 'cancel'],
    ['yes switch it', 'book'],
    ['yes, keep it', 'cancel'],
    ['yes, my mother needs one too', 'book'],
    ['ok, so what time is it', 'book'],
    ['okay is that right?', 'book'],
    ['she says that is fine', 'book'],
    ['yeah no', 'book'],
    ['yes, I have a question', 'book'],
    ['si puede', 'book'],
    ['si me la dan', 'book'],
    ['sí, pero el jueves', 'book'],
    ['sí, con la doctora Reyes', 'book'],
  ] as const)('%s, of a %s: none', (text, to) => {
    expect(isPlainYes(text, to)).toBe(false);
  });
});
