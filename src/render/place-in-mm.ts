/** The width of a figure: in px of its drawing, and on paper. */
interface Placing {
  readonly width: number;
  readonly widthMm: number;
}

/**
 * Gives a drawing its size on paper; what is drawn keeps its px, in the view box. A drawing narrower than its page gets
 * the page's room on the right, one that sticks out is made to fit.
 */
export function placeInMm(svg: string, { width, widthMm }: Placing): string {
  const drawn = sizeOf(svg);
  const wide = Math.max(width, drawn.width);
  const heightMm = Math.round((100 * drawn.height * widthMm) / wide) / 100;
  const size = `width="${drawn.width}" height="${drawn.height}"`;
  return svg
    .replace(`${size} viewBox="0 0 ${drawn.width} ${drawn.height}"`, () => {
      return `width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${wide} ${drawn.height}"`;
    })
    .replace(`<rect ${size}`, `<rect width="${wide}" height="${drawn.height}"`);
}

/** Width and height of a drawing's view box, px. */
export function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /^<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined) throw new Error('an SVG of a figure must have a view box');
  return { width: Number(width), height: Number(height) };
}

/** Width on paper, mm; 96 px to the inch where it is given in px. */
export function widthMmOf(svg: string): number {
  const [, width, unit] = /^<svg[^>]* width="([\d.]+)(mm)?"/.exec(svg) ?? [];
  if (width === undefined) throw new Error('an SVG of a figure must have a width');
  return unit === 'mm' ? Number(width) : (Number(width) * 25.4) / 96;
}

/** Where a spec says how wide it is; a spec that was not made here may not. */
export function placingOf(usermeta: object | undefined): Placing | undefined {
  const width: unknown = Reflect.get(usermeta ?? {}, 'width');
  const widthMm: unknown = Reflect.get(usermeta ?? {}, 'widthMm');
  return typeof width === 'number' && typeof widthMm === 'number' ? { width, widthMm } : undefined;
}
