import type { TopLevelSpec } from 'vega-lite';
import type { BeforeAfterRow, MapSide } from '../experiment/tables/map-before-after.js';
import type { MapMoveRow } from '../experiment/tables/map.js';
import { keyPanel, type KeyItem } from './key.js';
import { layoutMap } from './map-layout.js';
import { mapPanel } from './map-panel.js';
import { notePanel } from './map.js';
import { panelTitle, rowsOf } from './panel.js';
import type { Setting } from './setting.js';
import { frame } from './theme.js';

const BETWEEN = 18;

/** The map at the start and at the end, on one scale, with the moves between; one above the other in a column. */
export function mapBeforeAfter(rows: readonly BeforeAfterRow[], setting: Setting): TopLevelSpec {
  const { page, geography = { neighbours: [] } } = setting;
  const { colour, contentWidth, narrow, words } = page;
  const width = narrow ? contentWidth : Math.floor((contentWidth - BETWEEN) / 2);
  const bases = rowsOf(rows, 'base');
  const mostAttacks = Math.max(0, ...bases.map(({ attacks }) => attacks));
  const moves = rowsOf(rows, 'move');
  const drawnSides = rowsOf(rows, 'side').map(({ side, title }) => {
    const laidOut = layoutMap([...basesOn(side), ...movesOn(side)], {
      page,
      geography,
      width,
      mostAttacks,
      isNamed: ({ status }) => status === 'hosting',
    });
    return { laidOut, title };
  });
  // A town that has room on one side only would look like news.
  const isOnAll = (town: string): boolean =>
    drawnSides.every(({ laidOut }) => laidOut.towns.some(({ text }) => text === town));
  const sides = drawnSides.map(({ laidOut: all, title }) => {
    const laidOut = { ...all, towns: all.towns.filter(({ text }) => isOnAll(text)) };
    return { laidOut, panel: { ...mapPanel(laidOut, { page, geography }), title: sideTitle(title) } };
  });
  const arrows = sides.some(({ laidOut }) => laidOut.arrows.length > 0);
  const towns = sides.some(({ laidOut }) => laidOut.towns.length > 0);
  const empty = bases.some(({ status }) => status !== 'hosting');
  const unlabelled = sides.reduce((sum, { laidOut }) => sum + laidOut.unlabelled, 0);
  const key: KeyItem[] = [
    { sign: 'dot', colour: colour.accent, label: words.map.personnelThere },
    ...(empty ? [{ sign: 'ring' as const, colour: colour.context, label: words.map.nobodyThere }] : []),
    ...(arrows ? [{ sign: 'line' as const, colour: colour.faint, label: words.map.moves }] : []),
    ...(towns ? [{ sign: 'square' as const, colour: colour.context, label: words.map.towns }] : []),
  ];
  const panels = sides.map(({ panel }) => panel);
  const left = { page, width };
  return {
    ...frame(setting),
    spacing: 12,
    vconcat: [
      keyPanel(key, { page, width: contentWidth, left: 0 }),
      ...(narrow ? panels : [{ spacing: BETWEEN, hconcat: panels }]),
      ...(sides.some(({ laidOut }) => laidOut.moved) ? [notePanel(words.map.moved, left)] : []),
      ...(unlabelled > 0 ? [notePanel(words.map.withoutName(unlabelled), left)] : []),
      ...(geography.note === undefined ? [] : [notePanel(geography.note, left)]),
    ],
  };

  function basesOn(side: MapSide) {
    return bases.filter((row) => row.side === side);
  }

  /** Moves come after the one, and before the other: they are drawn on the second. */
  function movesOn(side: MapSide): readonly MapMoveRow[] {
    return side === 'after' ? moves : [];
  }
}

function sideTitle(title: string) {
  return { ...panelTitle(title), frame: 'group' as const, offset: 8 };
}
