/** Says how likely a stretch of a caller's sound is speech. */
export abstract class VoiceActivity {
  /** A detector of one call; it carries that call's state. */
  abstract open(): VoiceDetector;
}

export interface VoiceDetector {
  /**
   * @param samples 20 ms at 8 kHz.
   * @returns probability of speech, 0 to 1, of the newest window that is judged; at once where no model is asked. The next
   * frame is asked about when the one before has its answer.
   */
  judge(samples: Int16Array): number | Promise<number>;
  close(): void;
}
