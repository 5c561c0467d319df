import { describe, expect, test } from 'vitest';
import { faultText } from '../../../src/model/scenario/fault.js';
import { basesOffMap } from '../../../src/model/scenario/map-faults.js';
import { readScenario } from '../../../src/model/scenario/read-scenario.js';
import { plain, readOrFail } from '../small-scenario.js';

const outline = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
];

function faultsOf(map: unknown, more: object = {}): string[] {
  const read = readScenario({ ...plain, ...more, map });
  return read.kind === 'faults' ? read.faults.map(faultText) : [];
}

describe('a map of the scenario’s own', () => {
  test('needs a name and an outline, no more', () => {
    expect(readOrFail({ ...plain, map: { name: 'Nowhere', outline } }).map).toMatchObject({
      islands: [],
      neighbours: [],
      cities: [],
    });
  });

  test('is absent from a scenario that has none', () => {
    expect(readOrFail(plain)).not.toHaveProperty('map');
  });

  test('stands in place of a country, not beside it', () => {
    expect(faultsOf({ name: 'Nowhere', outline }, { country: 'Iraq' })).toEqual([
      'map must not be given beside country, which is a map too; leave one of the two out',
    ]);
  });

  test('tells all that is wrong with it at once, with path and value', () => {
    const faults = faultsOf({
      outline: [...outline.slice(0, 3), [44.3, 133.5], 'here'],
      islands: [outline.slice(0, 2), [...outline.slice(0, 2), [-1, 1], [1, 1]]],
      neighbours: [{ name: 'Next', outline: [[0, 1, 2]] }],
      cities: [{ name: 'Town', lat: 99, lon: 0 }],
    });
    expect(faults).toEqual([
      'map.name must be given',
      expect.stringMatching(/^map\.outline\[3\] must be \[longitude, latitude\] .*, got \[44\.3,133\.5\]$/u),
      'map.outline[4] must be a list, got "here"',
      expect.stringMatching(/^map\.islands\[0\] must have at least three corners, got/u),
      expect.stringMatching(/^map\.islands\[1\] must not cross itself/u),
      expect.stringMatching(/^map\.neighbours\[0\]\.outline\[0\] must be \[longitude, latitude\]/u),
      expect.stringMatching(/^map\.neighbours\[0\]\.outline must have at least three corners/u),
      'map.cities[0].lat must be at most 85, got 99',
    ]);
  });

  test('knows the bases that lie in no part of it', () => {
    const at = (lon: number, lat: number) => ({ location: { lon, lat }, garrison: { us: 10 } });
    const islands = [outline.map(([lon = 0, lat = 0]) => [lon + 5, lat])];
    const bases = { inland: at(0.9, 0.5), island: at(5, 0), sea: at(3, 0), swapped: at(0, 5) };
    expect(basesOffMap(readOrFail({ ...plain, bases, map: { name: 'Nowhere', outline, islands } }))).toEqual([
      'sea',
      'swapped',
    ]);
    expect(basesOffMap(readOrFail({ ...plain, bases }))).toEqual([]);
  });
});
