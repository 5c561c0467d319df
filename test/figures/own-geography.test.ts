import { describe, expect, it } from 'vitest';
import { drawFigures } from '../../src/cli/figure-set.js';
import { fitProjection } from '../../src/figures/map-projection.js';
import { layoutMap } from '../../src/figures/map-layout.js';
import { ownGeography, pageOf, usualLook } from '../../src/figures/index.js';
import { renderSvg } from '../../src/render/index.js';
import { smallResults } from '../experiment/small-results.js';
import { madeUpGeography } from './made-up-geography.js';

/** The made-up square country again, as a scenario writes it: corners only. */
const corners = [
  [41, 29],
  [49, 29],
  [49, 36],
  [41, 36],
];
const map = { name: 'Square', outline: corners, islands: [], neighbours: [], cities: [] };
const room = { width: 600, least: 300, most: 620, margin: 20 };

describe('the outline that a scenario brings', () => {
  it('is closed and clockwise, whichever way round it was written', () => {
    const same = [corners, corners.toReversed(), [...corners, [41, 29]], [...corners, [41, 29]].toReversed()];
    for (const outline of same) {
      const { country } = ownGeography({ ...map, outline });
      const ring = country?.geometry.type === 'MultiPolygon' ? (country.geometry.coordinates[0]?.[0] ?? []) : [];
      expect(ring).toHaveLength(5);
      expect(ring[0]).toEqual(ring[4]);
      // d3 takes a clockwise ring for its inside.
      expect(ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + ringTerm(ring[i], x, y), 0)).toBeLessThan(0);
    }
  });

  it('is fitted into the panel as a country of the atlas is', () => {
    const bases = [{ lon: 44, lat: 33 }];
    const { scale, translate, height } = fitProjection(bases, madeUpGeography, room);
    expect(fitProjection(bases, ownGeography(map), room)).toMatchObject({ scale, translate, height });
  });

  it('is drawn with its islands, its neighbours and its towns, and says where it is from', async () => {
    const geography = ownGeography({
      ...map,
      islands: [corners.map(([lon = 0, lat = 0]) => [51 + (lon - 41) / 8, lat])],
      neighbours: [{ name: 'Beside', outline: corners.map(([lon = 0, lat = 0]) => [lon - 8, lat]) }],
      cities: [
        { name: 'Middletown', lat: 32, lon: 45 },
        { name: 'Far away', lat: 60, lon: 0 },
      ],
    });
    const drawing = drawFigures(smallResults({}), { geography, page: pageOf(usualLook) }).find(
      ({ name }) => name === 'map',
    );
    const warnings: string[] = [];
    const svg = await renderSvg(drawing!.spec, (text) => warnings.push(text));
    expect(warnings).toEqual([]);
    expect(svg).toContain('Middletown');
    expect(svg).toContain('Outline of Square as the scenario gives it.');
    expect(svg).toContain('towns');
    expect(svg).not.toContain('Far away');
  });

  it('leaves the layout of bases alone: towns give way to their names', () => {
    const rows = Array.from({ length: 5 }, (_, i) => ({
      part: 'base' as const,
      base: `b${i}`,
      name: `A base with a long name, the ${i}th`,
      lat: 32,
      lon: 44 + i / 50,
      attacks: i,
      attacksLabel: String(i),
      status: 'hosting' as const,
    }));
    const cities = Array.from({ length: 30 }, (_, i) => ({ name: `Town number ${i}`, lat: 32, lon: 44 + i / 90 }));
    expect(layoutMap(rows, { page: pageOf(usualLook), geography: ownGeography({ ...map, cities }) }).unlabelled).toBe(
      0,
    );
  });
});

function ringTerm([x = 0, y = 0]: readonly number[] = [], nextX: number, nextY: number): number {
  return x * nextY - nextX * y;
}
