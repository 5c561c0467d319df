import type { Layer } from './panel.js';
import { textWidth } from './text-width.js';
import { size } from './theme.js';
import { wrapText } from './wrap-text.js';

const LINE = 18;

/** Names beside the rows of a panel, in lines, and the room they take. */
export interface RowNames {
  readonly width: number;
  /** Height of a row, px. */
  readonly step: number;
  readonly order: string[];
  readonly layers: readonly Layer[];
}

/** Names to the left of a panel whose rows are a nominal scale over their keys; at most `longest` px wide, rows `least` px high. */
export function rowNames(
  rows: readonly { readonly key: string; readonly name: string }[],
  { longest, least }: { readonly longest: number; readonly least: number },
): RowNames {
  const style = { size: size.text };
  const named = rows.map(({ key, name }) => ({ key, lines: wrapText(name, { ...style, width: longest }) }));
  const widths = named.flatMap(({ lines }) => lines.map((line) => textWidth(line, style)));
  const most = Math.max(1, ...named.map(({ lines }) => lines.length));
  const order = rows.map(({ key }) => key);
  const y = { field: 'key', type: 'nominal' as const, axis: null, scale: { domain: order } };
  const layers = [...new Set(named.map(({ lines }) => lines.length))].map((count): Layer => {
    const values = named.filter(({ lines }) => lines.length === count);
    return {
      data: { values: values.map(({ key, lines }) => ({ key, text: lines.join('\n') })) },
      // Vega sets the first of several lines where a single one would be.
      mark: {
        type: 'text',
        align: 'right',
        baseline: 'middle',
        lineBreak: '\n',
        lineHeight: LINE,
        dy: (-(count - 1) * LINE) / 2,
      },
      encoding: { x: { value: -10 }, y, text: { field: 'text' } },
    };
  });
  const step = Math.max(least, most === 1 ? least : most * LINE + 6);
  return { width: Math.ceil(Math.max(0, ...widths)) + 10, step, order, layers };
}
