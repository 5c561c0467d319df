/**
 * A uniform of one happening that depends on *which* mark it is and not on how many were drawn before it.
 *
 * A stream hands out numbers in order, so one more base among the targets would give every later mark of the attack
 * another number, and two strategies would differ by luck as well as by policy. Here the mark is a function of
 * (happening, purpose, entity): what the mark of a base is stays what it is, whichever other bases exist and in
 * whichever order they are asked. That is what keeps common random numbers common.
 *
 * `keyA` and `keyB` name the happening (a stream's key and the number of the attack in it, say), `purposeKey` what the
 * mark decides ({@link keyOf} of a text), `counter` the entity or the draw within it. All four are read as 32-bit
 * integers. The value lies on the lattice (n + ½)/2³², so never 0 and never 1; n is MurmurHash3 (x86, 32 bits, seed 0)
 * of the four as sixteen little-endian bytes (Appleby, public domain). It is no cipher. A happening comes down to 32
 * bits: two of one `keyA` never share them, but among a hundred thousand of many `keyA` about one pair shares all its
 * marks.
 */
export function markUniform(keyA: number, keyB: number, purposeKey: number, counter: number): number {
  return markOf(absorb(happeningPrefix(keyA, keyB), purposeKey), counter);
}

/** What the marks of one happening have in common. */
export function happeningPrefix(keyA: number, keyB: number): number {
  return absorb(absorb(0, keyA), keyB);
}

/** What those of one purpose among them have in common, for {@link markOf}. */
export function markPrefix(happening: number, purposeKey: number): number {
  return absorb(happening, purposeKey);
}

/** The same as {@link markUniform}, of a prefix: one step in place of four for each of many entities. */
export function markOf(prefix: number, counter: number): number {
  // As absorb and finish do it, written out: every attack asks this of every base.
  const spread = Math.imul(counter, 0xcc9e2d51);
  const mixed = prefix ^ Math.imul((spread << 15) | (spread >>> 17), 0x1b873593);
  const hash = (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) ^ byteCount;
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return ((second ^ (second >>> 16)) >>> 0) * 2 ** -32 + 2 ** -33;
}

/** A well-mixed 32-bit key (0 … 2³² − 1) of a text: FNV-1a over its UTF-16 code units, then MurmurHash3's finaliser. */
export function keyOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return finish(hash);
}

const byteCount = 16;

function absorb(hash: number, word: number): number {
  const spread = Math.imul(word, 0xcc9e2d51);
  const block = Math.imul((spread << 15) | (spread >>> 17), 0x1b873593);
  const mixed = hash ^ block;
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** Unsigned: every output bit depends on every input bit. */
function finish(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}
