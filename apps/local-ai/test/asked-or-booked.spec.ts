import { hear } from './wish-scene';

type Lang = 'en-US' | 'en-GB' | 'es-ES' | 'es-US';

function firstTool(lang: Lang, text: string): string | null {
  return hear({ id: text, lang, at: 'opening', expect: '', text, heldBack: false }).tool;
}

describe('a question to the clinic, and a wish for a visit', () => {
  it.each([
    ['es-ES', 'hace falta pedir hora para sacarse sangre o puedo ir directamente?? y a q hora'],
    ['es-US', 'para lo de la extracción de sangre hay que sacar turno?'],
    ['es-ES', '¿se puede ir a sacar sangre sin pedir cita?'],
    ['en-US', 'do i need an appointment to get blood drawn or can i just walk in'],
    ['en-GB', 'will I have to book an appointment for a flu jab or just turn up?'],
    ['en-US', 'one more thing, I am driving in, is there somewhere to leave it near you?'],
    ['en-GB', 'coming by car, anywhere to leave it?'],
    ['en-GB', 'is it step-free'],
    ['en-US', 'somewhere to get a bite while I wait?'],
    ['es-ES', '¿hay internet en la sala de espera?'],
  ] as const)('is asked of the clinic, %s: %s', (lang, text) => {
    expect(firstTool(lang, text)).toBe('clinic_information');
  });

  it.each([
    ['en-US', 'I need blood work done on Tuesday'],
    ['en-US', 'can I book in for a blood test on Tuesday with Dr. Adler'],
    ['es-ES', 'hace falta que me vea un cardiólogo el martes'],
    ['es-ES', 'quiero una cita para un análisis de sangre el lunes'],
    ['es-US', 'mi carro se descompuso, no puedo llegar a la cita del jueves'],
    ['en-US', 'my car broke down and I cannot make it today'],
  ] as const)('is none of the clinic, %s: %s', (lang, text) => {
    expect(firstTool(lang, text)).not.toBe('clinic_information');
  });
});
