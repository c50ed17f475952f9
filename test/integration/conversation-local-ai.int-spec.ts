import { createServer } from '../../apps/local-ai/src/server';
import { ConversationWorld } from '../support/conversation-world';

let world: ConversationWorld;
let localAi: ReturnType<typeof createServer>;

beforeAll(async () => {
  localAi = createServer({ logLevel: 'silent' });
  await localAi.listen({ host: '127.0.0.1', port: 0 });
  const address = localAi.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  world = await ConversationWorld.start({ LOCAL_AI: 'on', LOCAL_AI_PORT: String(port) });
});
afterAll(async () => {
  await world.stop();
  await localAi.close();
});

describe('a patient who writes', () => {
  it('books a cardiologist tomorrow afternoon', async () => {
    const clinic = await world.clinic();
    const caller = await clinic.caller();
    const say = async (words: string) => {
      const reply = await caller.say(words);
      if (process.env['SHOW'])
        console.log(
          `> ${words}\n< ${reply}`,
          process.env['SHOW'] === '2'
            ? JSON.stringify(
                (await caller.read()).toolCalls.map((c) => [c.name, c.arguments, c.result]),
                null,
                1,
              ) + JSON.stringify((await caller.read()).guardActions)
            : '',
        );
      return reply;
    };
    expect(await say('Do you have a cardiologist tomorrow afternoon?')).toContain('2:30 PM');
    expect(await say('The second one please')).toContain('3:00 PM');
    expect(await say('Peter Lang, February first nineteen seventy')).toContain('Shall I book it?');
    expect(await say('Yes please')).toContain('booked');
    await say('No, thank you, bye');
    expect(await clinic.appointments()).toEqual([
      { doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00', patient: 'Peter Lang', status: 'booked' },
    ]);
    const record = await caller.read();
    expect(record).toMatchObject({ status: 'ended', outcome: 'booked' });
  });
});
