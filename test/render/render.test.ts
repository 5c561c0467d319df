import { describe, expect, it } from 'vitest';
import { loadGeography, renderPng, renderSvg } from '../../src/render/index.js';

const mark = { type: 'text', text: 'Inter 0123', fontSize: 30 } as const;

describe('an SVG', () => {
  it('refuses data that do not stand in the spec', async () => {
    const warnings: string[] = [];
    const svg = await renderSvg(
      { data: { url: 'https://example.org/rows.json' }, mark: 'point', encoding: {} },
      (text) => warnings.push(text),
    );
    expect(warnings.join(' ')).toContain('https://example.org/rows.json');
    expect(svg).toContain('<svg');
  });

  it('tells what the drawing libraries complain of', async () => {
    const warnings: string[] = [];
    await renderSvg(
      { data: { values: [{ a: 1 }] }, mark: 'bar', encoding: { shape: { field: 'a', type: 'nominal' } } },
      (text) => warnings.push(text),
    );
    expect(warnings).not.toEqual([]);
  });
});

describe('a PNG', () => {
  it('is as large as its SVG times the scale', async () => {
    const svg = await renderSvg({
      data: { values: [{}] },
      width: 200,
      height: 50,
      padding: 0,
      mark,
      background: 'white',
    });
    const png = Buffer.from(await renderPng(svg, { scale: 3 }));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    const width = Number(/ viewBox="0 0 (\d+) /.exec(svg)?.[1]);
    expect(png.readUInt32BE(16)).toBe(3 * width);
  });

  it('is set in the font that is shipped: a text leaves ink', async () => {
    const spec = { data: { values: [{}] }, width: 200, height: 50 };
    const written = await renderPng(await renderSvg({ ...spec, mark: { ...mark, font: 'Inter' } }));
    const empty = await renderPng(await renderSvg({ ...spec, mark: { ...mark, text: ' ' } }));
    expect(written.length).toBeGreaterThan(1.5 * empty.length);
  });
});

describe('the outline of a country', () => {
  it('is found by its English name, with those beside it', async () => {
    const { country, neighbours } = await loadGeography('Iraq');
    expect(country?.properties.name).toBe('Iraq');
    const names = neighbours.map(({ properties }) => properties.name);
    expect(names).toEqual(expect.arrayContaining(['Iran', 'Syria', 'Turkey', 'Kuwait', 'Jordan', 'Saudi Arabia']));
    expect(names).not.toContain('Russia');
  });

  it('comes with its towns, the most populous first, and no town of a neighbour', async () => {
    const { cities = [] } = await loadGeography('Iraq');
    expect(cities.slice(0, 3).map(({ name }) => name)).toEqual(['Baghdad', 'Mosul', 'Basra']);
    const names = cities.map(({ name }) => name);
    expect(names).toContain('Kirkuk');
    // Inside the box around Iraq, and outside Iraq.
    for (const abroad of ['Kuwait City', 'Kermanshah', 'Ahvaz', 'Dezful']) expect(names).not.toContain(abroad);
  });

  it('is left out where no country has that name, or none is asked for', async () => {
    expect(await loadGeography('Atlantis')).toEqual({ neighbours: [] });
    expect(await loadGeography(undefined)).toEqual({ neighbours: [] });
  });
});
