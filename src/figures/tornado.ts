import type { TopLevelSpec } from 'vega-lite';
import type { TornadoRow } from '../experiment/tables/tornado.js';
import type { Layer } from './panel.js';
import { scenarioPanels, type ScenarioPanel } from './scenario-panels.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';

/** One row a number, the largest swing first: the mean answer with the number low and with it high. */
export function tornado(rows: readonly TornadoRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, words } = page;
  const named = rows.map((row) => ({ ...row, scenario: row.name }));
  const ends = rows.flatMap((row) => [
    row.atLowLow,
    row.atLowHigh,
    row.atHighLow,
    row.atHighHigh,
    row.atLow,
    row.atHigh,
  ]);
  const known = ends.filter(Number.isFinite);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const room = high > low ? 0.04 * (high - low) : 1;
  const panel: ScenarioPanel = {
    title: rows[0]?.title ?? '',
    labels: named,
    scale: { domain: [low - room, high + room], nice: false, zero: false },
    marks: ({ x, y }): Layer[] => [
      {
        data: { values: named },
        mark: { type: 'rule', color: colour.level80, strokeWidth: 9 },
        encoding: { x: { field: 'atLow', ...x }, x2: { field: 'atHigh' }, y },
      },
      ...(['atLow', 'atHigh'] as const).map((end): Layer => ({
        data: { values: named },
        mark: { type: 'rule', color: colour.accentStrong, strokeWidth: 1.5 },
        encoding: { x: { field: `${end}Low`, type: 'quantitative' }, x2: { field: `${end}High` }, y },
      })),
      {
        data: { values: named },
        mark: {
          type: 'point',
          filled: true,
          fill: colour.ground,
          stroke: colour.accentStrong,
          strokeWidth: 2,
          size: 60,
          opacity: 1,
        },
        encoding: { x: { field: 'atLow', type: 'quantitative' }, y },
      },
      {
        data: { values: named },
        mark: {
          type: 'point',
          filled: true,
          fill: colour.accentStrong,
          stroke: colour.accentStrong,
          strokeWidth: 2,
          size: 60,
          opacity: 1,
        },
        encoding: { x: { field: 'atHigh', type: 'quantitative' }, y },
      },
    ],
  };
  return {
    ...frame(setting),
    spacing: 24,
    vconcat: scenarioPanels([panel], {
      page,
      key: [
        { sign: 'ring', colour: colour.accentStrong, label: words.design.atLow },
        { sign: 'dot', colour: colour.accentStrong, label: words.design.atHigh },
      ],
    }),
  };
}
