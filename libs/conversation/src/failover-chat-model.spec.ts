import { Logger, ProviderError } from '@clinicall/platform';
import { FailoverChatModel } from './failover-chat-model';
import { ChatModel } from './ports/chat-model';
import type { ChatEvent, ChatRequest } from './ports/chat-model';

type Move = ChatEvent | Error | 'stall';

/** Plays one list of moves a request. */
class PlayedModel extends ChatModel {
  requests = 0;

  constructor(private readonly plays: readonly (readonly Move[])[]) {
    super();
  }

  async *complete(_request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatEvent> {
    for (const move of this.plays[this.requests++] ?? []) {
      if (move instanceof Error) throw move;
      if (move !== 'stall') yield move;
      else
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => resolve());
        });
    }
  }
}

const text = (words: string): ChatEvent => ({ type: 'text', text: words });
const done: ChatEvent = { type: 'done', finishReason: 'stop', provider: 'p', model: 'm' };
const deadlines = { firstTokenMs: 60, betweenTokensMs: 40, wholeAnswerMs: 150 };
const dropped = new ProviderError('p', true, 'dropped');

async function ask(models: PlayedModel[], signal = new AbortController().signal): Promise<string[]> {
  const chain = new FailoverChatModel(
    models.map((model, at) => ({ name: `p${at}`, model, reach: () => Promise.resolve() })),
    new Logger('silent'),
    deadlines,
  );
  const events: string[] = [];
  for await (const event of chain.complete({ messages: [], tools: [] }, signal)) {
    if (event.type === 'failed') events.push(`${event.provider} ${event.reason}`);
    else events.push(event.type === 'text' ? event.text : event.type);
  }
  return events;
}

async function talk(chain: FailoverChatModel): Promise<void> {
  const events = chain.complete({ messages: [], tools: [] }, new AbortController().signal)[Symbol.asyncIterator]();
  while ((await events.next()).done !== true);
}

describe('a chain of models', () => {
  it('asks the first again once when it failed before a word', async () => {
    const first = new PlayedModel([[dropped], [text('hi'), done]]);
    expect(await ask([first, new PlayedModel([[text('no'), done]])])).toEqual(['p0 dropped', 'hi', 'done']);
    expect(first.requests).toBe(2);
  });

  it('goes to the next when the first cannot', async () => {
    const refused = new PlayedModel([[new ProviderError('p', false, 'HTTP 401')]]);
    expect(await ask([refused, new PlayedModel([[text('hi'), done]])])).toEqual(['p0 HTTP_401', 'hi', 'done']);
    expect(refused.requests).toBe(1);
  });

  it('begins anew with the next when the first broke off, and says so', async () => {
    const broken = new PlayedModel([[text('half'), dropped]]);
    expect(await ask([broken, new PlayedModel([[text('whole'), done]])])).toEqual([
      ...['half', 'p0 dropped', 'restart'],
      ...['whole', 'done'],
    ]);
  });

  it.each<[string, Move[], string[]]>([
    ['before the first token', ['stall'], ['p0 stalled_first_token', 'hi', 'done']],
    ['between tokens', [text('well'), 'stall'], ['well', 'p0 stalled_between_tokens', 'restart', 'hi', 'done']],
  ])('does not wait for one that stalls %s', async (_name, moves, expected) => {
    const startedAt = Date.now();
    const stalled = new PlayedModel([moves]);
    expect(await ask([stalled, new PlayedModel([[text('hi'), done]])])).toEqual(expected);
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    expect(stalled.requests).toBe(1);
  });

  it('throws when all have failed', async () => {
    const refused = new PlayedModel([[new ProviderError('a', false, 'no')]]);
    await expect(ask([refused, new PlayedModel([['stall']])])).rejects.toThrow('stalled');
    await expect(ask([])).rejects.toThrow('no chat provider');
  });

  it('lets a dead one rest after three failures', async () => {
    const failing = new PlayedModel(Array.from({ length: 9 }, () => [new ProviderError('p', false, 'HTTP 500')]));
    const chain = new FailoverChatModel(
      [
        { name: 'failing', model: failing, reach: () => Promise.resolve() },
        { name: 'dead', model: new PlayedModel([]), reach: () => Promise.resolve() },
      ],
      new Logger('silent'),
      deadlines,
    );
    for (let turn = 0; turn < 5; turn++) await talk(chain);
    expect(failing.requests).toBe(3);
    expect(chain.resting()).toEqual(['failing']);
  });

  it('tries a rested one with one turn alone, which waits half its time, while the others are not held', async () => {
    const rests = { failures: 1, restMs: 30 };
    const hung = new PlayedModel([[new ProviderError('p', false, 'HTTP 500')], ['stall'], [text('back'), done]]);
    const well = new PlayedModel(Array.from({ length: 12 }, () => [text('hi'), done]));
    const links = [hung, well].map((model, at) => ({ name: `p${at}`, model, reach: () => Promise.resolve() }));
    const patient = { ...deadlines, firstTokenMs: 400, wholeAnswerMs: 5_000 };
    const chain = new FailoverChatModel(links, new Logger('silent'), patient, rests);
    const turn = async () => {
      const startedAt = Date.now();
      await talk(chain);
      return Date.now() - startedAt;
    };
    await turn();
    await new Promise((resolve) => setTimeout(resolve, 40));
    const [probe = 0, ...others] = await Promise.all(Array.from({ length: 10 }, turn));
    expect(hung.requests).toBe(2);
    expect(probe).toBeGreaterThanOrEqual(195);
    expect(Math.max(...others)).toBeLessThan(probe);
    await new Promise((resolve) => setTimeout(resolve, 40));
    await turn();
    expect(hung.requests).toBe(3);
    expect(chain.resting()).toEqual([]);
  });

  it('lets one rest that always stalls in the middle', async () => {
    const stalls = new PlayedModel(Array.from({ length: 9 }, (): Move[] => [text('well'), 'stall']));
    const well = new PlayedModel(Array.from({ length: 5 }, () => [text('hi'), done]));
    const links = [stalls, well].map((model, at) => ({ name: `p${at}`, model, reach: () => Promise.resolve() }));
    const chain = new FailoverChatModel(links, new Logger('silent'), deadlines);
    for (let turn = 0; turn < 5; turn++) await talk(chain);
    expect(stalls.requests).toBe(3);
    expect(chain.resting()).toEqual(['p0']);
  });

  it('ends without an error when it is aborted', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 10);
    expect(await ask([new PlayedModel([[text('so'), 'stall']])], stop.signal)).toEqual(['so']);
  });
});
