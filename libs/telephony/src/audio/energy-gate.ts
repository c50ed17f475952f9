import { level } from '@clinicall/audio';

/** Root mean square below which no frame is speech, whatever the room: about -46 dBFS. */
const LEAST = 160;
/** Speech stands this far over the room's own noise. */
const OVER_FLOOR = 2.5;
const FLOOR_DOWN = 0.2;
const FLOOR_UP = 0.02;
const LOUDEST_FLOOR = 2_000;

/**
 * A cheap first look at each frame: quiet ones need no further thought. The floor follows the room's noise, quickly
 * down and slowly up, so that a fan raises it and a word does not.
 */
export class EnergyGate {
  private floor = 60;

  /** @param samples 8 kHz, any length. @returns true when the frame may be speech. */
  passes(samples: Int16Array): boolean {
    const now = level(samples);
    const loud = now > Math.max(LEAST, this.floor * OVER_FLOOR);
    const pace = now < this.floor ? FLOOR_DOWN : loud ? FLOOR_UP / 8 : FLOOR_UP;
    this.floor = Math.min(LOUDEST_FLOOR, this.floor + (now - this.floor) * pace);
    return loud;
  }
}
