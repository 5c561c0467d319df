import { countedRecord } from '../../calibration/backtest/counted-record.js';
import { forecastOrigin, type OriginForecast } from '../../calibration/backtest/forecast-origin.js';
import { originsOf, type Origin } from '../../calibration/backtest/origins.js';
import { hostsOn } from '../../calibration/record/choice-sets.js';
import type { AttackRecord } from '../../calibration/record/attack-record.js';
import { imputeTimes } from '../../calibration/record/impute-times.js';
import { UserFault } from '../../model/scenario/fault.js';
import { loadRecord, type LoadedRecord } from '../calibrate/load-record.js';
import { loadScenario, type LoadedScenario } from '../load-scenario.js';
import type { RecordInputs } from '../record/inputs-of-manifest.js';
import { scenarioHash } from '../scenario-hash.js';
import type { Terminal } from '../terminal.js';
import { targetsOf } from './backtest-targets.js';

export interface BacktestWishes {
  /** The record's file as the user named it. */
  readonly file: string;
  readonly scenario: string;
  readonly rules: string | undefined;
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly set: readonly string[];
  readonly origins: 'monthly' | number;
  /** Days; undefined: up to the next origin. */
  readonly horizon: number | undefined;
  /** Least days before the first origin. */
  readonly past: number;
  readonly replications: number;
  readonly seed: number;
}

/** A back-test, read and found sound. */
export interface BacktestQuestion {
  readonly wishes: BacktestWishes;
  readonly loaded: LoadedRecord;
  readonly scenario: LoadedScenario;
  /** SHA-256 of what decides the numbers. */
  readonly hash: string;
  readonly origins: readonly Origin[];
  /** Keys of the bases that are told apart: those that host at an origin or are attacked. */
  readonly bases: readonly string[];
  readonly forecast: (origin: Origin) => OriginForecast;
  readonly warnings: readonly string[];
}

/** Ways of breaking ties, and posterior draws, behind the forecast of one origin. */
export const effort = { imputations: 5, draws: 1000 } as const;

/** Fewer origins than these tell no forecast from another. */
const few = 20;

/** @throws UserFault with every fault that could be found. */
export async function loadBacktest(wishes: BacktestWishes, terminal: Terminal): Promise<BacktestQuestion> {
  const { file, rules, from, until, set } = wishes;
  const loaded = await loadScenario({ file: wishes.scenario, set }, terminal);
  const { scenario } = loaded.compiled;
  const record = await loadRecord({ file, rules, from, until, scenario }, terminal);
  return backtestQuestion(wishes, { loaded, record });
}

/**
 * The question of a back-test over a scenario and a record that are read.
 * @throws UserFault where the record is too short for it.
 */
export function backtestQuestion(
  wishes: BacktestWishes,
  { loaded: scenario, record: loaded }: RecordInputs,
): BacktestQuestion {
  const { seed, replications, horizon, past } = wishes;
  const { compiled } = scenario;
  const { record } = loaded;
  const origins = originsOf({
    from: record.from,
    to: record.to,
    every: wishes.origins,
    horizonDays: horizon,
    leastPastDays: past,
  });
  if (origins.length < 2) throw new UserFault([tooShort(wishes, loaded, origins.length)]);
  const targets = targetsOf(record, { compiled, scopes: loaded.rules.scopes });
  const hosts = hostsOn(
    origins.map(({ date }) => date),
    compiled,
  );
  const seen = new Set([
    ...[...hosts.values()].flatMap((options) => options.map(({ base }) => base)),
    ...record.attacks.flatMap(({ base }) => (base === undefined ? [] : compiled.baseKeys.indexOf(base))),
  ]);
  const shown = [...seen].filter((base) => base >= 0).sort((a, b) => a - b);
  const bases = shown.map((base) => compiled.baseKeys[base]!);
  const counted = countedRecord(record, bases);
  const imputations = imputeTimes(record, { seed, imputations: effort.imputations });
  const { from, to } = record;
  const asked = { record: loaded.hash, rules: loaded.rules, from, to, origins, replications, seed, effort };
  return {
    wishes,
    loaded,
    scenario,
    hash: scenarioHash({ scenario: scenario.hash, ...asked }),
    origins,
    bases,
    forecast: (origin) =>
      forecastOrigin({
        record: counted,
        origin,
        imputations,
        targets: targets.known,
        hosts: (hosts.get(origin.date) ?? []).map(targets.optionOf),
        seed,
        draws: effort.draws,
        paths: replications,
      }),
    warnings: [
      ...scenario.warnings,
      ...loaded.warnings,
      ...targets.warnings,
      ...severalActors(record),
      ...warningsOf(wishes, origins),
    ],
  };
}

function tooShort({ past, origins }: BacktestWishes, { record }: LoadedRecord, found: number) {
  const every = origins === 'monthly' ? 'the first of a month' : `every ${origins} days`;
  return {
    path: 'the record',
    value: `${record.days} days, ${record.from} to ${record.to}`,
    rule: `must have at least 2 whole windows after its first ${past} days, from ${every}, but has ${found}`,
    hint: 'ask for shorter windows (--origins 14d, --horizon 14d) or a shorter past (--past 60d)',
  };
}

/** All groups are forecast as one process: said where that leaves something out. */
function severalActors({ attacks }: AttackRecord): string[] {
  const counts = new Map<string, number>();
  for (const { actor } of attacks) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  if (counts.size < 2) return [];
  const listed = [...counts].map(([actor, count]) => `${actor} ${count}`).join(', ');
  return [
    `the record names ${counts.size} armed groups (attacks: ${listed}): all are forecast as one process with one choice of targets, so that who provokes whom and whom each attacks is not tested`,
  ];
}

function warningsOf({ origins: every, horizon }: BacktestWishes, origins: readonly Origin[]): string[] {
  const overlap = origins.some(({ day, horizonDays }, i) => day + horizonDays > (origins[i + 1]?.day ?? Infinity));
  return [
    ...(origins.length < few
      ? [`${origins.length} origins are few: intervals of scores are wide, and one bad month decides much`]
      : []),
    ...(overlap
      ? [
          `windows overlap (--horizon ${horizon}d, origins ${every === 'monthly' ? every : `every ${every} days`}): one attack counts in several, and the intervals of differences are too narrow`,
        ]
      : []),
  ];
}
