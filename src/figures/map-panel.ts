import type { Geography } from './geography.js';
import type { layoutMap } from './map-layout.js';
import type { Page } from './page.js';
import { drawn, halo, pixels, type Layer, type Panel } from './panel.js';
import { size } from './theme.js';

/** A map as it was laid out: outlines, towns, moves, circles, names, and its scale. */
export function mapPanel(
  { projection, circles, towns, labels, leaders, arrows, heads, scaleBar }: ReturnType<typeof layoutMap>,
  { page, geography }: { readonly page: Page; readonly geography: Geography },
): Extract<Panel, { layer: unknown }> {
  const { colour } = page;
  const { width, height } = projection;
  const mercator = { type: 'mercator' as const, scale: projection.scale, translate: projection.translate };
  const clipExtent: [[number, number], [number, number]] = [
    [0, 0],
    [width, height],
  ];
  const x = (field: string) => ({ field, ...pixels([0, width]) });
  const y = (field: string) => ({ field, ...pixels([height, 0]) });
  const plain = (name: string) => ({ field: name, type: 'nominal' as const, scale: null });
  const outline = (values: readonly object[], mark: object): Layer => ({
    data: { values },
    projection: { ...mercator, clipExtent },
    mark: { type: 'geoshape', ...mark },
  });
  const text = (under: boolean): Layer => ({
    data: { values: labels },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'top',
      lineBreak: '\n',
      lineHeight: size.lineHeight,
      ...(under ? { stroke: colour.ground, strokeWidth: 4, strokeJoin: 'round', opacity: 0.85 } : {}),
    },
    encoding: { x: x('left'), y: y('top'), text: { field: 'text' }, ...(under ? {} : { color: plain('colour') }) },
  });
  const townName = (under: boolean): Layer => {
    const mark = { type: 'text' as const, align: 'left' as const, baseline: 'top' as const, color: colour.faint };
    return {
      data: { values: towns },
      mark: under ? { ...halo(mark, page), opacity: 0.85 } : mark,
      encoding: { x: x('left'), y: y('top'), text: { field: 'text' } },
    };
  };
  const background: Layer[] = geography.country
    ? [
        outline(geography.neighbours, { fill: colour.neighbour, stroke: colour.ground, strokeWidth: 1 }),
        outline([geography.country], { fill: colour.land, stroke: colour.context, strokeWidth: 1 }),
      ]
    : [
        {
          data: { graticule: { step: [projection.graticule, projection.graticule] } },
          projection: { ...mercator, clipExtent },
          mark: { type: 'geoshape', fill: null, stroke: colour.grid },
        },
      ];
  return {
    width,
    height,
    view: { fill: colour.sea },
    layer: drawn([
      ...background,
      {
        data: { values: towns },
        mark: { type: 'point', shape: 'square', filled: true, color: colour.context, size: 18, opacity: 1 },
        encoding: { x: x('x'), y: y('y') },
      },
      townName(true),
      townName(false),
      {
        data: { values: arrows },
        mark: { type: 'rule', color: colour.faint, strokeWidth: 1.3 },
        encoding: { x: x('fromX'), y: y('fromY'), x2: { field: 'toX' }, y2: { field: 'toY' } },
      },
      {
        data: { values: heads },
        mark: { type: 'point', shape: 'triangle', filled: true, color: colour.faint, size: 60, opacity: 1 },
        encoding: { x: x('toX'), y: y('toY'), angle: { field: 'angle', type: 'quantitative', scale: null } },
      },
      {
        data: { values: circles },
        mark: { type: 'point', filled: true, opacity: 1, strokeWidth: 1.5 },
        encoding: {
          x: x('x'),
          y: y('y'),
          size: { field: 'area', type: 'quantitative', scale: null },
          fill: plain('fill'),
          stroke: plain('stroke'),
        },
      },
      {
        data: { values: leaders },
        mark: { type: 'rule', color: colour.text, strokeWidth: 0.8 },
        encoding: { x: x('x'), y: y('y'), x2: { field: 'leaderX' }, y2: { field: 'leaderY' } },
      },
      {
        data: { values: leaders },
        mark: { type: 'point', filled: true, color: colour.text, size: 9, opacity: 1 },
        encoding: { x: x('x'), y: y('y') },
      },
      text(true),
      text(false),
      {
        data: { values: [scaleBar] },
        mark: { type: 'rule', color: colour.text, strokeWidth: 2 },
        encoding: { x: x('left'), x2: { field: 'right' }, y: y('y') },
      },
      {
        data: { values: [scaleBar] },
        mark: { type: 'text', align: 'left', baseline: 'bottom', dy: -5 },
        encoding: { x: x('left'), y: y('y'), text: { field: 'label' } },
      },
    ]),
  };
}
