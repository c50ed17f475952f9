/** A line end that the text goes on behind: of a "\r" at its end it is not known yet whether it is half of "\r\n". */
const LINE_END = /\r\n|\r(?!$)|\n/;

/**
 * The data of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html), from text that comes in
 * pieces of any size. An event that was not ended by an empty line is none.
 */
export class StreamedData {
  private rest = '';
  private lines: string[] = [];

  /** @returns the data of each event that has come whole. */
  push(text: string): string[] {
    const lines = (this.rest + text).split(LINE_END);
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.take(line) ?? []);
  }

  private take(line: string): string | undefined {
    if (line.startsWith('data:')) this.lines.push(line.slice(line[5] === ' ' ? 6 : 5));
    if (line !== '' || this.lines.length === 0) return undefined;
    return this.lines.splice(0).join('\n');
  }
}
