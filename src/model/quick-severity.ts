import { NegativeBinomial } from '../random/laws/negative-binomial.js';
import { zeta } from '../random/laws/zeta.js';
import type { CompiledScenario } from './compile.js';
import { purpose, type AttackMarks } from './marks.js';

/** Killed and wounded of one attack by the quick law (model, section 7), with the numbers of a replication. */
export class QuickSeverity {
  private fatalProbability = NaN;
  private fatalityExponent = NaN;
  private wounded = new NegativeBinomial({ mean: NaN, size: NaN });

  /** Reads the replication's numbers. */
  read({ severity }: CompiledScenario, values: Float64Array): void {
    this.fatalProbability = values[severity.fatalProbability]!;
    this.fatalityExponent = values[severity.fatalityExponent]!;
    this.wounded = new NegativeBinomial({
      mean: values[severity.woundedMean]!,
      size: values[severity.woundedSize]!,
    });
  }

  /** Killed in one attack on `present` persons: none, or with p_f a zeta law cut and renormalised at those present. */
  drawKilled(present: number, marks: AttackMarks): number {
    if (present === 0 || marks.at(purpose.fatal, 0) >= this.fatalProbability) return 0;
    return zeta({ alpha: this.fatalityExponent, max: present }, marks.streamOf(purpose.killed));
  }

  /** Wounded in one attack: negative binomial, independent of the killed, at most `left` persons. */
  drawWounded(left: number, marks: AttackMarks): number {
    if (left === 0) return 0;
    const wounded = this.wounded.quantile(marks.at(purpose.wounded, 0));
    return wounded < left ? wounded : left;
  }
}
