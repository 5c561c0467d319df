import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { drawFigures } from '../../src/cli/figure-set.js';
import { pageOf, usualLook } from '../../src/figures/index.js';
import { renderSvg } from '../../src/render/index.js';
import { madeUpDetail } from '../experiment/made-up-detail.js';
import { smallResults, worstResults } from '../experiment/small-results.js';
import { madeUpGeography } from './made-up-geography.js';
import { encodedFields, objectsIn } from './spec-walk.js';

const record = [
  { date: '2020-03-16', base: 'Base 0', scope: 'base', mode: 'rocket' },
  { date: '2020-03-30', base: 'Base 1', scope: 'base', mode: 'rocket' },
];
const regimes = [{ name: 'truce', firstDay: '2020-04-01', lastDay: '2020-04-20', gate: 0.2 }];
const usual = () => smallResults({ record, until: '2020-05-14', regimes });
const news = [
  'quantile-dots',
  'weekly-by-base',
  'base-by-week',
  'causes-over-time',
  'by-month',
  'record',
  'map-before-after',
  'convergence',
];
const { 'forty bases with long names': forty, 'one replication': one } = worstResults;
const column = pageOf({ ...usualLook, widthMm: 85 });
const slide = pageOf({ ...usualLook, theme: 'dark', widthMm: 339 });
const cases = [
  { name: 'usual', results: usual, page: pageOf(usualLook) },
  { name: 'in a narrow column', results: usual, page: column },
  { name: 'on a dark slide', results: usual, page: slide },
  { name: 'forty bases', results: forty!, page: column },
  { name: 'one replication', results: one!, page: pageOf(usualLook) },
];

describe.each(cases)('figures of replications in detail: $name', ({ results, page }) => {
  const found = results();
  const drawings = drawFigures(found, { geography: madeUpGeography, page, detail: madeUpDetail(found) });

  it.each(drawings.filter(({ name }) => news.includes(name)))(
    '$name reads only its rows, computes nothing, names its axes, and is drawn inside its width',
    async ({ name, spec }) => {
      for (const { field, rows } of encodedFields(spec)) for (const row of rows) expect(row).toHaveProperty(field);
      for (const object of objectsIn(spec))
        for (const key of ['transform', 'aggregate', 'bin', 'timeUnit', 'impute'])
          expect(object).not.toHaveProperty(key);
      const axes = objectsIn(compile(spec).spec).flatMap(({ axes: some }) => (Array.isArray(some) ? some : []));
      for (const axis of axes) if (axis.labels !== false) expect(String(axis.title ?? '')).not.toBe('');
      const warnings: string[] = [];
      const svg = await renderSvg(spec, (text) => warnings.push(text));
      expect(warnings).toEqual([]);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|…/);
      const [, width = ''] = /viewBox="0 0 (\d+)/.exec(svg) ?? [];
      expect(Number(width)).toBeLessThanOrEqual(page.width + 8);
      expect(spec.description).toContain(
        name === 'record' ? 'Observation, no model' : 'Model output, not observation.',
      );
    },
  );
});

it('figures that would be empty are left out', () => {
  const bare = smallResults({ bases: 1, firstReplication: [] });
  const detail = madeUpDetail(bare, { none: true });
  const drawn = drawFigures(bare, { geography: madeUpGeography, page: column, detail }).map(({ name }) => name);
  for (const name of [
    'weekly-by-base',
    'base-by-week',
    'causes-over-time',
    'record',
    'map-before-after',
    'personnel-by-contingent',
  ])
    expect(drawn).not.toContain(name);
  const told = drawFigures(usual(), { geography: madeUpGeography, page: column }).map(({ name }) => name);
  expect(told).not.toContain('weekly-by-base');
});

describe('specs', () => {
  const results = smallResults({ n: 2, bases: 2, record, until: '2020-05-14', regimes });
  const drawings = drawFigures(results, {
    geography: madeUpGeography,
    page: pageOf(usualLook),
    detail: madeUpDetail(results),
  });
  it.each(
    drawings.filter(({ name }) =>
      ['weekly-by-base', 'base-by-week', 'causes-over-time', 'map-before-after'].includes(name),
    ),
  )('of $name stay as they are, to four figures', ({ spec }) => {
    const four: unknown = JSON.parse(JSON.stringify(spec), (_, part: unknown) =>
      typeof part === 'number' ? Number(part.toPrecision(4)) : part,
    );
    expect(four).toMatchSnapshot();
  });
});
