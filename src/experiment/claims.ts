import { sampleCorrelation } from 'simple-statistics';
import type { CompiledScenario } from '../model/compile.js';
import { sideUnit } from '../model/check-claims.js';
import { claimWords } from '../model/scenario/claim-words.js';
import type { Claim } from '../model/scenario/claims-schema.js';
import {
  meanInterval,
  meanOfPairs,
  probabilityOfPairs,
  probabilityInterval,
  probabilityInWords,
  type Estimate,
} from '../stats/index.js';
import { drawnParameters } from './parameter-draws.js';
import { outcome, type Results } from './results.js';
import { comparedThirdsOfAll, type ThirdsRow } from './thirds.js';

/** What a run says of one claim. */
export interface ClaimResult {
  readonly name: string;
  readonly says: string;
  readonly source: string;
  readonly document?: string;
  readonly note?: string;
  /** The comparison: "attacks per personDays is above the same in ./stay.ts". */
  readonly words: string;
  /** Unit of both sides; empty where they have none. */
  readonly unit: string;
  /** Share of replications in which it holds; `n` counts those that give an answer. Mixes chance and ignorance. */
  readonly probability: Estimate;
  /** The probability in words, never stronger than its interval; empty where the number says it all. */
  readonly word: string;
  /** Replications that give an answer; `n` of the probability counts them by pairs where they come in pairs. */
  readonly answered: number;
  /** Replications without an answer: a side does not exist there, or is divided by 0. */
  readonly blanks: number;
  /** Replications left out because the two scenarios rest on different draws of the numbers; see {@link drawApart}. */
  readonly apart: number;
  /** Replications in which both outcomes are equal, which shared luck can make many; 0 against a number. */
  readonly ties: number;
  /** Means over the replications that give an answer; the right side with its factor `times`. */
  readonly left: Estimate;
  readonly right: Estimate;
  /** Mean of left − right over pairs with the same luck. */
  readonly difference: Estimate;
  /** ρ of the pairs; NaN where a side does not vary. */
  readonly correlation: number;
  /** Uncertain numbers that were looked at. */
  readonly numbersTested: number;
  /** Those whose thirds differ by more than chance (Holm, 5 %), largest difference first. */
  readonly restsOn: readonly ThirdsRow[];
  /** Of these, the one that would turn the answer: the interval of one third below one half, of the other above. */
  readonly wouldFlip?: ThirdsRow;
}

interface Evaluated {
  readonly compiled: CompiledScenario;
  readonly results: Results;
  /** Results of the scenarios compared with, by the text of `than.scenario`: the same seed, replication by replication. */
  readonly compared: ReadonlyMap<string, Results>;
}

const mostByChance = 0.05;

/** Every claim of a scenario against its replications. Claims whose other scenario has no results are left out. */
export function evaluateClaims({ compiled, results, compared }: Evaluated): ClaimResult[] {
  const { claims } = results.scenario;
  if (claims.length === 0) return [];
  const judged = claims.flatMap((claim) => {
    const other = otherResults(claim, results, compared);
    return other ? [judge({ claim, results, other })] : [];
  });
  const thirds = comparedThirdsOfAll(
    drawnParameters(compiled, results),
    judged.map(({ holds }) => holds),
  );
  return judged.map(({ result }, i) => withThirds(result, thirds[i]!));
}

function otherResults({ than }: Claim, results: Results, compared: ReadonlyMap<string, Results>): Results | undefined {
  return typeof than === 'number' || than.scenario === undefined ? results : compared.get(than.scenario);
}

type ResultAlone = Omit<ClaimResult, 'numbersTested' | 'restsOn' | 'wouldFlip'>;

