/**
 * The model writes a comma where a voice stays up at its end, as in a name told alone: one in five of what callers say. A sound that is
 * over goes on no further, and who waits for its end would wait for more.
 */
export function withoutOpenEnd(text: string): string {
  return text.replace(/\s*[,;:]+$/, '.');
}
