import { openStream, type Uniform } from '../../random/stream.js';
import type { ExcitationTest, ModelWorth } from './excitation-test.js';
import type { EventTimes } from './hawkes-model.js';
import { fullModel, networkRecords, type NetworkQuestion, type NetworkRecords } from './network-question.js';
import { fitReceiver } from './receiver-fit.js';
import { unprovokedTimes } from './unprovoked-times.js';

/** Ways of breaking ties that the test looks at: each resample is fitted in as many. */
const testedSets = 2;

/**
 * The test of "no self-excitation" for each attacker of a network, by a parametric bootstrap under "no attack provokes any
 * attack": rates and what strikes provoke are estimated without excitation by attacks, and records with as many attacks of
 * each attacker at each rate are drawn from that; of them any may have killed. In every record what other attackers and
 * strikes provoke is fitted on both sides. `poisson` of an answer is the process without excitation by its own attacks. By
 * default 199 resamples, and 39 beyond 1,000 events.
 */
export function testNetwork(
  question: NetworkQuestion & { readonly seed: number; readonly resamples?: number },
): ExcitationTest[] {
  const found = networkRecords(question, { sets: testedSets });
  const resamples = question.resamples ?? (found.isLong ? 39 : 199);
  const receivers = Array.from({ length: found.receivers }, (_, i) => i);
  const record = receivers.map((receiver) => gainOf(found, receiver));
  const unprovoked = unprovokedTimes(question, found);
  const asMuch = new Int32Array(receivers.length);
  for (let resample = 0; resample < resamples; resample++) {
    const next = openStream({
      seed: question.seed,
      replication: resample,
      purpose: 'no excitation',
      entity: 'network',
    });
    const drawn = networkRecords(
      { ...question, ...brokenSets(question, unprovoked(next), next) },
      { sets: testedSets },
    );
    for (const receiver of receivers)
      if (gainOf(drawn, receiver).statistic >= record[receiver]!.statistic) asMuch[receiver]!++;
  }
  return receivers.map((receiver) => ({
    ...record[receiver]!,
    pValue: (1 + asMuch[receiver]!) / (1 + resamples),
    resamples,
  }));
}

/** What excitation by its own attacks adds for one receiver. */
function gainOf(found: NetworkRecords, receiver: number): Pick<ExcitationTest, 'statistic' | 'poisson' | 'hawkes'> {
  const records = found.of(receiver);
  const full = fullModel(found, 1.4);
  const apart = (sources: readonly number[]): readonly number[] => sources.filter((source) => source !== receiver);
  const without = fitReceiver(records, { ...full, sources: apart(full.sources), boosted: apart(full.boosted) });
  const middle = Math.floor(full.lags.length / 2);
  const lagAt = full.sources.map((source) =>
    source === receiver ? middle : without.lagAt[apart(full.sources).indexOf(source)]!,
  );
  const withOwn = fitReceiver(records, full, { lagAt });
  const attacks = records[0]!.rateOf.length;
  const worth = (logLikelihood: number, parameters: number): ModelWorth => ({
    logLikelihood,
    parameters,
    bic: -2 * logLikelihood + parameters * Math.log(Math.max(1, attacks)),
  });
  const rates = records[0]!.openDays.length;
  const size = (sources: readonly number[], boosted: readonly number[]): number =>
    rates + 2 * sources.length + boosted.length;
  // The ascent over lags ends at one of them: without is one of the fits with.
  const most = Math.max(without.logLikelihood, withOwn.logLikelihood);
  const gain = 2 * (most - without.logLikelihood);
  return {
    // Less than searches differ by is none, or the record would not be like those that gain nothing.
    statistic: gain < 1e-5 ? 0 : gain,
    poisson: worth(without.logLikelihood, size(apart(full.sources), apart(full.boosted))),
    hawkes: worth(most, size(full.sources, full.boosted)),
  };
}

/** A drawn record as the real one is known: to the day, with ties broken as often; exact where that is known exactly. */
function brokenSets(
  { windowDays, imputations, receivers = imputations[0]?.length ?? 0 }: NetworkQuestion,
  drawn: readonly (readonly { readonly day: number; readonly killed: boolean }[])[],
  next: Uniform,
): Pick<NetworkQuestion, 'imputations' | 'fatal'> {
  const exciters = imputations[0]!.slice(receivers);
  const sets = imputations.slice(0, testedSets).map(() =>
    drawn.map((own) =>
      own
        .map(({ day, killed }) => ({
          day: imputations.length === 1 ? day : withinItsDay(day, windowDays, next),
          killed,
        }))
        .sort((a, b) => a.day - b.day),
    ),
  );
  return {
    imputations: sets.map((set): EventTimes[] => [...set.map((own) => own.map(({ day }) => day)), ...exciters]),
    fatal: sets.map((set) => set.flatMap((own) => own.flatMap(({ day, killed }) => (killed ? [day] : [])))),
  };
}

function withinItsDay(day: number, windowDays: number, next: Uniform): number {
  const start = Math.floor(day);
  // Two draws: of thousands on the lattice of one draw, two would be equal now and then.
  return start + Math.min(1, windowDays - start) * (next() + (next() - 0.5) * 2 ** -32);
}