/** What is to be said of a claim but for what it rests on, and whether it holds (1, 0 or NaN) by replication. */
function judge(about: { readonly claim: Claim; readonly results: Results; readonly other: Results }): {
  readonly result: ResultAlone;
  readonly holds: Float32Array;
} {
  const { claim, results, other } = about;
  const { name, says, source, document, note, than, times } = claim;
  const n = Math.min(results.n, other.n);
  const isApart = drawApart(results, other);
  const ofLeft = sideOf(results, claim).map((value, r) => (isApart[r] ? NaN : value));
  const ofRight = typeof than === 'number' ? ofLeft.map(() => than) : sideOf(other, than);
  const holds = Float32Array.from({ length: n }, (_, r) => holdsIn(claim.relation, ofLeft[r]!, times * ofRight[r]!));
  const left = ofLeft.subarray(0, n).filter((_, r) => !Number.isNaN(holds[r]));
  const right = ofRight
    .subarray(0, n)
    .filter((_, r) => !Number.isNaN(holds[r]))
    .map((value) => times * value);
  const { antithetic } = results;
  const share = probabilityInterval({ hits: holds.filter((each) => each === 1).length, n: left.length });
  const probability = antithetic ? probabilityOfPairs(share) : share;
  const meanOf = (values: Float64Array): Estimate => {
    if (!antithetic) return meanInterval(values);
    let at = 0;
    return meanOfPairs(Float64Array.from(holds, (is) => (Number.isNaN(is) ? NaN : values[at++]!)));
  };
  const result = {
    name,
    says,
    source,
    ...(document === undefined ? {} : { document }),
    ...(note === undefined ? {} : { note }),
    words: claimWords(claim),
    unit: sideUnit(results.columns, claim),
    probability,
    word: claimWord(probability),
    answered: left.length,
    blanks: n - left.length - isApart.filter((is) => is).length,
    apart: isApart.filter((is) => is).length,
    ties: typeof than === 'number' ? 0 : left.filter((value, i) => value === right[i]).length,
    left: meanOf(left),
    right: meanOf(right),
    difference: meanOf(left.map((value, i) => value - right[i]!)),
    correlation: left.length < 3 || isConstant(left) || isConstant(right) ? NaN : sampleCorrelation(left, right),
  };
  // Draws of one half of the pairs are independent of each other; those of both are not.
  return { result, holds: antithetic ? holds.map((is, r) => (r % 2 === 0 ? is : NaN)) : holds };
}

function withThirds(result: ResultAlone, thirds: readonly ThirdsRow[]): ClaimResult {
  const restsOn = thirds.filter(({ pValue }) => pValue <= mostByChance);
  const wouldFlip = flipping(restsOn);
  return { ...result, numbersTested: thirds.length, restsOn, ...(wouldFlip ? { wouldFlip } : {}) };
}

/**
 * By replication: whether two scenarios threw away different numbers of draws, so that they differ by luck and not by the
 * world alone. The draws of the other pairs have the law of draws that are stable in both: a draw is kept by both at one
 * attempt only if it is stable in both and each one before it in neither.
 */
function drawApart(one: Results, other: Results): boolean[] {
  const [first, second] = [one, other].map((results) => outcome(results, 'parameterRedraws'));
  return Array.from({ length: Math.min(one.n, other.n) }, (_, r) => Math.abs(first![r]! - second![r]!) > 0);
}

/** One side of a claim by replication; NaN where it does not exist, or is divided by 0. */
function sideOf(
  results: Results,
  { outcome: name, per }: { readonly outcome: string; readonly per?: string | undefined },
) {
  const values = outcome(results, name);
  if (per === undefined) return values;
  const over = outcome(results, per);
  return values.map((value, r) => (over[r] === 0 ? NaN : value / over[r]!));
}

function holdsIn(relation: Claim['relation'], left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return NaN;
  switch (relation) {
    case 'above':
      return left > right ? 1 : 0;
    case 'below':
      return left < right ? 1 : 0;
    case 'atLeast':
      return left >= right ? 1 : 0;
    case 'atMost':
      return left <= right ? 1 : 0;
    default:
      return relation satisfies never;
  }
}

/**
 * A word of probability where the whole interval lies in its band; else on which side of one half it lies, if the whole
 * of it does. Beyond 80 and 20 % the number says more than that.
 */
export function claimWord(probability: Estimate): string {
  const { low, high } = probability;
  const { word } = probabilityInWords(probability);
  if (word !== undefined) return word;
  if (Number.isNaN(low) || low >= 0.8 || high < 0.2) return '';
  return low > 0.5 ? 'more likely than not' : high < 0.5 ? 'less likely than not' : 'not told apart from even';
}

/** The number whose thirds lie farthest on either side of one half, the whole of their intervals. */
function flipping(rows: readonly ThirdsRow[]): ThirdsRow | undefined {
  const reach = ({ lower, upper }: ThirdsRow): number => {
    const [less, more] = [lower.probability, upper.probability].toSorted((a, b) => a.value - b.value);
    return Math.min(0.5 - less!.high, more!.low - 0.5);
  };
  return rows.filter((row) => reach(row) > 0).toSorted((a, b) => reach(b) - reach(a))[0];
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}
