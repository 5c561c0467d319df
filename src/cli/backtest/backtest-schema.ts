import { z } from 'zod';
import { shared, type Fits, type Thawed } from '../result-schemas.js';
import type { BacktestResult } from './place-backtest.js';

// What a back-test writes as backtest.json, for those who read it.

const { number, count, text, estimate } = shared;
const target = z.enum(['total', 'byBase']);

export const backtestSchema = z.strictObject({
  answer: text.describe('Which simple rules the process beats, in a sentence or two.'),
  origins: count,
  methods: z.array(
    z.strictObject({
      key: text.describe('process: the fitted one; else a simple rule.'),
      target: target.describe('All attacks, or base by base with the scores of the bases added up.'),
      forecasts: count,
      crps: number.describe('In attacks; lower is better. Mean over origins.'),
      logScore: number.describe('Lower is better. Mean over origins.'),
      intervals: z.array(
        z.strictObject({
          level: z.number(),
          score: number.describe('Mean interval score.'),
          coverage: z.strictObject(estimate).describe('Share of what came that lay inside.'),
        }),
      ),
      pit: z.array(z.number()).describe('Heights of the PIT histogram, 1 each where forecasts are calibrated.'),
    }),
  ),
  differences: z.array(
    z.strictObject({
      key: text,
      target,
      score: z.enum(['crps', 'logScore']),
      difference: z.strictObject(estimate).describe('Simple rule less process: above 0 the process is better.'),
      verdict: z.enum(['process better', 'simple forecast better', 'not resolved']),
    }),
  ),
});

/** What backtest.json holds. */
export type BacktestFile = Thawed<z.infer<typeof backtestSchema>>;

// A key that is new in one of these types must be told in its schema: else this does not compile.
const fits: Fits<BacktestResult, BacktestFile> = true;
void fits;
