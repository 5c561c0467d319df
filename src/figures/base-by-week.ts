import type { TopLevelSpec } from 'vega-lite';
import type { BaseByWeekRow } from '../experiment/tables/base-by-week.js';
import { periodOf, timeAxis, timeScale } from './axes.js';
import { drawn, rowsOf } from './panel.js';
import { regimePanel } from './regimes.js';
import { rowNames } from './row-names.js';
import type { Setting } from './setting.js';
import { shadeKey, shadeScale } from './shades.js';
import { textWidth } from './text-width.js';
import { frame, size } from './theme.js';

const GAP = 10;

/** Expected attacks as shades, a row for each base and a column for each week; grey where nobody is there. */
export function baseByWeek(rows: readonly BaseByWeekRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth, narrow, words } = page;
  const places = rowsOf(rows, 'place');
  const cells = rowsOf(rows, 'cell').map((cell) => ({ ...cell, key: cell.place }));
  const names = rowNames(
    places.map(({ place, name }) => ({ key: place, name })),
    { longest: narrow ? 150 : 215, least: 24 },
  );
  const right = GAP + Math.ceil(Math.max(...places.map(({ label }) => textWidth(label, { size: size.text }))));
  const width = contentWidth - names.width - right;
  const period = periodOf(cells.flatMap(({ weekStart, weekEnd }) => [weekStart, weekEnd]));
  const x = { field: 'weekStart', type: 'temporal', scale: timeScale, axis: timeAxis(period, page) } as const;
  const y = {
    field: 'key',
    type: 'nominal' as const,
    axis: null,
    scale: { domain: names.order, paddingInner: 0.08, paddingOuter: 0.04 },
  };
  const most = Math.max(0, ...cells.map(({ attacks }) => attacks ?? 0));
  const shade = { field: 'attacks', type: 'quantitative', scale: shadeScale(most, page), legend: null } as const;
  const regimes = rowsOf(rows, 'regime');
  const there = cells.filter(({ attacks }) => attacks !== null);
  const empty = cells.filter(({ attacks }) => attacks === null);
  return {
    ...frame(setting),
    spacing: 12,
    vconcat: [
      shadeKey(
        { most, label: words.attacksPerWeekScale, ...(empty.length > 0 ? { blank: words.nobodyThere } : {}) },
        { page, width, left: names.width },
      ),
      ...(regimes.length > 0
        ? [regimePanel(regimes, { page, fromDay: 0, toDay: cells.at(-1)?.endDay ?? 1, width })]
        : []),
      {
        width,
        height: { step: names.step },
        layer: drawn([
          {
            data: { values: there },
            mark: { type: 'rect', strokeWidth: 0.4 },
            encoding: {
              x,
              x2: { field: 'weekEnd' },
              y,
              fill: shade,
              stroke: shade,
            },
          },
          {
            data: { values: empty },
            mark: { type: 'rect', fill: colour.quieter, stroke: colour.quieter, strokeWidth: 0.4 },
            encoding: { x, x2: { field: 'weekEnd' }, y },
          },
          ...names.layers,
          {
            data: { values: places.map(({ place, label }) => ({ key: place, label })) },
            mark: { type: 'text', align: 'left', baseline: 'middle' },
            encoding: { x: { value: width + GAP }, y, text: { field: 'label' } },
          },
        ]),
      },
    ],
  };
}
