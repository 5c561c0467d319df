import { NegativeBinomial } from '../random/laws/negative-binomial.js';
import { zeta } from '../random/laws/zeta.js';
import type { CompiledScenario } from './compile.js';
import { purpose, type AttackMarks } from './marks.js';

// Constants of this file are numbers to the engine; those of another it looks up at each use.
const { fatal, killed, wounded } = purpose;
const zetaLaw = zeta;

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
    if (present === 0 || marks.first(fatal) >= this.fatalProbability) return 0;
    return zetaLaw({ alpha: this.fatalityExponent, max: present }, marks.streamOf(killed));
  }

  /** Wounded in one attack: negative binomial, independent of the killed, at most `left` persons. */
  drawWounded(left: number, marks: AttackMarks): number {
    if (left === 0) return 0;
    const count = this.wounded.quantile(marks.first(wounded));
    return count < left ? count : left;
  }
}
