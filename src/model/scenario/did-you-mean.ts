import { closest, distance } from 'fastest-levenshtein';

/** The known word that is near enough to be what was meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(
    word.toLowerCase(),
    known.map((name) => name.toLowerCase()),
  );
  const allowed = Math.max(1, Math.ceil(word.length / 3));
  return distance(word.toLowerCase(), near) <= allowed ? known.find((name) => name.toLowerCase() === near) : undefined;
}

/** "did you mean toBase?" where one of the known words is near enough to be a slip; else the list, where it is short. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const near = nearest(word, known);
  if (near !== undefined) return `did you mean ${near}?`;
  return known.length > 0 && known.length <= 16 ? `known are ${known.join(', ')}` : undefined;
}
