import type { CompiledActor } from '../../model/compile.js';
import type { Happening } from '../../model/happening.js';
import { STRIKES } from '../../model/scenario/reference-faults.js';
import type { Trace } from '../trace.js';

/** Something earlier that may have brought an attack. */
export interface LikelySource {
  readonly day: number;
  /** Row of the replication; undefined for an attack before its start. */
  readonly row: number | undefined;
  /** Chance that it was this one, given the kind of cause that the model drew. */
  readonly probability: number;
}

/**
 * The earlier event that most likely provoked each provoked attack, by the attack's row. The model draws the source of an
 * attack (an actor, or strikes) and not the single event: given the source, event i has the chance m_i e^{−β(t − t_i)} over
 * the sum (model, section 1), m its size: 1, 1 + θ_f for an attack that killed, the magnitude of a strike. An attack that
 * returned to a base of its source has its parent there. Of equal chances the later event counts.
 */
export function likeliestParents({ compiled, values, rows }: Trace): Map<number, LikelySource> {
  const levels = new Map<string, Level>();
  const happened = (source: string, event: Weighted, base?: string): void => {
    const actor = compiled.actors.find(({ key }) => key === source);
    const lag = values[actor?.meanLagDays ?? compiled.strikeMeanLagDays] ?? NaN;
    for (const key of base === undefined ? [source] : [source, `${source} at ${base}`])
      levels.set(
        key,
        raised(levels.get(key) ?? { lag, day: event.day, total: 0, best: { ...event, weight: 0 } }, event),
      );
  };
  const sizeOf = ({ fatalBoost }: CompiledActor, killed: boolean): number =>
    killed ? 1 + (values[fatalBoost] ?? 0) : 1;
  const historic = compiled.actors[compiled.history.actor];
  if (historic)
    for (const { day, killed } of compiled.history.attacks)
      happened(historic.key, { day, row: undefined, weight: sizeOf(historic, killed) });
  const parents = new Map<number, LikelySource>();
  rows.forEach((row, index) => {
    if (row.kind === 'strike') happened(STRIKES, { day: row.day, row: index, weight: row.magnitude ?? 1 });
    if (!isAttack(row)) return;
    const level = levels.get(row.repeat ? `${row.cause ?? ''} at ${row.base ?? ''}` : (row.cause ?? ''));
    if (level)
      parents.set(index, { day: level.best.day, row: level.best.row, probability: level.best.weight / level.total });
    const actor = compiled.actors.find(({ key }) => key === row.actor);
    if (actor)
      happened(actor.key, { day: row.day, row: index, weight: sizeOf(actor, (row.killed ?? 0) > 0) }, row.base);
  });
  return parents;
}

interface Weighted {
  readonly day: number;
  readonly row: number | undefined;
  readonly weight: number;
}

/** Σ m_i e^{−(t − t_i)/lag} of the events of one source, as of `day`, and the largest of its terms. */
interface Level {
  readonly lag: number;
  readonly day: number;
  readonly total: number;
  readonly best: Weighted;
}

/** The level after one more event; those before the start need not come in order of time. */
function raised({ lag, day, total, best }: Level, event: Weighted): Level {
  const now = Math.max(day, event.day);
  const faded = (weight: number, since: number): number => weight * Math.exp(-(now - since) / lag);
  const [old, added] = [faded(best.weight, day), faded(event.weight, event.day)];
  const leading = added >= old ? { ...event, weight: added } : { ...best, weight: old };
  return { lag, day: now, total: faded(total, day) + added, best: leading };
}

export function isAttack({ kind }: Happening): boolean {
  return kind === 'attackOnBase' || kind === 'attackOnConvoy' || kind === 'attackOnHandedOver';
}

/**
 * What had emboldened an actor at an attack, by order, the strongest first: its share of all that raised the mood,
 * Σ κ f e^{−(t − t_i)/τ_w} over the order's departures, announcements and returns (model, section 3).
 */
export function likelySignals(trace: Trace, row: number): LikelySource[] {
  const { compiled, values, rows } = trace;
  const attack = rows[row];
  const actor = compiled.actors.find(({ key }) => key === attack?.actor);
  if (!attack || !actor) return [];
  const value = (slot: number): number => values[slot] ?? 0;
  const sign = Math.sign(value(actor.perShareWithdrawn));
  const byOrder = new Map<string, { day: number; row: number; weight: number }>();
  rows.slice(0, row).forEach((signal, index) => {
    const { kind, share, order, toBase, day } = signal;
    if (share === undefined) return;
    const home = toBase === 'home' ? 1 : value(actor.betweenBasesFactor);
    const factor =
      kind === 'announcement'
        ? home * value(actor.announcementFactor)
        : kind === 'arrival'
          ? value(actor.returnFactor)
          : home;
    const weight = sign * factor * share * Math.exp(-(attack.day - day) / value(actor.emboldeningDecayDays));
    const key = `${kind} ${order ?? ''}`;
    const before = byOrder.get(key)?.weight ?? 0;
    byOrder.set(key, { day, row: index, weight: before + weight });
  });
  const raising = [...byOrder.values()].filter(({ weight }) => weight > 0);
  const total = raising.reduce((sum, { weight }) => sum + weight, 0);
  return raising
    .map(({ day, row: index, weight }) => ({ day, row: index, probability: weight / total }))
    .sort((a, b) => b.probability - a.probability);
}
