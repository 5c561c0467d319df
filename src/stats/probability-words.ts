/** The words of ICD 203 (Analytic Standards, 2015), each for probabilities from its band's start up to the next one's. */
const BANDS = [
  { from: 0.01, word: 'almost no chance' },
  { from: 0.05, word: 'very unlikely' },
  { from: 0.2, word: 'unlikely' },
  { from: 0.45, word: 'roughly even chance' },
  { from: 0.55, word: 'likely' },
  { from: 0.8, word: 'very likely' },
  { from: 0.95, word: 'almost certain' },
  { from: 0.99, word: undefined },
] as const;

export type ProbabilityWord = Exclude<(typeof BANDS)[number]['word'], undefined>;

export interface ProbabilityInWords {
  /** undefined where the interval reaches beyond one band, below 1 % or to 99 % and more, or is not estimable. */
  readonly word: ProbabilityWord | undefined;
  /** Always there: whole per cents, "<1 %", ">99 %" or "not estimable". */
  readonly number: string;
}

/**
 * How to say a probability: a word only if its whole interval lies in one band, the number always. Takes a probability's
 * estimate (0 to 1); throws RangeError where value, low or high is outside 0 to 1 (NaN is allowed: not estimable).
 */
export function probabilityInWords(estimate: {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}): ProbabilityInWords {
  const { value, low, high } = estimate;
  for (const [what, number] of Object.entries({ value, low, high }))
    if (number < 0 || number > 1) throw new RangeError(`${what} must be a probability from 0 to 1, got ${number}`);
  const band = bandOf(low);
  return { word: band === bandOf(high) ? BANDS[band]?.word : undefined, number: percentText(value) };
}

/** Index of the band that holds the probability; −1 below the first and for NaN. */
function bandOf(probability: number): number {
  return BANDS.findLastIndex(({ from }) => probability >= from);
}

function percentText(probability: number): string {
  if (Number.isNaN(probability)) return 'not estimable';
  if (probability < 0.01) return '<1 %';
  if (probability > 0.99) return '>99 %';
  return `${Math.round(100 * probability)} %`;
}
