/** How many rows were left out for each kind of reason, the commonest first. */
export function countsByReason(leftOut: readonly { readonly reason: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return new Map([...counts].toSorted(([, a], [, b]) => b - a));
}
