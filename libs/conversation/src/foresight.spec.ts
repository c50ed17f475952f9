import { Metrics } from '@clinicall/platform';
import { Foresight, ForesightCounts } from './foresight';
import type { ChatEvent } from './ports/chat-model';

const REQUEST = { conversationId: 'c', text: 'I need a cardiologist' };
const DONE: ChatEvent = { type: 'done', finishReason: 'stop', provider: 'p', model: 'm' };
const text = (words: string): ChatEvent => ({ type: 'text', text: words });

/** A model that says one event at a time, when told to. */
class Model {
  private readonly waiting: ChatEvent[] = [];
  private wake: (() => void) | undefined;
  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.wake?.());
  }
  say(...events: ChatEvent[]): void {
    this.waiting.push(...events);
    this.wake?.();
  }
  async *events(): AsyncIterable<ChatEvent> {
    while (!this.signal.aborted) {
      const event = this.waiting.shift();
      if (event === undefined) await new Promise<void>((resolve) => (this.wake = resolve));
      else yield event;
      if (event?.type === 'done') return;
    }
  }
}

const turnOfLoop = () => new Promise((resolve) => setImmediate(resolve));

async function begun(): Promise<{ foresight: Foresight; model: Model; counted: () => Promise<string> }> {
  const metrics = new Metrics();
  const foresight = new Foresight(REQUEST, new ForesightCounts(metrics));
  const model = new Model(foresight.signal);
  void foresight.listen(7, 400, model.events());
  await turnOfLoop();
  const counted = async () =>
    (await metrics.registry.metrics())
      .split('\n')
      .filter((line) => line.startsWith('speculation'))
      .join(' ');
  return { foresight, model, counted };
}

async function wordsOf(events: AsyncIterable<ChatEvent> | undefined): Promise<string> {
  let words = '';
  for await (const event of events ?? []) if (event.type === 'text') words += event.text;
  return words;
}

describe('an answer that was begun before the caller was done', () => {
  it('is taken over from its beginning, while it still comes, when the same was said', async () => {
    const { foresight, model, counted } = await begun();
    model.say(text('Dr. '));
    await turnOfLoop();
    const said = { ...REQUEST, text: 'I need a cardiologist.' };
    const taken = wordsOf(await foresight.take(said, 7, new AbortController().signal));
    model.say(text('Adler.'), DONE);
    await expect(taken).resolves.toBe('Dr. Adler.');
    foresight.drop();
    await expect(counted()).resolves.toBe(
      'speculations_total{outcome="hit"} 1 speculation_wasted_tokens_total 0 speculation_hit_rate 1',
    );
  });

  it.each([
    ['other words', { ...REQUEST, text: 'I need a cardiologist tomorrow' }, 7],
    ['another state of the conversation', REQUEST, 8],
    ['another part of our last words heard', { ...REQUEST, heard: 'We have' }, 7],
  ])('is given up for %s, and its tokens are counted as wasted', async (_why, request, version) => {
    const { foresight, model, counted } = await begun();
    model.say(text('Dr. '), text('Adler.'));
    await turnOfLoop();
    await expect(foresight.take(request, version, new AbortController().signal)).resolves.toBeUndefined();
    expect(foresight.signal.aborted).toBe(true);
    await expect(counted()).resolves.toBe(
      'speculations_total{outcome="miss"} 1 speculation_wasted_tokens_total 102 speculation_hit_rate 0',
    );
  });

  it('stops when the turn that took it over is stopped', async () => {
    const { foresight, model } = await begun();
    const stop = new AbortController();
    const taken = wordsOf(await foresight.take(REQUEST, 7, stop.signal));
    model.say(text('Dr. '));
    await turnOfLoop();
    stop.abort();
    await expect(taken).resolves.toBe('Dr. ');
    expect(foresight.signal.aborted).toBe(true);
  });

  it('that is not going to be asked for is not waited for', async () => {
    const foresight = new Foresight(REQUEST);
    foresight.looked();
    await expect(foresight.take(REQUEST, 7, new AbortController().signal)).resolves.toBeUndefined();
  });

  it('is not used when its model failed', async () => {
    const metrics = new Metrics();
    const foresight = new Foresight(REQUEST, new ForesightCounts(metrics));
    await foresight.listen(7, 0, failing());
    await expect(foresight.take(REQUEST, 7, new AbortController().signal)).resolves.toBeUndefined();
  });
});

async function* failing(): AsyncIterable<ChatEvent> {
  await turnOfLoop();
  yield text('D');
  throw new Error('gone');
}
