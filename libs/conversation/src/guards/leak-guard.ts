import { wordsOf } from '@clinicall/language';
import { TOOL_NAMES } from '../tools/tool';

const RUN = 7;
const SHORTEST_LINE = 4;
const UUID = /[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/i;
const MACHINE =
  /clinicall-state|"[a-z_]+"\s*:|\{\s*"|\btool_calls?\b|\bfunction_call\b|\bsystem (?:prompt|message)\b|\bjson schema\b|```|https?:\/\/|\bwww\./i;

/** Keeps the machine's inside inside: ids, tool names, JSON, links nobody gave, and runs of the prompt's own words. */
export class LeakGuard {
  private readonly runs: ReadonlySet<string>;
  /** Short sentences and headings of the prompt, which no run of seven words covers. */
  private readonly lines: readonly string[];

  /** @param secrets the prompt's rules; what a caller may hear of the clinic is not among them. */
  constructor(secrets: string) {
    const words = wordsOf(secrets);
    this.runs = new Set(
      words.slice(0, Math.max(0, words.length - RUN + 1)).map((_word, at) => words.slice(at, at + RUN).join(' ')),
    );
    this.lines = secrets
      .split(/[\n.]/)
      .map((line) => wordsOf(line))
      .filter((line) => line.length >= SHORTEST_LINE)
      .map((line) => ` ${line.join(' ')} `);
  }

  /** The kind of leak in these words, if any. */
  leakIn(text: string): string | undefined {
    if (UUID.test(text)) return 'id';
    if (MACHINE.test(text)) return 'machine';
    if (TOOL_NAMES.some((name) => text.includes(name))) return 'tool';
    const words = wordsOf(text);
    const whole = ` ${words.join(' ')} `;
    if (this.lines.some((line) => whole.includes(line))) return 'prompt';
    return words.some((_word, at) => this.runs.has(words.slice(at, at + RUN).join(' '))) ? 'prompt' : undefined;
  }
}
