import type { Base, Scenario } from '../../model/scenario/schema.js';
import { centralIntervals, meanInterval } from '../../stats/index.js';
import { outcome, type Results } from '../results.js';
import { captionOf, type Caption } from './caption.js';
import { counted, numberText } from './number-text.js';
import { recordInPeriod, recordOfWholePeriod } from './record-in-period.js';

export type ByBaseMeasure = 'attacks' | 'personAttacks';

/** Rows come in the order in which bases are drawn: most attacks on average first. */
export type ByBaseRow = ByBaseIntervalRow | ByBaseMeanRow | ByBaseObservedRow;

interface OfBase {
  /** Key of the base. */
  readonly base: string;
  readonly name: string;
  readonly measure: ByBaseMeasure;
}

/** The central `level` of the replications. */
export interface ByBaseIntervalRow extends OfBase {
  readonly part: 'interval';
  readonly level: 0.5 | 0.8 | 0.95;
  readonly low: number;
  readonly high: number;
}

export interface ByBaseMeanRow extends OfBase {
  readonly part: 'mean';
  readonly mean: number;
  readonly label: string;
}

export interface ByBaseObservedRow extends OfBase {
  readonly part: 'observed';
  readonly observed: number;
}

/** Attacks and person-attacks at every base while it hosts personnel, and the record's attacks on it. */
export function byBaseRows(results: Results): ByBaseRow[] {
  const { scenario } = results;
  const ordered = Object.entries(scenario.bases)
    .map(([base, about]) => ({ base, about, attacks: meanInterval(outcome(results, `attacks.base.${base}`)).value }))
    .sort((a, b) => b.attacks - a.attacks);
  const observed = observedByBase(scenario);
  return ordered.flatMap(({ base, about }): ByBaseRow[] => {
    const name = about.name ?? base;
    const measured = (['attacks', 'personAttacks'] as const).flatMap((measure): ByBaseRow[] => {
      const values = outcome(results, `${measure}.base.${base}`);
      const { q25, q75, q10, q90, q025, q975 } = centralIntervals(values);
      const mean = meanInterval(values).value;
      const of = { base, name, measure };
      return [
        { part: 'interval', ...of, level: 0.95, low: q025, high: q975 },
        { part: 'interval', ...of, level: 0.8, low: q10, high: q90 },
        { part: 'interval', ...of, level: 0.5, low: q25, high: q75 },
        { part: 'mean', ...of, mean, label: numberText(mean) },
      ];
    });
    const seen = observed?.byBase.get(base);
    return seen === undefined
      ? measured
      : [...measured, { part: 'observed', base, name, measure: 'attacks', observed: seen }];
  });
}

/** The record's attacks in the scenario's period by base, and those on places that are no base of it. */
function observedByBase(scenario: Scenario): { byBase: Map<string, number>; elsewhere: number } | undefined {
  const rows = recordOfWholePeriod(scenario);
  if (rows === undefined) return undefined;
  const byBase = new Map(Object.keys(scenario.bases).map((key) => [key, 0]));
  let elsewhere = 0;
  for (const { base: place } of rows) {
    const key = Object.entries(scenario.bases).find(([key, base]) => recordNames(key, base).includes(place))?.[0];
    if (key === undefined) elsewhere++;
    else byBase.set(key, (byBase.get(key) ?? 0) + 1);
  }
  return { byBase, elsewhere };
}

/** What the record calls a base. */
export function recordNames(key: string, base: Base): readonly string[] {
  return base.recordNames ?? [base.name ?? key];
}

export function byBaseCaption(results: Results, rows: readonly ByBaseRow[]): Caption {
  const observed = observedByBase(results.scenario);
  const means = rows.flatMap((row) => (row.part === 'mean' && row.measure === 'attacks' ? [row] : []));
  const elsewhere = observed?.elsewhere ?? 0;
  const missing =
    elsewhere === 0 ? '' : ` ${counted(elsewhere, 'attack')} of the record fell on no base of the scenario.`;
  return captionOf(results, {
    title: 'Attacks and person-attacks by base',
    reading: [
      'Simulated attacks: while a base hosts personnel.' +
        (observed ? ` Record: the whole period.${missing}` : uncoveredText(results.scenario)),
    ],
    finding: `Mean attacks: ${means.map(({ name, label }) => `${name} ${label}`).join(', ')}.`,
  });
}

/** Counts of a part of the period would stand beside simulated ones of all of it. */
function uncoveredText(scenario: Scenario): string {
  return recordInPeriod(scenario)
    ? ' The record is left out: it does not say that it covers the whole period (record.until).'
    : '';
}
