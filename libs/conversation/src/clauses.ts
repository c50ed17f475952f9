/** A full stop that ends no sentence: titles, initials, "p. m.", "No. 5". */
const ABBREVIATION = /(?:^|[\s(])(?:drs?|dra|mrs?|ms|sra?|srta|st|prof|no|núm|approx|ext|vs|\p{L}|[ap]\.\s?m)\.$/iu;
/** "3:00 p.m. Would you": half a day before a capital does end one. */
const HALF_DAY_END = /[ap]\.\s?m\.$/i;
const END = /[.!?…]+["'”’)\]]*(?=\s)|\n+/gu;

/** Cuts a stream of words into sentences as they become whole. */
export class SentenceSplitter {
  private buffer = '';

  /** @returns sentences that are surely over; the rest waits for more. */
  push(text: string): string[] {
    this.buffer += text;
    const sentences: string[] = [];
    for (let end = this.findEnd(); end !== undefined; end = this.findEnd()) {
      sentences.push(this.buffer.slice(0, end));
      this.buffer = this.buffer.slice(end);
    }
    return sentences.filter((sentence) => sentence.trim() !== '');
  }

  /** What is left when the stream ends. */
  flush(): string[] {
    const rest = this.buffer;
    this.buffer = '';
    return rest.trim() === '' ? [] : [rest];
  }

  clear(): void {
    this.buffer = '';
  }

  /** A first piece of the unfinished sentence, up to a comma, long enough to be worth speaking. */
  takePiece(leastLength: number, accept: (piece: string) => boolean): string | undefined {
    const comma = Math.max(...[', ', '; ', ' – ', ' — '].map((mark) => this.buffer.lastIndexOf(mark)));
    if (comma < leastLength) return undefined;
    const piece = this.buffer.slice(0, comma + 1);
    if (!accept(piece)) return undefined;
    this.buffer = this.buffer.slice(comma + 1);
    return piece;
  }

  private findEnd(): number | undefined {
    for (const match of this.buffer.matchAll(END)) {
      const end = match.index + match[0].length;
      const before = this.buffer.slice(0, end);
      const following = this.buffer.slice(end).trimStart();
      if (match[0].startsWith('\n') || !ABBREVIATION.test(before)) return end;
      if (HALF_DAY_END.test(before) && /^[\p{Lu}¿¡]/u.test(following)) return end;
    }
    return undefined;
  }
}
