/** What the thread of the sockets tells the calls' thread. Calls go by a number of this process's own. */
export type ToCalls =
  | { readonly type: 'open'; readonly call: number; readonly callSid: string; readonly token: string }
  | { readonly type: 'start'; readonly call: number }
  | { readonly type: 'mark'; readonly call: number; readonly name: string }
  | { readonly type: 'key'; readonly call: number; readonly digit: string }
  | { readonly type: 'stop'; readonly call: number }
  | { readonly type: 'close'; readonly call: number }
  /** Gives every call away: at its next moment of quiet, or when patience ends. */
  | { readonly type: 'hand_over'; readonly question: number; readonly patienceMs: number }
  | { readonly type: 'metrics'; readonly question: number }
  | { readonly type: 'leave' };

/** What it hears from there. */
export type FromCalls =
  | { readonly type: 'ready' }
  | { readonly type: 'opened'; readonly call: number; readonly ok: boolean }
  | { readonly type: 'mark'; readonly call: number; readonly name: string }
  | { readonly type: 'clear'; readonly call: number }
  | { readonly type: 'close'; readonly call: number }
  | { readonly type: 'answer'; readonly question: number; readonly value: unknown };
