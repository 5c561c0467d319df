import { createRequire } from 'node:module';
import { sizeOf } from './place-in-mm.js';

/** Turns an SVG of {@link renderSvg} into PNG bytes, `scale` pixels to the px of the drawing, set in the Inter that is shipped. */
export async function renderPng(svg: string, { scale = 2 }: { readonly scale?: number } = {}): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round(scale * sizeOf(svg).width) },
    background: 'white',
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  });
  return image.render().asPng();
}

/** Regular and SemiBold as TTF: resvg reads no woff. */
function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return ['400Regular', '600SemiBold'].map((face) => resolve(`@expo-google-fonts/inter/${face}/Inter_${face}.ttf`));
}
