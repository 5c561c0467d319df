import type { Discovery } from '../design/discover.js';
import type { Caption } from './caption.js';
import { designCaption, type DesignAbout } from './design-caption.js';
import { numberText } from './number-text.js';

/** One box of the peeling trajectory, or the one that is told. */
export interface PrimRow {
  readonly part: 'box' | 'told';
  readonly coverage: number;
  readonly density: number;
  /** 95 % interval of the density; of the box that is told only. */
  readonly low?: number;
  readonly high?: number;
  readonly restricted: number;
}

export function primRows({ trajectory, box, density }: Discovery): PrimRow[] {
  return [
    ...trajectory.map((each) => ({
      part: 'box' as const,
      coverage: each.coverage,
      density: each.density,
      restricted: each.restricted.length,
    })),
    {
      part: 'told',
      coverage: box.coverage,
      density: box.density,
      low: density.low,
      high: density.high,
      restricted: box.restricted.length,
    },
  ];
}

export function primCaption(
  found: Discovery,
  about: DesignAbout & { readonly when: string; readonly words: string },
): Caption {
  const { box, states, cases } = found;
  return designCaption(about, {
    title: `How well a box of numbers tells when ${about.when}`,
    reading: [
      `Each dot is a box: the share of all ${numberText(cases)} such states that lie in it, and the share of the states in it that are such. Ring: the box that is told, with the 95 % interval of its density.`,
      about.words,
    ],
    finding: `Of ${numberText(states)} states ${numberText(cases)} are such. The box told has coverage ${numberText(box.coverage)} and density ${numberText(box.density)}.`,
  });
}
