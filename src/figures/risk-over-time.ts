import type { TopLevelSpec } from 'vega-lite';
import type { Caption } from '../experiment/tables/caption.js';
import type { RiskMeasure, RiskRow } from '../experiment/tables/risk-over-time.js';
import { fromZero, periodOf, strongTitle, timeAxis, timeScale, titledAbove, type Period } from './axes.js';
import { drawn, type Panel } from './panel.js';
import { colour, contentWidth, frame } from './theme.js';

const AXIS = 60;
/** Half of the last date. */
const OVERHANG = 12;
const width = contentWidth - AXIS - OVERHANG;

/** Risk by week, to everybody together above and to each person below: one may fall while the other rises. */
export function riskOverTime(rows: readonly RiskRow[], caption: Caption): TopLevelSpec {
  const period = periodOf(rows.map(({ weekMiddle }) => weekMiddle));
  return {
    ...frame(caption),
    spacing: 18,
    vconcat: [
      riskPanel({
        rows,
        period,
        measure: 'personAttacksPerWeek',
        title: 'In total: person-attacks per week',
      }),
      riskPanel({
        rows,
        period,
        measure: 'personAttacksPer1000PersonDays',
        title: 'Per person: person-attacks per 1,000 person-days',
        last: true,
      }),
    ],
  };
}

function riskPanel(parts: {
  readonly rows: readonly RiskRow[];
  readonly period: Period;
  readonly measure: RiskMeasure;
  readonly title: string;
  readonly last?: boolean;
}): Panel {
  const values = parts.rows.filter(({ measure }) => measure === parts.measure);
  // One replication gives a line without a band.
  const banded = values.some(({ low }) => low !== null) ? values : [];
  const y = {
    type: 'quantitative',
    scale: fromZero(values.map(({ value }) => value)),
    axis: {
      ...titledAbove(parts.title, { left: AXIS }),
      ...strongTitle,
      tickCount: 4,
    },
  } as const;
  const time = parts.last ? timeAxis(parts.period) : { ...timeAxis(parts.period), labels: false, title: null };
  const x = { field: 'weekMiddle', type: 'temporal', scale: timeScale, axis: time } as const;
  return {
    width,
    height: 140,
    layer: drawn([
      {
        data: { values: banded },
        mark: { type: 'area', color: colour.level80, line: false },
        encoding: { x, y: { field: 'low', ...y }, y2: { field: 'high' } },
      },
      {
        data: { values },
        mark: { type: 'line', color: colour.accentDark, strokeWidth: 2.5 },
        encoding: { x, y: { field: 'value', ...y } },
      },
    ]),
  };
}
