/** Answers of a pure function of one text, kept while there are few of them: a turn asks for the same ones again and again. */
export function remembered<Answer>(answer: (text: string) => Answer, most = 1_000): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const made = answer(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
