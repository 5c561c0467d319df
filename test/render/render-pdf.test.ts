import { describe, expect, it } from 'vitest';
import { frame } from '../../src/figures/theme.js';
import { pageOf } from '../../src/figures/index.js';
import { renderPdf, renderSvg } from '../../src/render/index.js';

const caption = { title: 'Attacks, fewer', subtitle: ['Seed 1. Model output, not observation.'], alt: 'Two words.' };
const svgOf = (widthMm: number) => {
  const page = pageOf({ theme: 'print', widthMm, lang: 'en' });
  return renderSvg({
    ...frame({ caption, page }),
    data: { values: [{ a: 1 }, { a: 2 }] },
    mark: { type: 'point', filled: true },
    encoding: { x: { field: 'a', type: 'quantitative' } },
  });
};

describe('a PDF', () => {
  it('is one page as large as the figure on paper', async () => {
    const svg = await svgOf(85);
    const pdf = Buffer.from(await renderPdf(svg, caption)).toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.\d/);
    const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect(Number(width)).toBeCloseTo((85 * 72) / 25.4, 1);
    const heightMm = Number(/ height="([\d.]+)mm"/.exec(svg)?.[1]);
    expect(Number(height)).toBeCloseTo((heightMm * 72) / 25.4, 0);
    expect(pdf).toContain('/Count 1');
  });

  it('holds letters of Inter, both weights, and no picture', async () => {
    const pdf = Buffer.from(await renderPdf(await svgOf(170), caption)).toString('latin1');
    expect(pdf).toMatch(/\/BaseFont \/[A-Z]{6}\+Inter-Regular/);
    expect(pdf).toMatch(/\/BaseFont \/[A-Z]{6}\+Inter-SemiBold/);
    expect(pdf).toContain('/FontFile2');
    expect(pdf).not.toContain('/Subtype /Image');
  });

  it('is the same bytes each time, and tells its title', async () => {
    const svg = await svgOf(339);
    const once = Buffer.from(await renderPdf(svg, caption));
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.from(await renderPdf(svg, caption)).equals(once)).toBe(true);
    expect(once.toString('latin1')).toContain('(Attacks, fewer)');
  });
});
