import { findSpecialty } from './specialties';
import type { Language } from './speech-context';

const clinic = [
  'Cardiology',
  'Dermatology',
  'Pediatrics',
  'Family Medicine',
  'Gynecology',
  'Obstetrics',
  'Orthopedics',
  'Ophthalmology',
  'Otolaryngology',
  'Neurology',
];
const found = (language: Language, text: string, specialties = clinic) => {
  const { specialty, candidates } = findSpecialty(text, specialties, language);
  return specialty ?? candidates.join(' or ');
};

describe('findSpecialty', () => {
  it.each([
    ['en', 'do you have a cardiologist tomorrow', 'Cardiology'],
    ['en', 'a heart doctor', 'Cardiology'],
    ['en', 'cardiolagist', 'Cardiology'],
    ['en', 'skin doctor please', 'Dermatology'],
    ['en', 'a kids doctor for my son', 'Pediatrics'],
    ['en', 'I need my GP', 'Family Medicine'],
    ['en', 'family doctor', 'Family Medicine'],
    ['en', "women's health", 'Gynecology or Obstetrics'],
    ['en', 'ob gyn', 'Gynecology or Obstetrics'],
    ['en', 'something for my knee', 'Orthopedics'],
    ['en', 'bone doctor', 'Orthopedics'],
    ['en', 'eye doctor', 'Ophthalmology'],
    ['en', 'ear nose and throat', 'Otolaryngology'],
    ['en', 'an ENT', 'Otolaryngology'],
    ['en', 'dermatoligist', 'Dermatology'],
    ['en', 'dentist', ''],
    ['en', 'tomorrow at three', ''],
    ['es', 'una cardióloga', 'Cardiology'],
    ['es', 'médico del corazón', 'Cardiology'],
    ['es', 'el pediatra', 'Pediatrics'],
    ['es', 'ginecólogo', 'Gynecology'],
    ['es', 'un doctor de la piel', 'Dermatology'],
    ['es', 'médico de cabecera', 'Family Medicine'],
    ['es', 'traumatólogo', 'Orthopedics'],
    ['es', 'oculista', 'Ophthalmology'],
    ['es', 'otorrino', 'Otolaryngology'],
    ['es', 'neurologo', 'Neurology'],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(found(language, text)).toBe(expected);
  });

  it('speaks of the clinic’s own names, in its own language', () => {
    expect(found('en', 'a cardiologist', ['Cardiología', 'Dermatología'])).toBe('Cardiología');
    expect(found('es', 'un ortopeda', ['Ortopedia y Traumatología'])).toBe('Ortopedia y Traumatología');
    expect(found('en', 'pediatric cardiology', ['Cardiology', 'Pediatrics', 'Pediatric Cardiology'])).toBe(
      'Pediatric Cardiology',
    );
  });
});

describe('complaints', () => {
  const small = ['General Practice', 'Orthopaedics', 'Paediatrics', 'Dentistry'];

  it.each([
    ['en', 'my knee hurts, I want to see someone Friday', 'Orthopaedics'],
    ['en', 'acid reflux', 'General Practice'],
    ['en', 'my daughter is three and has an ear infection', 'Paediatrics'],
    ['en', 'my daughter is thirty and has an ear infection', 'General Practice'],
    ['en', 'my son chipped a tooth', 'Dentistry'],
    ['en', 'i think its bronchitus', 'General Practice'],
    ['es', 'me duele la panza', 'General Practice'],
    ['es', 'se me partió una muela', 'Dentistry'],
    ['en', 'I want a cardiologist for my blood pressure', ''],
    ['en', 'my dentist says my blood pressure is high', 'General Practice'],
    ['en', 'can you call me back about moving it', ''],
    ['es', 'me llamo Rosa Lunares', ''],
    ['es', 'por favor, el jueves por la tarde', ''],
  ] as const)('%s: %s → %s', (language, text, expected) => {
    expect(found(language, text, small)).toBe(expected);
  });

  it('leaves the choice to the caller between two that are equally good', () => {
    expect(found('en', 'I am so anxious lately', ['Psychiatry', 'Psychology', 'Cardiology'])).toBe(
      'Psychiatry or Psychology',
    );
  });

  it('names what stands nearest to a doctor the clinic lacks, and sends nobody there by itself', () => {
    expect(found('en', 'an optometrist', ['Ophthalmology'])).toBe('Ophthalmology');
    expect(findSpecialty('an optometrist', ['Ophthalmology'], 'en').specialty).toBeNull();
  });
});
