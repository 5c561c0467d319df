import { ringHolds } from '../ring.js';
import type { Fault } from './fault.js';
import { field } from './reference-faults.js';
import type { Scenario } from './schema.js';

/** A scenario is drawn on a country of the atlas or on a map of its own, not on both. */
export function mapFaults(input: unknown): Fault[] {
  if (field(input, 'map') === undefined || field(input, 'country') === undefined) return [];
  const hint = 'leave one of the two out';
  return [{ path: 'map', rule: 'must not be given beside country, which is a map too', hint }];
}

/** Keys of bases that lie in no part of the scenario's own map; none where it has no map of its own. */
export function basesOffMap({ map, bases }: Scenario): string[] {
  if (!map) return [];
  const land = [map.outline, ...map.islands];
  return Object.entries(bases).flatMap(([key, { location }]) =>
    land.some((ring) => ringHolds(ring, location)) ? [] : [key],
  );
}
