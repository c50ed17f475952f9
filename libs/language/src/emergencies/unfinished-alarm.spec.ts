import { detectEmergency } from './detect-emergency';
import { alarmMayLapse } from './unfinished-alarm';

describe('an alarm in words that are not all yet', () => {
  it.each([
    'Hi, I had a heart attack',
    'Hi, I had a heart attack back in',
    'My father had a heart attack',
    'tuve un infarto',
    'Hola, mi padre tuvo un derrame',
  ])('%s may be history', (words) => {
    expect(detectEmergency(words).emergency && !alarmMayLapse(words)).toBe(false);
  });

  it.each([
    "I'm having chest pain",
    "He can't breathe",
    "I'm having a heart attack right now",
    "My husband had a heart attack and he's not breathing",
    'I want to kill myself',
    'I took too many pills',
    'no puedo respirar',
    'me duele mucho el pecho',
    'He collapsed on the floor',
  ])('%s does not wait', (words) => {
    expect(alarmMayLapse(words)).toBe(false);
  });

  it('lapses no more once a few words have followed that take nothing back', () => {
    expect(alarmMayLapse('My arm is numb')).toBe(true);
    expect(alarmMayLapse('My arm is numb and I would like to')).toBe(false);
  });

  it.each([
    ['when I had my stent they said chest pain clinic follow up is yearly', false],
    ['my husband broke his hip four years back and lost a lot of blood then but all fine now', false],
    ['hello yes I was going to ask about Tuesday but he has collapsed and will not wake up', true],
    ['hola quería cambiar la cita pero mi madre se está ahogando no puede respirar por favor ayuda', true],
  ])('of %s: %s by some word before the end', (sentence, alarmed) => {
    const words = sentence.split(' ');
    const partials = words.map((_, at) => words.slice(0, at + 1).join(' ')).slice(0, -1);
    const acted = partials.filter((one) => detectEmergency(one).emergency && !alarmMayLapse(one));
    expect(acted.length > 0).toBe(alarmed);
  });

  it('is none where there is no alarm', () => {
    expect(alarmMayLapse('I had a heart attack in 2019')).toBe(false);
    expect(alarmMayLapse('I had an appointment')).toBe(false);
  });
});
