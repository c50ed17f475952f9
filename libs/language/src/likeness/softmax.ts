/**
 * Probability of each label, in order, from the weights of what was seen: summed, and eased by how much was seen.
 * @param scale what weights were multiplied by.
 * @param count how much was seen, where its weights are summed already.
 */
export function chancesOf(
  seen: readonly ArrayLike<number>[],
  labels: number,
  scale = 1,
  count = seen.length,
): number[] {
  const sums = new Array<number>(labels).fill(0);
  for (const weights of seen) for (let at = 0; at < labels; at++) sums[at] = (sums[at] ?? 0) + (weights[at] ?? 0);
  const root = Math.sqrt(Math.max(1, count)) * scale;
  const most = Math.max(...sums) / root;
  const powers = sums.map((sum) => Math.exp(sum / root - most));
  const whole = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / whole);
}
