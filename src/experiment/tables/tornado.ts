import type { Swing } from '../design/tornado.js';
import type { Caption } from './caption.js';
import { capital, designCaption, signedText, type DesignAbout } from './design-caption.js';
import { numberText } from './number-text.js';

/** One input of a tornado, the largest swing first. */
export interface TornadoRow {
  readonly input: string;
  readonly name: string;
  /** Mean answer with the input low and high, each with its 95 % interval. */
  readonly atLow: number;
  readonly atLowLow: number;
  readonly atLowHigh: number;
  readonly atHigh: number;
  readonly atHighLow: number;
  readonly atHighHigh: number;
  readonly swing: number;
  readonly swingLow: number;
  readonly swingHigh: number;
  readonly isNothing: boolean;
  readonly label: string;
  /** Title of the axis. */
  readonly title: string;
}

/** As many inputs as a figure has room for. */
export const mostInputs = 12;

/** The first inputs of a tornado. */
export function tornadoRows(swings: readonly Swing[], about: DesignAbout): TornadoRow[] {
  return swings.slice(0, mostInputs).map(({ input, atLow, atHigh, swing, isNothing }) => ({
    input: input.name,
    name: about.nameOf(input.name),
    atLow: atLow.value,
    atLowLow: atLow.low,
    atLowHigh: atLow.high,
    atHigh: atHigh.value,
    atHighLow: atHigh.low,
    atHighHigh: atHigh.high,
    swing: swing.value,
    swingLow: swing.low,
    swingHigh: swing.high,
    isNothing,
    label: isNothing ? 'not told from 0' : signedText(swing.value, numberText),
    title: capital(`mean ${about.answer}`),
  }));
}

export function tornadoCaption(swings: readonly Swing[], about: DesignAbout): Caption {
  const told = swings.filter(({ isNothing }) => !isNothing);
  const left = swings.length - Math.min(swings.length, mostInputs);
  return designCaption(about, {
    title: `Which number moves ${about.answer} most`,
    reading: [
      'Each number goes from the 10th to the 90th percentile of its law; all others are drawn as in a run, with the same luck. Thin lines: 95 % intervals of the means.',
      ...(left > 0 ? [`The largest ${mostInputs} of ${swings.length}.`] : []),
    ],
    finding: told
      .slice(0, 5)
      .map(
        ({ input, swing }) =>
          `${about.nameOf(input.name)}: ${signedText(swing.value, numberText)} (${signedText(swing.low, numberText)} to ${signedText(swing.high, numberText)}).`,
      )
      .join(' '),
  });
}
