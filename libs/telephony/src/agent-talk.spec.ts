import type { Agent, ConversationsService, Foresight, Recalled, ReplyRequest } from '@clinicall/conversation';
import type { ClinicScope } from '@clinicall/platform';
import { AgentTalk } from './agent-talk';
import type { CallRow } from './calls.repository';
import type { ReplyKeeper } from './reply-keeper';

/** A conversation as it stood at a version. */
const at = (stateVersion: number) => ({ row: { stateVersion } }) as Recalled;
const beat = () => new Promise((resolve) => setImmediate(resolve));

/** A call's talk whose agent notes what it is given; each fetch is answered when the test says so. */
async function talking() {
  const fetches: { come: (recalled: Recalled) => void; fail: (error: Error) => void }[] = [];
  const given: { words: string; certain: boolean; recalled: Recalled | undefined }[] = [];
  const dropped: string[] = [];
  const agent = {
    recollect: () => new Promise<Recalled>((come, fail) => fetches.push({ come, fail })),
    foresee: ({ text }: ReplyRequest, certain: boolean, recalled: Recalled | undefined) => {
      given.push({ words: text, certain, recalled });
      return {
        fits: (other: ReplyRequest) => other.text === text,
        drop: () => dropped.push(text),
      } as unknown as Foresight;
    },
    async *reply() {
      await beat();
      yield { type: 'say', text: 'All right.', kind: 'code' };
    },
  };
  const conversations = {
    resume: () => Promise.resolve({ language: 'en', asked: [], from: null }),
    standing: () => Promise.resolve(undefined),
  };
  const scope = { clinicId: () => 'clinic', run: (_clinic: string, work: () => Promise<unknown>) => work() };
  const manner = {
    offersMessage: false,
    replies: { began: () => undefined } as unknown as ReplyKeeper,
    alarms: [],
    namesOf: () => Promise.resolve([]),
  };
  const call = { conversationId: 'c', streams: 1, resumeAs: null } as CallRow;
  const talk = await AgentTalk.open(
    agent as unknown as Agent,
    conversations as unknown as ConversationsService,
    scope as unknown as ClinicScope,
    call,
    manner,
  );
  const reply = async (words: string) => {
    for await (const output of talk.reply(words, undefined, new AbortController().signal))
      expect(output.type).toBe('say');
  };
  return { talk, fetches, given, dropped, reply };
}

describe('the conversation that is fetched when the caller begins to speak', () => {
  it('is what the turn begins with, once; the next turn has its own', async () => {
    const { talk, fetches, given, reply } = await talking();
    talk.prepare();
    talk.prepare();
    expect(fetches).toHaveLength(1);
    fetches[0]?.come(at(3));
    await beat();
    await reply('I need a doctor');
    await reply('Any doctor');
    expect(given).toEqual([
      { words: 'I need a doctor', certain: true, recalled: at(3) },
      { words: 'Any doctor', certain: true, recalled: undefined },
    ]);
  });

  it('serves a guess and the turn that takes it over, which asks for nothing twice', async () => {
    const { talk, fetches, given, dropped, reply } = await talking();
    talk.prepare();
    fetches[0]?.come(at(3));
    await beat();
    talk.foresee('I need a doctor', undefined);
    await reply('I need a doctor');
    expect([given, dropped]).toEqual([[{ words: 'I need a doctor', certain: false, recalled: at(3) }], []]);
  });

  it('is not kept for the turn after when it comes too late for its own', async () => {
    const { talk, fetches, given, reply } = await talking();
    talk.prepare();
    await reply('I need a doctor');
    fetches[0]?.come(at(3));
    await beat();
    await reply('Any doctor');
    expect(given.map(({ recalled }) => recalled)).toEqual([undefined, undefined]);
  });

  it('is fetched anew by the next voice when the one before came to nothing', async () => {
    const { talk, fetches, given, reply } = await talking();
    talk.prepare();
    fetches[0]?.come(at(3));
    await beat();
    talk.prepare();
    fetches[1]?.come(at(4));
    await beat();
    await reply('I need a doctor');
    expect(given.map(({ recalled }) => recalled)).toEqual([at(4)]);
  });

  it('is done without when it cannot be had', async () => {
    const { talk, fetches, given, reply } = await talking();
    talk.prepare();
    fetches[0]?.fail(new Error('no database'));
    await beat();
    await reply('I need a doctor');
    expect(given.map(({ recalled }) => recalled)).toEqual([undefined]);
    talk.prepare();
    expect(fetches).toHaveLength(2);
  });
});
