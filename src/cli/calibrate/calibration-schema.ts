import { z } from 'zod';
import { recordManifestShape } from '../record/record-manifest.js';
import { shared, type Fits, type Thawed } from '../result-schemas.js';
import type { calibrationObject } from './calibration-object.js';

// What a fit to a record writes as calibration.json, for those who read it. JSON has no NaN and no infinity: both stand as null.

const { number, count, text, hash } = shared;

const belief = z.strictObject({
  mean: number,
  median: number,
  q25: number,
  q75: number,
  q10: number,
  q90: number,
  q025: number,
  q975: number,
});

const fittedNumber = z.looseObject({
  path: text.describe('Where it stands in the scenario; absent where the scenario has no place for it.').optional(),
  words: text.describe('What it is, with its unit.'),
  before: belief.describe('What was believed before the record.').optional(),
  after: belief.describe('The posterior.'),
  learnt: z.enum(['much', 'some', 'hardly anything']).describe('How far the record moved the belief.').optional(),
  overlap: number.describe('Area that both densities share: 1 the same, 0 apart.').optional(),
  draws: count.describe('Posterior draws, which stand in draws-*.csv.'),
  prior: z.looseObject({}).describe('The law of the belief before, as a scenario writes it.').optional(),
  priorInWords: text.optional(),
});

const worth = z.strictObject({ logLikelihood: number, parameters: count, bic: number });
const interval = z.strictObject({
  best: number,
  low: number,
  high: number,
  openBelow: z.boolean().describe('The interval goes on below what was looked at.'),
  openAbove: z.boolean(),
});
const band = z.strictObject({ at: number, value: number, low: number, high: number });

export const calibrationSchema = z.strictObject({
  answer: text.describe('What the record told, in a sentence.'),
  record: z
    .strictObject({ ...recordManifestShape.record.shape, file: text.describe('As named.') })
    .describe('What was counted, and what was left out.'),
  scenario: z.strictObject({ file: text, title: text, hash }),
  hash,
  seed: z.int(),
  imputations: count,
  periods: z.array(z.iso.date()).describe('First day of each rate.'),
  actors: z.array(text),
  strikes: z.array(number).describe('Days from the first day of the record on which the coalition struck.'),
  gates: z
    .array(
      z.strictObject({
        name: text,
        from: z.iso.date(),
        to: z.iso.date(),
        attacks: count,
        gate: z.union([number, z.looseObject({})]).describe('As the scenario gives it; a law is fitted.'),
      }),
    )
    .describe('Regimes of the scenario within the record, as gates of the likelihood.'),
  likeliest: z
    .looseObject({ logLikelihood: number, converged: z.boolean() })
    .describe('The most probable parameters, as the likelihood takes them.'),
  diagnostics: z.strictObject({
    chains: count,
    rHat: number.describe('Greatest split R̂; above 1.05 the draws are not to be used.'),
    effectiveSize: number,
    accepted: number,
    betweenImputations: number.describe('Greatest share of a variance that comes from how ties were broken.'),
  }),
  evidence: z
    .array(
      z.strictObject({
        actor: text,
        test: z.strictObject({ statistic: number, pValue: number, resamples: count, poisson: worth, hawkes: worth }),
        profile: z.strictObject({
          level: z.number(),
          branching: interval,
          meanLagDays: interval,
          fatalBoost: interval.describe('Absent where none of its attacks killed.').optional(),
        }),
      }),
    )
    .describe('What the record alone, without a prior, says of self-excitation, by group with at least two attacks.'),
  excitation: text.describe('The same in words.'),
  checks: z
    .looseObject({
      residuals: z.looseObject({
        ks: z.looseObject({ statistic: number, pValue: number }),
        autocorrelation: z.array(band),
        bootstraps: count,
      }),
      statistics: z.array(
        z.strictObject({
          statistic: text,
          process: text,
          observed: number,
          predicted: belief.omit({ mean: true }),
          place: number.describe('Share of the replicas below what was observed, half of those equal to it.'),
          replicas: count,
        }),
      ),
      replicas: count,
      withoutStrikes: z.boolean(),
    })
    .describe('Whether the fit could have left this record; null where that is not asked.')
    .nullable(),
  severity: z
    .strictObject({ killed: count, wounded: count })
    .describe('Attacks of which the record tells the dead, and the wounded.')
    .nullable(),
  tables: z.array(z.strictObject({ of: text, rows: count, numbers: z.array(fittedNumber) })),
  warnings: z.array(text),
});

/** What calibration.json holds, as far as a report says it. */
export type CalibrationFile = Thawed<z.infer<typeof calibrationSchema>>;

// A key that is new in one of these types must be told in its schema: else this does not compile.
const fits: Fits<
  Omit<ReturnType<typeof calibrationObject>, 'record' | 'tables'>,
  Omit<CalibrationFile, 'record' | 'tables'>
> = true;
void fits;
