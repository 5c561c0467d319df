import type { TopLevelSpec } from 'vega-lite';
import type { PredictiveCheckRow } from '../calibration/tables/index.js';
import { levelKey, recordKey } from './key.js';
import type { Page } from './page.js';
import { rowsOf, type Layer } from './panel.js';
import { scenarioPanels, type ScenarioPanel } from './scenario-panels.js';
import type { Setting } from './setting.js';
import { fromZero } from './axes.js';
import { frame } from './theme.js';

/** One panel a statistic, one row a process: central intervals of simulated records, their median, and the record. */
export function predictiveChecks(rows: readonly PredictiveCheckRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, words } = page;
  const statistics = [...new Set(rows.map(({ statistic }) => statistic))];
  const panels = statistics.map((statistic) =>
    statisticPanel(
      rows.filter((row) => row.statistic === statistic),
      page,
    ),
  );
  return {
    ...frame(setting),
    spacing: 24,
    vconcat: scenarioPanels(panels, {
      page,
      key: [
        { sign: 'ring', colour: colour.accentStrong, label: words.median },
        ...levelKey({ ...page, words: { ...words, level95: words.calibration.level95 } }),
        recordKey(page),
      ],
    }),
  };
}

function statisticPanel(rows: readonly PredictiveCheckRow[], { colour, levelScale }: Page): ScenarioPanel {
  const named = rows.map((row) => ({ ...row, scenario: row.process }));
  const checks = rowsOf(named, 'check');
  const intervals = rowsOf(named, 'interval');
  const dot = { type: 'point', filled: true, opacity: 1 } as const;
  return {
    title: rows[0]?.title ?? '',
    labels: checks,
    scale: fromZero([...intervals.map(({ high }) => high), ...checks.map(({ observed }) => observed)]),
    marks: ({ x, y }): Layer[] => [
      {
        data: { values: intervals },
        mark: { type: 'bar', height: 13, strokeWidth: 1 },
        encoding: {
          x: { field: 'low', ...x },
          x2: { field: 'high' },
          y,
          fill: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
          stroke: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
        },
      },
      {
        data: { values: checks },
        mark: { ...dot, fill: colour.ground, stroke: colour.accentStrong, strokeWidth: 2, size: 75 },
        encoding: { x: { field: 'median', type: 'quantitative' }, y },
      },
      {
        data: { values: checks },
        mark: { ...dot, color: colour.observed, stroke: colour.ground, strokeWidth: 1, size: 70 },
        encoding: { x: { field: 'observed', type: 'quantitative' }, y },
      },
    ],
  };
}
