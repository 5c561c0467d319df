import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageOf, themes, usualLook, type Theme } from '../src/figures/index.js';
import { renderPng, renderSvg } from '../src/render/index.js';
import { galleryCases, type GalleryFigure } from './gallery-cases.js';

// `npm run gallery` ends here: docs/gallery/THEME.png, every figure in every width, to scale.

const folder = fileURLToPath(new URL('.', import.meta.url));
const widthsMm = [85, 170, 339];
const pxPerMm = 2.4;
const gap = 12;
const ground: Record<Theme, string> = { print: '#d9d9d9', screen: '#d9d9d9', dark: '#4d4d4d' };

interface Thumb {
  readonly png: string;
  readonly width: number;
  readonly height: number;
}

const stored = readdirSync(join(folder, 'data')).map((file) =>
  JSON.parse(readFileSync(join(folder, 'data', file), 'utf8')),
);
const figures = galleryCases(stored)['example']!();
const target = join(folder, '../docs/gallery');
mkdirSync(target, { recursive: true });
for (const theme of themes) {
  const rows: Thumb[][] = [];
  for (const figure of figures)
    rows.push(await Promise.all(widthsMm.map((widthMm) => thumbOf(figure, theme, widthMm))));
  const png = await renderPng(sheet(rows, ground[theme]), { scale: 1 });
  writeFileSync(join(target, `${theme}.png`), png);
  process.stdout.write(`docs/gallery/${theme}.png: ${Math.round(png.length / 1000)} kB\n`);
}

async function thumbOf(figure: GalleryFigure, theme: Theme, widthMm: number): Promise<Thumb> {
  const svg = await renderSvg(figure.draw(pageOf({ ...usualLook, theme, widthMm })));
  const [, x = '', y = ''] = / viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const width = widthMm * pxPerMm;
  const height = (width * Number(y)) / Number(x);
  return { png: Buffer.from(await renderPng(svg, { scale: 1 })).toString('base64'), width, height };
}

/** A row a figure, its widths side by side. */
function sheet(rows: readonly Thumb[][], colour: string): string {
  const width = widthsMm.reduce((sum, widthMm) => sum + widthMm * pxPerMm + gap, gap);
  let y = gap;
  const images: string[] = [];
  for (const row of rows) {
    let x = gap;
    for (const thumb of row) {
      const place = `x="${x}" y="${y}" width="${thumb.width}" height="${thumb.height}"`;
      images.push(`<image ${place} href="data:image/png;base64,${thumb.png}"/>`);
      x += thumb.width + gap;
    }
    y += Math.max(...row.map(({ height }) => height)) + gap;
  }
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(y)}"`;
  const box = `viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(y)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box} ${size}><rect ${size} fill="${colour}"/>${images.join('')}</svg>`;
}
