import type { Tool, ToolName, ToolResult } from '../tools/tool';

/** A write acts once in a turn: a second one, in parallel or in another round, needs the caller's next words. */
export function actsAgain(acted: ReadonlySet<ToolName>, tool: Tool): boolean {
  return tool.writes && acted.has(tool.name);
}

/** What the same call, name and arguments, has been answered in this turn; undefined when it is new. */
export function answeredBefore(done: ReadonlyMap<string, ToolResult>, intent: string): ToolResult | undefined {
  return done.get(intent);
}
