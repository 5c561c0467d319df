import type { TopLevelSpec } from 'vega-lite';
import type { DotMeasure, QuantileRow } from '../experiment/tables/quantile-dots.js';
import { drawn, pixels, rowsOf, type Panel } from './panel.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';

const MARGIN = 24;
const LARGEST = 22;
const HIGHEST = 200;
const BETWEEN = 36;

/** Killed and person-attacks as twenty dots each, every dot one future in twenty. */
export function quantileDots(rows: readonly QuantileRow[], setting: Setting): TopLevelSpec {
  const { contentWidth, wide } = setting.page;
  const scales = rowsOf(rows, 'scale');
  const beside = wide ? scales.length : 1;
  const width = Math.floor((contentWidth - (beside - 1) * BETWEEN) / Math.max(1, beside)) - 2 * MARGIN;
  const room = scales.map(({ columnWidth, low, high, highestColumn }) =>
    Math.min(LARGEST, (width * columnWidth) / (high - low), HIGHEST / highestColumn),
  );
  const heights = scales.map(({ highestColumn }, i) => Math.ceil(highestColumn * (room[i] ?? LARGEST)) + 34);
  const panels = scales.map(({ measure }, i) =>
    dotPanel(rows, {
      setting,
      measure,
      width,
      height: wide ? Math.max(...heights) : (heights[i] ?? 0),
      diameter: room[i] ?? LARGEST,
    }),
  );
  return {
    ...frame(setting),
    spacing: 18,
    vconcat: wide ? [{ spacing: BETWEEN + 2 * MARGIN, hconcat: panels }] : panels,
  };
}

function dotPanel(
  rows: readonly QuantileRow[],
  about: {
    readonly setting: Setting;
    readonly measure: DotMeasure;
    readonly width: number;
    readonly height: number;
    readonly diameter: number;
  },
): Panel {
  const { measure, width, height, diameter } = about;
  const { colour, words } = about.setting.page;
  const [scale] = rowsOf(rows, 'scale').filter((row) => row.measure === measure);
  const dots = rowsOf(rows, 'dot').filter((row) => row.measure === measure);
  const across: number[] = [scale?.low ?? 0, scale?.high ?? 1];
  const x = {
    field: 'column',
    type: 'quantitative',
    scale: { domain: across, nice: false, zero: false },
    axis: { title: words.dots[measure], tickCount: 5, tickMinStep: 1, format: ',d', grid: false },
  } as const;
  const y = { field: 'y', ...pixels([height, 0]) };
  const median = scale ? [{ median: scale.median, label: words.dots.median(scale.label) }] : [];
  const right = scale !== undefined && scale.median > (scale.low + scale.high) / 2;
  return {
    width,
    height,
    layer: drawn([
      {
        data: { values: median },
        mark: { type: 'rule', color: colour.accentStrong, strokeWidth: 1.5 },
        encoding: { x: { ...x, field: 'median' } },
      },
      {
        data: { values: dots.map((dot) => ({ ...dot, y: height - (dot.place + 0.5) * diameter })) },
        mark: {
          type: 'point',
          filled: true,
          opacity: 1,
          color: colour.accent,
          stroke: colour.ground,
          strokeWidth: 1,
          size: Math.PI * (diameter / 2) ** 2,
        },
        encoding: { x, y },
      },
      {
        data: { values: median },
        mark: {
          type: 'text',
          align: right ? 'right' : 'left',
          dx: right ? -6 : 6,
          baseline: 'top',
          fontWeight: 600,
          color: colour.accentStrong,
        },
        encoding: { x: { ...x, field: 'median' }, y: { value: 0 }, text: { field: 'label' } },
      },
    ]),
  };
}
