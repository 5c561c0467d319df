import { textWidth } from './text-width.js';
import { size } from './theme.js';
import { wrapText } from './wrap-text.js';

const LONGEST = 190;
const LINE = 18;

/** Keys of scenarios as they stand beside a panel, in lines, and the room they take. */
export interface ScenarioNames {
  readonly width: number;
  /** Height of one scenario's row, px. */
  readonly step: number;
  readonly rows: readonly { readonly scenario: string; readonly lines: readonly string[] }[];
}

/** Keys in lines of at most 190 px. */
export function scenarioNames(scenarios: readonly string[]): ScenarioNames {
  const style = { size: size.text };
  const rows = scenarios.map((scenario) => ({
    scenario,
    lines: nameLines(scenario, LONGEST),
  }));
  const widths = rows.flatMap(({ lines }) => lines.map((line) => textWidth(line, style)));
  const most = Math.max(1, ...rows.map(({ lines }) => lines.length));
  return { width: Math.ceil(Math.max(0, ...widths)), step: most === 1 ? 27 : most * LINE + 8, rows };
}

/** Breaks a name or a key that is wider than `width` px where a word begins: at a space, a hyphen or a capital. */
export function nameLines(scenario: string, width: number): string[] {
  const style = { size: size.text };
  if (textWidth(scenario, style) <= width) return [scenario];
  // A break is a space with a mark, taken out again where the line goes on.
  const words = scenario.replace(/([-_])(?=.)/g, '$1 \u200b').replace(/([a-z])([A-Z])/g, '$1 \u200b$2');
  return wrapText(words, { ...style, width }).map((line) => line.replace(/ ?\u200b/g, ''));
}

/** One layer for each number of lines: Vega sets the first of several where a single one would be. */
export function nameLayers(
  { rows }: ScenarioNames,
  y: { field: string; type: 'nominal'; axis: null; scale: { domain: string[] } },
) {
  return [...new Set(rows.map(({ lines }) => lines.length))].map((count) => ({
    data: {
      values: rows
        .filter(({ lines }) => lines.length === count)
        .map(({ scenario, lines }) => ({ scenario, text: lines.join('\n') })),
    },
    mark: {
      type: 'text' as const,
      align: 'right' as const,
      baseline: 'middle' as const,
      lineBreak: '\n',
      lineHeight: LINE,
      dy: (-(count - 1) * LINE) / 2,
    },
    encoding: { x: { value: -10 }, y, text: { field: 'text' } },
  }));
}
