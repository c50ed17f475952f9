import { Injectable } from '@nestjs/common';
import { Metrics } from '@clinicall/platform';

/** Sockets of this instance that have not yet shown their call's token. */
const MOST_PENDING = 500;
/** The same of one address. Addresses of our own network are not counted apart: a proxy stands there for everybody. */
const MOST_PENDING_PER_ADDRESS = 20;

/** Media sockets between their upgrade and their `start`: the only ones a stranger could pile up. */
@Injectable()
export class PendingSockets {
  private readonly pending = new Map<object, string>();
  private readonly perAddress = new Map<string, number>();

  constructor(private readonly metrics: Metrics) {
    this.metrics.gauge('media_sockets_pending', 'Media sockets that have not shown a token yet').set(0);
  }

  /** Whether one more socket of this address may be opened now. */
  mayOpen(address: string): boolean {
    if (this.pending.size >= MOST_PENDING) return false;
    return isOwnNetwork(address) || (this.perAddress.get(address) ?? 0) < MOST_PENDING_PER_ADDRESS;
  }

  opened(socket: object, address: string): void {
    if (this.pending.has(socket)) return;
    this.pending.set(socket, address);
    this.perAddress.set(address, (this.perAddress.get(address) ?? 0) + 1);
    this.show();
  }

  /** It has shown its token, or is gone. Saying so twice does no harm. */
  settled(socket: object): void {
    const address = this.pending.get(socket);
    if (address === undefined) return;
    this.pending.delete(socket);
    const left = (this.perAddress.get(address) ?? 1) - 1;
    if (left === 0) this.perAddress.delete(address);
    else this.perAddress.set(address, left);
    this.show();
  }

  private show(): void {
    this.metrics.gauge('media_sockets_pending', 'Media sockets that have not shown a token yet').set(this.pending.size);
  }
}

/** Loopback and private ranges (RFC 1918, RFC 4193), also as IPv4 mapped into IPv6. */
function isOwnNetwork(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i.test(plain);
}
