/** Recordings at the carrier. */
export abstract class CallRecorder {
  /**
   * Records both sides of a live call, each on a channel of its own, until it is stopped or the call ends.
   * @param statusUrl absolute; told when it is done. @returns the carrier's id. @throws ProviderError
   */
  abstract start(callSid: string, statusUrl: string): Promise<string>;
  /** One that has stopped already is no error. @throws ProviderError */
  abstract stop(callSid: string, recordingSid: string): Promise<void>;
  /** The sound, WAV; undefined when the carrier has it no more. @throws ProviderError */
  abstract sound(recordingSid: string, signal: AbortSignal): Promise<Buffer | undefined>;
  /** The carrier forgets it. One it does not have is no error. @throws ProviderError */
  abstract remove(recordingSid: string): Promise<void>;
}
