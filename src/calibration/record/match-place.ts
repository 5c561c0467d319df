import { greatCircleKm } from '../../model/great-circle.js';
import { nearest } from '../../model/scenario/did-you-mean.js';
import { isListed } from './plain-name.js';
import type { RawRow, Reason } from './raw-row.js';
import type { RecordRules } from './record-rules.js';
import type { RecordWorld } from './record-world.js';

/** The base a row fell on and what told it, or why none did. */
export type PlaceMatch =
  | { readonly kind: 'base'; readonly base: string; readonly by: 'name' | 'distance' }
  | ({ readonly kind: 'none' } & Reason);

/**
 * The base of a row: by a name that the scenario or the rules give it; else the only one within reach of its position
 * (great circle). Between two within reach nobody can choose but the analyst.
 */
export function matchPlace(
  { place, at }: Pick<RawRow, 'place' | 'at'>,
  { world, rules }: { readonly world: RecordWorld; readonly rules: Pick<RecordRules, 'places' | 'withinKm'> },
): PlaceMatch {
  const namesOf = (key: string, names: readonly string[]): string[] => [...names, ...(rules.places[key] ?? [])];
  const named = world.bases.filter(({ key, names }) => isListed(place, namesOf(key, names)));
  const [only] = named;
  if (only && named.length === 1) return { kind: 'base', base: only.key, by: 'name' };
  if (only)
    return several(
      place,
      named.map(({ key }) => key),
    );

  const byDistance = at
    ? world.bases.map(({ key, location }) => ({ key, km: greatCircleKm(at, location) })).toSorted((a, b) => a.km - b.km)
    : [];
  const [near] = byDistance;
  const within = byDistance.filter(({ km }) => km <= rules.withinKm);
  if (near && within.length === 1) return { kind: 'base', base: near.key, by: 'distance' };
  if (within.length > 1)
    return several(
      place,
      within.map(({ key, km }) => `${key} (${km.toFixed(1)} km)`),
    );
  const meant = nearest(
    place,
    world.bases.flatMap(({ names }) => names),
  );
  const ways = [
    ...(meant === undefined ? [] : [`did you mean ${meant}?`]),
    near
      ? `the nearest base is ${near.key}, ${near.km.toFixed(near.km < 10 ? 1 : 0)} km off`
      : 'it has no position of its own',
  ];
  return {
    kind: 'none',
    reason: 'no base of the scenario',
    why: `${place || 'a place without a name'}: ${ways.join('; ')}`,
  };
}

function several(place: string, keys: readonly string[]): PlaceMatch {
  return {
    kind: 'none',
    reason: 'more than one base of the scenario',
    why: `${place || 'a place without a name'} may be ${keys.join(' or ')}: name it under places in the rules`,
  };
}
