import { detectLanguage, isForeign } from './detect-language';

describe('detectLanguage', () => {
  it.each([
    ['I would like an appointment tomorrow', 'es', 'en'],
    ['quiero una cita para mañana', 'en', 'es'],
    ['quiero una cita con el doctor', 'en', 'es'],
    ['hola buenas tardes', 'en', 'es'],
    ['hola', 'en', 'es'],
    ['hello', 'es', 'en'],
    ['no', 'en', 'en'],
    ['no', 'es', 'es'],
    ['ok', 'es', 'es'],
    ['Peter Lang', 'es', 'es'],
    ['3', 'en', 'en'],
    ['habla español?', 'en', 'es'],
    ['English please', 'es', 'en'],
    ['can I see Dr. De la Cruz', 'en', 'en'],
    ['I need to see doctor San José tomorrow', 'en', 'en'],
    ['sí', 'en', 'es'],
    ['la segunda por favor', 'en', 'es'],
    ['the second one please', 'es', 'en'],
    ['', 'es', 'es'],
  ] as const)('%s (so far %s)', (text, fallback, expected) => {
    expect(detectLanguage(text, fallback)).toBe(expected);
  });
});

describe('a sentence in none of our languages', () => {
  it.each([
    'Votre rendez-vous est confirmé pour mardi à 15 heures.',
    'Ihr Termin ist bestätigt.',
    'Il suo appuntamento è confermato per domani alle 15.',
    'Sua consulta foi marcada para amanhã.',
    '您的预约已确认。',
    'Ваша запись подтверждена.',
    'Lịch hẹn của bạn đã được xác nhận.',
  ])('is known: %s', (sentence) => {
    expect(isForeign(sentence)).toBe(true);
  });

  it.each([
    'Wonderful, glad everything works!',
    "You've reached Harbor Clinic's automated assistant.",
    'Dr. Agnieszka Wiśniewska',
    '¡Perfecto, muchas gracias!',
    'Excelente elección, permítame un momento.',
    'Su cita con la doctora Adler.',
    'M. le Docteur Jean de la Tour?',
  ])('is not: %s', (sentence) => {
    expect(isForeign(sentence)).toBe(false);
  });
});
