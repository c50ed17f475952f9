/** A sentence for the carrier's own voice. `language` is BCP 47 with region. */
export interface CarrierWords {
  readonly text: string;
  readonly language: string;
}

/** A call to the clinic's person, by which they can take a caller over. */
export interface PersonalCall {
  /** E.164. */
  readonly to: string;
  /** The clinic's number, E.164. */
  readonly from: string;
  /** Asked for what to do once they have answered. */
  readonly answeredUrl: string;
  /** Told how the call stands. */
  readonly statusUrl: string;
  readonly ringSeconds: number;
}

/** A conference in which a caller waits for a person. */
export interface WaitingRoom {
  readonly name: string;
  /** What is heard while waiting. */
  readonly holdUrl: string;
  /** Told who comes and goes. */
  readonly statusUrl: string;
  /** Asked for what next when the caller's time in it is over. */
  readonly afterUrl: string;
}

/** What is done to a live call from outside its media stream, through the carrier's REST. Addresses are absolute. */
export abstract class CallControl {
  /** Ends the call. A call that has ended already is no error. @throws ProviderError */
  abstract hangUp(callSid: string): Promise<void>;
  /**
   * Connects the caller with `number` (E.164); the stream ends by it. `words` are spoken first; `afterUrl` is asked when
   * the person has hung up or could not be reached. @throws ProviderError
   */
  abstract transfer(
    callSid: string,
    number: string,
    words: CarrierWords,
    after: { url: string; ringSeconds: number },
  ): Promise<void>;
  /** Has the caller wait in a room of their own; the stream ends by it. @throws ProviderError */
  abstract wait(callSid: string, room: WaitingRoom, words: CarrierWords): Promise<void>;
  /** Calls the clinic's person. @returns the carrier's id of that call. @throws ProviderError */
  abstract ring(call: PersonalCall): Promise<string>;
  /** Has a call ask `url` for what next, whatever it is doing. A call that has ended is no error. @throws ProviderError */
  abstract redirect(callSid: string, url: string): Promise<void>;
  /** Has the carrier itself speak `words`, then ask `resumeUrl` for what next; without one the call is over. @throws ProviderError */
  abstract say(callSid: string, words: CarrierWords, resumeUrl?: string): Promise<void>;
}
