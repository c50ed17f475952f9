import { framesOf } from '../../spec-support/fake-line';
import { Playout } from './playout';

/** A carrier in virtual time: plays what it is sent at 50 frames a second and echoes marks as Twilio does. */
class Carrier {
  clock = 0;
  played = 0;
  cleared = 0;
  private readonly buffer: (Buffer | string)[] = [];
  readonly playout: Playout;

  constructor() {
    this.playout = new Playout(
      {
        media: (payload) => this.buffer.push(...framesOf(payload)),
        mark: (name) => this.buffer.push(name),
        clear: () => {
          this.cleared += 1;
          const dropped = this.buffer.splice(0).filter((item) => typeof item === 'string');
          for (const name of dropped) this.playout.marked(name);
        },
      },
      () => this.clock,
    );
  }

  get ahead(): number {
    return this.buffer.filter((item) => typeof item !== 'string').length * 20;
  }

  run(ms: number): void {
    for (const until = this.clock + ms; this.clock < until; this.clock += 20) {
      this.playout.tick();
      if (typeof this.buffer[0] !== 'string' && this.buffer.shift() !== undefined) this.played += 1;
      while (typeof this.buffer[0] === 'string') this.playout.marked(this.buffer.shift() as string);
    }
  }
}

const sound = (ms: number) => new Int16Array(ms * 8);

describe('playout', () => {
  it('plays every frame, never more than 200 ms ahead', () => {
    const carrier = new Carrier();
    carrier.playout.begin('one two three four');
    carrier.playout.push(sound(1_000));
    carrier.playout.end();
    for (let step = 0; step < 60; step += 1) {
      carrier.run(20);
      expect(carrier.ahead).toBeLessThanOrEqual(200);
    }
    expect(carrier.played).toBe(50);
    expect(carrier.playout.active).toBe(false);
    expect(carrier.playout.heardWords()).toBe('one two three four');
  });

  it('knows within 100 ms what was heard when it is cut, and does not take dropped marks for heard ones', () => {
    const carrier = new Carrier();
    carrier.playout.begin('one two three four five six seven eight nine ten');
    carrier.playout.push(sound(2_000));
    carrier.playout.end();
    carrier.playout.begin('never heard');
    carrier.playout.push(sound(1_000));
    carrier.playout.end();
    carrier.run(1_000);
    expect(carrier.playout.clear().split(' ')).toHaveLength(5);
    expect(carrier.cleared).toBe(1);
    expect(carrier.playout.active).toBe(false);
    carrier.run(400);
    expect(carrier.playout.heardWords()).toBe('');
  });

  it('gathers a little before it begins, so that slow pieces make no gap at the start', () => {
    const carrier = new Carrier();
    carrier.playout.begin('one two three');
    carrier.playout.push(sound(40));
    carrier.run(40);
    expect(carrier.played).toBe(0);
    carrier.playout.push(sound(160));
    carrier.run(40);
    expect(carrier.played).toBe(2);
    carrier.run(400);
    // Nothing more came: what there is does not wait for ever the next time.
    carrier.playout.push(sound(40));
    carrier.run(240);
    expect(carrier.played).toBe(12);
  });

  it('feeds nothing while paused, and goes on where it was', () => {
    const carrier = new Carrier();
    carrier.playout.begin('one two');
    carrier.playout.push(sound(1_000));
    carrier.playout.end();
    carrier.run(300);
    carrier.playout.pause();
    carrier.run(1_000);
    expect(carrier.played * 20).toBeLessThanOrEqual(520);
    carrier.playout.resume();
    carrier.run(1_000);
    expect(carrier.played).toBe(50);
  });

  it('does not wait for ever for a carrier that echoes no marks', () => {
    let clock = 0;
    const playout = new Playout({ media: () => undefined, mark: () => undefined, clear: () => undefined }, () => clock);
    playout.begin('hello');
    playout.push(sound(100));
    playout.end();
    for (; clock < 2_000; clock += 20) playout.tick();
    expect(playout.active).toBe(false);
  });

  it('counts a clause as heard in full only when its sound is complete', () => {
    const carrier = new Carrier();
    carrier.playout.begin('still being spoken');
    carrier.playout.push(sound(200));
    carrier.run(400);
    expect(carrier.playout.heardWords()).not.toBe('');
    carrier.playout.push(sound(200));
    carrier.playout.end();
    carrier.run(100);
    expect(carrier.playout.heardWords()).not.toBe('still being spoken');
    carrier.run(400);
    expect(carrier.playout.heardWords()).toBe('still being spoken');
  });

  it('knows what was heard within 100 ms of the carrier’s truth, wherever it is cut', () => {
    // A word is 100 ms of sound, so that words count tenths of a second.
    for (let cutMs = 100; cutMs <= 5_900; cutMs += 140) {
      const carrier = new Carrier();
      for (const words of [7, 20, 3, 30]) {
        carrier.playout.begin(Array.from({ length: words }, () => 'word').join(' '));
        carrier.playout.push(sound(words * 100));
        carrier.playout.end();
      }
      carrier.run(cutMs);
      const truthMs = carrier.played * 20;
      const heardMs = carrier.playout.clear().split(' ').filter(Boolean).length * 100;
      expect(heardMs).toBeLessThanOrEqual(truthMs);
      expect(truthMs - heardMs).toBeLessThanOrEqual(100);
    }
  });
});
