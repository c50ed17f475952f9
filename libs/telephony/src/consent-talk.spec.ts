import { ConsentTalk } from './consent-talk';
import type { Talk, TalkOutput } from './talk';

const signal = new AbortController().signal;
const texts = async (outputs: AsyncIterable<TalkOutput>): Promise<string[]> => {
  const said: string[] = [];
  for await (const output of outputs) if (output.type === 'say') said.push(output.text);
  return said;
};

function talk() {
  const log: string[] = [];
  const inner: Talk = {
    language: 'en',
    asked: ['anything_else'],
    greet: async function* () {
      yield await Promise.resolve<TalkOutput>({ type: 'say', text: 'Hello.', isProtected: false });
    },
    reply: async function* (words) {
      yield await Promise.resolve<TalkOutput>({ type: 'say', text: `You said ${words}`, isProtected: false });
    },
    end: () => Promise.resolve(),
  };
  const consent = new ConsentTalk(inner, () => {
    log.push('recording');
    return Promise.resolve();
  });
  return { consent, log };
}

describe('consent to a recording', () => {
  it('is asked in words that cannot be cut, before anything else', async () => {
    const { consent, log } = talk();
    for await (const output of consent.greet()) expect(output).toMatchObject({ isProtected: true });
    expect([consent.asked, log]).toEqual([['confirm'], []]);
  });

  it('is a yes; the greeting follows it', async () => {
    const { consent, log } = talk();
    expect(await texts(consent.reply('Yes, please.', undefined, signal))).toEqual(['Thank you.', 'Hello.']);
    expect([log, consent.asked]).toEqual([['recording'], ['anything_else']]);
    expect(await texts(consent.reply('no', undefined, signal))).toEqual(['You said no']);
  });

  it.each(['no', 'No, thank you.'])('is not %p', async (words) => {
    const { consent, log } = talk();
    expect(await texts(consent.reply(words, undefined, signal))).toEqual([
      'All right, this call is not recorded.',
      'Hello.',
    ]);
    expect(log).toEqual([]);
  });

  it('is no other words either: they go to the agent as they stand', async () => {
    const { consent, log } = talk();
    expect(await texts(consent.reply('My father has chest pain', undefined, signal))).toEqual([
      'You said My father has chest pain',
    ]);
    expect(log).toEqual([]);
  });
});
