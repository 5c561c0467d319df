import type { MorrisEffects } from '../design/morris.js';
import type { Caption } from './caption.js';
import { capital, designCaption, type DesignAbout } from './design-caption.js';
import { numberText } from './number-text.js';

/** One input in the plane of Morris: how much it moves the answer, and how much that depends on the others. */
export interface MorrisRow {
  readonly input: string;
  readonly name: string;
  /** From 1, by size; 0 for those that are not named. */
  readonly rank: number;
  readonly effect: number;
  readonly effectLow: number;
  readonly effectHigh: number;
  readonly spread: number;
  /** Title of the axis of effects. */
  readonly title: string;
}

const mostNamed = 8;

/** Inputs with an effect and a spread, the largest effect first. */
export function morrisRows(effects: readonly MorrisEffects[], about: DesignAbout): MorrisRow[] {
  return effects
    .filter(({ meanAbsolute, spread }) => Number.isFinite(meanAbsolute.value) && Number.isFinite(spread))
    .map(({ input, meanAbsolute, spread }, i) => ({
      input: input.name,
      name: about.nameOf(input.name),
      rank: i < mostNamed && meanAbsolute.value > 0 ? i + 1 : 0,
      effect: meanAbsolute.value,
      effectLow: meanAbsolute.low,
      effectHigh: meanAbsolute.high,
      spread,
      title: capital(`mean change of ${about.answer}`),
    }));
}

export function morrisCaption(effects: readonly MorrisEffects[], about: DesignAbout): Caption {
  return designCaption(about, {
    title: `Which numbers move ${about.answer}, and which do so together`,
    reading: [
      'Each dot is one number that goes half the way through its law: to the right, how much that changes the answer (mean of the sizes, with its 95 % interval); upwards, how much the change depends on the other numbers and on chance.',
    ],
    finding: effects
      .slice(0, 5)
      .map(({ input, meanAbsolute }) => `${about.nameOf(input.name)}: ${numberText(meanAbsolute.value)}.`)
      .join(' '),
  });
}
