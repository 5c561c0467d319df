import { gamma } from '../../random/laws/gamma.js';
import type { Law } from '../../random/laws/law.js';
import type { Uniform } from '../../random/stream.js';
import { targetShares, type TargetChoice, type TargetOption } from '../target-choice/choice-likelihood.js';
import { fitTargetChoice } from '../target-choice/fit-target-choice.js';
import { pastDays, type CountedRecord } from './counted-record.js';

/** What is known of whom attacks fall on. */
export interface TargetKnowledge {
  /** Keys of all bases of the scenario: options name them by their place here. */
  readonly baseKeys: readonly string[];
  /** Every attack of the record on a base with people there on its day. */
  readonly choices: readonly (TargetChoice & { readonly day: number })[];
  /** Belief about the exponent of size before any attack; undefined: the usual one. */
  readonly sizeExponent: Law | undefined;
  /** The counting rule has attacks that fall on no base. */
  readonly elsewhere: boolean;
}

export interface SharesQuestion {
  readonly record: CountedRecord;
  /** Nothing from this day on is looked at. */
  readonly day: number;
  readonly targets: TargetKnowledge;
  /** Bases with people on the day of the forecast. */
  readonly hosts: readonly TargetOption[];
  readonly seed: number;
  readonly draws: number;
}

/** Whom the next attacks fall on, fitted to the past of one day. */
export interface FittedShares {
  /** One draw: the share of each of the record's bases; what is left of 1 falls on no base. */
  readonly draw: (row: number, next: Uniform) => number[];
  /** Medians of the exponent of size, and of the spread of what else pulls attacks to a base. */
  readonly sizeExponent: number;
  readonly pullSpread: number;
  readonly rHat: number;
}

/**
 * Fits the choice of targets to the attacks before a day, and gives the shares of those that follow: among the bases with
 * people by the fitted choice ({@link fitTargetChoice}); with how often attacks fell on a base where the plan has nobody,
 * or on none, as a Dirichlet law of what was, half an attack added to each (Jeffreys). A base without people has of these
 * as much as fell there before, half an attack added.
 */
export function fittedShares({ record, day, targets, hosts, seed, draws }: SharesQuestion): FittedShares {
  const { baseKeys, sizeExponent, elsewhere } = targets;
  const known = targets.choices.filter((choice) => choice.day < day);
  const fit = fitTargetChoice({
    bases: baseKeys,
    choices: known,
    seed,
    draws: thinning * draws,
    priors: sizeExponent ? { sizeExponent } : {},
  });
  const before = record.bases.map((_, base) => pastDays(record, { day, base }).length);
  const onBases = before.reduce((sum, count) => sum + count, 0);
  const hosting = new Map(hosts.map(({ base }, k) => [baseKeys[base], k]));
  const empty = record.bases.map((key, b) => (hosting.has(key) ? 0 : before[b]! + 0.5));
  const onEmpty = empty.reduce((sum, weight) => sum + weight, 0);
  const shapes = [
    hosts.length > 0 ? known.length + 0.5 : 0,
    onEmpty > 0 ? onBases - known.length + 0.5 : 0,
    elsewhere ? pastDays(record, { day }).length - onBases + 0.5 : 0,
  ];
  const median = (name: string): number => fit.parameters.find((one) => one.name === name)?.after.median ?? NaN;
  return {
    draw: (row, next) => {
      const [withPeople = 0, without = 0] = dirichlet(shapes, next);
      const among = hosts.length > 0 ? targetShares(hosts, fit.tasteAt((thinning * row) % fit.draws)) : [];
      return record.bases.map((key, b) => {
        const k = hosting.get(key);
        return k === undefined ? (without * empty[b]!) / Math.max(onEmpty, Number.MIN_VALUE) : withPeople * among[k]!;
      });
    },
    sizeExponent: median('sizeExponent'),
    pullSpread: median('spread'),
    rHat: fit.diagnostics.rHat,
  };
}

/** Effects of bases and their spread mix slowly: so many more draws are made than are used, evenly apart. */
const thinning = 3;

/** One draw of shares that add up to 1; a shape of 0 has none. */
function dirichlet(shapes: readonly number[], next: Uniform): number[] {
  const parts = shapes.map((shape) => {
    const u = next();
    return shape === 0 ? 0 : gamma.quantile({ shape, scale: 1 })(u);
  });
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => (total === 0 ? 0 : part / total));
}
