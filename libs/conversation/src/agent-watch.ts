import type { TraceSpan } from '@clinicall/platform';

/** What happened inside a turn, when it was over: codes, names of ours and milliseconds, never a word that was said. */
export type AgentEvent =
  | {
      readonly type: 'model';
      readonly provider: string;
      readonly model: string;
      readonly ms: number;
      /** From the request to the first piece of the answer; null when none came. */
      readonly firstTokenMs: number | null;
    }
  | { readonly type: 'tool'; readonly name: string; readonly ms: number; readonly ok: boolean }
  | { readonly type: 'guard'; readonly guard: string; readonly action: string }
  | { readonly type: 'provider_failed'; readonly provider: string; readonly reason: string; readonly ms: number };

/** A channel that looks on while the agent works. It must not throw, and nothing waits for it. */
export interface AgentWatch {
  /** The turn's span: the agent's own stand under it. */
  readonly span: TraceSpan;
  saw(event: AgentEvent): void;
}
