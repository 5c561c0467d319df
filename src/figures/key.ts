import type { Page } from './page.js';
import { pixels, type Layer, type Panel } from './panel.js';
import { textWidth } from './text-width.js';
import { size } from './theme.js';

/** What one sign of a figure means. */
export interface KeyItem {
  readonly sign: 'bar' | 'line' | 'dashes' | 'stroke' | 'dot' | 'ring' | 'diamond' | 'square';
  readonly colour: string;
  readonly label: string;
}

/** The nested central intervals of the replications. */
export function levelKey({ colour, words }: Page): KeyItem[] {
  return [
    { sign: 'bar', colour: colour.level50, label: words.level50 },
    { sign: 'bar', colour: colour.level80, label: words.level80 },
    { sign: 'bar', colour: colour.level95, label: words.level95 },
  ];
}

/** The mean of the replications, as a ring. */
export function meanKey({ colour, words }: Page): KeyItem {
  return { sign: 'ring', colour: colour.accentStrong, label: words.mean };
}

/** What was observed, as dots. */
export function recordKey({ colour, words }: Page): KeyItem {
  return { sign: 'dot', colour: colour.observed, label: words.record };
}

const SIGN = 16;
const GAP = 6;
const BETWEEN = 18;

/** A key in as many lines as it needs, above panels `width` px wide; it begins `left` px before them, under the caption. */
export function keyPanel(
  items: readonly KeyItem[],
  { page, width, left }: { readonly page: Page; readonly width: number; readonly left: number },
): Panel {
  const { colour } = page;
  const rows = place(items, { width: width + left, left });
  const lines = 1 + Math.max(0, ...rows.map(({ line }) => line));
  const height = lines * size.lineHeight;
  const x = (field: string) => ({ field, ...pixels([0, width]) });
  const y = { field: 'y', ...pixels([height, 0]) };
  const fill = { field: 'colour', type: 'nominal', scale: null } as const;
  const signs = (sign: KeyItem['sign'], layer: Layer): Layer[] => {
    const values = rows.filter((row) => row.sign === sign);
    return values.length === 0 ? [] : [{ ...layer, data: { values } }];
  };
  return {
    width,
    height,
    layer: [
      ...signs('bar', {
        mark: { type: 'rule', strokeWidth: 12 },
        encoding: { x: x('signStart'), x2: { field: 'signEnd' }, y, color: fill },
      }),
      ...signs('line', {
        mark: { type: 'rule', strokeWidth: 2.5 },
        encoding: { x: x('signStart'), x2: { field: 'signEnd' }, y, color: fill },
      }),
      ...signs('dashes', {
        mark: { type: 'rule', strokeWidth: 1.5, strokeDash: [4, 3] },
        encoding: { x: x('signStart'), x2: { field: 'signEnd' }, y, color: fill },
      }),
      ...signs('stroke', {
        mark: { type: 'tick', orient: 'vertical', size: 9, thickness: 1.2 },
        encoding: { x: x('signMiddle'), y, color: fill },
      }),
      ...signs('dot', {
        mark: { type: 'point', filled: true, size: 70, opacity: 1 },
        encoding: { x: x('signMiddle'), y, color: fill },
      }),
      ...signs('diamond', {
        mark: { type: 'point', filled: true, shape: 'diamond', size: 90, opacity: 1 },
        encoding: { x: x('signMiddle'), y, color: fill },
      }),
      ...signs('square', {
        mark: { type: 'point', filled: true, shape: 'square', size: 18, opacity: 1 },
        encoding: { x: x('signMiddle'), y, color: fill },
      }),
      ...signs('ring', {
        mark: { type: 'point', filled: true, fill: colour.ground, strokeWidth: 2, size: 75, opacity: 1 },
        encoding: { x: x('signMiddle'), y, stroke: fill },
      }),
      {
        data: { values: rows },
        mark: { type: 'text', align: 'left', baseline: 'middle', color: colour.text },
        encoding: { x: x('textStart'), y, text: { field: 'label' } },
      },
    ],
  };
}

function place(items: readonly KeyItem[], { width, left: before }: { readonly width: number; readonly left: number }) {
  let [line, left] = [0, 0];
  return items.map((item) => {
    const textStart = SIGN + GAP;
    const length = textStart + textWidth(item.label, { size: size.text });
    if (left > 0 && left + length > width) [line, left] = [line + 1, 0];
    const row = {
      ...item,
      line,
      y: (line + 0.5) * size.lineHeight,
      signStart: left - before,
      signMiddle: left - before + SIGN / 2,
      signEnd: left - before + SIGN,
      textStart: left - before + textStart,
    };
    left += length + BETWEEN;
    return row;
  });
}
