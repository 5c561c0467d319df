import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { galleryCases } from '../../gallery/gallery-cases.js';
import { allFigures, pageOf, themes, usualLook } from '../../src/figures/index.js';
import { renderSvg } from '../../src/render/index.js';

const folder = new URL('../../gallery/data/', import.meta.url);
const stored = readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
const cases = galleryCases(stored);

test('the gallery has every figure', () => {
  expect(cases['example']!().map(({ name }) => name)).toEqual(allFigures.map(({ name }) => name));
});

describe.each(cases['example']!())('$name', ({ draw }) => {
  // Themes change colours and widths places: each of both once.
  test.each(themes.map((theme, i) => [theme, [85, 170, 339][i]!] as const))(
    'is drawn without a warning on %s, %i mm wide, inside that width',
    async (theme, widthMm) => {
      const warnings: string[] = [];
      const page = pageOf({ ...usualLook, theme, widthMm });
      const svg = await renderSvg(draw(page), (text) => warnings.push(text));
      expect(warnings).toEqual([]);
      const [, width = ''] = / viewBox="0 0 ([\d.]+) /.exec(svg) ?? [];
      expect(Number(width)).toBeLessThanOrEqual(page.width + 8);
    },
  );
});

describe.each(Object.entries(cases).filter(([name]) => name !== 'example'))('worst data: %s', (_, figures) => {
  test.each([85, 339])('every figure is drawn %i mm wide without a warning', async (widthMm) => {
    const page = pageOf({ ...usualLook, widthMm });
    for (const { name, draw } of figures()) {
      const warnings: string[] = [];
      const svg = await renderSvg(draw(page), (text) => warnings.push(text));
      expect([name, warnings]).toEqual([name, []]);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
