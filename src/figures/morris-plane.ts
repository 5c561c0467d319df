import type { TopLevelSpec } from 'vega-lite';
import type { MorrisRow } from '../experiment/tables/morris-plane.js';
import { titledAbove } from './axes.js';
import { drawn, halo, pixels } from './panel.js';
import type { Setting } from './setting.js';
import { textWidth } from './text-width.js';
import { frame, size } from './theme.js';
import { wrapText } from './wrap-text.js';

const LEFT = 62;

/** Effect against spread, a dot a number; the largest are numbered, and named below. */
export function morrisPlane(rows: readonly MorrisRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth, words } = page;
  const width = contentWidth - LEFT - 12;
  const numbered = rows.filter(({ rank }) => rank > 0).map((row) => ({ ...row, text: String(row.rank) }));
  const lines = numbered.flatMap(({ text, name }) => {
    const indent = textWidth('8  ', { size: size.text });
    const wrapped = wrapText(name, { size: size.text, width: contentWidth - indent });
    return wrapped.map((line, i) => ({ number: i === 0 ? text : '', line }));
  });
  const height = Math.max(1, lines.length) * size.lineHeight;
  const x = { type: 'quantitative', scale: { zero: true, nice: true } } as const;
  const y = { field: 'spread', type: 'quantitative', scale: { zero: true, nice: true } } as const;
  const listed = lines.map((line, i) => ({ ...line, y: (i + 0.5) * size.lineHeight }));
  const list = { field: 'y', ...pixels([height, 0]) };
  return {
    ...frame(setting),
    spacing: 22,
    vconcat: [
      {
        width,
        height: page.wide ? 300 : 280,
        layer: drawn([
          {
            data: { values: [...rows] },
            mark: { type: 'rule', color: colour.level80, strokeWidth: 2 },
            encoding: {
              x: {
                field: 'effectLow',
                ...x,
                axis: {
                  title: wrapText(rows[0]?.title ?? '', { size: size.text, width }),
                  tickCount: page.narrow ? 4 : 7,
                },
              },
              x2: { field: 'effectHigh' },
              y: { ...y, axis: { ...titledAbove(words.design.spread, { left: LEFT }), grid: true, tickCount: 5 } },
            },
          },
          {
            data: { values: [...rows] },
            mark: {
              type: 'point',
              filled: true,
              fill: colour.accentStrong,
              stroke: colour.ground,
              strokeWidth: 1,
              size: 70,
              opacity: 1,
            },
            encoding: { x: { field: 'effect', ...x }, y },
          },
          ...[halo({ type: 'text' as const, dy: -12 }, page), { type: 'text' as const, dy: -12 }].map((mark) => ({
            data: { values: numbered },
            mark,
            encoding: { x: { field: 'effect', ...x }, y, text: { field: 'text' } },
          })),
        ]),
      },
      {
        width,
        height,
        layer: drawn([
          {
            data: { values: listed },
            mark: { type: 'text', align: 'left', baseline: 'middle', x: -LEFT },
            encoding: { y: list, text: { field: 'number' } },
          },
          {
            data: { values: listed },
            mark: { type: 'text', align: 'left', baseline: 'middle', x: -LEFT + 20 },
            encoding: { y: list, text: { field: 'line' } },
          },
        ]),
      },
    ],
  };
}
