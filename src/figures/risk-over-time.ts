import type { TopLevelSpec } from 'vega-lite';
import type { RegimeRow } from '../experiment/tables/regimes.js';
import type { RiskMeasure, RiskRow, RiskWeekRow } from '../experiment/tables/risk-over-time.js';
import { fromZero, periodOf, strongTitle, timeAxis, timeScale, titledAbove, type Period } from './axes.js';
import type { Page } from './page.js';
import { drawn, rowsOf, type Panel } from './panel.js';
import { regimeBands, regimePanel } from './regimes.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';

const AXIS = 60;
/** Half of the last date. */
const OVERHANG = 12;

/** Risk by week, to everybody together above and to each person below: one may fall while the other rises. */
export function riskOverTime(rows: readonly RiskRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { words } = page;
  const width = page.contentWidth - AXIS - OVERHANG;
  const weeks = rowsOf(rows, 'week');
  const regimes = rowsOf(rows, 'regime');
  const period = periodOf(weeks.map(({ weekMiddle }) => weekMiddle));
  const middles = weeks.map(({ middleDay }) => middleDay);
  const shown = { page, fromDay: Math.min(...middles), toDay: Math.max(...middles), width };
  return {
    ...frame(setting),
    spacing: 18,
    vconcat: [
      ...(regimes.length > 0 ? [regimePanel(regimes, shown)] : []),
      riskPanel({
        page,
        width,
        weeks,
        regimes,
        period,
        measure: 'personAttacksPerWeek',
        title: words.risk.total,
      }),
      riskPanel({
        page,
        width,
        weeks,
        regimes,
        period,
        measure: 'personAttacksPer1000PersonDays',
        title: words.risk.perPerson,
        last: true,
      }),
    ],
  };
}

function riskPanel(parts: {
  readonly page: Page;
  readonly width: number;
  readonly weeks: readonly RiskWeekRow[];
  readonly regimes: readonly RegimeRow[];
  readonly period: Period;
  readonly measure: RiskMeasure;
  readonly title: string;
  readonly last?: boolean;
}): Panel {
  const { page, width } = parts;
  const { colour } = page;
  const values = parts.weeks.filter(({ measure }) => measure === parts.measure);
  // One replication gives a line without a band.
  const banded = values.some(({ low }) => low !== null) ? values : [];
  const y = {
    type: 'quantitative',
    scale: fromZero(values.map(({ value }) => value)),
    axis: {
      ...titledAbove(parts.title, { left: AXIS }),
      ...strongTitle(page),
      tickCount: 4,
    },
  } as const;
  const time = parts.last
    ? timeAxis(parts.period, page)
    : { ...timeAxis(parts.period, page), labels: false, title: null };
  const x = { field: 'weekMiddle', type: 'temporal', scale: timeScale, axis: time } as const;
  return {
    width,
    height: page.wide ? 122 : 140,
    layer: drawn([
      regimeBands(parts.regimes, { page, axis: time }),
      {
        data: { values: banded },
        mark: { type: 'area', color: colour.level80, line: false },
        encoding: { x, y: { field: 'low', ...y }, y2: { field: 'high' } },
      },
      {
        data: { values },
        mark: { type: 'line', color: colour.accentStrong, strokeWidth: 2.5 },
        encoding: { x, y: { field: 'value', ...y } },
      },
    ]),
  };
}
