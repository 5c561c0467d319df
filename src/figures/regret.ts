import type { TopLevelSpec } from 'vega-lite';
import type { RegretRow } from '../experiment/tables/regret.js';
import type { Page } from './page.js';
import { drawn, pixels, type Panel } from './panel.js';
import { nameLayers, scenarioNames } from './scenario-names.js';
import type { Setting } from './setting.js';
import { textWidth } from './text-width.js';
import { frame, size } from './theme.js';
import { wrapText } from './wrap-text.js';

const NARROWEST = 84;
const ROW = 46;

/** Mean regret as shades and numbers: a row for each scenario, a column for each metric. */
export function regret(rows: readonly RegretRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth, words } = page;
  const names = scenarioNames([...new Set(rows.map(({ scenario }) => scenario))]);
  const left = names.width + 12;
  const metrics = [...new Map(rows.map(({ metric, title }) => [metric, title])).entries()];
  // As many columns as can be read: the first metrics, as a study names them in their order.
  const fitting = metrics.slice(0, Math.max(1, Math.floor((contentWidth - left) / NARROWEST)));
  const step = Math.min(190, (contentWidth - left) / fitting.length);
  const heads = fitting.map(([metric, title]) => ({
    metric,
    lines: headLines(title, step - 10),
  }));
  const most = Math.max(...heads.map(({ lines }) => lines.length));
  const shown = rows.filter(({ metric }) => heads.some((head) => head.metric === metric));
  const height = Math.max(ROW, names.step);
  const y = {
    field: 'scenario',
    type: 'nominal' as const,
    axis: null,
    scale: { domain: names.rows.map(({ scenario }) => scenario), paddingInner: 0.05, paddingOuter: 0 },
  };
  const x = {
    field: 'metric',
    type: 'nominal' as const,
    axis: null,
    scale: { domain: heads.map(({ metric }) => metric), paddingInner: 0.03, paddingOuter: 0 },
  };
  // Light shades only, so that the numbers in them can be read.
  const fill = {
    domain: [0, 0.5, 1],
    range: [colour.ground, colour.level95, colour.level80],
    interpolate: 'rgb' as const,
  };
  const number = { type: 'text', baseline: 'middle' } as const;
  return {
    ...frame(setting),
    spacing: 8,
    vconcat: [
      {
        width: step * heads.length,
        height: most * size.lineHeight,
        layer: [
          {
            data: { values: heads.map(({ lines }, i) => ({ middle: (i + 0.5) * step, text: lines.join('\n') })) },
            mark: { type: 'text', baseline: 'top', lineBreak: '\n', lineHeight: size.lineHeight, fontWeight: 600 },
            encoding: {
              x: { field: 'middle', ...pixels([0, step * heads.length]) },
              y: { value: 0 },
              text: { field: 'text' },
            },
          },
        ],
      },
      {
        width: step * heads.length,
        height: { step: height },
        layer: drawn([
          {
            data: { values: shown },
            mark: { type: 'rect', stroke: colour.grid, strokeWidth: 1 },
            encoding: { x, y, fill: { field: 'shade', type: 'quantitative', scale: fill, legend: null } },
          },
          {
            data: { values: shown.filter(({ least }) => !least) },
            mark: { ...number, dy: -9 },
            encoding: { x, y, text: { field: 'label' } },
          },
          {
            data: { values: shown.filter(({ least }) => least) },
            mark: { ...number, dy: -9, fontWeight: 600 },
            encoding: { x, y, text: { field: 'label' } },
          },
          {
            data: { values: shown.filter(({ halfWidth }) => halfWidth !== '') },
            mark: { ...number, dy: 10, color: colour.text },
            encoding: { x, y, text: { field: 'halfWidth' } },
          },
          ...nameLayers(names, y),
        ]),
      },
      ...(heads.length < metrics.length
        ? [notePanel(words.firstMetrics(heads.length, metrics.length), { page, left })]
        : []),
    ],
  };
}

/** Broken at hyphens too where a word is longer than there is room. */
function headLines(title: string, width: number): string[] {
  const style = { size: size.text, bold: true };
  const words = title.split(' ').map((word) => (textWidth(word, style) > width ? word.replace(/-/g, '- ') : word));
  return wrapText(words.join(' '), { ...style, width });
}

/** A line of text under the table, from the edge of the figure. */
function notePanel(text: string, { page, left }: { readonly page: Page; readonly left: number }): Panel {
  return {
    width: 10,
    height: size.lineHeight,
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'middle', x: -left, text, color: page.colour.faint },
  };
}
