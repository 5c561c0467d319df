import type { TopLevelSpec } from 'vega-lite';
import type { ScoreDifferenceRow } from '../calibration/tables/index.js';
import type { Page } from './page.js';
import type { Layer } from './panel.js';
import { scenarioPanels, type ScenarioPanel } from './scenario-panels.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';

/** One panel a score, one row a simple forecast: how much worse it scores than the process, with the interval. */
export function scoreDifferences(rows: readonly ScoreDifferenceRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, words } = page;
  const panels = [...new Set(rows.map(({ panel }) => panel))].map((panel) =>
    scorePanel(
      rows.filter((row) => row.panel === panel),
      page,
    ),
  );
  return {
    ...frame(setting),
    spacing: 24,
    vconcat: scenarioPanels(panels, {
      page,
      key: [
        { sign: 'ring', colour: colour.accentStrong, label: words.calibration.meanDifference },
        { sign: 'line', colour: colour.accent, label: words.interval95 },
      ],
    }),
  };
}

function scorePanel(rows: readonly ScoreDifferenceRow[], { colour }: Page): ScenarioPanel {
  const named = rows.map((row) => ({ ...row, scenario: row.method, nothing: 0 }));
  const ends = [0, ...rows.flatMap(({ low, high, difference }) => [low, high, difference])].filter(Number.isFinite);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = high > low ? 0.04 * (high - low) : 1;
  return {
    title: rows[0]?.panel ?? '',
    labels: named,
    scale: { domain: [low - room, high + room], nice: false, zero: false },
    marks: ({ x, y }): Layer[] => [
      {
        data: { values: [{ nothing: 0 }] },
        mark: { type: 'rule', color: colour.context, strokeWidth: 1 },
        encoding: { x: { field: 'nothing', type: 'quantitative' } },
      },
      {
        data: { values: named.filter((row) => Number.isFinite(row.low) && Number.isFinite(row.high)) },
        mark: { type: 'rule', color: colour.accent, strokeWidth: 5 },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y },
      },
      {
        data: { values: named.filter((row) => Number.isFinite(row.difference)) },
        mark: {
          type: 'point',
          filled: true,
          fill: colour.ground,
          stroke: colour.accentStrong,
          strokeWidth: 2,
          size: 45,
          opacity: 1,
        },
        encoding: { x: { field: 'difference', ...x }, y },
      },
    ],
  };
}
