import type { TopLevelSpec } from 'vega-lite';
import type { TimelineRow } from '../experiment/tables/timeline.js';
import { periodOf, timeAxis, timeScale, type Period } from './axes.js';
import { keyPanel, type KeyItem } from './key.js';
import { longestName, type Page } from './page.js';
import { drawn, rowsOf, type Layer, type Panel } from './panel.js';
import { regimeBands, regimePanel } from './regimes.js';
import type { Setting } from './setting.js';
import { textWidth } from './text-width.js';
import { frame, size } from './theme.js';
import { causeKey, isFree, markOf } from './timeline-marks.js';
import { wrapText } from './wrap-text.js';

const NAME_LINE = 18;
const STRIKES = 22;
/** Room for half a date and for a mark at the end. */
const OVERHANG = 12;

/** One replication over time: a lane for each base with its personnel, attacks by cause and harm, moves and hand-overs. */
export function replicationTimeline(rows: readonly TimelineRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth, words } = page;
  const style = { size: size.text };
  const lanes = rowsOf(rows, 'lane');
  const attacks = rowsOf(rows, 'attack');
  const strikes = rowsOf(rows, 'strike');
  const regimes = rowsOf(rows, 'regime');
  const names = new Map(
    lanes.map(({ place, name }) => [place, wrapText(name, { ...style, width: longestName(page) })]),
  );
  const widest = (texts: readonly string[]): number =>
    Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, style))));
  const left = widest([...[...names.values()].flat(), ...(strikes.length > 0 ? [words.strikes] : [])]) + 12;
  const right = Math.max(OVERHANG, widest(lanes.map(({ label }) => label)) + 12);
  const width = contentWidth - left - right;
  const period = periodOf(rowsOf(rows, 'step').map(({ at }) => at));
  const endDay = lanes[0]?.endDay ?? 1;
  const shared = { page, rows, period, width, endDay, top: Math.max(1, ...lanes.map(({ most }) => most)) };
  const key: KeyItem[] = [
    ...causeKey(attacks, page),
    ...(rowsOf(rows, 'move').length > 0
      ? [{ sign: 'bar' as const, colour: colour.quieter, label: words.personnel }]
      : []),
    ...(rowsOf(rows, 'move').length > 0 ? [{ sign: 'stroke' as const, colour: colour.faint, label: words.move }] : []),
    ...(rowsOf(rows, 'end').length > 0
      ? [{ sign: 'diamond' as const, colour: colour.text, label: words.handedOverOrClosed }]
      : []),
    ...(strikes.length > 0 ? [{ sign: 'dashes' as const, colour: colour.strike, label: words.strike }] : []),
  ];
  return {
    ...frame(setting),
    spacing: 10,
    vconcat: [
      ...(key.length > 0 ? [keyPanel(key, { page, width, left })] : []),
      ...(regimes.length > 0 ? [regimePanel(regimes, { page, fromDay: 0, toDay: endDay, width })] : []),
      {
        spacing: 0,
        vconcat: [
          ...(strikes.length > 0 ? [strikePanel(shared)] : []),
          ...lanes.map((lane, index) =>
            lanePanel({
              ...shared,
              place: lane.place,
              label: lane.label,
              name: names.get(lane.place) ?? [],
              last: index === lanes.length - 1,
            }),
          ),
        ],
      },
    ],
  };
}

interface Shared {
  readonly page: Page;
  readonly rows: readonly TimelineRow[];
  readonly period: Period;
  readonly width: number;
  readonly endDay: number;
  readonly top: number;
}

