import { compile } from 'vega-lite';
import { describe, expect, test } from 'vitest';
import { timelineCaption, timelineRows } from '../../src/experiment/tables/index.js';
import type { Trace } from '../../src/experiment/trace.js';
import { pageOf, traceFigures, usualLook } from '../../src/figures/index.js';
import { renderSvg } from '../../src/render/index.js';
import { busy, traceOf } from '../experiment/story/busy-scenario.js';
import { plain } from '../model/small-scenario.js';
import { encodedFields, objectsIn } from './spec-walk.js';

const page = pageOf(usualLook);
const drawingOf = (trace: Trace) => {
  const rows = timelineRows(trace);
  return { rows, spec: traceFigures.timeline.make(rows, { caption: timelineCaption(trace, rows), page }) };
};
const militias = plain.actors.militias;
const cases: Readonly<Record<string, () => Trace>> = {
  'everything there is': () => traceOf(busy, 3),
  'no attack and nobody who moves': () =>
    traceOf({ ...plain, actors: { militias: { ...militias, baselinePerDay: 0 } } }, 0),
  'hundreds of attacks': () => traceOf({ ...plain, actors: { militias: { ...militias, baselinePerDay: 5 } } }, 0),
  'bases with long names': () =>
    traceOf(
      {
        ...plain,
        title: 'What a long title that somebody wrote without thinking of the width of a page does to a figure '.repeat(
          2,
        ),
        bases: Object.fromEntries(
          Array.from({ length: 20 }, (_, b) => [
            `base${b}`,
            {
              name: `Headquarters of the joint operations command, northern annex ${b}`,
              location: { lat: 0, lon: b },
              garrison: { us: 10 },
            },
          ]),
        ),
      },
      0,
    ),
};

describe.each(Object.entries(cases))('the timeline of a replication with %s', (_, trace) => {
  const { rows, spec } = drawingOf(trace());

  test('reads only fields that its rows have, and computes nothing', () => {
    for (const { field, rows: read } of encodedFields(spec)) for (const row of read) expect(row).toHaveProperty(field);
    for (const object of objectsIn(spec))
      for (const key of ['transform', 'aggregate', 'bin', 'timeUnit', 'impute']) expect(object).not.toHaveProperty(key);
  });

  test('is drawn without a warning, inside its width, with no text cut', async () => {
    const warnings: string[] = [];
    const svg = await renderSvg(spec, (text) => warnings.push(text));
    expect(warnings).toEqual([]);
    expect(svg).not.toMatch(/…|NaN|undefined|Infinity/);
    const [, width = ''] = / viewBox="0 0 (\d+) /.exec(svg) ?? [];
    expect(Number(width)).toBeLessThanOrEqual(page.width + 8);
  });

  test('names every axis, begins personnel at zero, and says that it is model output', () => {
    const parts = objectsIn(compile(spec).spec);
    for (const axis of parts.flatMap(({ axes }) => (Array.isArray(axes) ? axes : [])))
      if (axis.labels !== false) expect(String(axis.title ?? '')).not.toBe('');
    for (const { name, type, domain } of parts.flatMap(({ scales }) => (Array.isArray(scales) ? scales : [])))
      if (/(^|_)y$/.test(name) && type === 'linear') expect(domain[1] === 0 || domain[0] === 0, name).toBe(true);
    expect(spec.description).toContain('Model output, not observation.');
  });

  test('has flat rows', () => {
    for (const row of rows) for (const cell of Object.values(row)) expect(typeof cell).not.toBe('object');
  });
});

describe('rows of the timeline', () => {
  const traces = Array.from({ length: 6 }, (_, replication) => traceOf(busy, replication));

  test('hold every attack once, with its harm, in the lane where it fell', () => {
    for (const trace of traces) {
      const rows = timelineRows(trace);
      const attacks = rows.filter((row) => row.part === 'attack');
      const sum = (name: string): number => trace.outcomes.get(name)!;
      expect(attacks).toHaveLength(sum('attacks') + sum('attacksOnHandedOver'));
      expect(attacks.reduce((total, { killed }) => total + killed, 0)).toBe(sum('killed'));
      expect(attacks.reduce((total, { wounded }) => total + wounded, 0)).toBe(sum('wounded'));
      expect(attacks.filter(({ cause }) => cause === 'strikes').length).toBeGreaterThanOrEqual(
        sum('attacksProvokedByStrikes'),
      );
      const lanes = rows.flatMap((row) => (row.part === 'lane' ? [row.place] : []));
      for (const { place } of attacks) expect(lanes).toContain(place);
    }
  });

  test('hold regimes as long as they held: days in the truce are those of the outcome', () => {
    for (const trace of traces) {
      const days = timelineRows(trace).reduce(
        (sum, row) => sum + (row.part === 'regime' && row.name === 'talks truce' ? row.toDay - row.fromDay : 0),
        0,
      );
      expect(days).toBeCloseTo(trace.outcomes.get('regimeDays.talks truce')!, 9);
    }
  });
});

test('the spec of a small replication stays as it is, to four figures', () => {
  const { spec } = drawingOf(
    traceOf({ ...plain, end: '2020-02-10', strikes: { events: [{ day: '2020-01-20', name: 'raid' }] } }, 1),
  );
  expect(
    JSON.parse(JSON.stringify(spec), (_, part: unknown) =>
      typeof part === 'number' ? Number(part.toPrecision(4)) : part,
    ),
  ).toMatchSnapshot();
});
