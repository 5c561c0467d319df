import type { VoiResult } from '../design/voi.js';
import type { Caption } from './caption.js';
import { designCaption, type DesignAbout } from './design-caption.js';
import { numberText } from './number-text.js';
import { mostInputs } from './tornado.js';

/** What knowing one number, or all of them, would save at most. */
export interface VoiRow {
  readonly input: string;
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  /** Title of the axis. */
  readonly title: string;
}

/** All numbers together first, then those that are worth the most. */
export function voiRows(result: VoiResult, about: DesignAbout & { readonly all: string }): VoiRow[] {
  const { atMost, atLeast } = result.everything;
  const title = `Fewer ${about.answer} on average, at most`;
  const shown = result.inputs.filter(({ value }) => value.high > 0).slice(0, mostInputs);
  return [
    {
      input: '',
      name: about.all,
      value: atMost.value,
      low: Math.max(0, Number.isNaN(atLeast.low) ? atMost.low : atLeast.low),
      high: atMost.high,
      label: `at most ${numberText(atMost.value)}`,
      title,
    },
    ...shown.map(({ input, value }) => ({
      input: input.name,
      name: about.nameOf(input.name),
      value: value.value,
      low: value.low,
      high: value.high,
      label: value.low > 0 ? numberText(value.value) : 'not told from 0',
      title,
    })),
  ];
}

export function voiCaption(result: VoiResult, about: DesignAbout & { readonly scenarios: readonly string[] }): Caption {
  const { inputs, now } = result;
  const told = inputs.filter(({ value }) => value.low > 0);
  const shown = Math.min(mostInputs, inputs.filter(({ value }) => value.high > 0).length);
  return designCaption(about, {
    title: 'Which number would be worth finding out before choosing',
    reading: [
      `What the choice would save if it could wait until the number is known, against choosing ${about.scenarios[now]!} now, which has the fewest on average. Chance is no ignorance and is averaged out. Single 95 % intervals; that of every number together reaches from an estimate that is too low to one that is too high.`,
      ...(shown < inputs.length
        ? [`Shown are ${shown} of ${inputs.length} numbers: those of which knowing could change the choice.`]
        : []),
    ],
    finding: [
      `Every number together: at most ${numberText(result.everything.atMost.value)}.`,
      ...told
        .slice(0, 5)
        .map(
          ({ input, value }) =>
            `${about.nameOf(input.name)}: ${numberText(value.value)} (${numberText(value.low)} to ${numberText(value.high)}).`,
        ),
    ].join(' '),
  });
}
