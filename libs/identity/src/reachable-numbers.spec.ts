import { homeCountries, mayReach } from './reachable-numbers';

describe('a number that we may reach', () => {
  it.each(['+12125550199', '+12025550123', '+18005550100', '+15555550123'])('is %s from a US clinic', (number) => {
    expect(mayReach(number, ['US'])).toBe(true);
  });

  it.each([
    ['+18765551234', 'Jamaica, which shares +1'],
    ['+14165550100', 'Canada'],
    ['+19005551234', 'premium rate'],
    ['+442071838750', 'Britain'],
    ['+88299998888', 'an international network'],
    ['+8821612345678', 'a satellite'],
    ['+97912345678', 'international premium rate'],
    ['+2522345678901', 'Somalia'],
    ['12125550199', 'no E.164'],
    ['+1', 'no number'],
    ['', 'nothing'],
    ['anonymous', 'a word'],
    ['+12125550199;ext=1', 'an extension, which texts do not have'],
  ])('is not %s (%s) from there', (number) => {
    expect(mayReach(number, ['US'])).toBe(false);
  });

  it('is abroad when the clinic says so', () => {
    expect(mayReach('+442071838750', ['US', 'GB'])).toBe(true);
    expect(mayReach('+449098790000', ['GB'])).toBe(false); // premium rate
    expect(mayReach('+442071838750', [])).toBe(false);
  });

  it('is at home where the clinic’s own numbers are', () => {
    expect(homeCountries('US', ['+34911234567', '+12125550100', 'x'])).toEqual(['US', 'ES']);
  });
});
