import { alarmMayLapse } from './unfinished-alarm';

describe('an alarm in words that are not all yet', () => {
  it.each([
    'Hi, I had a heart attack',
    'Hi, I had a heart attack back in',
    'My father had a stroke',
    'tuve un infarto',
    'Hola, mi padre tuvo un derrame',
  ])('%s may be history', (words) => {
    expect(alarmMayLapse(words)).toBe(true);
  });

  it.each([
    "I'm having chest pain",
    'My chest hurts',
    "He can't breathe",
    'I had a heart attack just now',
    "My husband had a heart attack and he's not breathing",
    'I want to kill myself',
    'I took too many pills',
    'no puedo respirar',
    'me duele mucho el pecho',
    'He collapsed',
  ])('%s does not wait', (words) => {
    expect(alarmMayLapse(words)).toBe(false);
  });

  it('is none where there is no alarm', () => {
    expect(alarmMayLapse('I had a heart attack in 2019')).toBe(false);
    expect(alarmMayLapse('I had an appointment')).toBe(false);
  });
});
