import { digitRuns } from './spoken-digits';

describe('digitRuns', () => {
  it.each([
    ['two one two, five five five, oh one nine nine', '2125550199'],
    ['212-555-0199', '2125550199'],
    ['two twelve, double five five, zero one ninety nine', '2125550199'],
    ['six hundred twelve, thirty-four, fifty six, seventy-eight', '612345678'],
    ['seis uno dos, treinta y cuatro, cincuenta y seis, setenta y ocho', '612345678'],
    ['seiscientos doce, treinta y cuatro, cinco seis, siete ocho', '612345678'],
    ['seis cientos doce 34 56 78', '612345678'],
    ['eight hundred, five five five, triple one two', '8005551112'],
    ['cincuenta y cinco, doble tres, veintiuno, cero cero, noventa', '5533210090'],
  ])('%s', (said, digits) => {
    expect(digitRuns(said).join('')).toBe(digits);
  });

  it('parts what other words part', () => {
    expect(digitRuns('call me on 212 555 0199, any time after five thirty')).toEqual(['2125550199', '530']);
  });
});
