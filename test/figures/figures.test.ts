import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { drawFigures } from '../../src/cli/figure-set.js';
import { figures, pageOf, usualLook } from '../../src/figures/index.js';
import { textWidth } from '../../src/figures/text-width.js';
import { size } from '../../src/figures/theme.js';
import { renderSvg } from '../../src/render/index.js';
import { smallResults, worstResults } from '../experiment/small-results.js';
import { madeUpGeography } from './made-up-geography.js';
import { encodedFields, objectsIn } from './spec-walk.js';

const record = [
  { date: '2020-03-16', base: 'Base 0', scope: 'base', mode: 'rocket' },
  { date: '2020-03-30', base: 'Base 1', scope: 'base', mode: 'rocket' },
];
const regimes = [{ name: 'truce', firstDay: '2020-04-01', lastDay: '2020-04-20', gate: 0.2 }];
const firstReplication = [
  { kind: 'departure', day: 1, base: 'base1', toBase: 'base0', persons: 100, name: 'hand-over of base1' },
  { kind: 'arrival', day: 2, toBase: 'base0', persons: 100 },
  { kind: 'handOver', day: 2, base: 'base1', name: 'hand-over of base1' },
] as const;

/** The last day of the period. */
const until = '2020-05-14';
const usual = () => smallResults({ record, until, regimes, firstReplication });
const page = pageOf(usualLook);
const drawn = { geography: madeUpGeography, page };
const windows = {
  april: { firstDay: '2020-04-01', lastDay: '2020-04-30' },
  march: { firstDay: '2020-03-16', lastDay: '2020-03-31' },
};
const cases = { usual, windows: () => smallResults({ record, until, windows }), ...worstResults };

describe.each(Object.entries(cases))('figures of results with: %s', (_, results) => {
  const drawings = drawFigures(results(), drawn);

  describe.each(drawings)('$name', ({ name: figure, spec }) => {
    it('reads only fields that its rows have', () => {
      const fields = encodedFields(spec);
      expect(fields.length).toBeGreaterThan(0);
      for (const { field, rows } of fields) for (const row of rows) expect(row).toHaveProperty(field);
    });

    it('computes nothing: no transform, aggregate, bin or time unit', () => {
      for (const object of objectsIn(spec))
        for (const key of ['transform', 'aggregate', 'bin', 'timeUnit', 'impute'])
          expect(object).not.toHaveProperty(key);
    });

    it('is drawn without a warning, inside its width, with no text cut', async () => {
      const warnings: string[] = [];
      const svg = await renderSvg(spec, (text) => warnings.push(text));
      expect(warnings).toEqual([]);
      expect(svg).not.toContain('…');
      const [, width = '', height = ''] = / width="170mm" height="[\d.]+mm" viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
      expect(Number(width)).toBeGreaterThanOrEqual(page.width);
      expect(Number(width)).toBeLessThanOrEqual(page.width + 8);
      expect(Number(height)).toBeGreaterThan(150);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    });

    it('names every axis that carries numbers', () => {
      const axes = objectsIn(compile(spec).spec).flatMap(({ axes }) => (Array.isArray(axes) ? axes : []));
      for (const axis of axes) if (axis.labels !== false) expect(String(axis.title ?? '')).not.toBe('');
    });

    it('begins every scale of a count at zero', () => {
      const scales = objectsIn(compile(spec).spec).flatMap(({ scales }) => (Array.isArray(scales) ? scales : []));
      for (const { name, type, zero, domain } of scales) {
        if (!/(^|_)y$/.test(name) || type !== 'linear') continue;
        const inPixels = Array.isArray(domain) && domain[1] === 0;
        expect(zero === true || inPixels || (Array.isArray(domain) && domain[0] === 0), name).toBe(true);
      }
    });

    it('says in words what it shows, and that it is model output', () => {
      const says = figure === figures.record.name ? 'Observation, no model' : 'Model output, not observation.';
      expect(spec.description).toContain(says);
      expect(spec.description!.length).toBeGreaterThan(100);
    });

    it('wraps its title instead of cutting it', () => {
      const title = spec.title;
      if (typeof title !== 'object' || !('text' in title)) throw new Error('a figure has a title');
      for (const line of [title.text].flat())
        expect(textWidth(String(line), { size: size.title, bold: true })).toBeLessThanOrEqual(page.contentWidth);
      for (const line of [title.subtitle].flat())
        expect(textWidth(String(line), { size: size.text })).toBeLessThanOrEqual(page.contentWidth);
    });
  });
});

describe('the set of figures', () => {
  it('draws every figure there is, once, in one order', () => {
    const names = Object.values(figures).map(({ name }) => name);
    const inOrder = drawFigures(usual(), drawn).map(({ name }) => name);
    // What needs windows, several contingents or replications in detail is not there.
    expect(inOrder).toEqual(names.filter((name) => inOrder.includes(name)));
    const { byWindow, weeklyByBase, baseByWeek, causes, byMonth, contingents, mapBeforeAfter } = figures;
    const left = names.filter((name) => !inOrder.includes(name));
    expect(left).toEqual(
      [weeklyByBase, baseByWeek, causes, byWindow, byMonth, contingents, mapBeforeAfter].map(({ name }) => name),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('draws a map without a country: bases on a graticule', async () => {
    const drawings = drawFigures(usual(), { page, geography: { neighbours: [] } });
    const { spec } = drawings.find(({ name }) => name === figures.map.name)!;
    expect(JSON.stringify(spec)).toContain('graticule');
    expect(await renderSvg(spec)).toContain('<path');
  });

  it('draws the same bytes every time, whatever was drawn between', async () => {
    const drawings = drawFigures(usual(), drawn);
    const once: string[] = [];
    for (const { spec } of drawings) once.push(await renderSvg(spec));
    const again = await Promise.all([...drawings].reverse().map(({ spec }) => renderSvg(spec)));
    expect(again.reverse()).toEqual(once);
  });

  it('gives rows that are flat: texts, numbers and nothing nested', () => {
    for (const { rows } of drawFigures(usual(), drawn))
      for (const row of rows)
        for (const cell of Object.values(row)) expect(cell === null || typeof cell !== 'object').toBe(true);
  });
});

describe('specs', () => {
  it.each(drawFigures(smallResults({ n: 2, bases: 2, record, until, regimes, firstReplication }), drawn))(
    'of $name stay as they are, to four figures',
    ({ spec }) => {
      expect(fourFigures(spec)).toMatchSnapshot();
    },
  );
});

function fourFigures(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'number' ? Number(part.toPrecision(4)) : part,
  );
}
