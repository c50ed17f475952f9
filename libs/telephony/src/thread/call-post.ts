/** Something else than sound, on its way between the threads; it comes after so many of the letter's frames. */
interface Placed<Order> {
  readonly after: number;
  readonly order: Order;
}

/** What goes to the other thread in one go: the sound of all calls in one piece, and orders in their places. */
export interface Letter<Order> {
  /** Whose each frame is, how many bytes it has, and where it belongs in its stream (ms; NaN when nobody says). */
  readonly calls: readonly number[];
  readonly bytes: readonly number[];
  readonly times: readonly number[];
  readonly sound: Uint8Array<ArrayBuffer>;
  readonly orders: readonly Placed<Order>[];
}

type Send<Order> = (letter: Letter<Order>, transfer: ArrayBuffer[]) => void;

/**
 * Gathers what one turn of the loop has for the other thread, and posts it as one letter: to post each frame alone costs
 * more than to read it from its socket. Nothing waits longer than the turn, and everything keeps its order.
 */
export class CallPost<Order> {
  private frames: Buffer[] = [];
  private calls: number[] = [];
  private times: number[] = [];
  private orders: Placed<Order>[] = [];
  private due: NodeJS.Immediate | undefined;

  constructor(private readonly send: Send<Order>) {}

  frame(call: number, payload: Buffer, timestampMs = NaN): void {
    this.frames.push(payload);
    this.calls.push(call);
    this.times.push(timestampMs);
    this.due ??= setImmediate(() => this.flush());
  }

  order(order: Order): void {
    this.orders.push({ after: this.frames.length, order });
    this.due ??= setImmediate(() => this.flush());
  }

  /** The same at once, with whatever stands before it: what is left of the loop's turn may take a while. */
  urgent(order: Order): void {
    this.order(order);
    this.flush();
  }

  private flush(): void {
    clearImmediate(this.due);
    this.due = undefined;
    const { frames, calls, times, orders } = this;
    this.frames = [];
    this.calls = [];
    this.times = [];
    this.orders = [];
    const bytes = frames.map((frame) => frame.length);
    const sound = new Uint8Array(bytes.reduce((sum, one) => sum + one, 0));
    let at = 0;
    for (const frame of frames) {
      sound.set(frame, at);
      at += frame.length;
    }
    this.send({ calls, bytes, times, sound, orders }, [sound.buffer]);
  }
}

/** Reads a letter from its beginning to its end. */
export function readLetter<Order>(
  { calls, bytes, times, sound, orders }: Letter<Order>,
  onFrame: (call: number, payload: Buffer, timestampMs: number | undefined) => void,
  onOrder: (order: Order) => void,
): void {
  const whole = Buffer.from(sound.buffer, sound.byteOffset, sound.byteLength);
  let at = 0;
  let next = 0;
  for (let place = 0; place < calls.length; place += 1) {
    for (; (orders[next]?.after ?? Infinity) <= place; next += 1) onOrder((orders[next] as Placed<Order>).order);
    const until = at + (bytes[place] as number);
    const time = times[place] as number;
    onFrame(calls[place] as number, whole.subarray(at, until), Number.isNaN(time) ? undefined : time);
    at = until;
  }
  for (; next < orders.length; next += 1) onOrder((orders[next] as Placed<Order>).order);
}
