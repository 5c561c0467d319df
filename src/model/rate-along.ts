import type { ActorState } from './actor-state.js';
import type { AttackIntensity } from './attack-intensity.js';
import type { Excitation } from './excitation.js';
import type { SmoothRule } from './integrate-smooth.js';
import type { Residuals } from './residuals.js';
import { quickExponential } from './small-exponential.js';
import { mostNodes, nodePlace, rowOf, type SpanDecay } from './span-decay.js';

/** V8 knows constants of the file, and looks imports up at each use. */
const exponential = quickExponential;
const toFirst = nodePlace;

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
  }

  /**
   * Adds up the rate of an actor at the nodes of the span by their weights; without what sources provoke, where that is
   * asked for apart.
   */
  addUp(g: number, { rows, nodes, days }: SpanDecay, rule: SmoothRule): void {
    const state = this.states[g]!;
    const { intensity, residuals } = this;
    const { levels, ratesPerLevel, sources } = this.excitation;
    const { gate, baselinePerDay, roadWeights, seasonAmplitude, effort } = state;
    const { weights } = rule;
    const own = rowOf(intensity.firstSlotOf(g));
    const residual = intensity.residualRow;
    const raise = state.perShareWithdrawn * state.emboldened;
    const restrain = state.deterrenceDepth * state.deterred;
    const pull = state.vacuumSensitivity * state.vacuumTarget;
    const pullGap = state.vacuumSensitivity * (state.vacuum - state.vacuumTarget);
    const lasting = residuals.finalWeight(state);
    const fading = residuals.fadingWeight(state);
    const returns = state.sameTargetRepeat > 0;
    // Of the first two sources, and there are no fewer, the rates are at hand; that of others is looked up at each node.
    const row = g * sources;
    const first = returns ? 0 : ratesPerLevel[row]! * levels[0]!;
    const second = returns ? 0 : ratesPerLevel[row + 1]! * levels[1]!;
    const end = returns ? 0 : sources;
    let attacks = 0;
    let perWeight = 0;
    for (let i = 0; i < nodes; i++) {
      // Of what is not there nothing is added, whatever a span before has left in its slot.
      const at = (toFirst + i) | 0;
      let total = lasting + fading * rows[(residual + at) | 0]!;
      let signal = pull + raise * rows[(own + at) | 0]!;
      let open = gate;
      if (pullGap !== 0) signal += pullGap * rows[own + 16 + at]!;
      if (restrain !== 0) open *= Math.exp(-restrain * rows[own + 8 + at]!);
      if (!(total > 0)) total = 0;
      const weight = weights[i]! * open;
      let rate = baselinePerDay * effort.near(total);
      if (seasonAmplitude !== 0) rate *= intensity.season(state, (days * (1 + rule.nodes[i]!)) / 2);
      if (signal !== 0) rate *= exponential(signal);
      rate = rate + first * rows[at]! + second * rows[(at + 8) | 0]!;
      for (let j = 2; j < end; j++) {
        const perLevel = ratesPerLevel[row + j]!;
        if (perLevel !== 0) rate += perLevel * levels[j]! * rows[(j << 3) + at]!;
      }
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
}
