import { fold } from './fold';
import { likelyWish } from './likely-wish';

/** Sentences that stand nowhere in words/likely-*.ts. */
const english = {
  cancel: [
    "I don't think I'll need that visit anymore",
    'kindly take my name off the list for Tuesday',
    "we won't be there on Monday after all",
    'give somebody else my Thursday slot',
    'please erase me from the calendar for tomorrow',
  ],
  move: [
    'I have to be at work on Tuesday so I need some other day',
    "that time doesn't suit me anymore, could I come in the afternoon",
    'can I have it on Wednesday instead of Monday',
    'could you slide me to next week',
  ],
  list: [
    'remind me what day I come in',
    "I can't remember when I'm supposed to be there",
    'did you book me for Thursday or Friday',
  ],
  message: [
    "I'm stuck behind an accident, I'll be fifteen minutes late",
    'have the nurse give me a ring',
    'let the doctor know I stopped taking the pills',
    'I need a copy of my shot records',
  ],
  waitlist: ['text me if somebody drops out on Friday', 'is there a list in case of cancellations'],
  other: ['the second one works', 'my husband will drive me', 'why do you need that'],
} as const;
const spanish = {
  cancel: [
    'el martes no vamos a ir, ya está bien el niño',
    'quíteme de la agenda del lunes',
    'ya no hace falta que me vean',
  ],
  move: ['me viene mal esa hora, ¿puede ser otro día?', 'no puedo el jueves, ¿puede ser el lunes?'],
  list: ['no me acuerdo de a qué hora tengo que ir', '¿con qué doctora me toca el jueves?'],
  message: ['estoy en un atasco, llego diez minutos tarde', 'dígale a la doctora que se me acabó la medicina'],
  waitlist: ['si alguien anula me avisan, por favor'],
  other: ['la segunda me va bien', '¿para qué lo quiere?', 'el lunes por la mañana'],
} as const;

describe.each([
  ['en', english],
  ['es', spanish],
] as const)('a wish that no pattern names, %s', (_language, table) => {
  const rows = Object.entries<readonly string[]>(table).flatMap(([kind, texts]) =>
    texts.map((text) => [text, kind] as const),
  );
  it.each(rows)('%s: %s', (text, kind) => {
    expect(likelyWish(fold(text))?.kind).toBe(kind);
  });

  it('says nothing of words it does not know', () => {
    expect(likelyWish('zzyzx qwerty plugh')).toBeNull();
  });
});
