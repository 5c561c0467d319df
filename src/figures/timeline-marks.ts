import type { TimelineAttackRow, TimelineCause } from '../experiment/tables/timeline.js';
import type { KeyItem } from './key.js';
import type { Page } from './page.js';

/** Width of the number in a mark. */
const NUMBER = 10;

/** Colour and words of every cause. */
export function causesOn({
  colour,
  words,
}: Page): readonly (Omit<KeyItem, 'sign'> & { readonly cause: TimelineCause })[] {
  return [
    { cause: 'unprovoked', colour: colour.unprovoked, label: words.causes.unprovoked },
    { cause: 'attacks', colour: colour.afterAttacks, label: words.causes.attacks },
    { cause: 'strikes', colour: colour.afterStrikes, label: words.causes.strikes },
    { cause: 'emboldened', colour: colour.emboldened, label: words.causes.emboldened },
    { cause: 'vacuum', colour: colour.vacuum, label: words.causes.vacuum },
  ];
}

/** The causes that these attacks have; what nothing provoked is a ring, so that it stays apart in grey. */
export function causeKey(attacks: readonly TimelineAttackRow[], page: Page): KeyItem[] {
  return causesOn(page)
    .filter(({ cause }) => attacks.some((attack) => attack.cause === cause))
    .map(({ cause, colour, label }) => ({ sign: cause === 'unprovoked' ? 'ring' : 'dot', colour, label }));
}

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
export function markOf(attack: TimelineAttackRow, page: Page) {
  const { ground, onCause, text } = page.colour;
  const { cause, killed, wounded } = attack;
  const fill = causesOn(page).find((known) => known.cause === cause)?.colour ?? text;
  const isRing = cause === 'unprovoked';
  // Large enough for the number of dead that stands in it.
  const area = Math.min(420, 42 + 9 * wounded + (killed > 0 ? 240 + 12 * killed : 0));
  return {
    ...attack,
    area,
    fill: isRing ? ground : fill,
    stroke: isRing ? fill : ground,
    ink: isRing ? fill : onCause,
  };
}
