/** A circle, px. */
interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const ROUNDS = 400;
/** Between circles that were moved apart. */
const GAP = 1.5;
/** How much of its way home a circle goes back in each round. */
const PULL = 0.02;
/** With more circles than this a map has no room to move them in. */
const MANY = 20;

/**
 * Moves circles apart that would cover each other, as little as that takes: they push each other away and are pulled
 * home, until they stand side by side. Circles that touch none stay where they are. No chance in it.
 */
export function spreadCircles<C extends Circle>(circles: readonly C[]): C[] {
  const at = circles.map(({ x, y }) => ({ x, y }));
  if (circles.length > MANY) return [...circles];
  for (let round = 0; round < ROUNDS; round++) {
    // The last rounds only push, so that nothing overlaps in the end.
    const pull = round < ROUNDS / 2 ? PULL : 0;
    circles.forEach((home, i) => {
      at[i]!.x += pull * (home.x - at[i]!.x);
      at[i]!.y += pull * (home.y - at[i]!.y);
    });
    for (let i = 0; i < circles.length; i++)
      for (let j = i + 1; j < circles.length; j++) {
        const [a, b] = [at[i]!, at[j]!];
        const apart = circles[i]!.radius + circles[j]!.radius + GAP;
        const distance = Math.hypot(b.x - a.x, b.y - a.y);
        if (distance >= apart) continue;
        // On one spot there is no direction: take one that differs for each pair.
        const angle = distance > 0.01 ? Math.atan2(b.y - a.y, b.x - a.x) : i + 2.4 * j;
        // The larger one moves less.
        const share = circles[j]!.radius ** 2 / (circles[i]!.radius ** 2 + circles[j]!.radius ** 2);
        const push = apart - distance;
        a.x -= push * share * Math.cos(angle);
        a.y -= push * share * Math.sin(angle);
        b.x += push * (1 - share) * Math.cos(angle);
        b.y += push * (1 - share) * Math.sin(angle);
      }
  }
  return circles.map((circle, i) => ({ ...circle, ...at[i]! }));
}
