/** What is done to a live call from outside its media stream, through the carrier's REST. */
export abstract class CallControl {
  /** Ends the call. A call that has ended already is no error. @throws ProviderError */
  abstract hangUp(callSid: string): Promise<void>;
  /**
   * Connects the caller with `number` (E.164); the stream ends by it. `words` are spoken first; `afterUrl` (absolute) is
   * asked when the person has hung up or could not be reached. @throws ProviderError
   */
  abstract transfer(
    callSid: string,
    number: string,
    words: { text: string; language: string },
    afterUrl: string,
  ): Promise<void>;
  /** Has the carrier itself speak `words`, then go on with the verbs after the stream. @throws ProviderError */
  abstract say(callSid: string, words: { text: string; language: string }, resumeUrl: string): Promise<void>;
}
