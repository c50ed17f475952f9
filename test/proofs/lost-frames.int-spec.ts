import { FRAME_BYTES, FRAME_MS, MU_LAW_SILENCE } from '@clinicall/audio';
import { InboundSound } from '../../libs/telephony/src/audio/inbound-sound';
import { total } from '../support/total';
import { random, seed, times } from './proof';

const FRAMES = times(1_000_000);
/** A stream is a call of so many frames. */
const A_CALL = 10_000;
const [LOST, DOUBLED, DELAYED] = [0.05, 0.03, 0.1];
const LONGEST_DELAY_MS = 300;
/** A burst of so many frames is lost now and then. */
const [BURST, LONGEST_BURST] = [0.001, 100];
/** Between two frames is as much silence as is missing there, but for this: less than a gap is the carrier's unevenness. */
const MOST_OFF_FRAMES = 3;

interface Arrival {
  readonly number: number;
  readonly atMs: number;
}

/** A call's frames as a bad network brings them. */
function arrivals(chance: () => number): Arrival[] {
  const all: Arrival[] = [];
  let lostUntil = 0;
  for (let number = 0; number < A_CALL; number += 1) {
    if (chance() < BURST) lostUntil = number + chance() * LONGEST_BURST;
    if (number > 0 && (number < lostUntil || chance() < LOST)) continue;
    const late = number > 0 && chance() < DELAYED ? chance() * LONGEST_DELAY_MS : 0;
    const atMs = number * FRAME_MS + late;
    all.push({ number, atMs });
    if (chance() < DOUBLED) all.push({ number, atMs: atMs + chance() * LONGEST_DELAY_MS });
  }
  return all.sort((one, other) => one.atMs - other.atMs);
}

/** A frame that knows its number, and is no silence. */
function frameOf(number: number): Buffer {
  const frame = Buffer.alloc(FRAME_BYTES, 0x55);
  frame.writeUInt32LE(number, 0);
  return frame;
}

interface Outcome {
  /** Frames that came after a later one, or twice. */
  readonly disordered: number;
  /** Frames that stand nearer to the one before, or further from it, than they may. */
  readonly misplaced: number;
  /** Of those that arrived at all, the share that was heard. */
  readonly heard: number;
}

function hear(count: number): Outcome {
  const [sum, arrived] = [{ disordered: 0, misplaced: 0, heard: 0 }, { all: 0 }];
  for (let call = 0; call * A_CALL < count; call += 1) {
    const chance = random(seed + call * 7_919);
    let last = -1;
    let silence = 0;
    const sound = new InboundSound((payload) => {
      if (payload.some((byte) => byte !== MU_LAW_SILENCE)) {
        const number = payload.readUInt32LE(0);
        if (number <= last) sum.disordered += 1;
        if (Math.abs(number - last - 1 - silence) > MOST_OFF_FRAMES) sum.misplaced += 1;
        last = number;
        silence = 0;
        sum.heard += 1;
      } else silence += 1;
    });
    const brought = arrivals(chance);
    arrived.all += new Set(brought.map(({ number }) => number)).size;
    for (const { number, atMs } of brought) sound.take(frameOf(number), number * FRAME_MS, atMs);
  }
  return { ...sum, heard: sum.heard / arrived.all };
}

describe('frames that are lost, late, twice and out of order', () => {
  it(`are heard in order, once, in their place: ${FRAMES} of them (PROOF_SEED=${seed})`, () => {
    const { disordered, misplaced, heard } = hear(FRAMES);
    total(
      `${FRAMES} frames of a bad network: ${disordered} out of order, ${misplaced} misplaced, ${heard.toFixed(3)} heard`,
    );
    expect([disordered, misplaced]).toEqual([0, 0]);
    // Late ones cannot be: their place was taken.
    expect(heard).toBeGreaterThan(1 - DELAYED - 0.02);
  }, 600_000);

  it('are seen to stand wrong in a build that takes them as they come', () => {
    const broken = jest.spyOn(InboundSound.prototype, 'take').mockImplementation(function (
      this: InboundSound,
      payload,
    ) {
      (this as unknown as { deliver(payload: Buffer): void }).deliver(payload);
    });
    const { disordered, misplaced } = hear(A_CALL);
    broken.mockRestore();
    expect([disordered > 0, misplaced > 0]).toEqual([true, true]);
  });
});
