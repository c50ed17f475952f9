import { Environment, Logger } from '@clinicall/platform';
import { carrierMayHear, speechProviders, warnOfSpeech } from './speech-providers';

const chain = (kind: 'stt' | 'tts', variables: Record<string, string>): string[] =>
  speechProviders(kind, Environment.read(variables)).map(({ name }) => name);
const strict = { REQUIRE_PROVIDER_AGREEMENT: '1' };

describe('who receives what callers say, where agreements are required', () => {
  it.each(['stt', 'tts'] as const)('%s: nobody without one, not even behind a realtime model', (kind) => {
    const variables = { OPENAI_API_KEY: 'k', OPENAI_STT_MODEL: 'gpt-live-transcribe' };
    expect(chain(kind, variables)[0]).toBe('openai');
    expect(chain(kind, { ...variables, ...strict })).toEqual(['local-ai']);
    expect(chain(kind, { ...variables, ...strict, LOCAL_AI: 'off' })).toEqual([]);
    expect(chain(kind, { ...variables, ...strict, PROVIDER_AGREEMENTS: 'api.openai.com=baa' })).toEqual(
      chain(kind, variables),
    );
  });

  it.each([
    ['stt', 'OPENAI_STT_BASE_URL'],
    ['tts', 'OPENAI_TTS_BASE_URL'],
  ] as const)('%s: a server of its own is judged by its host', (kind, name) => {
    expect(chain(kind, { ...strict, [name]: 'https://speech.example/v1' })).toEqual(['local-ai']);
    expect(chain(kind, { ...strict, [name]: 'http://10.0.0.5:8000/v1' })).toEqual([`${kind} provider`, 'local-ai']);
  });

  it('the carrier hears by its relay only with one; the carrier of this machine needs none', () => {
    const mayHear = (variables: Record<string, string>): boolean => carrierMayHear(Environment.read(variables));
    const twilio = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'of this spec' };
    expect(mayHear(twilio)).toBe(true);
    expect(mayHear({ ...twilio, ...strict })).toBe(false);
    expect(mayHear({ ...twilio, ...strict, PROVIDER_AGREEMENTS: 'api.twilio.com=baa' })).toBe(true);
    expect(mayHear({ ...strict, TWILIO_API_BASE_URL: 'http://127.0.0.1:3002' })).toBe(true);
  });
});

describe('a host of speech without an agreement', () => {
  const warned = (variables: Record<string, string>) => {
    const logger = new Logger('silent');
    const warn = jest.spyOn(logger, 'warn').mockReturnValue();
    warnOfSpeech('stt', Environment.read({ OPENAI_STT_BASE_URL: 'https://speech.example/v1', ...variables }), logger);
    return warn.mock.calls;
  };

  it('is named at start, whether it is used or cut off', () => {
    const about = { host: 'speech.example', kind: 'stt' };
    expect(warned({})).toEqual([['a speech provider without an agreement receives patients’ words', about]]);
    expect(warned(strict)).toEqual([['a speech provider without an agreement receives nothing', about]]);
    expect(warned({ PROVIDER_AGREEMENTS: 'speech.example=baa' })).toEqual([]);
  });
});
