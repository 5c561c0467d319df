import type { TopLevelSpec } from 'vega-lite';
import type { PersonnelRow } from '../experiment/tables/personnel.js';
import { periodOf, timeAxis, timeScale, type Period } from './axes.js';
import { keyPanel } from './key.js';
import { longestName, type Page } from './page.js';
import { drawn, rowsOf, type Panel } from './panel.js';
import type { Setting } from './setting.js';
import { textWidth } from './text-width.js';
import { frame, size } from './theme.js';
import { wrapText } from './wrap-text.js';

const NAME_LINE = 18;

/** Personnel over time: everybody on top, then a row for each base, all rows on one scale, and those on the way. */
export function personnel(rows: readonly PersonnelRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth, words } = page;
  const summaries = rowsOf(rows, 'summary');
  const style = { size: size.text };
  const widest = (texts: readonly string[]): number =>
    Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, style))));
  const lines = new Map(
    summaries.map(({ place, name }) => [place, wrapText(name, { ...style, width: longestName(page) })]),
  );
  const left = widest([...lines.values()].flat()) + 12;
  const right = widest(summaries.map(({ label }) => label)) + 12;
  const width = contentWidth - left - right;
  const period = periodOf(rowsOf(rows, 'step').map(({ at }) => at));
  const most = Math.max(1, ...summaries.flatMap(({ group, most }) => (group === 'total' ? [] : [most])));
  const ended = rowsOf(rows, 'end').length > 0;
  const key = { sign: 'diamond', colour: colour.text, label: words.handedOverOrClosed } as const;
  return {
    ...frame(setting),
    spacing: 14,
    vconcat: [
      ...(ended ? [keyPanel([key], { page, width, left })] : []),
      {
        spacing: 4,
        vconcat: summaries.map((summary, index) => {
          const name = lines.get(summary.place) ?? [];
          const total = summary.group === 'total';
          return placePanel({
            page,
            rows: rows.filter(({ place }) => place === summary.place),
            name: name.join('\n'),
            // Vega sets the first of several lines where a single one would be.
            nameShift: (-(name.length - 1) * NAME_LINE) / 2,
            period,
            width,
            top: total || summary.group === 'contingent' ? Math.max(1, summary.most) : most,
            height: total ? (page.wide ? 48 : 64) : Math.max(page.wide ? 22 : 28, NAME_LINE * name.length),
            last: index === summaries.length - 1,
          });
        }),
      },
    ],
  };
}

function placePanel(parts: {
  readonly page: Page;
  readonly rows: readonly PersonnelRow[];
  readonly name: string;
  readonly nameShift: number;
  readonly period: Period;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly last: boolean;
}): Panel {
  const { page, rows, width, height } = parts;
  const { colour } = page;
  const summary = rowsOf(rows, 'summary').map((row) => ({ ...row, name: parts.name }));
  const group = summary[0]?.group ?? 'base';
  const { context: total, level50: base, onTheWay } = colour;
  const fill = { total, base, contingent: base, onTheWay }[group];
  const x = {
    field: 'at',
    type: 'temporal',
    scale: timeScale,
    axis: parts.last ? timeAxis(parts.period, page) : null,
  } as const;
  return {
    width,
    height,
    layer: drawn([
      {
        data: { values: rowsOf(rows, 'step') },
        mark: { type: 'area', interpolate: 'step-after', color: fill },
        encoding: {
          x,
          y: { field: 'persons', type: 'quantitative', axis: null, scale: { domain: [0, parts.top], nice: false } },
        },
      },
      { data: { values: summary }, mark: { type: 'rule', color: colour.grid }, encoding: { y: { value: height } } },
      {
        data: { values: rowsOf(rows, 'end') },
        mark: { type: 'point', shape: 'diamond', filled: true, color: colour.text, size: 70, opacity: 1 },
        encoding: { x, y: { value: height - 5 } },
      },
      {
        data: { values: summary },
        mark: {
          type: 'text',
          align: 'right',
          baseline: 'middle',
          lineBreak: '\n',
          lineHeight: NAME_LINE,
          dy: parts.nameShift,
        },
        encoding: { x: { value: -12 }, y: { value: height / 2 }, text: { field: 'name' } },
      },
      {
        data: { values: summary },
        mark: { type: 'text', align: 'left', baseline: 'middle' },
        encoding: { x: { value: width + 12 }, y: { value: height / 2 }, text: { field: 'label' } },
      },
    ]),
  };
}
