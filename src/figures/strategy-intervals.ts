import type { TopLevelSpec } from 'vega-lite';
import type { StrategyRow } from '../experiment/tables/comparison-figures.js';
import { fromZero } from './axes.js';
import { keyPanel, levelKey, meanKey } from './key.js';
import type { Page } from './page.js';
import { drawn, panelTitle, rowsOf, type Panel } from './panel.js';
import { nameLayers, scenarioNames, type ScenarioNames } from './scenario-names.js';
import type { Setting } from './setting.js';
import { textWidth } from './text-width.js';
import { frame, size } from './theme.js';

/** From the panel to the column of means. */
const GAP = 14;

/** How every scenario comes out, one panel a metric: central intervals of the replications, the mean, and its number. */
export function strategyIntervals(rows: readonly StrategyRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { contentWidth } = page;
  const means = rowsOf(rows, 'mean');
  const names = scenarioNames([...new Set(means.map(({ scenario }) => scenario))]);
  const left = names.width + 10;
  const right = GAP + Math.ceil(Math.max(0, ...means.map(({ label }) => textWidth(label, { size: size.text }))));
  const width = contentWidth - left - right;
  return {
    ...frame(setting),
    spacing: 20,
    vconcat: [
      keyPanel([meanKey(page), ...levelKey(page)], { page, width: contentWidth - left, left }),
      ...[...new Set(rows.map(({ metric }) => metric))].map((metric) =>
        metricPanel(
          rows.filter((row) => row.metric === metric),
          { page, names, width },
        ),
      ),
    ],
  };
}

function metricPanel(
  rows: readonly StrategyRow[],
  { page, names, width }: { readonly page: Page; readonly names: ScenarioNames; readonly width: number },
): Panel {
  const means = rowsOf(rows, 'mean');
  const { colour, levelScale } = page;
  const intervals = rowsOf(rows, 'interval');
  const title = rows[0]?.title ?? '';
  const y = {
    field: 'scenario',
    type: 'nominal' as const,
    axis: null,
    scale: { domain: names.rows.map(({ scenario }) => scenario) },
  };
  return {
    title: panelTitle(title),
    width,
    height: { step: names.step },
    layer: drawn([
      {
        data: { values: intervals },
        mark: { type: 'bar', height: 13, strokeWidth: 1 },
        encoding: {
          x: {
            field: 'low',
            type: 'quantitative',
            scale: fromZero([...intervals.map(({ high }) => high), ...means.map(({ mean }) => mean)]),
            axis: { title, tickCount: 4, grid: true, domain: false, ticks: false },
          },
          x2: { field: 'high' },
          y,
          fill: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
          stroke: { field: 'level', type: 'nominal', scale: levelScale, legend: null },
        },
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
      {
        data: { values: means },
        mark: { type: 'text', align: 'left', baseline: 'middle' },
        encoding: { x: { value: width + GAP }, y, text: { field: 'label' } },
      },
      ...nameLayers(names, y),
    ]),
  };
}
