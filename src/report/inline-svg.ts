import { escapeHtml, unescapeXml } from './escape.js';
import { markTip, pairsOf } from './mark-tips.js';
import type { Figure } from './report.js';

interface InPage {
  /** Begins every id of the drawing, so that several can stand in one page. */
  readonly prefix: string;
  /** Names by key: of bases, or of scenarios. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * A drawing to stand in the page: its title is left outside the view, because the page says it;
 * marks carry what they say when pointed at, and whose they are. For programs that read aloud it is one image with its
 * alternative text. Texts are laid out for Inter, which the page carries.
 */
export function inlineSvg(figure: Pick<Figure, 'svg' | 'alt' | 'rows'>, { prefix, names }: InPage): string {
  const body = figure.svg.slice(figure.svg.indexOf('<svg'));
  const [, width = '', height = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(body) ?? [];
  const [, placedWidth = width, placedHeight = height] = / width="([^"]+)" height="([^"]+)"/.exec(body) ?? [];
  const top = titleBottom(body);
  const inner = body
    .slice(body.indexOf('>') + 1)
    .replaceAll(/ id="([^"]+)"/g, ` id="${prefix}-$1"`)
    .replaceAll(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
    .replaceAll(/xlink:href="#([^"]+)"/g, `xlink:href="#${prefix}-$1"`)
    .replaceAll(/<(\w+)([^<>]*?)(\/?)>(?:([^<]*)(?=<\/text>))?/g, (...found) => {
      const [, tag = '', attributes = '', closing = '', text] = found.map((part: unknown) =>
        typeof part === 'string' ? part : undefined,
      );
      return elementOf({ tag, attributes, closing, text }, figure, names);
    });
  const view = `0 ${top} ${width} ${Number(height) - top}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="${view}" ` +
    `data-whole="0 0 ${width} ${height}" data-placed="${placedWidth} ${placedHeight}" width="${width}" height="${Number(height) - top}" ` +
    `role="img" aria-label="${escapeHtml(figure.alt)}">${inner}`
  );
}

interface Element {
  readonly tag: string;
  readonly attributes: string;
  readonly closing: string;
  readonly text: string | undefined;
}

function elementOf(
  { tag, attributes, closing, text }: Element,
  { rows }: Pick<Figure, 'rows'>,
  names: ReadonlyMap<string, string>,
): string {
  const isTold = attributes.includes(' aria-');
  const label = isTold ? / aria-label="([^"]*)"/.exec(attributes)?.[1] : undefined;
  const isSilent = !isTold && !attributes.includes(' role=');
  let kept = isSilent ? attributes : attributes.replaceAll(/ (?:role|aria-[a-z]+)="[^"]*"/g, '');
  if (label !== undefined && tag === 'path') {
    const path = / d="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const tip = markTip(
      { label, path, isLine: / aria-roledescription="(line|area|trail) mark/.test(attributes) },
      { rows, names },
    );
    if (tip?.kind === 'one') kept += ` data-tip="${escapeHtml(tip.text)}"`;
    if (tip?.kind === 'along') kept += ` data-along="${escapeHtml(tip.texts.join('|'))}"`;
  }
  const whose = tag === 'path' || tag === 'line' || tag === 'text' ? subjectOf(label, text, names) : undefined;
  if (whose !== undefined) kept += ` data-of="${escapeHtml(whose)}"`;
  return `<${tag}${kept}${closing}>${text ?? ''}`;
}

/** Whose mark it is: by a key in its label, or by a text that is a name or a key. */
function subjectOf(
  label: string | undefined,
  text: string | undefined,
  names: ReadonlyMap<string, string>,
): string | undefined {
  const pairs = label === undefined ? undefined : pairsOf(unescapeXml(label));
  for (const [key, value] of pairs ?? [])
    if (['base', 'scenario', 'strategy', 'place', 'name'].includes(key)) {
      const found = keyOf(value, names);
      if (found !== undefined) return found;
    }
  return text === undefined ? undefined : keyOf(unescapeXml(text), names);
}

function keyOf(text: string, names: ReadonlyMap<string, string>): string | undefined {
  if (names.has(text)) return text;
  return [...names].find(([, name]) => name === text)?.[0];
}

/** How far down the title and the lines under it reach, with a little air; 0 where there is none to be found. */
export function titleBottom(svg: string): number {
  const at = svg.lastIndexOf('class="mark-group role-title"');
  const root = /<g [^>]*transform="translate\(([-\d.]+),([-\d.]+)\)"><g class="mark-group role-frame root"/.exec(svg);
  if (at < 0 || !root) return 0;
  const title = svg.slice(at);
  const group = /transform="translate\([-\d.]+,([-\d.]+)\)"/.exec(title);
  const last = [...title.matchAll(/<text [^>]*transform="translate\([-\d.]+,([-\d.]+)\)"[^>]*>(.*?)<\/text>/g)].at(-1);
  if (!group || !last) return 0;
  const steps = [...(last[2] ?? '').matchAll(/ dy="([\d.]+)"/g)].reduce((sum, [, step]) => sum + Number(step), 0);
  return Math.max(0, Math.round(Number(root[2]) + Number(group[1]) + Number(last[1]) + steps + 8));
}
