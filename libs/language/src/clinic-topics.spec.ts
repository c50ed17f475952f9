import { topicsIn } from './clinic-topics';

describe('what a question to the clinic is about', () => {
  it.each([
    ['where do I leave my car', 'parking'],
    ['do you guys take Aetna', 'insurance'],
    ['how do I get to you', 'place'],
    ['what papers do I need for my first appointment', 'bring'],
    ['can I eat before my blood work', 'fasting'],
    ['what do you charge if I have no cover', 'cost'],
    ['can I do it over a video call', 'video'],
    ['what happens if I miss it', 'policy'],
    ['will I be charged for cancelling late', 'policy'],
    ['is there a lift for my dad', 'access'],
    ["I'm out of my blood pressure pills", 'refill'],
    ['when are my lab results in', 'results'],
    ['does anybody there speak Polish', 'interpreter'],
    ['¿dónde puedo dejar el coche?', 'parking'],
    ['¿trabajan con Sanitas?', 'insurance'],
    ['¿dónde están?', 'place'],
    ['¿qué tengo que llevar?', 'bring'],
    ['¿por cuánto me sale la consulta de particular?', 'cost'],
    ['¿me cobran si no voy?', 'policy'],
    ['¿cuánto nos costaría una revisión?', 'cost'],
    ['agarran Medi-Cal', 'insurance'],
    ['¿cómo renuevo las pastillas de la tensión?', 'refill'],
  ])('%s: %s', (text, topic) => {
    expect(topicsIn(text)).toContain(topic);
  });

  it.each([
    'I need a cardiologist on Friday',
    'could I bring Theo on Monday?',
    'la segunda, por favor',
    'my mother is 80',
  ])('%s is about none', (text) => {
    expect(topicsIn(text)).toEqual([]);
  });
});
