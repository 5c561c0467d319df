import type { Law } from '../../random/laws/law.js';
import type { CompiledScenario } from '../../model/compile.js';
import { isoDate, isoDay } from '../../model/scenario/iso-date.js';
import type { Regime } from '../../model/scenario/schema.js';
import type { UncertainGate } from '../hawkes/process-question.js';
import type { AttackRecord } from '../record/attack-record.js';
import { smoothLaw } from './priors-of.js';

/** A regime of the scenario that the fit takes account of, as far as it holds within the record. */
export interface UsedGate {
  readonly name: string;
  /** First and last day within the record on which it holds. */
  readonly from: string;
  readonly to: string;
  /** Of the actors it gates, within those days. */
  readonly attacks: number;
  /** The gate as the scenario gives it; a law is fitted. */
  readonly gate: number | Law;
}

/** Gates of a record: pieces in which each is constant, in the order of {@link UsedGate}s. */
export interface RecordGates {
  /** Where pieces begin, in days from the record's first. */
  readonly starts: readonly number[];
  /** By piece: in which period of the rate it lies. */
  readonly periods: readonly number[];
  /** Product of the gates that are certain, by piece, then actor. */
  readonly gates: readonly (readonly number[])[];
  readonly uncertainGates: readonly UncertainGate[];
  readonly used: readonly UsedGate[];
  /** Regimes that hold within the record and are not used, each with the reason. */
  readonly leftOut: readonly string[];
}

interface Question {
  readonly record: AttackRecord;
  readonly compiled: CompiledScenario;
  /** Keys of the actors that are fitted. */
  readonly actors: readonly string[];
  /** First days of the periods after the first, ascending. */
  readonly periods: readonly string[];
}

/** A regime within the record: instants in days from its first. */
interface Span {
  readonly regime: Regime;
  readonly index: number;
  /** Its first day; below 0 where that lies before the record. */
  readonly begins: number;
  readonly first: number;
  readonly end: number;
}

/**
 * The scenario's regimes within a record, as gates of the likelihood. One that is certain by its date counts, whether the
 * scenario begins before or after it; a gate that is a law is left to the fit. Within a track the later one replaces the
 * earlier, as in the simulation.
 */
export function recordGates(asked: Question): RecordGates {
  const { record, compiled, actors } = asked;
  const told = spansOf(asked).map((span) => ({ span, reason: reasonAgainst(span, asked) }));
  // A regime that does not count replaces none.
  const usable = told.flatMap(({ span, reason }) => (reason === undefined ? [span] : []));
  const isHeld = ({ regime, first, end }: Span): boolean => first < end && actors.some((actor) => names(regime, actor));
  const spans = usable.map((span, k) => cutByNext(span, usable.slice(k + 1))).filter(isHeld);
  const periodStarts = [0, ...asked.periods.map((date) => isoDay(date) - isoDay(record.from))];
  const starts = [...new Set([...periodStarts, ...spans.flatMap(({ first, end }) => [first, end])])]
    .filter((day) => day < record.days)
    .sort((a, b) => a - b);
  const holds = ({ regime, first, end }: Span): boolean[][] =>
    starts.map((start) => actors.map((actor) => names(regime, actor) && first <= start && start < end));
  const fixed = spans.filter(({ regime }) => typeof regime.gate.value === 'number');
  return {
    starts,
    periods: starts.map((start) => periodStarts.findLastIndex((day) => day <= start)),
    gates: starts.map((_, piece) =>
      actors.map((_actor, i) =>
        fixed.reduce(
          (product, span) => (holds(span)[piece]![i]! ? product * Number(span.regime.gate.value) : product),
          1,
        ),
      ),
    ),
    uncertainGates: spans.flatMap((span) => {
      const prior = smoothLaw(span.regime.gate);
      return prior === undefined ? [] : [{ name: span.regime.name, prior, holds: holds(span) }];
    }),
    used: spans.map((span) => ({
      name: span.regime.name,
      from: isoDate(isoDay(record.from) + span.first),
      to: isoDate(isoDay(record.from) + span.end - 1),
      attacks: attacksIn(span, asked),
      gate: span.regime.gate.value,
    })),
    leftOut: [
      ...told.flatMap(({ span, reason }) =>
        reason === undefined || !isHeld(span) ? [] : [`${span.regime.name}: ${reason}`],
      ),
      ...chainsWithin(compiled, record),
      ...trucesWithin(compiled, record),
    ],
  };
}

/** All regimes in order of their first day, cut to the record: one that lies outside has no days. */
function spansOf({ record, compiled }: Question): Span[] {
  const origin = isoDay(record.from);
  return compiled.scenario.regimes
    .map((regime, index) => ({ regime, index, begins: isoDay(regime.firstDay) - origin }))
    .toSorted((a, b) => a.begins - b.begins)
    .map(({ regime, index, begins }) => ({
      regime,
      index,
      begins,
      first: Math.max(0, begins),
      end: Math.min(record.days, regime.lastDay === undefined ? Infinity : isoDay(regime.lastDay) - origin + 1),
    }));
}

/** Within its track a regime holds until the next begins. */
function cutByNext(span: Span, later: readonly Span[]): Span {
  const next = later.find(({ regime }) => regime.track === span.regime.track);
  return { ...span, end: Math.min(span.end, next?.begins ?? Infinity) };
}

function names({ actors }: Regime, actor: string): boolean {
  return actors === undefined || actors.includes(actor);
}

function attacksIn({ regime, first, end }: Span, { record, actors }: Question): number {
  return record.attacks.filter(
    ({ day, actor }) => day >= first && day < end && actors.includes(actor) && names(regime, actor),
  ).length;
}

/** Why a regime cannot be a gate of the likelihood; undefined where it can. */
function reasonAgainst(span: Span, asked: Question): string | undefined {
  const { regime, index } = span;
  if (regime.probability.value !== 1) return 'it comes to pass by chance, so that nobody knows whether it held';
  if (asked.compiled.regimeConditions[index]!.length > 0) return 'a branch point decides whether it comes to pass';
  if (typeof regime.gate.value !== 'number')
    return smoothLaw(regime.gate) === undefined ? 'its gate is a law that has no smooth density to fit' : undefined;
  const attacks = attacksIn(span, asked);
  if (regime.gate.value === 0 && attacks > 0)
    return `its gate is 0, and the record has ${attacks} within it, which could not have been`;
  return undefined;
}

function chainsWithin({ scenario }: CompiledScenario, record: AttackRecord): string[] {
  return scenario.regimeChains
    .filter(
      ({ firstDay, lastDay }) =>
        (firstDay ?? scenario.start) <= record.to && (lastDay === undefined || lastDay >= record.from),
    )
    .map(({ name }) => `${name}: a chain, whose states are drawn`);
}

/** Rules act from the scenario's first day on. */
function trucesWithin({ scenario }: CompiledScenario, record: AttackRecord): string[] {
  if (record.to < scenario.start) return [];
  return scenario.rules.flatMap(({ name, then }) =>
    [then].flat().some((action) => 'truce' in action)
      ? [`${name}: a truce by a rule, which comes when it is drawn`]
      : [],
  );
}
