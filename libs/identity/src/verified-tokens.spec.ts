import type { Principal } from './principal';
import { TRUST_MS, VerifiedTokens } from './verified-tokens';

const principal = (id: string): Principal => ({
  kind: 'staff',
  id,
  clinicId: 'c',
  permissions: [],
  operator: false,
});

describe('verified tokens', () => {
  let tokens: VerifiedTokens;
  beforeEach(() => {
    jest.useFakeTimers({ now: 1_000_000 });
    tokens = new VerifiedTokens();
  });
  afterEach(() => jest.useRealTimers());

  it('are trusted for at most a minute', () => {
    tokens.keep('h', principal('a'));
    expect(TRUST_MS).toBeLessThanOrEqual(60_000);
    jest.advanceTimersByTime(TRUST_MS - 1);
    expect(tokens.find('h')?.id).toBe('a');
    jest.advanceTimersByTime(1);
    expect(tokens.find('h')).toBeUndefined();
  });

  it('are not trusted beyond their own end', () => {
    tokens.keep('h', principal('a'), 1_000_500);
    jest.advanceTimersByTime(500);
    expect(tokens.find('h')).toBeUndefined();
  });

  it('are forgotten by whose they are', () => {
    tokens.keep('1', principal('a'));
    tokens.keep('2', principal('b'));
    tokens.forget('a');
    expect([tokens.find('1'), tokens.find('2')?.id]).toEqual([undefined, 'b']);
  });

  it('are bounded: the oldest goes', () => {
    for (let n = 0; n <= 10_000; n++) tokens.keep(String(n), principal('a'));
    expect([tokens.find('0'), tokens.find('1')?.id]).toEqual([undefined, 'a']);
  });
});
