import { AddressList, isNetwork } from './address-list';

describe('a list of networks', () => {
  const list = new AddressList(['10.1.0.0/16', '192.0.2.7', '2001:db8::/32']);

  it.each(['10.1.255.1', '192.0.2.7', '::ffff:10.1.2.3', '2001:db8:1::5'])('has %s', (address) =>
    expect(list.has(address)).toBe(true),
  );
  it.each(['10.2.0.1', '192.0.2.8', '2001:db9::1', '::1', '', 'unknown', '10.1.0.1.evil.example'])(
    'has not %p',
    (address) => expect(list.has(address)).toBe(false),
  );
});

describe('isNetwork', () => {
  it.each(['10.0.0.0/8', '10.0.0.1', '::1', '2001:db8::/32'])('takes %s', (value) =>
    expect(isNetwork(value)).toBe(true),
  );
  it.each(['', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0', '::/129', 'fe80::1%eth0', '10.0.0.0/', '10.0.0.0/-1', 7, null])(
    'refuses %p',
    (value) => expect(isNetwork(value)).toBe(false),
  );
});
