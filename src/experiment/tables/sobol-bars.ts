import type { SobolResult } from '../design/sobol.js';
import { isJoint } from '../design/whole-tables.js';
import type { Caption } from './caption.js';
import { designCaption, type DesignAbout } from './design-caption.js';
import { numberText } from './number-text.js';
import { mostInputs } from './tornado.js';

/** Chance, or one input, with the shares of the variance that go with it. */
export interface SobolRow {
  readonly input: string;
  readonly name: string;
  readonly first: number;
  readonly firstLow: number;
  readonly firstHigh: number;
  readonly total: number;
  readonly totalLow: number;
  readonly totalHigh: number;
  readonly label: string;
}

/** Chance first, then the inputs with the largest total indices. */
export function sobolRows(result: SobolResult, about: DesignAbout): SobolRow[] {
  const shown = result.inputs.slice(0, mostInputs).map(({ input, ...indices }) => ({
    input: input.name,
    name: about.nameOf(input.name),
    ...indices,
  }));
  return [{ input: '', name: 'chance', ...result.chance }, ...shown].map(({ input, name, first, total }) => ({
    input,
    name,
    first: first.value,
    firstLow: first.low,
    firstHigh: first.high,
    total: total.value,
    totalLow: total.low,
    totalHigh: total.high,
    label: first.low > 0 ? shareText(first.value) : 'not told from 0',
  }));
}

export function sobolCaption(result: SobolResult, about: DesignAbout): Caption {
  const left = result.inputs.length - Math.min(result.inputs.length, mostInputs);
  return designCaption(about, {
    title: `What makes ${about.answer} differ from one future to another`,
    reading: [
      'Share of the variance that goes with each number alone (dark, and written out) and with all it takes part in (light), with 95 % intervals. Chance is what no number explains.',
      ...(result.inputs.some(({ input }) => isJoint(input))
        ? ['Joint draws are one number here: the row of a table, as of a fit.']
        : []),
      ...(left > 0 ? [`The first ${mostInputs} of ${result.inputs.length} numbers.`] : []),
    ],
    finding: [
      `Chance: total ${shareText(result.chance.total.value)}.`,
      ...result.inputs
        .slice(0, 5)
        .map(
          ({ input, first, total }) =>
            `${about.nameOf(input.name)}: alone ${shareText(first.value)}, in all ${shareText(total.value)}.`,
        ),
    ].join(' '),
  });
}

function shareText(share: number): string {
  return numberText(Math.round(1000 * share) / 1000);
}
