import { createRequire } from 'node:module';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { didYouMean } from '../model/scenario/did-you-mean.js';
import type { Fault } from '../model/scenario/fault.js';

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** A fault where no country of the atlas has that English name: the map would have no outline. */
export function countryFault(country: string): Fault | undefined {
  const atlas: Atlas = createRequire(import.meta.url)('world-atlas/countries-50m.json');
  const names = atlas.objects.countries.geometries.map(({ properties }) =>
    properties !== undefined && 'name' in properties ? properties.name : '',
  );
  if (names.includes(country)) return undefined;
  return {
    path: 'country',
    value: country,
    rule: 'must be the English name of a country in Natural Earth',
    hint: didYouMean(country, names) ?? 'give a map of your own, or neither for a map without an outline',
  };
}
