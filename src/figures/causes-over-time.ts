import type { TopLevelSpec } from 'vega-lite';
import type { CauseRow } from '../experiment/tables/causes-over-time.js';
import { periodOf, timeAxis, timeScale } from './axes.js';
import { keyPanel } from './key.js';
import { drawn, rowsOf, type Panel } from './panel.js';
import { regimeBands, regimePanel } from './regimes.js';
import type { Setting } from './setting.js';
import { gridOf, gridTitle, smallMultiples, type GridPlace } from './small-multiples.js';
import { frame } from './theme.js';
import { causesOn } from './timeline-marks.js';

const AXIS = 36;
/** Half of the last date. */
const OVERHANG = 14;
const HEIGHT = 72;

/** Expected attacks by week, a panel for each cause, all on one scale, with the 95 % interval of the mean. */
export function causesOverTime(rows: readonly CauseRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth, wide, words } = page;
  const causes = rowsOf(rows, 'cause');
  const weeks = rowsOf(rows, 'week');
  const regimes = rowsOf(rows, 'regime');
  const grid = gridOf(
    causes.map(({ name, label }) => `${name}\u00a0\u00a0${label}`),
    { page, columns: wide ? 2 : 1, left: AXIS, overhang: OVERHANG },
  );
  const period = periodOf(weeks.flatMap(({ weekStart, weekEnd }) => [weekStart, weekEnd]));
  const domain: number[] = [0, Math.max(...weeks.map(({ mean, high }) => Math.max(mean, high ?? 0)))];
  const panel = ({ index, isLeft, isBottom }: GridPlace): Panel => {
    const { cause } = causes[index]!;
    const mine = weeks.filter((row) => row.cause === cause);
    const time = timeAxis(period, page);
    const axis = isBottom ? time : { ...time, labels: false, title: null };
    const x = (field: string) => ({ field, type: 'temporal', scale: timeScale, axis }) as const;
    const y = (field: string) =>
      ({
        field,
        type: 'quantitative',
        scale: { domain, nice: 3 },
        axis: {
          ...gridTitle(grid.titles[index] ?? [], { page }),
          labels: isLeft,
          tickCount: 3,
          minExtent: isLeft ? AXIS : 0,
          maxExtent: isLeft ? AXIS : 0,
        },
      }) as const;
    const line = causesOn(page).find((known) => known.cause === cause)?.colour ?? colour.text;
    return {
      width: grid.width,
      height: HEIGHT,
      layer: drawn([
        regimeBands(regimes, { page, axis }),
        {
          data: { values: mine.filter(({ low }) => low !== null) },
          mark: { type: 'rect', color: line, opacity: 0.3 },
          encoding: { x: x('weekStart'), x2: { field: 'weekEnd' }, y: y('low'), y2: { field: 'high' } },
        },
        {
          data: { values: mine },
          mark: { type: 'rule', color: line, strokeWidth: 2.2 },
          encoding: { x: x('weekStart'), x2: { field: 'weekEnd' }, y: y('mean') },
        },
      ]),
    };
  };
  return {
    ...frame(setting),
    spacing: 14,
    vconcat: [
      keyPanel([{ sign: 'line', colour: colour.text, label: words.meanWithInterval }], {
        page,
        width: contentWidth - AXIS,
        left: AXIS,
      }),
      ...(regimes.length > 0 && grid.columns === 1
        ? [regimePanel(regimes, { page, fromDay: 0, toDay: weeks.at(-1)?.endDay ?? 1, width: grid.width })]
        : []),
      smallMultiples(grid, panel),
    ],
  };
}
