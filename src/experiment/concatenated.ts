import type { Chunk } from './run-replications.js';

/** Chunks that follow each other without a gap become one; in the order of their replications. */
export function concatenated(chunks: readonly Chunk[]): Chunk[] {
  const groups: Chunk[][] = [];
  for (const chunk of chunks.toSorted((a, b) => a.from - b.from)) {
    const last = groups.at(-1);
    if (last?.at(-1)?.to === chunk.from) last.push(chunk);
    else groups.push([chunk]);
  }
  return groups.map((group) => ({
    from: group[0]!.from,
    to: group.at(-1)!.to,
    values: joined(group.map(({ values }) => values)),
    weeklyAttacks: joined(group.map(({ weeklyAttacks }) => weeklyAttacks)),
    weeklyPersonAttacks: joined(group.map(({ weeklyPersonAttacks }) => weeklyPersonAttacks)),
    weeklyPersonDays: joined(group.map(({ weeklyPersonDays }) => weeklyPersonDays)),
    failures: group.flatMap(({ failures }) => failures),
  }));
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
