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
 * Which earlier events may have provoked the attack of a row, the likeliest first; empty where nothing provoked it. The
 * model draws the source of an attack (an actor, or strikes) and not the single event: given the source, event i has the
 * chance m_i e^{−β(t − t_i)} over the sum (model, section 1), m its size: 1, 1 + θ_f for an attack that killed, the magnitude
 * of a strike. An attack that returned to its parent's base has a parent there.
 */
export function likelyParents(trace: Trace, row: number): LikelySource[] {
  const { compiled, values, rows } = trace;
  const child = rows[row];
  if (!child?.cause) return [];
  const actor = compiled.actors.find(({ key }) => key === child.cause);
  if (!actor && child.cause !== STRIKES) return [];
  const decay = 1 / (values[actor?.meanLagDays ?? compiled.strikeMeanLagDays] ?? NaN);
  const found: { day: number; row: number | undefined; weight: number }[] = [];
  const add = (day: number, index: number | undefined, size: number): void => {
    found.push({ day, row: index, weight: size * Math.exp(-decay * (child.day - day)) });
  };
  if (actor && !child.repeat && compiled.actors[compiled.history.actor] === actor) {
    for (const { day, killed } of compiled.history.attacks) add(day, undefined, sizeOf(trace, actor, killed));
  }
  rows.slice(0, row).forEach((parent, index) => {
    if (!actor && parent.kind === 'strike') add(parent.day, index, parent.magnitude ?? 1);
    if (!actor || !isAttack(parent) || parent.actor !== actor.key) return;
    if (child.repeat && parent.base !== child.base) return;
    add(parent.day, index, sizeOf(trace, actor, (parent.killed ?? 0) > 0));
  });
  const total = found.reduce((sum, { weight }) => sum + weight, 0);
  return found
    .map(({ day, row: index, weight }) => ({ day, row: index, probability: weight / total }))
    .sort((a, b) => b.probability - a.probability);
}

function sizeOf({ values }: Trace, { fatalBoost }: CompiledActor, killed: boolean): number {
  return killed ? 1 + (values[fatalBoost] ?? 0) : 1;
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
