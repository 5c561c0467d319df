import type { TopLevelSpec } from 'vega-lite';
import type { DifferenceRow, PairedDifferenceRow } from '../experiment/tables/comparison-figures.js';
import type { KeyItem } from './key.js';
import type { Page } from './page.js';
import { rowsOf, type Layer } from './panel.js';
import { scenarioPanels, type ScenarioPanel } from './scenario-panels.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';

/** Every alternative against the baseline, one panel a metric: the mean difference, its interval, and the zone of indifference. */
export function pairedDifferences(rows: readonly PairedDifferenceRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, words } = page;
  const metrics = [...new Set(rowsOf(rows, 'difference').map(({ metric }) => metric))];
  const panels = metrics.map((metric) =>
    metricPanel(
      rows.filter((row) => row.metric === metric),
      page,
    ),
  );
  const key: KeyItem[] = [
    { sign: 'ring', colour: colour.accentStrong, label: words.paired.difference },
    { sign: 'line', colour: colour.accent, label: words.interval95 },
    ...(wide(rows).length > 0 ? [{ sign: 'bar' as const, colour: colour.band, label: words.paired.indifference }] : []),
  ];
  return {
    ...frame(setting),
    spacing: 24,
    vconcat: scenarioPanels(panels, { page, key }),
  };
}

function metricPanel(rows: readonly PairedDifferenceRow[], { colour }: Page): ScenarioPanel {
  const differences = rowsOf(rows, 'difference');
  return {
    title: differences[0]?.title ?? '',
    labels: differences,
    scale: { domain: domainOf(differences, rowsOf(rows, 'zone')[0]?.high ?? 0), nice: false, zero: false },
    marks: ({ x, y, markedRows }): Layer[] => [
      {
        data: {
          values: wide(rows).flatMap((zone) => markedRows?.map((scenario) => ({ ...zone, scenario })) ?? [zone]),
        },
        mark: { type: 'rect', color: colour.band },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, ...(markedRows ? { y } : {}) },
      },
      {
        data: { values: [{ nothing: 0 }] },
        mark: { type: 'rule', color: colour.context, strokeWidth: 1 },
        encoding: { x: { field: 'nothing', type: 'quantitative' } },
      },
      {
        data: { values: differences },
        mark: { type: 'rule', color: colour.accent, strokeWidth: 5 },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y },
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
    ],
  };
}

/** Zones that have a width; an indifference of 0 has none. */
function wide(rows: readonly PairedDifferenceRow[]) {
  return rowsOf(rows, 'zone').filter(({ low, high }) => low < high);
}

/** All intervals, zero and the zone, with a little room: differences have no natural end. */
function domainOf(rows: readonly DifferenceRow[], zone: number): [number, number] {
  const low = Math.min(0, -zone, ...rows.map((row) => row.low));
  const high = Math.max(0, zone, ...rows.map((row) => row.high));
  const room = high > low ? 0.04 * (high - low) : 1;
  return [low - room, high + room];
}
