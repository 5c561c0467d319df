import type { TopLevelSpec } from 'vega-lite';
import type { StrategyRow } from '../experiment/tables/comparison-figures.js';
import { fromZero } from './axes.js';
import { levelKey, meanKey, type KeyItem } from './key.js';
import type { Page } from './page.js';
import { rowsOf, type Layer } from './panel.js';
import { scenarioPanels, type ScenarioPanel } from './scenario-panels.js';
import type { Setting } from './setting.js';
import { textWidth } from './text-width.js';
import { frame, size } from './theme.js';

/** Of the page: with a longer name the baseline is called so. */
const LONGEST_KEY = 0.7;

/** How every scenario comes out, one panel a metric: central intervals of the replications, the mean, and the baseline's as a line through all. */
export function strategyIntervals(rows: readonly StrategyRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const metrics = [...new Set(rows.map(({ metric }) => metric))];
  const panels = metrics.map((metric) =>
    metricPanel(
      rows.filter((row) => row.metric === metric),
      page,
    ),
  );
  const { colour, words } = page;
  const baseline = rows[0]?.scenario ?? '';
  const named = words.meanOf(baseline);
  // A key may not be wider than the page.
  const isShort = textWidth(named, { size: size.text }) < LONGEST_KEY * page.contentWidth;
  const baselineKey: KeyItem = {
    sign: 'dashes',
    colour: colour.accentStrong,
    label: isShort ? named : words.meanOfBaseline,
  };
  return {
    ...frame(setting),
    spacing: 24,
    vconcat: scenarioPanels(panels, { page, key: [meanKey(page), ...levelKey(page), baselineKey] }),
  };
}

function metricPanel(rows: readonly StrategyRow[], { colour, levelScale }: Page): ScenarioPanel {
  const means = rowsOf(rows, 'mean');
  const intervals = rowsOf(rows, 'interval');
  return {
    title: rows[0]?.title ?? '',
    labels: means,
    scale: fromZero([...intervals.map(({ high }) => high), ...means.map(({ mean }) => mean)]),
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
        // The baseline, as the mark that all others are compared with.
        data: { values: means.slice(0, 1) },
        mark: { type: 'rule', color: colour.accentStrong, strokeWidth: 1, strokeDash: [3, 3] },
        encoding: { x: { field: 'mean', type: 'quantitative' } },
      },
      {
        data: { values: means },
        mark: {
          type: 'point',
          filled: true,
          fill: colour.ground,
          stroke: colour.accentStrong,
          strokeWidth: 2,
          size: 75,
          opacity: 1,
        },
        encoding: { x: { field: 'mean', type: 'quantitative' }, y },
      },
    ],
  };
}
