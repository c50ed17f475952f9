import { ConversationWorld } from '../support/conversation-world';
import type { TestClinic } from '../support/conversation-world';
import { HostileModel } from '../support/hostile-model';
import type { ModelAnswer } from '../support/hostile-model';
import { startLocalAi } from '../support/local-ai-process';
import type { LocalAiProcess } from '../support/local-ai-process';

// The configured model books half of an appointment and is then killed in the middle of an answer, in three ways. local-ai, last in
// line, goes on from the same state: the caller is booked, and no turn takes longer than a turn may.
const TURN_BUDGET_MS = 30_000;
const DEEP = process.env['CLINICALL_DEEP'] === '1';
let localAi: LocalAiProcess;

beforeAll(async () => {
  localAi = await startLocalAi();
}, 180_000);
afterAll(() => {
  localAi.stop();
});

interface Death {
  readonly name: string;
  /** The answer in which it happens. */
  readonly answer: ModelAnswer;
  /** What becomes of every request after it. */
  readonly after: (model: HostileModel) => void | Promise<void>;
  /** How the log names it. */
  readonly logged: RegExp;
}
const broken = (model: HostileModel): void => {
  model.otherwise = () => ({ http_status: 500 });
};
const deaths: readonly Death[] = [
  {
    name: 'it is killed: the connection breaks in the middle of a word, then nobody listens',
    answer: { say_chunks: ['Thank you, let me ch'], then: 'reset' },
    after: (model) => model.stop(),
    logged: /"reason":"no_answer"/,
  },
  {
    name: 'it stalls after its first words',
    answer: { say_chunks: ['Thank you, '], then: 'stall' },
    after: (model) => {
      model.otherwise = () => ({ say_chunks: [], then: 'stall' });
    },
    logged: /stalled/,
  },
  {
    name: DEEP ? 'it drips a word every two and a half seconds' : 'it drips slower than anybody may wait',
    answer: { say_chunks: Array.from({ length: 12 }, () => 'and '), chunk_delay_ms: DEEP ? 2_500 : 3_400 },
    after: broken,
    logged: /stalled/,
  },
];

describe('the first model dies in the middle of a booking', () => {
  it.each(deaths)(
    '$name',
    async ({ answer, after, logged }) => {
      const model = await HostileModel.start();
      const world = await ConversationWorld.start({
        OPENAI_BASE_URL: model.url,
        LOCAL_AI: 'on',
        LOCAL_AI_PORT: String(localAi.port),
      });
      try {
        const clinic = await world.clinic();
        const { turns, failures } = await talk(clinic, model, answer, after);
        expect(await clinic.appointments()).toEqual([
          { doctor: 'Ruth Adler', startsAt: '2027-05-04T15:00', patient: 'Peter Lang', status: 'booked' },
        ]);
        expect(turns.at(-1)?.heard).toContain("You're booked for tomorrow, Tuesday, May 4 at 3:00 PM");
        expect(failures).toMatch(logged);
        for (const { ms } of turns) expect(ms).toBeLessThan(TURN_BUDGET_MS);
      } finally {
        await world.stop();
        await model.stop().catch(() => undefined);
      }
    },
    120_000,
  );
});

interface PlayedTurn {
  readonly said: string;
  readonly heard: string;
  readonly ms: number;
}

async function talk(
  clinic: TestClinic,
  model: HostileModel,
  last: ModelAnswer,
  after: Death['after'],
): Promise<{ turns: PlayedTurn[]; failures: string }> {
  const caller = await clinic.caller();
  const turns: PlayedTurn[] = [];
  const say = async (said: string): Promise<void> => {
    const startedAt = Date.now();
    const heard = await caller.say(said);
    turns.push({ said, heard, ms: Date.now() - startedAt });
  };
  const call = (name: string, args: Record<string, unknown>): ModelAnswer => ({ tool_call: { name, arguments: args } });
  model.plays(call('find_slots', { when: 'tomorrow afternoon', specialty: 'cardiologist' }), { say: '' });
  await say('Do you have a cardiologist tomorrow afternoon?');
  model.plays(call('hold_slot', { option: 2 }), { say: '' });
  await say('The second one please');
  model.plays(last);
  broken(model);
  await say('Peter Lang, February first nineteen seventy');
  await after(model);
  await say('Yes please');
  const record = await caller.read();
  const failures = JSON.stringify(record);
  if (process.env['SHOW']) {
    const lines = turns.map(({ said, heard, ms }) => `> ${said}\n< ${heard}   (${ms} ms)`);
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  return { turns, failures };
}
