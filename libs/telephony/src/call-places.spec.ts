import { Environment, Metrics } from '@clinicall/platform';
import { CallPlaces } from './call-places';

const places = () => new CallPlaces(Environment.read({ MAX_CALLS: '2' }), new Metrics());

describe('the places of an instance', () => {
  it('are taken by calls that were answered and have no stream yet, and by those that have', () => {
    const two = places();
    expect([two.take('CA1'), two.take('CA2'), two.take('CA3')]).toEqual([true, true, false]);
    two.opened('CA1');
    expect([two.take('CA1'), two.take('CA3')]).toEqual([true, false]);
    two.left('CA2');
    expect(two.take('CA3')).toBe(true);
  });

  it('are free again when a call that was answered never comes', () => {
    const two = places();
    two.take('CA1', 0);
    two.take('CA2', 0);
    expect(two.take('CA3', 59_000)).toBe(false);
    expect(two.take('CA3', 60_000)).toBe(true);
  });
});
