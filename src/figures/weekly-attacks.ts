import type { TopLevelSpec } from 'vega-lite';
import type { Caption } from '../experiment/tables/caption.js';
import type { WeeklyRow } from '../experiment/tables/weekly-attacks.js';
import { fromZero, periodOf, timeAxis, timeScale, titledAbove } from './axes.js';
import { keyPanel, type KeyItem } from './key.js';
import { drawn, rowsOf, type Panel } from './panel.js';
import { regimeBands, regimePanel } from './regimes.js';
import { colour, contentWidth, frame, levelScale } from './theme.js';

const AXIS = 36;
/** Half of the last date. */
const OVERHANG = 20;
const width = contentWidth - AXIS - OVERHANG;

/** Fan of attacks by week with sample paths, the regimes of the scenario behind, and the record as black dots. */
export function weeklyAttacks(rows: readonly WeeklyRow[], caption: Caption): TopLevelSpec {
  const weeks = rowsOf(rows, 'median');
  const regimes = rowsOf(rows, 'regime');
  const period = periodOf(weeks.flatMap(({ weekStart, weekEnd }) => [weekStart, weekEnd]));
  const observed = rowsOf(rows, 'observed');
  const paths = rowsOf(rows, 'path');
  const axis = timeAxis(period);
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
    height: 260,
    layer: drawn([
      regimeBands(regimes, axis),
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
            axis: { ...titledAbove('Attacks per week', { left: AXIS }), tickMinStep: 1, tickCount: 5 },
          },
          y2: { field: 'high' },
          fill: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
          stroke: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
        },
      },
      {
        data: { values: paths },
        mark: { type: 'line', color: '#555555', strokeWidth: 0.7, opacity: 0.4, strokeJoin: 'round' },
        encoding: { x: middle, y: { field: 'attacks', type: 'quantitative' }, detail: { field: 'replication' } },
      },
      {
        data: { values: weeks },
        mark: { type: 'rule', color: colour.accentDark, strokeWidth: 2.5 },
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
          stroke: 'white',
          strokeWidth: 1,
        },
        encoding: { x: middle, y: { field: 'observed', type: 'quantitative' } },
      },
    ]),
  };
  const key: KeyItem[] = [
    { sign: 'line', colour: colour.accentDark, label: 'median' },
    { sign: 'bar', colour: colour.level50, label: '50' },
    { sign: 'bar', colour: colour.level80, label: '80' },
    { sign: 'bar', colour: colour.level95, label: '95 % of replications' },
    { sign: 'line', colour: '#b0b0b0', label: `${new Set(paths.map(({ replication }) => replication)).size} of them` },
    ...(observed.length > 0 ? [{ sign: 'dot' as const, colour: colour.observed, label: 'record' }] : []),
  ];
  return {
    ...frame(caption),
    spacing: 12,
    vconcat: [
      keyPanel(key, { width: width + OVERHANG, left: AXIS }),
      ...(regimes.length > 0 ? [regimePanel(regimes, { fromDay: 0, toDay: weeks.at(-1)?.endDay ?? 1, width })] : []),
      chart,
    ],
  };
}
