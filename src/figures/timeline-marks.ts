import type { TimelineAttackRow, TimelineCause } from '../experiment/tables/timeline.js';
import { colour } from './theme.js';

/** Width of the number in a mark. */
const NUMBER = 9;

/** Causes in Okabe and Ito's palette; what nothing provoked is a ring, so that it stays apart in grey. */
export const causes: readonly { readonly cause: TimelineCause; readonly colour: string; readonly label: string }[] = [
  { cause: 'unprovoked', colour: '#333333', label: 'unprovoked' },
  { cause: 'attacks', colour: '#0072b2', label: 'after earlier attacks' },
  { cause: 'strikes', colour: '#d55e00', label: 'after strikes' },
  { cause: 'emboldened', colour: '#e69f00', label: 'emboldened by departures' },
  { cause: 'vacuum', colour: '#009e73', label: 'into the room that was left' },
];
/** Whether no mark that is drawn later covers the number in a mark. */
export function isFree(
  marks: readonly { readonly day: number; readonly area: number }[],
  index: number,
  { width, endDay }: { readonly width: number; readonly endDay: number },
): boolean {
  const at = marks[index]?.day ?? 0;
  const room = (area: number): number => Math.sqrt(area / Math.PI) + NUMBER / 2;
  return marks.slice(index + 1).every(({ day, area }) => (Math.abs(day - at) / endDay) * width > room(area));
}

/** An attack as it is drawn: area in px² by harm, a ring where nothing provoked it. */
export function markOf(attack: TimelineAttackRow) {
  const { cause, killed, wounded } = attack;
  const fill = causes.find((known) => known.cause === cause)?.colour ?? colour.text;
  const isRing = cause === 'unprovoked';
  // Large enough for the number of dead that stands in it.
  const area = Math.min(400, 42 + 9 * wounded + (killed > 0 ? 220 + 12 * killed : 0));
  return {
    ...attack,
    area,
    fill: isRing ? 'white' : fill,
    stroke: isRing ? fill : 'white',
    ink: isRing ? fill : 'white',
  };
}
