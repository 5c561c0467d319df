import { describe, expect, it } from 'vitest';
import { drawComparison } from '../../src/cli/comparison-figure-set.js';
import { drawFigures } from '../../src/cli/figure-set.js';
import { compareStrategies } from '../../src/experiment/compare/index.js';
import { allFigures, pageOf, themes, type Look } from '../../src/figures/index.js';
import { renderSvg } from '../../src/render/index.js';
import { attacks, madeUpStrategy } from '../experiment/compare/made-up-strategy.js';
import { smallResults, worstResults } from '../experiment/small-results.js';
import { madeUpGeography } from './made-up-geography.js';

const looks: readonly Look[] = [
  { theme: 'print', widthMm: 80, lang: 'en' },
  { theme: 'screen', widthMm: 85, lang: 'en' },
  { theme: 'dark', widthMm: 339, lang: 'en' },
];
const regimes = [{ name: 'truce', firstDay: '2020-04-01', lastDay: '2020-04-20', gate: 0.2 }];
const record = [{ date: '2020-03-16', base: 'Base 0', scope: 'base', mode: 'rocket' }];
const values = (shift: number) => Array.from({ length: 30 }, (_, r) => shift + ((r * 7) % 11));
const strategies = Array.from({ length: 12 }, (_, i) =>
  madeUpStrategy(i % 2 ? `stay${i}` : `leaveTheNorthAtOnceAndTheRestInSixMonthsByRoadAndByAir${i}`, {
    attacks: values(i),
  }),
);
const comparison = compareStrategies(strategies, [{ ...attacks, indifference: 0.5 }]);

function drawAll(look: Look) {
  const page = pageOf(look);
  const drawn = { geography: madeUpGeography, page };
  const usual = drawFigures(smallResults({ regimes, record, until: '2020-05-14', country: 'Iraq' }), drawn);
  // Once is enough: placing forty names takes its time.
  const worst = look.theme === 'print' ? drawFigures(worstResults['forty bases with long names']!(), drawn) : [];
  return [...usual, ...worst, ...drawComparison({ comparison, title: 'A made-up study', seed: 4, page })];
}

describe.each(looks)('figures at $widthMm mm in the theme $theme', (look) => {
  const page = pageOf(look);
  const drawings = drawAll(look);

  it.each(drawings)('$name is drawn whole, as wide as asked, in type of at least 7 points', async ({ spec }) => {
    const warnings: string[] = [];
    const svg = await renderSvg(spec, (text) => warnings.push(text));
    expect(warnings).toEqual([]);
    expect(svg).not.toMatch(/…|NaN|undefined|Infinity/);
    const [, width = '', drawn = ''] = /^<svg[^>]* width="([\d.]+)mm"[^>]* viewBox="0 0 ([\d.]+) /.exec(svg) ?? [];
    expect(Number(width)).toBe(look.widthMm);
    // What sticks out is made to fit: two per cent at most.
    expect(Number(drawn)).toBeLessThanOrEqual(1.02 * page.width);
    const type = [...svg.matchAll(/font-size="([\d.]+)px"/g)].map(([, px]) => Number(px));
    const points = (Math.min(...type) * (look.widthMm / Number(drawn)) * 72) / 25.4;
    expect(points).toBeGreaterThanOrEqual(7);
  });

  it.each(drawings)('$name uses no colour that is not of the theme', ({ spec }) => {
    const own = new Set(Object.values(page.colour));
    const used = JSON.stringify({ ...spec, usermeta: undefined }).match(/#[0-9a-f]{6}|"white"|"black"|rgba?\(/g) ?? [];
    expect(used.filter((colour) => !own.has(colour))).toEqual([]);
  });
});

describe('a theme', () => {
  it.each(themes)('%s has text that can be read, and intervals in one order of lightness', (theme) => {
    const { colour } = pageOf({ theme, widthMm: 170, lang: 'en' });
    for (const ink of [colour.text, colour.faint, colour.observed, colour.accentStrong])
      for (const ground of [colour.ground, colour.land, colour.neighbour, colour.sea])
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    const nested = [colour.ground, colour.level95, colour.level80, colour.level50, colour.accentStrong];
    const steps = nested.slice(1).map((inner, i) => contrast(inner, nested[i]!));
    for (const step of steps.slice(0, 3)) expect(step).toBeGreaterThan(1.2);
    const light = nested.slice(0, 4).map(luminance);
    expect(light).toEqual([...light].sort((a, b) => (theme === 'dark' ? a - b : b - a)));
  });

  it('has the record black on paper, and white in the dark', () => {
    const observed = themes.map((theme) => pageOf({ theme, widthMm: 170, lang: 'en' }).colour.observed);
    expect(observed).toEqual(['#000000', '#000000', '#ffffff']);
  });
});

it('no two figures have one name', () => {
  const names = allFigures.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

/** Relative luminance and contrast of WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
