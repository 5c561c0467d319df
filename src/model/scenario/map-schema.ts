import { z } from 'zod';
import { ringRule } from '../ring.js';
import { source, text } from './texts.js';

// A map of the scenario's own, for a country that is in no atlas: an invented one, a region, a training exercise.

const mostCorners = 2000;

const corner = z
  .array(z.number({ error: 'must be a number of degrees' }))
  .check((context) => {
    const [lon = NaN, lat = NaN, ...more] = context.value;
    if (more.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 85) return;
    const message =
      'must be [longitude, latitude] in degrees east (-180 to 180) and north (-85 to 85), in the order of GeoJSON';
    context.issues.push({ code: 'custom', input: context.value, message });
  })
  .describe('A corner: [longitude, latitude] in degrees.');

const ring = z
  .array(corner)
  .min(3, { error: 'must have at least three corners' })
  .max(mostCorners, { error: `must have at most ${mostCorners} corners: a town-level map needs no more` })
  .check((context) => {
    const message = context.value.length < 3 ? undefined : ringRule(context.value);
    if (message !== undefined) context.issues.push({ code: 'custom', input: context.value, message });
  });

const neighbour = z
  .strictObject({
    name: text('What it is called.').optional(),
    outline: ring.describe('Its corners in order. Sides that the countries share had better have the same corners.'),
  })
  .describe('A country beside it, drawn as a background.');

const city = z
  .strictObject({
    name: text('What it is called.'),
    lat: z.number().min(-85).max(85).describe('Degrees north.'),
    lon: z.number().min(-180).max(180).describe('Degrees east.'),
  })
  .describe('A town, for orientation only.');

export const mapSchema = z
  .strictObject({
    name: text('What the country is called.'),
    outline: ring.describe('Corners of the mainland in order, each [longitude, latitude]; closing it is optional.'),
    islands: z
      .array(ring)
      .default([])
      .describe('Outlines of further parts of the country, written like the mainland’s.'),
    neighbours: z.array(neighbour).default([]).describe('Countries beside it. Default: none, all else is sea.'),
    cities: z.array(city).default([]).describe('Towns for orientation; they play no part in the simulation.'),
    source,
    note: z.string().optional(),
  })
  .describe('A map of the scenario’s own, in place of `country`. It is drawn and plays no part in the simulation.');

export type ScenarioMap = z.output<typeof mapSchema>;
