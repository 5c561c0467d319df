import type { Geography } from '../../src/figures/geography.js';

/** A square country with the made-up bases in it, and a neighbour to the east. */
export const madeUpGeography: Geography = {
  country: square('Square', { west: 41, south: 29, east: 49, north: 36 }),
  neighbours: [square('Neighbour', { west: 49, south: 29, east: 53, north: 36 })],
};

function square(name: string, box: { west: number; south: number; east: number; north: number }) {
  const { west, south, east, north } = box;
  // Clockwise, as d3 wants a ring around the smaller part of the sphere.
  const ring = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
  return {
    type: 'Feature' as const,
    properties: { name },
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  };
}
