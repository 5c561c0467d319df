import type { TopLevelSpec } from 'vega-lite';
import type { MapRow } from '../experiment/tables/map.js';
import { keyPanel, type KeyItem } from './key.js';
import { layoutMap } from './map-layout.js';
import { mapPanel } from './map-panel.js';
import type { Page } from './page.js';
import type { Panel } from './panel.js';
import type { Setting } from './setting.js';
import { frame, size } from './theme.js';

/** Bases by their expected attacks on the country's outline, what became of them, and who moved where. */
export function map(rows: readonly MapRow[], setting: Setting): TopLevelSpec {
  const { page, geography = { neighbours: [] } } = setting;
  const { colour, words } = page;
  const laidOut = layoutMap(rows, { page, geography });
  const { unlabelled, moved, projection, circles, towns, arrows } = laidOut;
  const { width } = projection;
  const ended = circles.some(({ status }) => status !== 'hosting' && status !== 'unused');
  const unused = circles.some(({ status }) => status === 'unused');
  const ringed = !unused ? (ended ? words.map.ended : '') : ended ? words.map.endedOrUnused : words.map.unused;
  const key: KeyItem[] = [
    { sign: 'dot', colour: colour.accent, label: words.map.personnelAtEnd },
    ...(ringed === '' ? [] : [{ sign: 'ring' as const, colour: colour.context, label: ringed }]),
    ...(arrows.length > 0 ? [{ sign: 'line' as const, colour: colour.faint, label: words.map.moves }] : []),
    ...(towns.length > 0 ? [{ sign: 'square' as const, colour: colour.context, label: words.map.towns }] : []),
  ];
  return {
    ...frame(setting),
    spacing: 12,
    vconcat: [
      keyPanel(key, { page, width, left: 0 }),
      mapPanel(laidOut, { page, geography }),
      ...(moved ? [notePanel(words.map.moved, { page, width })] : []),
      ...(unlabelled > 0 ? [notePanel(words.map.unlabelled(unlabelled, circles.length), { page, width })] : []),
      ...(geography.note === undefined ? [] : [notePanel(geography.note, { page, width })]),
    ],
  };
}

/** A line of text under a map. */
export function notePanel(text: string, { page, width }: { readonly page: Page; readonly width: number }): Panel {
  return {
    width,
    height: size.lineHeight,
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'middle', x: 0, text, color: page.colour.faint },
  };
}
