import { FRAME_BYTES, MU_LAW_SILENCE } from '@clinicall/audio';
import { InboundSound } from './inbound-sound';

/** What is delivered, a letter a frame; `.` is silence put in. */
class Ear {
  heard = '';
  readonly sound = new InboundSound((payload) => {
    this.heard += payload[0] === MU_LAW_SILENCE ? '.' : String.fromCharCode(payload[0] ?? 0);
  });

  frame(letter: string, timestampMs: number | undefined, now = timestampMs ?? 0): void {
    this.sound.take(Buffer.alloc(FRAME_BYTES, letter.charCodeAt(0)), timestampMs, now);
  }
}

describe('the caller’s sound', () => {
  it('passes in order', () => {
    const ear = new Ear();
    ['a', 'b', 'c', 'd'].forEach((letter, index) => ear.frame(letter, 1_000 + index * 20));
    expect(ear.heard).toBe('abcd');
  });

  it('drops what comes twice or too late, once its place is taken', () => {
    const ear = new Ear();
    ear.frame('a', 0);
    ear.frame('b', 20);
    ear.frame('b', 20);
    ear.frame('a', 0);
    ear.frame('c', 40);
    expect(ear.heard).toBe('abc');
  });

  it('is silent where frames were lost, and keeps time', () => {
    const ear = new Ear();
    ear.frame('a', 0);
    ear.frame('e', 100);
    ear.frame('c', 40); // late: its place was filled
    ear.frame('f', 120);
    expect(ear.heard).toBe('a....ef');
  });

  it('lets no frame pass behind a later one, however little its place has moved', () => {
    const ear = new Ear();
    // Single frames are lost, which fills nothing: the place of the next is behind its time.
    for (const [letter, at] of [
      ['a', 0],
      ['c', 40],
      ['e', 80],
      ['g', 120],
      ['f', 100],
      ['h', 140],
    ] as const)
      ear.frame(letter, at);
    expect(ear.heard).toBe('acegh');
  });

  it('does not mind an uneven clock', () => {
    const ear = new Ear();
    [0, 23, 38, 61, 80, 97].forEach((at) => ear.frame('x', at));
    expect(ear.heard).toBe('xxxxxx');
  });

  it('begins anew after a jump, without a flood of silence', () => {
    const ear = new Ear();
    ear.frame('a', 0);
    ear.frame('b', 90_000_000);
    ear.frame('c', 0);
    ear.frame('d', 20);
    expect(ear.heard).toBe('abcd');
  });

  it('takes frames as they come from a carrier without timestamps', () => {
    const ear = new Ear();
    ['a', 'b', 'c'].forEach((letter) => ear.frame(letter, undefined));
    expect(ear.heard).toBe('abc');
  });

  it('goes silent when the sound stalls in speech, and does not fill that time again', () => {
    const ear = new Ear();
    ear.frame('a', 0, 0);
    for (let now = 20; now <= 1_000; now += 20) ear.sound.tick(now, false);
    expect(ear.heard).toBe('a');
    for (let now = 1_020; now <= 1_100; now += 20) ear.sound.tick(now, true);
    expect(ear.heard).toBe('a.....');
    ear.frame('b', 200, 1_120); // the carrier's clock ran on: 100 ms of it are filled already
    expect(ear.heard).toBe('a.........b');
  });

  it('takes sound that was only late after a stall: none of it is dropped', () => {
    const ear = new Ear();
    ear.frame('a', 0, 0);
    for (let now = 760; now <= 840; now += 20) ear.sound.tick(now, true);
    expect(ear.heard).toBe('a.....');
    ['b', 'c', 'd'].forEach((letter, index) => ear.frame(letter, 20 + index * 20, 860));
    expect(ear.heard).toBe('a.....bcd');
  });
});
