import type { RegimeRow } from '../experiment/tables/regimes.js';
import { timeScale, type timeAxis } from './axes.js';
import { placeInLanes } from './lanes.js';
import type { Page } from './page.js';
import { drawn, pixels, type Layer, type Panel } from './panel.js';
import { size } from './theme.js';

/** Regimes as bands behind a panel over time, whose x axis is given. */
export function regimeBands(
  regimes: readonly RegimeRow[],
  {
    page,
    axis,
  }: {
    readonly page: Page;
    readonly axis: (Omit<ReturnType<typeof timeAxis>, 'title'> & { readonly title: string | null }) | null;
  },
): Layer {
  return {
    data: { values: [...regimes] },
    mark: { type: 'rect', color: page.colour.band },
    encoding: {
      x: { field: 'regimeStart', type: 'temporal', scale: timeScale, axis },
      x2: { field: 'regimeEnd' },
    },
  };
}

/** Names of the regimes above their bands, in as many lanes as they need; the panel shows days `fromDay` to `toDay`. */
export function regimePanel(
  regimes: readonly RegimeRow[],
  shown: { readonly page: Page; readonly fromDay: number; readonly toDay: number; readonly width: number },
): Panel {
  const { width } = shown;
  const at = (day: number): number => ((day - shown.fromDay) / (shown.toDay - shown.fromDay)) * width;
  const { placed, height } = placeInLanes(
    regimes.map(({ name, fromDay, toDay }) => ({ name, start: at(fromDay), end: at(toDay) })),
    width,
  );
  const x = (field: string) => ({ field, ...pixels([0, width]) });
  const y = (field: string) => ({ field, ...pixels([height, 0]) });
  return {
    width,
    height,
    data: { values: placed },
    layer: drawn([
      {
        mark: { type: 'rule', color: shown.page.colour.bandEdge, strokeWidth: 4 },
        encoding: { x: x('start'), x2: { field: 'end' }, y: y('bar') },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'top', lineBreak: '\n', lineHeight: size.lineHeight },
        encoding: { x: x('textStart'), y: y('top'), text: { field: 'text' } },
      },
    ]),
  };
}
