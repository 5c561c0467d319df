import type { TopLevelSpec } from 'vega-lite';
import type { ExceedanceMeasure, ExceedanceRow } from '../experiment/tables/exceedance.js';
import { perCent, strongTitle, titledAbove } from './axes.js';
import { keyPanel } from './key.js';
import type { Page } from './page.js';
import { drawn, type Layer, type Panel } from './panel.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';

const AXIS = 54;
const BETWEEN = 30;
/** Half of the last number of an axis. */
const OVERHANG = 18;

/** Probability of at least so many killed, over the whole scenario and in its deadliest attack, with 95 % intervals. */
export function exceedance(rows: readonly ExceedanceRow[], setting: Setting): TopLevelSpec {
  const { page } = setting;
  const { colour, contentWidth, words } = page;
  const width = Math.floor((contentWidth - AXIS - BETWEEN - OVERHANG) / 2);
  const top = Math.max(0.01, ...rows.map(({ probability, high }) => Math.max(probability, high ?? 0)));
  return {
    ...frame(setting),
    spacing: 12,
    vconcat: [
      keyPanel(
        [
          { sign: 'line', colour: colour.accentStrong, label: words.probability },
          { sign: 'bar', colour: colour.level80, label: words.interval95 },
        ],
        { page, width: contentWidth - AXIS, left: AXIS },
      ),
      {
        spacing: BETWEEN,
        hconcat: [
          curvePanel({ page, width, rows, measure: 'killed', title: words.exceedance.wholePeriod, top, named: true }),
          curvePanel({
            page,
            width,
            rows,
            measure: 'maxKilled',
            title: words.exceedance.deadliestAttack,
            top,
            named: false,
          }),
        ],
      },
    ],
  };
}

function curvePanel(parts: {
  readonly page: Page;
  readonly width: number;
  readonly rows: readonly ExceedanceRow[];
  readonly measure: ExceedanceMeasure;
  readonly title: string;
  readonly top: number;
  /** Whether the axis of probabilities is written beside it. */
  readonly named: boolean;
}): Panel {
  const { page } = parts;
  const { colour, words } = page;
  const values = parts.rows.filter(({ measure }) => measure === parts.measure);
  const x = {
    field: 'stepStart',
    type: 'quantitative',
    scale: { domain: [0.5, values.at(-1)?.stepEnd ?? 5.5], zero: false, nice: false },
    axis: { title: words.exceedance.axis, tickMinStep: 1, values: ticks(values.length) },
  } as const;
  const scale = { domain: [0, parts.top], nice: 5 };
  const axis = {
    ...titledAbove(parts.title, { left: parts.named ? AXIS : 0, above: 28 }),
    ...strongTitle(page),
    tickCount: 5,
  };
  const text = { type: 'text', baseline: 'bottom', fontWeight: 600, dy: -4 } as const;
  const written = values.filter(({ label }) => label !== undefined);
  const early = written.filter(({ atLeast }) => atLeast <= 0.7 * values.length);
  const late = written.filter(({ atLeast }) => atLeast > 0.7 * values.length);
  const labelled = (
    rows: readonly ExceedanceRow[],
    mark: Extract<Layer, { mark: unknown }>['mark'],
    at: string,
  ): Layer => ({
    data: { values: rows },
    mark,
    encoding: {
      x: { field: at, type: 'quantitative' },
      y: { field: 'high', type: 'quantitative' },
      text: { field: 'label' },
    },
  });
  return {
    width: parts.width,
    height: 230,
    layer: drawn([
      {
        data: { values },
        // The edge closes the seam between one number and the next.
        mark: { type: 'rect', color: colour.level80, stroke: colour.level80, strokeWidth: 0.6 },
        encoding: {
          x: {
            ...x,
            scale: { ...x.scale, domain: [...x.scale.domain] },
            axis: { ...x.axis, values: [...x.axis.values] },
          },
          x2: { field: 'stepEnd' },
          y: {
            field: 'low',
            type: 'quantitative',
            scale,
            axis: parts.named ? { ...axis, ...perCent } : { ...axis, labels: false },
          },
          y2: { field: 'high' },
        },
      },
      {
        data: { values },
        mark: { type: 'rule', color: colour.accentStrong, strokeWidth: 2.5 },
        encoding: {
          x: { field: 'stepStart', type: 'quantitative' },
          x2: { field: 'stepEnd' },
          y: { field: 'probability', type: 'quantitative' },
        },
      },
      // Near the right edge a label stands over what comes before.
      labelled(early, { ...text, align: 'left', dx: 4 }, 'stepStart'),
      labelled(late, { ...text, align: 'right', dx: -1 }, 'stepEnd'),
    ]),
  };
}

/** Whole numbers to write on the axis: all of a few, else 1 and every fifth. */
function ticks(count: number): number[] {
  const all = Array.from({ length: count }, (_, i) => i + 1);
  return count <= 10 ? all : all.filter((x) => x === 1 || x % 5 === 0);
}
