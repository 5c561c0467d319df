import type { MapBaseRow, MapRow } from '../experiment/tables/map.js';
import type { Geography } from './geography.js';
import { fitProjection, type MapProjection } from './map-projection.js';
import type { Page } from './page.js';
import { rowsOf } from './panel.js';
import { around, placeLabels, type Box, type Line } from './place-labels.js';
import { placeTowns } from './place-towns.js';
import { spreadCircles } from './spread-circles.js';
import { textWidth } from './text-width.js';
import { size } from './theme.js';
import { wrapText } from './wrap-text.js';

/** Of the busiest base; smaller on a map of more bases than there is room for, where circles would hide each other. */
const LARGEST_RADIUS = 19;
const ROOMY = 13;
/** The same on a map narrower than this, px. */
const ROOMY_WIDTH = 420;
const SMALLEST_RADIUS = 4;
const LONGEST_LABEL = 240;
const HEAD = 5;
/** Between boxes along a line, px: less than the height of a name. */
const STRUNG = 4;

/**
 * Everything on a map in px of its panel, which fills the page. One of several is told its `width`, and the attacks at the
 * busiest base of them all; bases that `isNamed` denies go without a name.
 */
export function layoutMap(
  rows: readonly MapRow[],
  of: {
    readonly page: Page;
    readonly geography: Geography;
    readonly width?: number;
    readonly mostAttacks?: number;
    readonly isNamed?: (row: MapBaseRow) => boolean;
  },
) {
  const { page, geography, width = page.contentWidth, isNamed = () => true } = of;
  const bases = rowsOf(rows, 'base');
  const fitted = fitProjection(bases, geography, {
    width,
    least: page.wide ? 240 : 300,
    most: Math.round(page.contentWidth * (page.wide ? 0.44 : page.narrow ? 1.05 : 0.9)),
    margin: 26,
  });
  const most = of.mostAttacks ?? Math.max(...bases.map(({ attacks }) => attacks), 0);
  const drawn = bases
    .map((row) =>
      circleOf(row, {
        page,
        map: fitted,
        most,
        largest: LARGEST_RADIUS * Math.min(1, Math.sqrt(ROOMY / bases.length), width / ROOMY_WIDTH),
      }),
    )
    // Small ones on top.
    .sort((a, b) => b.radius - a.radius);
  const circles = spreadCircles(drawn);
  const moved = circles.some(({ x, y }, i) => Math.hypot(x - drawn[i]!.x, y - drawn[i]!.y) > 2);
  const arrows = rowsOf(rows, 'move').flatMap(({ fromBase, toBase, persons }) => {
    const from = circles.find(({ base }) => base === fromBase);
    const to = circles.find(({ base }) => base === toBase);
    if (!from || !to || Math.hypot(from.x - to.x, from.y - to.y) <= from.radius + to.radius + 2 * HEAD) return [];
    const start = edge(from, to);
    const tip = edge({ ...to, radius: to.radius + HEAD }, from);
    const angle = (Math.atan2(tip.y - start.y, tip.x - start.x) * 180) / Math.PI + 90;
    return [{ fromX: start.x, fromY: start.y, toX: tip.x, toY: tip.y, angle, persons }];
  });
  const labelled = circles.map((circle) => ({ ...circle, ...(isNamed(circle) ? labelOf(circle, page) : unnamed) }));
  const scaleBar = scaleBarOf(fitted);
  const scaleRoom = { left: 0, right: scaleBar.right + 8, top: scaleBar.y - 30, bottom: fitted.height };
  const lines = arrows.map(lineOf);
  const places = placeLabels(labelled, {
    width: fitted.width,
    height: fitted.height,
    lines,
    blocked: [scaleRoom],
  });
  const labels = labelled.flatMap(({ text, labelColour }, i) => {
    const place = places[i];
    return place && text !== '' ? [{ text, colour: labelColour, left: place.left, top: place.top }] : [];
  });
  const leaders = labelled.flatMap(({ x, y, text }, i) => {
    const place = places[i];
    return place?.leads && text !== '' ? [{ x, y, leaderX: place.leaderX, leaderY: place.leaderY }] : [];
  });
  const leaderLines = leaders.map(({ x, y, leaderX, leaderY }) => ({ from: { x, y }, to: { x: leaderX, y: leaderY } }));
  // Bases first: where there is no room, towns stay away.
  const towns = placeTowns(geography.cities ?? [], {
    map: fitted,
    blocked: [
      scaleRoom,
      ...circles.map(around),
      ...places.flatMap((place, i) => (place && labelled[i]!.text !== '' ? [place] : [])),
      ...[...lines, ...leaderLines].flatMap(along),
    ],
  });
  const unlabelled = circles.filter((circle, i) => isNamed(circle) && places[i] === undefined).length;
  return {
    unlabelled,
    moved,
    projection: { ...fitted, graticule: graticuleStep(fitted) },
    circles,
    towns,
    labels,
    leaders,
    arrows,
    heads: arrows,
    scaleBar,
  };
}

