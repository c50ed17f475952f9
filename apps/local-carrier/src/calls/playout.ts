import { FRAME_BYTES, MU_LAW_SILENCE } from '@clinicall/audio';

type Item =
  | { readonly kind: 'audio'; bytes: Buffer }
  /** Fires when all audio before it has been played, or at once when that audio is thrown away. */
  | { readonly kind: 'mark'; readonly fire: (dropped: boolean) => void };

/** Ten minutes, beyond which Twilio throws audio away (warning 31931). */
const MOST_BYTES = 8_000 * 600;

/** One direction's queue of sound: any amounts in, one frame every 20 ms out, silence when there is nothing. */
export class Playout {
  private items: Item[] = [];
  private queued = 0;
  private sounding = false;

  /** False when the queue is full and the audio was thrown away. */
  push(bytes: Buffer): boolean {
    if (bytes.length === 0) return true;
    if (this.queued + bytes.length > MOST_BYTES) return false;
    this.items.push({ kind: 'audio', bytes });
    this.queued += bytes.length;
    return true;
  }

  /** With nothing before it, a mark fires at once. */
  mark(fire: (dropped: boolean) => void): void {
    if (this.items.length === 0 && !this.sounding) fire(false);
    else this.items.push({ kind: 'mark', fire });
  }

  /** Plays all of it; false when it was thrown away before its end. */
  play(bytes: Buffer): Promise<boolean> {
    return new Promise((resolve) => {
      this.push(bytes);
      this.mark((dropped) => resolve(!dropped));
    });
  }

  /** Throws the queue away; every mark in it fires, in order. */
  clear(): void {
    const marks = this.items.filter((item) => item.kind === 'mark');
    this.items = [];
    this.queued = 0;
    this.sounding = false;
    for (const mark of marks) mark.fire(true);
  }

  /** The next 20 ms. The frame before has now been played to its end, so marks that waited for it fire. */
  take(): Buffer {
    this.fireDue();
    const first = this.items[0];
    this.sounding = first !== undefined;
    if (first?.kind === 'audio' && first.bytes.length >= FRAME_BYTES) return this.cut(first, FRAME_BYTES);
    const frame = Buffer.alloc(FRAME_BYTES, MU_LAW_SILENCE);
    let filled = 0;
    for (let item = this.items[0]; item?.kind === 'audio' && filled < FRAME_BYTES; item = this.items[0]) {
      const part = this.cut(item, Math.min(FRAME_BYTES - filled, item.bytes.length));
      part.copy(frame, filled);
      filled += part.length;
    }
    return frame;
  }

  /** Milliseconds of sound waiting. */
  get waitingMs(): number {
    return this.queued / 8;
  }

  /** Keeps the newest so many milliseconds: a live microphone must not fall behind. */
  trim(keepMs: number): void {
    while (this.waitingMs > keepMs && this.items[0]?.kind === 'audio')
      this.cut(this.items[0], this.items[0].bytes.length);
  }

  private fireDue(): void {
    while (this.items[0]?.kind === 'mark') {
      const due = this.items.shift();
      if (due?.kind === 'mark') due.fire(false);
    }
  }

  private cut(item: Item & { kind: 'audio' }, length: number): Buffer {
    const part = item.bytes.subarray(0, length);
    item.bytes = item.bytes.subarray(length);
    if (item.bytes.length === 0) this.items.shift();
    this.queued -= length;
    return part;
  }
}
