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
  const events = chain.complete({ messages: [], tools: [] }, new AbortController().signal)[Symbol.asyncIterator]();
      while ((await events.next()).done !== true);
    }
    expect(failing.requests).toBe(3);
    expect(chain.resting()).toEqual(['failing']);
  });

  it('ends without an error when it is aborted', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 10);
    expect(await ask([new PlayedModel([[text('so'), 'stall']])], stop.signal)).toEqual(['so']);
  });
});
