import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConversationWorld } from '../support/conversation-world';
import type { TestCaller, TestClinic } from '../support/conversation-world';
import { HostileModel } from '../support/hostile-model';
import { startLocalAi } from '../support/local-ai-process';
import type { LocalAiProcess } from '../support/local-ai-process';

// French stands in files alone (libs/language/src/catalogues/fr). A talk in it is held with local-ai over a real socket, to the end.
let localAi: LocalAiProcess;
let world: ConversationWorld;
let clinic: TestClinic;
let caller: TestCaller;

const french = {
  clinic: 'Clinique du Port',
  country: 'FR',
  timezone: 'Europe/Paris',
  clock: '2027-05-03T09:00:00+02:00',
};

beforeAll(async () => {
  localAi = await startLocalAi();
  world = await ConversationWorld.start({ LOCAL_AI: 'on', LOCAL_AI_PORT: String(localAi.port) });
}, 180_000);
afterAll(async () => {
  await world.stop();
  localAi.stop();
});
beforeEach(async () => {
  clinic = await world.clinic({ ...french, settings: { announceAutomated: false, languages: ['en', 'fr'] } });
  caller = await clinic.caller();
});

const booked = { doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00', patient: 'Peter Lang', status: 'booked' };

async function book(): Promise<string[]> {
  return [
    await caller.say('Bonjour, je voudrais voir le cardiologue demain après-midi'),
    await caller.say('Le deuxième, s’il vous plaît'),
    await caller.say('Je m’appelle Peter Lang, né le premier février mille neuf cent soixante-dix'),
    await caller.say('Oui, merci'),
  ];
}

it('books, in French, by what code says', async () => {
  expect(await book()).toEqual([
    'Avec Ruth Adler, demain, mardi 4 mai, j’ai 14:30 ou 15:00. Lequel préférez-vous ?'.replace('j’ai', "j'ai"),
    "Je vous garde demain, mardi 4 mai à 15:00 avec Ruth Adler. Quels sont vos nom et prénom et votre date de naissance, s'il vous plaît ?",
    'Merci, Peter. Ce serait demain, mardi 4 mai à 15:00 avec Ruth Adler. Je vous le réserve ?',
    'Votre rendez-vous est réservé : demain, mardi 4 mai à 15:00 avec Ruth Adler. Puis-je vous aider pour autre chose ?',
  ]);
  expect(await clinic.appointments()).toEqual([booked]);
  expect(await caller.say('Non merci, au revoir')).toBe('Merci. Au revoir.');
});

it('moves what was booked to another day, and cancels it', async () => {
  await book();
  expect(await caller.say('Je voudrais le déplacer à mercredi matin')).toContain('mercredi 5 mai à 10:00');
  expect(await caller.say('oui')).toContain('Votre rendez-vous est actuellement demain, mardi 4 mai à 15:00');
  expect(await caller.say('Oui, parfait')).toContain('Votre rendez-vous est maintenant le mercredi 5 mai à 10:00');
  expect(await clinic.appointments()).toEqual([expect.objectContaining({ startsAt: '2027-05-05T10:00' })]);
  expect(await caller.say('En fait, annulez mon rendez-vous')).toContain("Je l'annule ?");
  expect(await caller.say('Oui, annulez-le')).toContain('Votre rendez-vous est annulé');
  expect(await clinic.appointments()).toEqual([expect.objectContaining({ status: 'cancelled' })]);
});

it('writes nothing on words that are no yes', async () => {
  await caller.say('Je voudrais voir le cardiologue demain à 15h');
  await caller.say('oui');
  await caller.say('Peter Lang, 01/02/1970');
  expect(await caller.say('oui mais est-ce que je dois être à jeun ?')).toContain('Je vous le réserve ?');
  expect(await clinic.appointments()).toEqual([]);
});

it('takes an emergency before any model, and puts through whoever asks', async () => {
  expect(await caller.say("J'ai très mal à la poitrine")).toContain('Cela ressemble à une urgence');
  const [task] = await clinic.rows<{ kind: string }>('SELECT kind FROM tasks WHERE clinic_id = $1');
  expect(task).toMatchObject({ kind: 'emergency' });
  expect(await caller.say('Oui, passez-moi quelqu’un')).toMatch(/^(?:Je vous passe|Nous sommes fermés|J'ai demandé)/);
});

it('gives a person to whom it does not understand twice', async () => {
  expect(await caller.say('Bonjour, les oiseaux chantent dans la cour')).toContain('Que souhaitez-vous faire ?');
  const second = await caller.say('Mais oui, les oiseaux chantent dans la cour');
  expect(second).toMatch(/Je vous passe|J'ai demandé/);
});

it('is not spoken where the clinic does not ask for it', async () => {
  const other = await (await world.clinic()).caller();
  expect(await other.say('Bonjour, je voudrais voir le cardiologue demain')).not.toMatch(/mardi|préférez|souhaitez/);
});

it('lets none of a model’s own words through, true or false', async () => {
  const model = await HostileModel.start();
  const judged = await ConversationWorld.start({ OPENAI_BASE_URL: model.url });
  try {
    const french = await judged.clinic({
      ...{ country: 'FR' },
      settings: { announceAutomated: false, languages: ['fr'], circles: { offerAfter: 50, passOnAfter: 100 } },
    });
    const liar = await french.caller();
    for (const say of [
      'Votre rendez-vous est confirmé pour demain à 15 heures.',
      'Oui.',
      'You are booked for tomorrow at three.',
      'Su cita queda reservada.',
      'Bien sûr, avec plaisir.',
    ]) {
      model.plays({ say });
      const heard = await liar.say('Bonjour, est-ce que mon rendez-vous est confirmé ?');
      // Nor is it asked once more: no other words would pass.
      expect(model.requests).toHaveLength(1);
      expect(heard).toBe('Je peux prendre, déplacer ou annuler un rendez-vous. Que souhaitez-vous faire ?');
    }
    expect(await french.appointments()).toEqual([]);
  } finally {
    await judged.stop();
    await model.stop();
  }
});

it('is in no line of code, save what a doctor of the demo clinic speaks', () => {
  const root = join(__dirname, '..', '..');
  const sources = ['apps/receptionist/src', 'apps/local-ai/src', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.endsWith('demo-data.ts'))
      .map((path) => join(root, folder, path)),
  );
  expect(sources.length).toBeGreaterThan(300);
  const knowing = sources.filter((path) => /['"]fr(?:-[A-Z]{2})?['"]|\bfrench[A-Z(]/.test(readFileSync(path, 'utf8')));
  expect(knowing).toEqual([]);
});
