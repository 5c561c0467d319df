import type { TopLevelSpec } from 'vega-lite';
import type { ForecastBandRow } from '../calibration/tables/index.js';
import { fromZero, titledAbove } from './axes.js';
import { keyPanel, levelKey, recordKey } from './key.js';
import { drawn, rowsOf } from './panel.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';

const AXIS = 36;
/** Least room for the name of a period, px. */
const TICK = 50;

/** Counts by period: nested bands of what a process gives, their median, and the record as black dots. */
export function forecastBands(rows: readonly ForecastBandRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, levelScale, words } = page;
  const width = page.contentWidth - AXIS;
  const periods = rowsOf(rows, 'observed');
  const domain = periods.map(({ key }) => key);
  const every = Math.ceil((TICK * periods.length) / width);
  const january = Math.max(
    0,
    periods.findIndex(({ key }) => key.endsWith('-01-01')),
  );
  const years = [...new Set([domain.at(0)?.slice(0, 4), domain.at(-1)?.slice(0, 4)])];
  const x = {
    field: 'key',
    type: 'nominal' as const,
    scale: { domain, paddingInner: 0.3, paddingOuter: 0.15 },
    axis: {
      title: `${words.date}, ${years.join(` ${words.to} `)}`,
      labelAngle: 0,
      ticks: false,
      // January, which is written as its year, among them.
      values: domain.filter((_, i) => (i - january) % every === 0),
      labelExpr: `${JSON.stringify(Object.fromEntries(periods.map(({ key, tick }) => [key, tick])))}[datum.value]`,
    },
  };
  const counts = rows.map((row) =>
    row.part === 'band' ? row.high : row.part === 'observed' ? row.observed : row.median,
  );
  const count = (field: string) =>
    ({
      field,
      type: 'quantitative',
      scale: fromZero(counts),
      axis: { ...titledAbove(words.attacks, { left: AXIS }), tickMinStep: 1, tickCount: 5 },
    }) as const;
  return {
    ...frame(setting),
    spacing: 12,
    vconcat: [
      keyPanel(
        [
          { sign: 'line', colour: colour.accentStrong, label: words.median },
          ...levelKey({ ...page, words: { ...words, level95: words.calibration.level95 } }),
          recordKey(page),
        ],
        { page, width, left: AXIS },
      ),
      {
        width,
        height: page.wide ? 245 : 230,
        layer: drawn([
          {
            data: { values: rowsOf(rows, 'band') },
            mark: { type: 'bar', strokeWidth: 1 },
            encoding: {
              x,
              y: count('low'),
              y2: { field: 'high' },
              fill: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
              stroke: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
            },
          },
          {
            data: { values: rowsOf(rows, 'median') },
            mark: { type: 'tick', orient: 'horizontal', color: colour.accentStrong, thickness: 2.5 },
            encoding: { x, y: count('median') },
          },
          {
            data: { values: periods },
            mark: {
              type: 'point',
              filled: true,
              color: colour.observed,
              stroke: colour.ground,
              strokeWidth: 1,
              size: 70,
              opacity: 1,
            },
            encoding: { x, y: count('observed') },
          },
        ]),
      },
    ],
  };
}
