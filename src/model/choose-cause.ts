import type { AttackIntensity } from './attack-intensity.js';
import { Cause, firstSource } from './cause.js';
import type { Excitation } from './excitation.js';
import { purpose, type Marks } from './marks.js';

const { cause: causePurpose } = purpose;

/** Causes of attacks, by a mark of each. */
export class CauseChoice {
  private readonly intensity: AttackIntensity;
  private readonly excitation: Excitation;
  private readonly marks: Marks;

  constructor(parts: { readonly intensity: AttackIntensity; readonly excitation: Excitation; readonly marks: Marks }) {
    this.intensity = parts.intensity;
    this.excitation = parts.excitation;
    this.marks = parts.marks;
  }

  /**
   * Cause of the attack that the marks stand at, in proportion to the terms of its actor's rate, which was asked for last;
   * within the baseline by what raised it (model, section 1).
   */
  choose(actor: number): number {
    const { intensity, excitation } = this;
    const { baselineRate: baseline, provokedRate } = intensity;
    let left = this.marks.first(causePurpose) * (baseline + provokedRate);
    if (left < baseline) return this.withinBaseline(actor, left);
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

  private withinBaseline(actor: number, left: number): number {
    const { intensity } = this;
    const { baselineRate: baseline } = intensity;
    const x = intensity.mood(actor);
    const y = intensity.pull(actor);
    if (x + y <= 0) return Cause.background;
    const unraised = Math.exp(-x - y);
    if (left <= baseline * unraised) return Cause.background;
    const raised = (left - baseline * unraised) / (baseline * -Math.expm1(-x - y));
    return raised * (Math.max(0, x) + Math.max(0, y)) < Math.max(0, x) ? Cause.emboldened : Cause.vacuum;
  }
}
