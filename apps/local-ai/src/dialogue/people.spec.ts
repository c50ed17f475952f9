import { personWords } from './people';
import { english } from './words/en';
import { spanish } from './words/es';

const nothing = { name: false, dob: false, phone: false, code: false };
const onlyBirth = { ...nothing, dob: true };
const both = { ...nothing, name: true, dob: true };

describe('who is speaking', () => {
  it.each([
    ['Peter Lang', both, 'Peter Lang', undefined],
    ['Peter Lang, February first nineteen seventy', both, 'Peter Lang', 'February first nineteen seventy'],
    ['February 1st 1970, Peter Lang', both, 'Peter Lang', 'February 1st 1970'],
    ['my name is Peter Lang and I was born on 2/1/1970', nothing, 'Peter Lang', '2/1/1970'],
    ['Hi, this is Ana de la Cruz, I need a cardiologist', nothing, 'Ana de la Cruz', undefined],
    ["I'm looking for a cardiologist", nothing, undefined, undefined],
    ["I'm very worried", nothing, undefined, undefined],
    ["it's Oisin Farrell's mammy, his dob is 11 feb 2021", nothing, 'Oisin Farrell', '11 feb 2021'],
    ['Linda Kane, born September 30, 1957. Two things', nothing, 'Linda Kane', 'September 30, 1957'],
    ['Lang, L A N G', both, 'Lang', undefined],
    ["It's Peter Leng, that's L-A-N-G", both, 'Peter Lang', undefined],
    ['Olivia march, the 14th of january 1993', both, 'Olivia march', '14th of january 1993'],
    ['Kenneth May. June 2nd 1961', both, 'Kenneth May', 'June 2nd 1961'],
    ['April Jones, March 3rd 1980', both, 'April Jones', 'March 3rd 1980'],
    ['peter lang february first nineteen seventy', both, 'peter lang', 'february first nineteen seventy'],
    ['Peter Smyth, S M Y T H, born the 3rd of May 1981', nothing, 'Peter Smyth', '3rd of May 1981'],
    ['What are your hours?', nothing, undefined, undefined],
    ['Cancel my appointment please. Peter Lang, 2/1/1970', nothing, 'Peter Lang', '2/1/1970'],
    ['tomorrow at 3', nothing, undefined, undefined],
    ['Sure, it is Peter Lang.', both, 'Peter Lang', undefined],
    ['02/01/1970', both, undefined, '02/01/1970'],
    ['Nora Lang, April ninth to a thousand seventeen', both, 'Nora Lang', 'April ninth to a thousand seventeen'],
  ])('%s', (text, asked, name, dateOfBirth) => {
    const found = personWords(text, asked, true, english.names);
    expect([found.name, found.dateOfBirth]).toEqual([name, dateOfBirth]);
  });

  it.each([
    ['Me llamo Pedro Lange y nací el 1 de febrero de 1970', nothing, 'Pedro Lange', '1 de febrero de 1970'],
    [
      'María de los Ángeles Núñez, primero de febrero de mil novecientos setenta',
      both,
      'María de los Ángeles Núñez',
      'primero de febrero de mil novecientos setenta',
    ],
    ['Soy Ana López', nothing, 'Ana López', undefined],
    ['Julio Iglesias', both, 'Julio Iglesias', undefined],
    ['Lange, ele a ene ge e', both, 'Lange', undefined],
    ['Sí, esa misma. 31 de enero de 1987', onlyBirth, undefined, '31 de enero de 1987'],
    ['Claro, ahí va. 31 de enero de 1987', onlyBirth, undefined, '31 de enero de 1987'],
    ['Sí, soy Ana López. 31 de enero de 1987', onlyBirth, 'Ana López', '31 de enero de 1987'],
  ])('%s', (text, asked, name, dateOfBirth) => {
    const found = personWords(text, asked, true, spanish.names);
    expect([found.name, found.dateOfBirth]).toEqual([name, dateOfBirth]);
  });

  it('reads codes and telephone numbers however they are said', () => {
    expect(personWords('four two one, nine double five', { ...nothing, code: true }, true, english.names).code).toBe(
      '421955',
    );
    expect(personWords('it is 421 955', { ...nothing, code: true }, true, english.names).code).toBe('421955');
    expect(personWords('(212) 555-0199', { ...nothing, phone: true }, true, english.names).phone).toBe('2125550199');
    expect(personWords('cuatro dos uno nueve', { ...nothing, code: true }, true, spanish.names).code).toBe('4219');
  });
});
