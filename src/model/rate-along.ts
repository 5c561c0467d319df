import type { ActorState } from './actor-state.js';
import type { AttackIntensity } from './attack-intensity.js';
import type { Excitation } from './excitation.js';
import type { SmoothRule } from './integrate-smooth.js';
import type { Residuals } from './residuals.js';
import type { RoadExposure } from './road-exposure.js';
import { quickExponential } from './small-exponential.js';
import { endPlace, mostNodes, nodePlace, rowOf, type SpanDecay } from './span-decay.js';
import type { Tally } from './tally.js';

/** V8 knows constants of the file, and looks imports up at each use. */
const exponential = quickExponential;
const toEnd = endPlace;
const toFirst = nodePlace;

/** λ_g of one actor along a span, by the nodes of a rule. Written as one loop, as most of what a replication costs is here. */
export class RateAlong {
  /** S_g and γD at the nodes, where the actor returns to bases. */
  readonly totalWeights = new Float64Array(mostNodes);
  readonly openShares = new Float64Array(mostNodes);
  private readonly state: ActorState;
  /**
   * Row of z_w of the actor; those of z_d and v are 8 and 16 further, as a row is eight numbers. And where its numbers by
   * source start.
   */
  private readonly ownRow: number;
  private readonly firstSource: number;
  private readonly excitation: Excitation;
  private readonly intensity: AttackIntensity;
  private readonly residuals: Residuals;
  private readonly road: RoadExposure;
  private readonly tally: Tally;

  constructor(
    actor: number,
    parts: {
      readonly states: readonly ActorState[];
      readonly tally: Tally;
      readonly excitation: Excitation;
      readonly intensity: AttackIntensity;
      readonly residuals: Residuals;
      readonly road: RoadExposure;
    },
  ) {
    this.state = parts.states[actor]!;
    this.ownRow = rowOf(parts.intensity.firstSlotOf(actor));
    this.firstSource = actor * parts.excitation.sources;
    this.excitation = parts.excitation;
    this.intensity = parts.intensity;
    this.residuals = parts.residuals;
    this.road = parts.road;
    this.tally = parts.tally;
  }

  /** Whether the actor returns to the base of the attack that provoked it. */
  get returns(): boolean {
    return this.state.sameTargetRepeat > 0;
  }

  /**
   * Adds up the rate at the nodes of the span by their weights, and all attacks that are expected of it to the tally;
   * without what sources provoke, where the actor returns to bases.
   */
  addUp({ rows, nodes, days }: SpanDecay, { weights, nodes: nodesOfRule }: SmoothRule): void {
    const { state, intensity, residuals, ownRow: own, firstSource: row } = this;
    const { levels, ratesPerLevel, sources } = this.excitation;
    const { gate, baselinePerDay, roadWeights, seasonAmplitude, effort } = state;
    const residual = intensity.residualRow;
    const raise = state.perShareWithdrawn * state.emboldened;
    const restrain = state.deterrenceDepth * state.deterred;
    const pull = state.vacuumSensitivity * state.vacuumTarget;
    const pullGap = state.vacuumSensitivity * (state.vacuum - state.vacuumTarget);
    const lasting = residuals.finalWeight(state);
    const fading = residuals.fadingWeight(state);
    const { returns } = this;
    // Of the first two sources, and there are no fewer, the rates are at hand; that of others is looked up at each node.
    const first = returns ? 0 : ratesPerLevel[row]! * levels[0]!;
    const second = returns ? 0 : ratesPerLevel[(row + 1) | 0]! * levels[1]!;
    const end = returns ? 0 : sources;
    let attacks = 0;
    let perWeight = 0;
    for (let i = 0; i < nodes; i++) {
      // Of what is not there nothing is added, whatever a span before has left in its row.
      const at = (toFirst + i) | 0;
      let total = lasting + fading * rows[(residual + at) | 0]!;
      let signal = pull + raise * rows[(own + at) | 0]!;
      const byFirst = first * rows[at]!;
      const bySecond = second * rows[(at + 8) | 0]!;
      let open = gate;
      if (pullGap !== 0) signal += pullGap * rows[own + 16 + at]!;
      if (restrain !== 0) open *= Math.exp(-restrain * rows[own + 8 + at]!);
      if (!(total > 0)) total = 0;
      let rate = baselinePerDay * effort.near(total);
      if (seasonAmplitude !== 0) rate *= intensity.season(state, (days * (1 + nodesOfRule[i]!)) / 2);
      if (signal !== 0) rate *= exponential(signal);
      rate = rate + byFirst + bySecond;
      for (let j = 2; j < end; j++) {
        const perLevel = ratesPerLevel[row + j]!;
        if (perLevel !== 0) rate += perLevel * levels[j]! * rows[(j << 3) + at]!;
      }
      const here = weights[i]! * open * rate;
      const all = total + roadWeights;
      attacks += here;
      if (all > 0) perWeight += here / all;
      if (returns) {
        this.totalWeights[i] = total;
        this.openShares[i] = open;
      }
    }
    // Some choose their target by weight; those of the road's own hazard come on top.
    const { tally, road } = this;
    const half = days / 2;
    const counted = perWeight * (state.hostWeight + roadWeights) + attacks * road.ratio(state);
    const persons = perWeight * (state.personWeight + state.roadPersonWeight) + attacks * road.personRatio(state);
    tally.expectedAttacks += half * counted;
    tally.expectedPersonAttacks += half * persons;
  }

  /** Brings what decays of the actor's own up to the end of the span. */
  settle({ rows }: SpanDecay): void {
    const { state, ownRow } = this;
    state.residualFading *= rows[this.intensity.residualRow + toEnd]!;
    if (state.emboldened !== 0) {
      const z = state.emboldened * rows[ownRow + toEnd]!;
      state.emboldened = Math.abs(z * state.perShareWithdrawn) < 1e-12 ? 0 : z;
    }
    if (state.deterred !== 0) {
      const d = state.deterred * rows[ownRow + 8 + toEnd]!;
      state.deterred = d * state.deterrenceDepth < 1e-12 ? 0 : d;
    }
    if (state.vacuum !== state.vacuumTarget)
      state.vacuum = state.vacuumTarget + (state.vacuum - state.vacuumTarget) * rows[ownRow + 16 + toEnd]!;
  }
}
