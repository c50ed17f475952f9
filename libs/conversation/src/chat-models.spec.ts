import { Environment, Logger, providerAgreement } from '@clinicall/platform';
import { chatAddresses, chatHealth, chatModelChain } from './chat-models';
import { FailoverChatModel } from './failover-chat-model';

const local = 'http://127.0.0.1:3001/v1';
const names = (variables: Record<string, string>) =>
  chatAddresses(Environment.read(variables).values, local).map(
    ({ baseUrl, apiKey, model }) => `${baseUrl} ${apiKey} ${model}`,
  );

describe('the chain of chat models', () => {
  it('is local-ai alone when nothing is configured', () => {
    expect(names({})).toEqual([`${local} none local`]);
  });

  it('is the configured one, its fallback, and local-ai last; a key goes to its own URL only', () => {
    const variables = {
      OPENAI_API_KEY: 'first-key',
      OPENAI_CHAT_MODEL: 'm1',
      OPENAI_FALLBACK_BASE_URL: 'https://second.example/v1',
      OPENAI_FALLBACK_CHAT_MODEL: 'm2',
    };
    expect(names(variables)).toEqual([
      'https://api.openai.com/v1 first-key m1',
      'https://second.example/v1 none m2',
      `${local} none local`,
    ]);
    expect(names({ ...variables, LOCAL_AI: 'off' })).toHaveLength(2);
  });

  it('leaves out who has no agreement when one is required', () => {
    const chain = (variables: Record<string, string>) =>
      chatModelChain(Environment.read(variables).values, local, new Logger('silent')).providers.map(
        (provider) => provider.name,
      );
    const strict = { OPENAI_API_KEY: 'k', REQUIRE_PROVIDER_AGREEMENT: '1' };
    expect(chain(strict)).toEqual(['local-ai']);
    expect(chain({ ...strict, PROVIDER_AGREEMENTS: 'api.openai.com=baa' })).toEqual(['api.openai.com', 'local-ai']);
    expect(chain({ OPENAI_API_KEY: 'k' })).toEqual(['api.openai.com', 'local-ai']);
  });

  it.each([
    ['http://127.0.0.1:9/v1', 'self_hosted'],
    ['http://10.2.3.4/v1', 'self_hosted'],
    ['http://172.31.0.1/v1', 'self_hosted'],
    ['http://[fd00::1]/v1', 'self_hosted'],
    ['https://172.32.0.1/v1', null],
    ['https://models.example/v1', null],
    ['https://agreed.example/v1', 'zero_retention'],
    ['https://evil-agreed.example/v1', null],
  ])('%s is %s', (url, agreement) => {
    expect(providerAgreement(url, 'agreed.example=zero_retention, other.example=nonsense')).toBe(agreement);
  });
});

describe('health of chat', () => {
  const provider = (name: string, up: boolean) => ({
    name,
    model: undefined as never,
    reach: () => (up ? Promise.resolve() : Promise.reject(new Error('down'))),
  });
  const report = (...ups: boolean[]) =>
    chatHealth(
      new FailoverChatModel(
        ups.map((up, at) => provider(`p${at}`, up)),
        new Logger('silent'),
      ),
    )();

  it('is fine, degraded without the first, down without any', async () => {
    expect(await report(true, false)).toBeUndefined();
    expect(await report(false, true)).toEqual({ degraded: 'chat: p0 does not answer' });
    expect(await report(false, false)).toEqual({ down: 'chat: no provider answers' });
    expect(await report()).toEqual({ down: 'chat: no provider may be used' });
  });
});
