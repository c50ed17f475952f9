import { DEFAULT_OVERRIDES, readOverrides } from './connection-overrides';

describe('readOverrides', () => {
  it("has Twilio's defaults", () => {
    expect(readOverrides('https://a.example/x')).toEqual({
      retries: 1,
      policies: ['ct'],
      connectMs: 5000,
      readMs: 15000,
      totalMs: 15000,
    });
  });
  it('reads what the fragment says', () => {
    expect(readOverrides('https://a.example/x?y=1#rc=5&rp=ct,5xx&rt=3000&ct=2000&tt=9000')).toEqual({
      retries: 5,
      policies: ['ct', '5xx'],
      connectMs: 2000,
      readMs: 3000,
      totalMs: 9000,
    });
  });
  it('keeps defaults for what is out of range or unknown', () => {
    expect(readOverrides('https://a.example/#rc=9&rp=often&ct=99999&rt=x')).toEqual(DEFAULT_OVERRIDES);
  });
});
