import { detectLanguage } from './detect-language';

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
