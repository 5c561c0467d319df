import { closest, distance } from 'fastest-levenshtein';

/** "did you mean toBase?" where one of the known words is near enough to be a slip; else the list, where it is short. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(
    word.toLowerCase(),
    known.map((name) => name.toLowerCase()),
  );
  const match = known.find((name) => name.toLowerCase() === near);
  if (match !== undefined && distance(word.toLowerCase(), near) <= Math.max(1, Math.ceil(word.length / 3))) {
    return `did you mean ${match}?`;
  }
  return known.length <= 16 ? `known are ${known.join(', ')}` : undefined;
}
