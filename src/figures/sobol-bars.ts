import type { TopLevelSpec } from 'vega-lite';
import type { SobolRow } from '../experiment/tables/sobol-bars.js';
import type { Layer } from './panel.js';
import { scenarioPanels, type ScenarioPanel } from './scenario-panels.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';

/** One row a number, and one for chance: its share of the variance alone, and with all it takes part in. */
export function sobolBars(rows: readonly SobolRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, words } = page;
  const named = rows.map((row) => ({ ...row, scenario: row.name, nothing: 0 }));
  const ends = rows.flatMap((row) => [row.firstLow, row.firstHigh, row.totalLow, row.totalHigh]);
  const known = ends.filter(Number.isFinite);
  const panel: ScenarioPanel = {
    title: words.design.shareOfVariance,
    labels: named,
    scale: { domain: [Math.min(0, ...known), Math.max(0.1, ...known)], nice: true, zero: true },
    marks: ({ x, y }): Layer[] => [
      ...(
        [
          ['total', colour.level95, 17],
          ['first', colour.level50, 9],
        ] as const
      ).map(([field, fill, strokeWidth]): Layer => ({
        data: { values: named },
        mark: { type: 'rule', color: fill, strokeWidth },
        encoding: { x: { field: 'nothing', ...x }, x2: { field }, y },
      })),
      ...(
        [
          ['total', 6],
          ['first', 0],
        ] as const
      ).map(([field, yOffset]): Layer => ({
        data: { values: named },
        mark: { type: 'rule', color: colour.accentStrong, strokeWidth: 1.5, yOffset },
        encoding: { x: { field: `${field}Low`, type: 'quantitative' }, x2: { field: `${field}High` }, y },
      })),
      {
        data: { values: [{ nothing: 0 }] },
        mark: { type: 'rule', color: colour.context, strokeWidth: 1 },
        encoding: { x: { field: 'nothing', type: 'quantitative' } },
      },
    ],
  };
  return {
    ...frame(setting),
    spacing: 24,
    vconcat: scenarioPanels([panel], {
      page,
      key: [
        { sign: 'bar', colour: colour.level50, label: words.design.alone },
        { sign: 'bar', colour: colour.level95, label: words.design.inAll },
        { sign: 'line', colour: colour.accentStrong, label: words.interval95 },
      ],
    }),
  };
}