/** Area in proportion to the mean attacks; where there are next to none, a dot that can still be seen. */
function circleOf(
  row: MapBaseRow,
  {
    page,
    map,
    most,
    largest,
  }: { readonly page: Page; readonly map: MapProjection; readonly most: number; readonly largest: number },
) {
  const radius = most > 0 ? Math.max(SMALLEST_RADIUS, largest * Math.sqrt(row.attacks / most)) : SMALLEST_RADIUS;
  const hosting = row.status === 'hosting';
  return {
    ...row,
    ...map.at(row),
    radius,
    area: Math.PI * radius * radius,
    fill: hosting ? page.colour.accent : `${page.colour.ground}99`,
    stroke: hosting ? page.colour.ground : page.colour.context,
  };
}

function labelOf({ name, attacksLabel, status }: MapBaseRow, { colour }: Page) {
  const lines = wrapText(`${name}\u00a0\u00a0${attacksLabel}`, { size: size.text, width: LONGEST_LABEL });
  return {
    text: lines.join('\n'),
    labelColour: status === 'hosting' ? colour.text : colour.faint,
    labelWidth: Math.max(...lines.map((line) => textWidth(line, { size: size.text }))),
    labelHeight: lines.length * size.lineHeight - 3,
  };
}

/** In place of the label of a base without a name. */
const unnamed = { text: '', labelColour: '', labelWidth: 0, labelHeight: 0 };

/** An arrow as a line that labels keep off. */
function lineOf(arrow: { readonly fromX: number; readonly fromY: number; readonly toX: number; readonly toY: number }) {
  return { from: { x: arrow.fromX, y: arrow.fromY }, to: { x: arrow.toX, y: arrow.toY } };
}

/** Boxes strung along a line, for what must keep off it. */
function along({ from, to }: Line): Box[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STRUNG));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const at = { x: from.x + ((to.x - from.x) * i) / steps, y: from.y + ((to.y - from.y) * i) / steps };
    return around({ ...at, radius: 2 });
  });
}

/** The point of a circle's edge that faces another point. */
function edge(
  circle: { readonly x: number; readonly y: number; readonly radius: number },
  to: { readonly x: number; readonly y: number },
) {
  const distance = Math.max(1e-9, Math.hypot(to.x - circle.x, to.y - circle.y));
  const share = circle.radius / distance;
  return { x: circle.x + (to.x - circle.x) * share, y: circle.y + (to.y - circle.y) * share };
}

const roundLengths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

function scaleBarOf({ kmPerPx, height }: MapProjection) {
  const km = roundLengths.findLast((length) => length / kmPerPx <= 130) ?? 1;
  return { left: 14, right: 14 + km / kmPerPx, y: height - 14, label: `${km} km` };
}

/** Degrees between the lines of a graticule: four to a dozen of them. */
function graticuleStep({ width, scale }: MapProjection): number {
  const degrees = (width / scale) * (180 / Math.PI);
  return [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].find((step) => degrees / step <= 10) ?? 30;
}
