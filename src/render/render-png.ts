import { encodePng } from './encode-png.js';
import { fontFiles } from './font-files.js';
import { sizeOf } from './place-in-mm.js';

/**
 * Turns an SVG of {@link renderSvg} into PNG bytes, `scale` pixels to the px of the drawing, set in the Inter that is
 * shipped. Works beside this thread, so that two can be drawn at a time.
 */
export function renderPng(svg: string, about: { readonly scale?: number } = {}): Promise<Uint8Array> {
  const drawn = (turns[next] ?? Promise.resolve()).then(() => draw(svg, about));
  turns[next] = drawn.then(
    () => undefined,
    () => undefined,
  );
  next = (next + 1) % atOnce;
  return drawn;
}

/** So many at a time: each holds several times its pixels, of which a page has two million. */
const atOnce = 2;
const turns: Promise<void>[] = [];
let next = 0;

async function draw(svg: string, { scale = 2 }: { readonly scale?: number }): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: Math.round(scale * sizeOf(svg).width) },
    background: 'white',
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(fontFiles()),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
  });
  const { width, height, pixels } = image;
  return encodePng({ width, height, pixels });
}
