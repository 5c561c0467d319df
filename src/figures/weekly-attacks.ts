import type { TopLevelSpec } from 'vega-lite';
import type { WeeklyRow } from '../experiment/tables/weekly-attacks.js';
import { fromZero, periodOf, timeAxis, timeScale, titledAbove } from './axes.js';
import { keyPanel, levelKey, recordKey, type KeyItem } from './key.js';
import { drawn, rowsOf, type Panel } from './panel.js';
import { regimeBands, regimePanel } from './regimes.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';

const AXIS = 36;
/** Half of the last date. */
const OVERHANG = 20;

/** Fan of attacks by week with sample paths, the regimes of the scenario behind, and the record as black dots. */
export function weeklyAttacks(rows: readonly WeeklyRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, levelScale, words } = page;
  const width = page.contentWidth - AXIS - OVERHANG;
  const weeks = rowsOf(rows, 'median');
  const regimes = rowsOf(rows, 'regime');
  const period = periodOf(weeks.flatMap(({ weekStart, weekEnd }) => [weekStart, weekEnd]));
  const observed = rowsOf(rows, 'observed');
  const paths = rowsOf(rows, 'path');
  const axis = timeAxis(period, page);
  const week = { field: 'weekStart', type: 'temporal', scale: timeScale, axis } as const;
  const middle = { field: 'weekMiddle', type: 'temporal', scale: timeScale, axis } as const;
  const counts = rows.flatMap((row) =>
    row.part === 'fan'
      ? [row.high]
      : row.part === 'path'
        ? [row.attacks]
        : row.part === 'observed'
          ? [row.observed]
          : [],
  );
  const chart: Panel = {
    width,
    height: page.wide ? 245 : 260,
    layer: drawn([
      regimeBands(regimes, { page, axis }),
      {
        data: { values: rowsOf(rows, 'fan') },
        mark: { type: 'rect', strokeWidth: 0.6 },
        encoding: {
          x: week,
          x2: { field: 'weekEnd' },
          y: {
            field: 'low',
            type: 'quantitative',
            scale: fromZero(counts),
            axis: { ...titledAbove(words.attacksPerWeek, { left: AXIS }), tickMinStep: 1, tickCount: 5 },
          },
          y2: { field: 'high' },
          fill: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
          stroke: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
        },
      },
      {
        data: { values: paths },
        mark: { type: 'line', color: colour.path, strokeWidth: 0.7, opacity: 0.4, strokeJoin: 'round' },
        encoding: { x: middle, y: { field: 'attacks', type: 'quantitative' }, detail: { field: 'replication' } },
      },
      {
        data: { values: weeks },
        mark: { type: 'rule', color: colour.accentStrong, strokeWidth: 2.5 },
        encoding: { x: week, x2: { field: 'weekEnd' }, y: { field: 'median', type: 'quantitative' } },
      },
      {
        data: { values: observed },
        mark: {
          type: 'point',
          filled: true,
          color: colour.observed,
          size: 55,
          opacity: 1,
          stroke: colour.ground,
          strokeWidth: 1,
        },
        encoding: { x: middle, y: { field: 'observed', type: 'quantitative' } },
      },
    ]),
  };
  const key: KeyItem[] = [
    { sign: 'line', colour: colour.accentStrong, label: words.median },
    ...levelKey(page),
    {
      sign: 'line',
      colour: colour.quiet,
      label: words.paths(new Set(paths.map(({ replication }) => replication)).size),
    },
    ...(observed.length > 0 ? [recordKey(page)] : []),
  ];
  return {
    ...frame(setting),
    spacing: 12,
    vconcat: [
      keyPanel(key, { page, width: width + OVERHANG, left: AXIS }),
      ...(regimes.length > 0
        ? [regimePanel(regimes, { page, fromDay: 0, toDay: weeks.at(-1)?.endDay ?? 1, width })]
        : []),
      chart,
    ],
  };
}
