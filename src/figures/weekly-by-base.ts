import type { TopLevelSpec } from 'vega-lite';
import type { WeeklyByBaseRow } from '../experiment/tables/weekly-by-base.js';
import { periodOf, timeAxis, timeScale } from './axes.js';
import { keyPanel, levelKey, recordKey } from './key.js';
import { drawn, rowsOf, type Layer, type Panel } from './panel.js';
import { regimeBands } from './regimes.js';
import type { Setting } from './setting.js';
import { gridOf, gridTitle, smallMultiples, type GridPlace } from './small-multiples.js';
import { frame } from './theme.js';

const AXIS = 26;
/** Half of the last date. */
const OVERHANG = 14;
const HEIGHT = 62;

/** The weekly fan of every base as a small panel, all on one scale, busiest first, with the record as black dots. */
export function weeklyByBase(rows: readonly WeeklyByBaseRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth, narrow, wide, words } = page;
  const bases = rowsOf(rows, 'base');
  const grid = gridOf(
    bases.map(({ name, label }) => `${name}\u00a0\u00a0${label}`),
    { page, columns: narrow ? 2 : wide ? 5 : 3, left: AXIS, overhang: OVERHANG },
  );
  const observed = rowsOf(rows, 'observed');
  const period = periodOf(rowsOf(rows, 'fan').flatMap(({ weekStart, weekEnd }) => [weekStart, weekEnd]));
  const top = Math.max(
    1,
    ...rowsOf(rows, 'fan').map(({ high }) => high),
    ...rowsOf(rows, 'middle').map(({ mean }) => mean),
    ...observed.map((row) => row.observed),
  );
  const domain: number[] = [0, top];
  const key = [
    { sign: 'line', colour: colour.accentStrong, label: words.mean } as const,
    ...levelKey(page),
    ...(observed.length > 0 ? [recordKey(page)] : []),
  ];
  const panel = ({ index, isLeft, isBottom }: GridPlace): Panel => {
    const { base = '' } = bases[index] ?? {};
    const mine = rows.filter((row) => row.part !== 'regime' && row.base === base);
    const time = { ...timeAxis(period, page), tickCount: 3 };
    const axis = isBottom ? time : { ...time, labels: false, title: null };
    const x = (field: string) => ({ field, type: 'temporal', scale: timeScale, axis }) as const;
    const y = (field: string) =>
      ({
        field,
        type: 'quantitative',
        scale: { domain, nice: false },
        axis: {
          ...gridTitle(grid.titles[index] ?? [], { page }),
          labels: isLeft,
          tickCount: 3,
          tickMinStep: 1,
          minExtent: isLeft ? AXIS : 0,
          maxExtent: isLeft ? AXIS : 0,
        },
      }) as const;
    const seen = rowsOf(mine, 'observed');
    const dots = (values: readonly object[], area: number): Layer => ({
      data: { values: [...values] },
      mark: { type: 'point', filled: true, color: colour.observed, size: area, opacity: 1, clip: false },
      encoding: { x: x('weekMiddle'), y: y('observed') },
    });
    const levels = { field: 'level', type: 'nominal', scale: page.levelScale, legend: null } as const;
    return {
      width: grid.width,
      height: HEIGHT,
      layer: drawn([
        regimeBands(rowsOf(rows, 'regime'), { page, axis }),
        {
          data: { values: rowsOf(mine, 'fan').filter(({ low, high }) => high > low) },
          mark: { type: 'rect', strokeWidth: 0.5 },
          encoding: {
            x: x('weekStart'),
            x2: { field: 'weekEnd' },
            y: y('low'),
            y2: { field: 'high' },
            fill: levels,
            stroke: levels,
          },
        },
        {
          data: { values: rowsOf(mine, 'middle') },
          mark: { type: 'line', color: colour.accentStrong, strokeWidth: 1.8, interpolate: 'step' },
          encoding: { x: x('weekMiddle'), y: y('mean') },
        },
        dots(
          seen.filter((row) => row.observed === 0),
          5,
        ),
        dots(
          seen.filter((row) => row.observed > 0),
          34,
        ),
      ]),
    };
  };
  return {
    ...frame(setting),
    spacing: 14,
    vconcat: [keyPanel(key, { page, width: contentWidth - AXIS, left: AXIS }), smallMultiples(grid, panel)],
  };
}
