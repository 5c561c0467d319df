import type { Page } from './page.js';
import { pixels, type Panel } from './panel.js';
import { textWidth } from './text-width.js';
import { size } from './theme.js';

/** Shades from the ground to the accent's strongest, even in lightness, for values from 0 to `most`. */
export function shadeScale(most: number, { colour }: Page): { domain: number[]; range: string[]; interpolate: 'rgb' } {
  const top = most > 0 ? most : 1;
  return {
    domain: [0, 0.25, 0.5, 0.75, 1].map((share) => share * top),
    range: [colour.ground, colour.level95, colour.level80, colour.level50, colour.accentStrong],
    interpolate: 'rgb',
  };
}

/** Shades for differences from −most to `most`: of the accent where they are below zero, of the band's edge where above. */
export function differenceScale(most: number, { colour }: Page): ReturnType<typeof shadeScale> {
  const top = most > 0 ? most : 1;
  return {
    domain: [-1, -0.5, 0, 0.5, 1].map((share) => share * top),
    range: [colour.level50, colour.level95, colour.ground, colour.band, colour.bandEdge],
    interpolate: 'rgb',
  };
}

const STEPS = 24;
const STEP = 5;
const GAP = 8;

/** What shades mean: a strip from 0 (of differences from −most) to `most` with its label, and the blank ones. It begins `left` px before panels `width` px wide. */
export function shadeKey(
  of: { readonly most: number; readonly label: string; readonly blank?: string; readonly isDifference?: boolean },
  { page, width, left }: { readonly page: Page; readonly width: number; readonly left: number },
): Panel {
  const { colour } = page;
  const numberOf = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 2 });
  const [least, scale] = of.isDifference ? [-of.most, differenceScale] : [0, shadeScale];
  const begin = least < 0 ? `−${numberOf(of.most)}` : '0';
  const end = `${numberOf(of.most)} ${of.label}`;
  const wide = (text: string): number => textWidth(text, { size: size.text });
  const stripStart = wide(begin) + GAP - left;
  const stripEnd = stripStart + STEPS * STEP;
  const blankStart = stripEnd + 3 * GAP + wide(end);
  const fits = of.blank === undefined || blankStart + 16 + GAP + wide(of.blank) <= width;
  const second = fits ? { at: blankStart, y: 0.5 } : { at: -left, y: 1.5 };
  const height = (fits ? 1 : 2) * size.lineHeight;
  const x = (field: string) => ({ field, ...pixels([0, width]) });
  const y = { field: 'y', ...pixels([height, 0]) };
  const middle = 0.5 * size.lineHeight;
  const texts = [
    { at: -left, y: middle, text: begin },
    { at: stripEnd + GAP, y: middle, text: end },
    ...(of.blank === undefined ? [] : [{ at: second.at + 16 + GAP, y: second.y * size.lineHeight, text: of.blank }]),
  ];
  const strip = Array.from({ length: STEPS }, (_, step) => ({
    from: stripStart + step * STEP,
    to: stripStart + (step + 1) * STEP,
    y: middle,
    value: least + ((step + 0.5) / STEPS) * (of.most > 0 ? of.most - least : 1),
  }));
  return {
    width,
    height,
    layer: [
      {
        data: { values: [{ from: stripStart - 1, to: stripEnd + 1, y: middle }] },
        mark: { type: 'rule', strokeWidth: 14, color: colour.grid },
        encoding: { x: x('from'), x2: { field: 'to' }, y },
      },
      {
        data: { values: strip },
        mark: { type: 'rule', strokeWidth: 12 },
        encoding: {
          x: x('from'),
          x2: { field: 'to' },
          y,
          color: { field: 'value', type: 'quantitative', scale: scale(of.most, page), legend: null },
        },
      },
      ...(of.blank === undefined
        ? []
        : [
            {
              data: { values: [{ from: second.at, to: second.at + 16, y: second.y * size.lineHeight }] },
              mark: { type: 'rule' as const, strokeWidth: 12, color: colour.quieter },
              encoding: { x: x('from'), x2: { field: 'to' }, y },
            },
          ]),
      {
        data: { values: texts },
        mark: { type: 'text', align: 'left', baseline: 'middle' },
        encoding: { x: x('at'), y, text: { field: 'text' } },
      },
    ],
  };
}