function lanePanel(
  parts: Shared & {
    readonly place: string;
    readonly label: string;
    readonly name: readonly string[];
    readonly last: boolean;
  },
): Panel {
  const { page, rows, place, name, width, period, last } = parts;
  const { colour } = page;
  const height = Math.max(page.wide ? 30 : 36, NAME_LINE * name.length + 4);
  const axis = last ? timeAxis(period, page) : null;
  const x = { field: 'at', type: 'temporal', scale: timeScale, axis } as const;
  const here = rows.filter((row) => 'place' in row && row.place === place);
  // The worst on top, so that no number is covered.
  const marks = rowsOf(here, 'attack')
    .map((attack) => markOf(attack, page))
    .sort((a, b) => a.area - b.area);
  const point = (values: readonly object[], fill: object): Layer => ({
    data: { values: [...values] },
    mark: { type: 'point', filled: true, opacity: 1, ...fill },
    encoding: {
      x,
      y: { value: height / 2 },
      size: { field: 'area', type: 'quantitative', scale: null },
      stroke: { field: 'stroke', type: 'nominal', scale: null },
      fill: { field: 'fill', type: 'nominal', scale: null },
    },
  });
  return {
    width,
    height,
    layer: drawn([
      regimeBands(rowsOf(rows, 'regime'), { page, axis }),
      {
        data: { values: rowsOf(here, 'step') },
        mark: { type: 'area', interpolate: 'step-after', color: colour.quieter },
        encoding: {
          x,
          y: {
            field: 'persons',
            type: 'quantitative',
            axis: null,
            scale: { domain: [0, parts.top], range: [height - 1, 4], nice: false },
          },
        },
      },
      { data: { values: [{}] }, mark: { type: 'rule', color: colour.grid }, encoding: { y: { value: height } } },
      strikeRules(parts, height, axis),
      {
        data: { values: rowsOf(here, 'move') },
        mark: { type: 'tick', orient: 'vertical', color: colour.faint, size: 7, thickness: 1 },
        encoding: { x, y: { value: height - 4 } },
      },
      {
        data: { values: rowsOf(here, 'end') },
        mark: { type: 'point', shape: 'diamond', filled: true, color: colour.text, size: 70, opacity: 1 },
        encoding: { x, y: { value: height - 6 } },
      },
      point(marks, { strokeWidth: 1.6 }),
      {
        data: { values: marks.filter(({ killed }, i) => killed > 0 && isFree(marks, i, parts)) },
        mark: { type: 'text', align: 'center', baseline: 'middle', fontWeight: 600, fontSize: 14 },
        encoding: {
          x,
          y: { value: height / 2 },
          text: { field: 'killed' },
          color: { field: 'ink', type: 'nominal', scale: null },
        },
      },
      {
        data: { values: [{ name: name.join('\n') }] },
        mark: {
          type: 'text',
          align: 'right',
          baseline: 'middle',
          lineBreak: '\n',
          lineHeight: NAME_LINE,
          dy: (-(name.length - 1) * NAME_LINE) / 2,
        },
        encoding: { x: { value: -12 }, y: { value: height / 2 }, text: { field: 'name' } },
      },
      {
        data: { values: [{ label: parts.label }] },
        mark: { type: 'text', align: 'left', baseline: 'middle' },
        encoding: { x: { value: width + 12 }, y: { value: height / 2 }, text: { field: 'label' } },
      },
    ]),
  };
}

/** Strikes in a lane of their own, on top; their lines go through all lanes. */
function strikePanel(parts: Shared): Panel {
  const strikes = rowsOf(parts.rows, 'strike');
  return {
    width: parts.width,
    height: STRIKES,
    layer: drawn([
      regimeBands(rowsOf(parts.rows, 'regime'), { page: parts.page, axis: null }),
      {
        // So that the lane covers the whole time, as all lanes do.
        data: { values: parts.period.map((at) => ({ at })) },
        mark: { type: 'point', opacity: 0 },
        encoding: { x: { field: 'at', type: 'temporal', scale: timeScale, axis: null } },
      },
      strikeRules(parts, STRIKES, null),
      {
        data: { values: [{ name: parts.page.words.strikes }] },
        mark: { type: 'text', align: 'right', baseline: 'middle' },
        encoding: { x: { value: -12 }, y: { value: STRIKES / 2 }, text: { field: 'name' } },
      },
      {
        data: { values: [{ label: String(strikes.length) }] },
        mark: { type: 'text', align: 'left', baseline: 'middle' },
        encoding: { x: { value: parts.width + 12 }, y: { value: STRIKES / 2 }, text: { field: 'label' } },
      },
    ]),
  };
}

function strikeRules({ page, rows }: Shared, height: number, axis: ReturnType<typeof timeAxis> | null): Layer {
  return {
    data: { values: rowsOf(rows, 'strike') },
    mark: { type: 'rule', color: page.colour.strike, strokeWidth: 1.5, strokeDash: [4, 2] },
    encoding: {
      x: { field: 'at', type: 'temporal', scale: timeScale, axis },
      y: { value: 0 },
      y2: { value: height },
    },
  };
}
