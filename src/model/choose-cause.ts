import type { ActorState } from './actor-state.js';
import { mood, type AttackIntensity } from './attack-intensity.js';
import { Cause, firstSource } from './cause.js';
import type { Excitation } from './excitation.js';
import { vacuumPull } from './vacuum.js';

/**
 * Cause of an attack, in proportion to the terms of its rate; within the baseline by what raised it (model,
 * section 1). `uniform` is in [0, 1).
 */
export function chooseCause(attack: {
  readonly actor: number;
  readonly state: ActorState;
  readonly days: number;
  readonly uniform: number;
  readonly intensity: AttackIntensity;
  readonly excitation: Excitation;
}): number {
  const { actor, state, days, excitation } = attack;
  const baseline = attack.intensity.baseline(state, days);
  let left = attack.uniform * (baseline + excitation.rate(actor, days));
  if (left < baseline) {
    const [x, y] = [mood(state, days), vacuumPull(state, days)];
    if (x + y <= 0 || left <= baseline * Math.exp(-x - y)) return Cause.background;
    const raised = (left - baseline * Math.exp(-x - y)) / (baseline * -Math.expm1(-x - y));
    return raised * (Math.max(0, x) + Math.max(0, y)) < Math.max(0, x) ? Cause.emboldened : Cause.vacuum;
  }
  left -= baseline;
  let last = 0;
  for (let j = 0; j < excitation.sources; j++) {
    const rate = excitation.sourceRate(actor, j, days);
    if (rate === 0) continue;
    last = firstSource + j;
    if (left < rate) return last;
    left -= rate;
  }
  return last;
}
