import type { World } from '../../src/model/world.js';

/** Persons of a contingent at bases and on the way, counted one by one. */
export function countInTheatre(world: World, contingent: number): number {
  let persons = 0;
  for (let base = 0; base < world.bases; base++) persons += world.present[base * world.contingents + contingent] ?? NaN;
  for (const place of world.underWay) persons += world.convoys[place]?.counts[contingent] ?? NaN;
  return persons;
}

/** The fewest persons of a contingent at a base or on the way. */
export function fewestAnywhere(world: World): number {
  const onTheWay = world.underWay.flatMap((place) => [...(world.convoys[place]?.counts ?? [])]);
  return Math.min(...world.present, ...onTheWay);
}
