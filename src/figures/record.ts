import type { TopLevelSpec } from 'vega-lite';
import type { RecordRow } from '../experiment/tables/record.js';
import { fromZero } from './axes.js';
import { drawn, panelTitle, rowsOf, type Panel } from './panel.js';
import { rowNames, type RowNames } from './row-names.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';

const LABEL = 36;
const ROW = 24;
const BETWEEN = 34;

/** The public record by month and by place, in black: what was observed, no model. */
export function record(rows: readonly RecordRow[], setting: Setting): TopLevelSpec {
  const { contentWidth, narrow, wide } = setting.page;
  const across = wide ? Math.floor((contentWidth - BETWEEN) / 2) : contentWidth;
  const names = rowNames(rowsOf(rows, 'place'), { longest: narrow ? 150 : 215, least: ROW });
  // Panels begin at one line where they stand one above the other.
  const width = across - names.width - LABEL;
  const panels = [
    monthPanel(rows, { setting, width: wide ? across : width }),
    placePanel(rows, { setting, names, width }),
  ];
  return { ...frame(setting), spacing: 22, vconcat: wide ? [{ spacing: BETWEEN, hconcat: panels }] : panels };
}

interface About {
  readonly setting: Setting;
}

function monthPanel(rows: readonly RecordRow[], { setting, width }: About & { readonly width: number }): Panel {
  const { colour, words } = setting.page;
  const months = rowsOf(rows, 'month');
  const domain = months.map(({ key }) => key);
  const every = Math.ceil((44 * months.length) / width);
  const january = Math.max(
    0,
    domain.findIndex((month) => month.endsWith('-01')),
  );
  const axis = {
    title: `${words.date}, ${[...new Set([months[0]?.key.slice(0, 4), months.at(-1)?.key.slice(0, 4)])].join(` ${words.to} `)}`,
    labelAngle: 0,
    ticks: false,
    // January, which is written as its year, among them.
    values: domain.filter((_, i) => (i - january) % every === 0),
    labelExpr: monthNames(months),
  };
  const x = { field: 'key', type: 'nominal' as const, scale: { domain, paddingInner: 0.25, paddingOuter: 0.1 }, axis };
  const y = {
    field: 'attacks',
    type: 'quantitative' as const,
    scale: fromZero(months.map(({ attacks }) => attacks)),
    axis: null,
  };
  return {
    title: panelTitle(words.recordByMonth),
    width,
    height: 130,
    layer: drawn([
      { data: { values: months }, mark: { type: 'bar', color: colour.observed }, encoding: { x, y, y2: { datum: 0 } } },
      {
        data: { values: months },
        mark: { type: 'text', baseline: 'bottom', dy: -3 },
        encoding: { x, y, text: { field: 'label' } },
      },
    ]),
  };
}

/** January is written as its year, the others by three letters. */
function monthNames(months: readonly RecordRow[]): string {
  const names = months.map(({ key, name }) => [key, key.endsWith('-01') ? key.slice(0, 4) : name.slice(0, 3)] as const);
  return `${JSON.stringify(Object.fromEntries(names))}[datum.value]`;
}

function placePanel(
  rows: readonly RecordRow[],
  { setting, names, width }: About & { readonly names: RowNames; readonly width: number },
): Panel {
  const { colour, words } = setting.page;
  const places = rowsOf(rows, 'place');
  const y = {
    field: 'key',
    type: 'nominal' as const,
    axis: null,
    scale: { domain: names.order, paddingInner: 0.25, paddingOuter: 0.1 },
  };
  const x = {
    field: 'attacks',
    type: 'quantitative' as const,
    scale: fromZero(places.map(({ attacks }) => attacks)),
    axis: null,
  };
  return {
    title: panelTitle(words.recordByPlace),
    width,
    height: { step: names.step },
    layer: drawn([
      { data: { values: places }, mark: { type: 'bar', color: colour.observed }, encoding: { x, x2: { datum: 0 }, y } },
      {
        data: { values: places },
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 6 },
        encoding: { x, y, text: { field: 'label' } },
      },
      ...names.layers,
    ]),
  };
}
