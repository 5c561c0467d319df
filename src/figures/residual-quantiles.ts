import type { TopLevelSpec } from 'vega-lite';
import type { ResidualQuantileRow } from '../calibration/tables/index.js';
import { keyPanel } from './key.js';
import { drawn } from './panel.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';
import { valueAxes, valueLeft } from './value-axes.js';

/** Half of the last number. */
const OVERHANG = 12;

/** Residuals of a fit against an exponential law, with the band that records from the fitted process keep to. */
export function residualQuantiles(rows: readonly ResidualQuantileRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, words } = page;
  const width = page.contentWidth - valueLeft - OVERHANG;
  const { expected, residual, band, right } = words.calibration;
  const axes = valueAxes({ x: expected, y: residual }, { page, width });
  const ends = rows.flatMap((row) => [row.residual, row.high]);
  const x = {
    field: 'expected',
    type: 'quantitative' as const,
    scale: { domain: [0, Math.max(1, ...rows.map((row) => row.expected))], nice: true },
    axis: axes.x,
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, Math.max(1, ...ends)], nice: true },
    axis: axes.y,
  });
  return {
    ...frame(setting),
    spacing: 14,
    vconcat: [
      keyPanel(
        [
          { sign: 'dot', colour: colour.observed, label: words.record },
          { sign: 'bar', colour: colour.level95, label: band },
          { sign: 'line', colour: colour.accentStrong, label: right },
        ],
        { page, width: width + OVERHANG, left: valueLeft },
      ),
      {
        width,
        height: page.wide ? 280 : Math.min(300, width),
        layer: drawn([
          {
            data: { values: [...rows] },
            mark: { type: 'area', color: colour.level95 },
            encoding: { x, y: y('low'), y2: { field: 'high' } },
          },
          {
            data: { values: [...rows] },
            mark: { type: 'line', color: colour.accentStrong, strokeWidth: 2 },
            encoding: { x, y: y('expected') },
          },
          {
            data: { values: [...rows] },
            mark: { type: 'point', filled: true, color: colour.observed, size: 30, opacity: 1 },
            encoding: { x, y: y('residual') },
          },
        ]),
      },
    ],
  };
}
