import type { Caption } from '../../experiment/tables/caption.js';
import { numberText } from '../../experiment/tables/number-text.js';
import { quantileOf, type Law } from '../../random/laws/law.js';
import { centralIntervals } from '../../stats/index.js';
import { calibrationCaption, type CalibrationAbout } from './calibration-about.js';

/** A fitted number: what was believed before, and draws of what is believed after. */
export interface FittedNumber {
  /** Unique; with its unit, as a reader says it: "Mean lag, days". */
  readonly name: string;
  readonly prior: Law;
  readonly draws: ArrayLike<number>;
}

export type PriorPosteriorRow =
  | {
      readonly part: 'panel';
      readonly name: string;
      /** "0.42 (0.1 to 0.7); before 0.4 (0.05 to 0.76)". */
      readonly label: string;
    }
  | {
      readonly part: 'bin';
      readonly name: string;
      readonly binStart: number;
      readonly binEnd: number;
      /** Densities, the highest of both laws being 1. */
      readonly prior: number;
      readonly posterior: number;
    };

const bins = 30;
/** Points that stand for a prior: as many quantiles, evenly spaced. */
const points = 3000;

/** Prior and posterior of every fitted number over the same bins. */
export function priorPosteriorRows(numbers: readonly FittedNumber[]): PriorPosteriorRow[] {
  return numbers.flatMap((number) => {
    const quantile = quantileOf(number.prior);
    const prior = Float64Array.from({ length: points }, (_, i) => quantile((i + 0.5) / points));
    const draws = Float64Array.from(number.draws).sort();
    const { low, high } = rangeOf(prior, draws);
    const [before, after] = [prior, draws].map((values) => densities(values, { low, high }));
    const highest = Math.max(...before!, ...after!);
    const width = (high - low) / bins;
    return [
      { part: 'panel', name: number.name, label: labelOf(prior, draws) },
      ...before!.map((density, b): PriorPosteriorRow => ({
        part: 'bin',
        name: number.name,
        binStart: low + b * width,
        binEnd: low + (b + 1) * width,
        prior: density / highest,
        posterior: after![b]! / highest,
      })),
    ];
  });
}

export function priorPosteriorCaption(about: CalibrationAbout, rows: readonly PriorPosteriorRow[]): Caption {
  const said = rows.flatMap((row) => (row.part === 'panel' ? [`${row.name}: ${row.label}.`] : []));
  return calibrationCaption(about, {
    title: 'What the record adds to what was believed before',
    reading: [
      'The line is the prior, the filled bars the posterior: where both have one shape, the record says nothing of that number. Numbers are medians with 95 % intervals; a prior may reach beyond its panel.',
    ],
    finding: said.join(' '),
  });
}

/** The posterior, with as much again on each side where the prior reaches there. */
function rangeOf(prior: Float64Array, draws: Float64Array): { readonly low: number; readonly high: number } {
  const at = (values: Float64Array, order: number): number => values[Math.round(order * (values.length - 1))]!;
  const [low, high] = [at(draws, 0.005), at(draws, 0.995)];
  return {
    low: Math.min(low, Math.max(at(prior, 0.01), low - (high - low))),
    high: Math.max(high, Math.min(at(prior, 0.99), high + (high - low))),
  };
}

function densities(ascending: Float64Array, { low, high }: { readonly low: number; readonly high: number }): number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of ascending) {
    const bin = Math.floor(((value - low) / (high - low)) * bins);
    if (bin >= 0 && bin < bins) counts[bin]! += 1;
    else if (value === high) counts[bins - 1]! += 1;
  }
  return counts.map((count) => count / ascending.length);
}

function labelOf(prior: Float64Array, draws: Float64Array): string {
  const text = (values: Float64Array): string => {
    const { median, q025, q975 } = centralIntervals(values);
    return `${numberText(median)} (${numberText(q025)} to ${numberText(q975)})`;
  };
  return `${text(draws)}; before ${text(prior)}`;
}
