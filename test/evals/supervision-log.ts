import type { Clinic, TalkRecord } from './product-client';

/** What the supervision log keeps of a clinic's talks, as lines that a nurse can read: words, tools, guards, models and their failures. */
export async function supervisionLog(clinic: Clinic): Promise<string[]> {
  const lines: string[] = [];
  for (const { id } of await clinic.talks()) lines.push(...logLines(await clinic.record(id)));
  return lines;
}

export function logLines({ turns, toolCalls, guardActions }: TalkRecord): string[] {
  return turns.flatMap((turn) => {
    if (turn.who === 'caller') return [`> ${turn.text}`];
    const tools = toolCalls
      .filter(({ seq }) => seq === turn.seq)
      .map(
        ({ name, arguments: given, result, latencyMs }) =>
          `    ${name} ${given} -> ${outcome(result)}${took(latencyMs)}`,
      );
    const guards = guardActions
      .filter(({ seq }) => seq === turn.seq)
      .map(
        ({ guard, action, reason, text }) =>
          `    guard ${guard} ${action}: ${reason}${text === null ? '' : ` "${text}"`}`,
      );
    const failures = (turn.failures ?? []).map((failure) => `    failure ${JSON.stringify(failure)}`);
    return [`< ${turn.text}`, ...failures, ...tools, ...guards, ...model(turn)];
  });
}

function outcome(result: Record<string, unknown>): string {
  return result['ok'] === true ? 'ok' : String(result['reason']);
}

const took = (ms: number | undefined): string => (ms === undefined ? '' : ` ${ms} ms`);

function model({ provider, model: name, modelRequests, durationMs }: TalkRecord['turns'][number]): string[] {
  if (provider == null) return [];
  return [`    model ${provider}/${name ?? ''}, ${modelRequests ?? 0} requests, turn ${durationMs ?? 0} ms`];
}
