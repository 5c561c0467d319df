import type { TopLevelSpec } from 'vega-lite';
import type { MapRow } from '../experiment/tables/map.js';
import { keyPanel, type KeyItem } from './key.js';
import { layoutMap } from './map-layout.js';
import type { Page } from './page.js';
import { drawn, pixels, type Layer, type Panel } from './panel.js';
import type { Setting } from './setting.js';
import { frame, size } from './theme.js';

/** Bases by their expected attacks on the country's outline, what became of them, and who moved where. */
export function map(rows: readonly MapRow[], setting: Setting): TopLevelSpec {
  const { page, geography = { neighbours: [] } } = setting;
  const { colour, words } = page;
  const { unlabelled, moved, projection, circles, cities, labels, leaders, arrows, heads, scaleBar } = layoutMap(rows, {
    page,
    geography,
  });
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
  const text = (halo: boolean): Layer => ({
    data: { values: labels },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'top',
      lineBreak: '\n',
      lineHeight: size.lineHeight,
      ...(halo ? { stroke: colour.ground, strokeWidth: 4, strokeJoin: 'round', opacity: 0.85 } : {}),
    },
    encoding: { x: x('left'), y: y('top'), text: { field: 'text' }, ...(halo ? {} : { color: plain('colour') }) },
  });
  const ended = circles.some(({ status }) => status !== 'hosting' && status !== 'unused');
  const unused = circles.some(({ status }) => status === 'unused');
  const ringed = !unused ? (ended ? words.map.ended : '') : ended ? words.map.endedOrUnused : words.map.unused;
  const key: KeyItem[] = [
    { sign: 'dot', colour: colour.accent, label: words.map.personnelAtEnd },
    ...(ringed === '' ? [] : [{ sign: 'ring' as const, colour: colour.context, label: ringed }]),
    ...(arrows.length > 0 ? [{ sign: 'line' as const, colour: colour.faint, label: words.map.moves }] : []),
    ...(cities.length > 0 ? [{ sign: 'dot' as const, colour: colour.context, label: words.map.towns }] : []),
  ];
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
    ...frame(setting),
    spacing: 12,
    vconcat: [
      keyPanel(key, { page, width, left: 0 }),
      {
        width,
        height,
        view: { fill: colour.sea },
        layer: drawn([
          ...background,
          {
            data: { values: cities },
            mark: { type: 'point', shape: 'square', filled: true, color: colour.context, size: 26, opacity: 1 },
            encoding: { x: x('x'), y: y('y') },
          },
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
      },
      ...(moved ? [notePanel(words.map.moved, { page, width })] : []),
      ...(unlabelled > 0 ? [notePanel(words.map.unlabelled(unlabelled, circles.length), { page, width })] : []),
      ...(geography.note === undefined ? [] : [notePanel(geography.note, { page, width })]),
    ],
  };
}

/** A line of text under the map. */
function notePanel(text: string, { page, width }: { readonly page: Page; readonly width: number }): Panel {
  return {
    width,
    height: size.lineHeight,
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'middle', x: 0, text, color: page.colour.faint },
  };
}
