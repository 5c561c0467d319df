import fc from 'fast-check';
import * as vega from 'vega';
import { describe, expect, it } from 'vitest';
import { placeInLanes } from '../../src/figures/lanes.js';
import { fitProjection } from '../../src/figures/map-projection.js';
import { overlap, placeLabels } from '../../src/figures/place-labels.js';
import { placeTowns } from '../../src/figures/place-towns.js';
import { textWidth } from '../../src/figures/text-width.js';
import { size } from '../../src/figures/theme.js';
import { madeUpGeography } from './made-up-geography.js';

const room = { width: 600, least: 300, most: 620, margin: 20 };

describe('the projection', () => {
  it('puts places where Vega’s Mercator with the same scale and translation does', () => {
    const { at, scale, translate } = fitProjection([{ lon: 44, lat: 33 }], madeUpGeography, room);
    // With one argument it looks a projection up; its types know only the two that register one.
    const create: () => D3Projection = Reflect.apply(vega.projection, undefined, ['mercator']);
    const mercator = create().scale(scale).translate(translate);
    for (const [lon, lat] of [
      [41, 29],
      [44.3, 33.3],
      [49, 36],
    ] as const) {
      const { x, y } = at({ lon, lat });
      const [expectedX, expectedY] = mercator([lon, lat]);
      expect(x).toBeCloseTo(expectedX, 8);
      expect(y).toBeCloseTo(expectedY, 8);
    }
  });

  it('keeps the country and every base inside the map', () => {
    const place = fc.record({
      lon: fc.double({ min: -179, max: 179, noNaN: true }),
      lat: fc.double({ min: -80, max: 80, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), fc.boolean(), (bases, withCountry) => {
        const map = fitProjection(bases, withCountry ? madeUpGeography : { neighbours: [] }, room);
        for (const base of bases) {
          const { x, y } = map.at(base);
          expect(x).toBeGreaterThanOrEqual(room.margin - 1e-6);
          expect(x).toBeLessThanOrEqual(room.width - room.margin + 1e-6);
          expect(y).toBeGreaterThanOrEqual(room.margin - 1);
          expect(y).toBeLessThanOrEqual(map.height - room.margin + 1);
        }
      }),
    );
  });

  it('measures a degree of latitude in the middle as 111 km', () => {
    const { at, kmPerPx } = fitProjection([{ lon: 44, lat: 33 }], { neighbours: [] }, room);
    const px = at({ lon: 44, lat: 32.95 }).y - at({ lon: 44, lat: 33.05 }).y;
    expect(px * kmPerPx).toBeCloseTo(11.12, 1);
  });
});

interface D3Projection {
  scale(scale: number): D3Projection;
  translate(translate: [number, number]): D3Projection;
  (place: readonly [number, number]): [number, number];
}

describe('labels on a map', () => {
  // Baghdad's sites and their neighbours, in px of a map of Iraq 612 px wide.
  const iraq = [
    [236, 277, 19],
    [323, 107, 17],
    [339, 313, 14],
    [348, 310, 11],
    [340, 294, 11],
    [362, 318, 5],
    [346, 266, 4],
    [302, 308, 4],
    [276, 139, 4],
    [341, 157, 4],
    [337, 310, 4],
    [276, 99, 4],
    [158, 237, 4],
  ].map(([x = 0, y = 0, radius = 0], i) => ({ x, y, radius, labelWidth: 90 + ((i * 37) % 110), labelHeight: 17 }));
  const map = { width: 612, height: 620, lines: [], blocked: [] };

  it('never overlap each other around a crowded capital, and stay on the map', () => {
    const labels = placeLabels(iraq, map).filter((label) => label !== undefined);
    expect(labels).toHaveLength(13);
    labels.forEach((a, i) => {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(map.width);
      for (const b of labels.slice(i + 1)) {
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart).toBe(true);
      }
    });
  });

  it('come out the same every time', () => {
    expect(placeLabels(iraq, map)).toEqual(placeLabels(iraq, map));
  });
});

describe('towns on a map', () => {
  const map = fitProjection([{ lon: 44, lat: 33 }], madeUpGeography, room);
  const city = fc.record({
    name: fc.string({ minLength: 1, maxLength: 14 }),
    lon: fc.double({ min: 40, max: 50, noNaN: true }),
    lat: fc.double({ min: 28, max: 37, noNaN: true }),
  });

  it('keep their names on the map, off each other and off what is there already', () => {
    const base = { left: 280, top: 280, right: 360, bottom: 330 };
    fc.assert(
      fc.property(fc.array(city, { maxLength: 30 }), (cities) => {
        const towns = placeTowns(cities, { map, blocked: [base] });
        const boxes = towns.map(({ left, top, text }) => {
          return { left, top, right: left + textWidth(text, { size: size.text }), bottom: top + size.lineHeight - 3 };
        });
        boxes.forEach((box, i) => {
          expect(Math.min(box.left, box.top, map.width - box.right, map.height - box.bottom)).toBeGreaterThanOrEqual(0);
          for (const other of [base, ...boxes.slice(i + 1)]) expect(overlap(box, other)).toBe(0);
        });
      }),
    );
  });

  it('come in the order given: of two in one place the first is named', () => {
    const here = { lon: 45, lat: 31 };
    const towns = placeTowns(
      [
        { name: 'Large', ...here },
        { name: 'Small', ...here },
      ],
      { map, blocked: [] },
    );
    expect(towns.map(({ text }) => text)).toEqual(['Large']);
  });
});

describe('lanes', () => {
  it('keep names of overlapping regimes apart, and every name inside the panel', () => {
    const stretches = [
      { name: 'a rather long name of a regime', start: 500, end: 560 },
      { name: 'truce', start: 480, end: 600 },
      { name: 'later', start: 0, end: 20 },
    ];
    const { placed, height } = placeInLanes(stretches, 600);
    expect(height).toBe(2 * 28);
    for (const { textStart } of placed) expect(textStart).toBeGreaterThanOrEqual(0);
    const first = placed.find(({ name }) => name === 'truce')!;
    const second = placed.find(({ name }) => name.startsWith('a rather'))!;
    expect(first.bar).not.toBe(second.bar);
  });
});
