/** Tasks that are answered by a call. */
export const CALLBACK_KINDS: readonly string[] = ['call_back', 'message'];
