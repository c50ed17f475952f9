import { Metrics } from '@clinicall/platform';
import { PendingSockets } from './pending-sockets';

const sockets = (count: number) => Array.from({ length: count }, () => ({}));

describe('pending media sockets', () => {
  let pending: PendingSockets;
  beforeEach(() => (pending = new PendingSockets(new Metrics())));

  it('of one stranger are 20, and one that settles makes room', () => {
    const [first, ...rest] = sockets(20);
    for (const socket of [first!, ...rest]) pending.opened(socket, '203.0.113.7');
    expect(pending.mayOpen('203.0.113.7')).toBe(false);
    expect(pending.mayOpen('203.0.113.8')).toBe(true);
    pending.settled(first!);
    pending.settled(first!);
    expect(pending.mayOpen('203.0.113.7')).toBe(true);
    pending.opened(first!, '203.0.113.7');
    expect(pending.mayOpen('203.0.113.7')).toBe(false);
  });

  it.each(['127.0.0.1', '::1', '::ffff:10.1.2.3', '172.16.0.1', '192.168.1.1', 'fd00::1'])(
    'behind the proxy at %s are many, but not more than the instance takes',
    (address) => {
      for (const socket of sockets(499)) pending.opened(socket, address);
      expect(pending.mayOpen(address)).toBe(true);
      pending.opened({}, address);
      expect(pending.mayOpen(address)).toBe(false);
      expect(pending.mayOpen('203.0.113.8')).toBe(false);
    },
  );

  it.each(['172.32.0.1', '11.0.0.1', '1.127.0.1', '2001:db8::1', ''])(
    'does not take %p for our own network',
    (address) => {
      for (const socket of sockets(20)) pending.opened(socket, address);
      expect(pending.mayOpen(address)).toBe(false);
    },
  );
});
