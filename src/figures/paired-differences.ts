import type { TopLevelSpec } from 'vega-lite';
import type { DifferenceRow, PairedDifferenceRow } from '../experiment/tables/comparison-figures.js';
import type { Page } from './page.js';
import { drawn, panelTitle, rowsOf, type Panel } from './panel.js';
import { nameLayers, scenarioNames, type ScenarioNames } from './scenario-names.js';
import type { Setting } from './setting.js';
import { textWidth } from './text-width.js';
import { frame, size } from './theme.js';

/** From the panel to the column of numbers. */
const GAP = 14;

/** Every alternative against the baseline, one panel a metric: the mean difference, its interval, and the zone of indifference. */
export function pairedDifferences(rows: readonly PairedDifferenceRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { contentWidth } = page;
  const differences = rowsOf(rows, 'difference');
  const names = scenarioNames([...new Set(differences.map(({ scenario }) => scenario))]);
  const left = names.width + 10;
  const right = GAP + Math.ceil(Math.max(0, ...differences.map(({ label }) => textWidth(label, { size: size.text }))));
  const width = Math.max(120, contentWidth - left - right);
  return {
    ...frame(setting),
    spacing: 20,
    vconcat: [...new Set(differences.map(({ metric }) => metric))].map((metric) =>
      metricPanel(
        rows.filter((row) => row.metric === metric),
        { page, names, width },
      ),
    ),
  };
}

function metricPanel(
  rows: readonly PairedDifferenceRow[],
  { page, names, width }: { readonly page: Page; readonly names: ScenarioNames; readonly width: number },
): Panel {
  const differences = rowsOf(rows, 'difference');
  const { colour } = page;
  const zone = rowsOf(rows, 'zone');
  const title = differences[0]?.title ?? '';
  const y = {
    field: 'scenario',
    type: 'nominal' as const,
    axis: null,
    scale: { domain: names.rows.map(({ scenario }) => scenario) },
  };
  const x = {
    field: 'low',
    type: 'quantitative' as const,
    scale: { domain: domainOf(differences, zone[0]?.high ?? 0), nice: false, zero: false },
    axis: { title, tickCount: 3, grid: true, domain: false, ticks: false },
  };
  return {
    title: panelTitle(title),
    width,
    height: { step: names.step },
    layer: drawn([
      {
        data: { values: zone.filter(({ low, high }) => low < high) },
        mark: { type: 'rect', color: colour.band },
        encoding: { x, x2: { field: 'high' } },
      },
      {
        data: { values: [{ nothing: 0 }] },
        mark: { type: 'rule', color: colour.context, strokeWidth: 1 },
        encoding: { x: { field: 'nothing', type: 'quantitative' } },
      },
      {
        data: { values: differences },
        mark: { type: 'rule', color: colour.accent, strokeWidth: 5 },
        encoding: { x, x2: { field: 'high' }, y },
      },
      {
        data: { values: differences },
        mark: {
          type: 'point',
          filled: true,
          fill: colour.ground,
          stroke: colour.accentStrong,
          strokeWidth: 2,
          // Small, so that it hides no short interval.
          size: 30,
          opacity: 1,
        },
        encoding: { x: { field: 'difference', type: 'quantitative' }, y },
      },
      {
        data: { values: differences },
        mark: { type: 'text', align: 'left', baseline: 'middle' },
        encoding: { x: { value: width + GAP }, y, text: { field: 'label' } },
      },
      ...nameLayers(names, y),
    ]),
  };
}

/** All intervals, zero and the zone, with a little room: differences have no natural end. */
function domainOf(rows: readonly DifferenceRow[], zone: number): [number, number] {
  const low = Math.min(0, -zone, ...rows.map((row) => row.low));
  const high = Math.max(0, zone, ...rows.map((row) => row.high));
  const room = high > low ? 0.04 * (high - low) : 1;
  return [low - room, high + room];
}
