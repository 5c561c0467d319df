import type { AttackIntensity } from './attack-intensity.js';
import { Cause, firstSource } from './cause.js';
import type { Excitation } from './excitation.js';

/**
 * Cause of an attack, in proportion to the terms of its rate, which was asked for last; within the baseline by what raised
 * it (model, section 1). `uniform` is in [0, 1).
 */
export function chooseCause(attack: {
  readonly actor: number;
  readonly uniform: number;
  readonly intensity: AttackIntensity;
  readonly excitation: Excitation;
}): number {
  const { actor, intensity, excitation } = attack;
  const { baselineRate: baseline, provokedRate } = intensity;
  let left = attack.uniform * (baseline + provokedRate);
  if (left < baseline) {
    const x = intensity.mood(actor);
    const y = intensity.pull(actor);
    if (x + y <= 0) return Cause.background;
    const unraised = Math.exp(-x - y);
    if (left <= baseline * unraised) return Cause.background;
    const raised = (left - baseline * unraised) / (baseline * -Math.expm1(-x - y));
    return raised * (Math.max(0, x) + Math.max(0, y)) < Math.max(0, x) ? Cause.emboldened : Cause.vacuum;
  }
  left -= baseline;
  let last = 0;
  for (let j = 0; j < excitation.sources; j++) {
    const rate = excitation.sourceRate(actor, j, intensity.sourceLeft(j));
    if (rate === 0) continue;
    last = firstSource + j;
    if (left < rate) return last;
    left -= rate;
  }
  return last;
}
