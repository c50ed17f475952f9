import type { SpeechContext } from '../speech-context';
import { searchWindows } from './search-windows';
import { understandWhen } from './understand-when';

const clinic: SpeechContext = {
  now: '2027-05-03T13:00:00Z',
  timezone: 'America/New_York',
  language: 'en',
  country: 'US',
};
const windowOf = (text: string) => searchWindows(understandWhen(text, clinic)!, clinic);

describe('searchWindows', () => {
  it.each([
    ['tomorrow', { fromAt: '2027-05-04T04:00:00Z', toAt: '2027-05-05T04:00:00Z' }],
    ['tomorrow afternoon', { fromAt: '2027-05-04T16:00:00Z', toAt: '2027-05-04T22:00:00Z' }],
    ['tomorrow at three', { fromAt: '2027-05-04T19:00:00Z', toAt: '2027-05-04T19:01:00Z' }],
    ['after four on Tuesday', { fromAt: '2027-05-04T20:00:00Z', toAt: '2027-05-05T04:00:00Z' }],
    ['before ten on Tuesday', { fromAt: '2027-05-04T04:00:00Z', toAt: '2027-05-04T14:00:00Z' }],
    ['today', { fromAt: '2027-05-03T13:00:00Z', toAt: '2027-05-04T04:00:00Z' }],
    ['next week', { fromAt: '2027-05-10T04:00:00Z', toAt: '2027-05-17T04:00:00Z' }],
    ['by Friday', { fromAt: '2027-05-03T13:00:00Z', toAt: '2027-05-08T04:00:00Z' }],
    ['in the afternoon', { fromAt: '2027-05-03T13:00:00Z', dailyFrom: '12:00', dailyTo: '18:00' }],
    ['at three', { dailyFrom: '15:00', dailyTo: '15:01' }],
    ['as soon as possible', { fromAt: '2027-05-03T13:00:00Z' }],
  ])('%s', (text, expected) => {
    expect(windowOf(text)).toMatchObject(expected);
  });

  it('looks sixty days ahead when no end was said', () => {
    const { fromAt, toAt } = windowOf('as soon as possible');
    expect((Date.parse(toAt) - Date.parse(fromAt)) / 86_400_000).toBeGreaterThan(58);
  });
});
