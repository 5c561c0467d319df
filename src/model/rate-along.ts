import type { ActorState } from './actor-state.js';
import type { AttackIntensity } from './attack-intensity.js';
import type { Excitation } from './excitation.js';
import type { SmoothRule } from './integrate-smooth.js';
import type { Residuals } from './residuals.js';
import { quickExponential } from './small-exponential.js';
import { mostNodes, type SpanDecay } from './span-decay.js';

/** λ_g along a span: its sum over the nodes of a rule. Written as one loop, as most of what a replication costs is here. */
export class RateAlong {
  /** Σ of weight times rate over the nodes, and of that over S_g + R_g, as {@link addUp} found them last. */
  attacks = 0;
  perWeight = 0;
  /** S_g and γD at the nodes, where the actor added up last returns to bases. */
  readonly totalWeights = new Float64Array(mostNodes);
  readonly openShares = new Float64Array(mostNodes);
  private readonly states: readonly ActorState[];
  private readonly excitation: Excitation;
  private readonly intensity: AttackIntensity;
  private readonly residuals: Residuals;
  /** Of the sources that provoke the actor: the rate, and where what is left of it stands at nodes. */
  private readonly provoked: Float64Array;
  private readonly provokedAt: Int32Array;

  constructor(parts: {
    readonly states: readonly ActorState[];
    readonly excitation: Excitation;
    readonly intensity: AttackIntensity;
    readonly residuals: Residuals;
  }) {
    this.states = parts.states;
    this.excitation = parts.excitation;
    this.intensity = parts.intensity;
    this.residuals = parts.residuals;
    this.provoked = new Float64Array(this.states.length + 1);
    this.provokedAt = new Int32Array(this.states.length + 1);
  }

  /**
   * Adds up the rate of an actor at the nodes of the span by their weights; without what sources provoke, where that is
   * asked for apart.
   */
  addUp(g: number, { atNodes, nodes, days }: SpanDecay, rule: SmoothRule): void {
    const state = this.states[g]!;
    const { intensity, residuals, provoked, provokedAt } = this;
    const { gate, baselinePerDay, roadWeights, seasonAmplitude, effort } = state;
    const { weights } = rule;
    const slot = intensity.firstSlotOf(g);
    const emboldened = mostNodes * slot;
    const deterred = emboldened + mostNodes;
    const vacuum = deterred + mostNodes;
    const residual = mostNodes * residuals.slot;
    const raise = state.perShareWithdrawn * state.emboldened;
    const restrain = state.deterrenceDepth * state.deterred;
    const pull = state.vacuumSensitivity * state.vacuumTarget;
    const pullGap = state.vacuumSensitivity * (state.vacuum - state.vacuumTarget);
    const lasting = residuals.finalWeight(state);
    const fading = residuals.fadingWeight(state);
    const returns = state.sameTargetRepeat > 0;
    const sources = returns ? 0 : this.nameSources(g);
    let attacks = 0;
    let perWeight = 0;
    for (let i = 0; i < nodes; i++) {
      let total = lasting;
      let signal = pull;
      let open = gate;
      if (fading !== 0) total += fading * atNodes[residual + i]!;
      if (raise !== 0) signal += raise * atNodes[emboldened + i]!;
      if (pullGap !== 0) signal += pullGap * atNodes[vacuum + i]!;
      if (restrain !== 0) open *= Math.exp(-restrain * atNodes[deterred + i]!);
      if (!(total > 0)) total = 0;
      const weight = weights[i]! * open;
      let rate = baselinePerDay * effort.near(total);
      if (seasonAmplitude !== 0) rate *= intensity.season(state, (days * (1 + rule.nodes[i]!)) / 2);
      if (signal !== 0) rate *= quickExponential(signal);
      for (let k = 0; k < sources; k++) rate += provoked[k]! * atNodes[provokedAt[k]! + i]!;
      const here = weight * rate;
      const all = total + roadWeights;
      attacks += here;
      if (all > 0) perWeight += here / all;
      if (returns) {
        this.totalWeights[i] = total;
        this.openShares[i] = open;
      }
    }
    this.attacks = attacks;
    this.perWeight = perWeight;
  }

  /** Names the sources that provoke an actor now: the rate that each does, and where what is left of it stands at nodes. Returns how many. */
  private nameSources(g: number): number {
    const { provoked, provokedAt } = this;
    const { levels, ratesPerLevel, sources } = this.excitation;
    const row = g * sources;
    let count = 0;
    for (let j = 0; j < sources; j++) {
      const rate = ratesPerLevel[row + j]! * levels[j]!;
      if (rate === 0) continue;
      provoked[count] = rate;
      provokedAt[count++] = mostNodes * j;
    }
    return count;
  }
}
