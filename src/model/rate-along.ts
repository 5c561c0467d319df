import type { ActorState } from './actor-state.js';
import type { AttackIntensity } from './attack-intensity.js';
import type { Excitation } from './excitation.js';
import type { SmoothRule } from './integrate-smooth.js';
import type { Residuals } from './residuals.js';
import type { RoadExposure } from './road-exposure.js';
import { ownSlot } from './rate-scales.js';
import { quickExponential } from './small-exponential.js';
import { endPlace, mostNodes, nodePlace, rowOf, type SpanDecay } from './span-decay.js';
import type { Tally } from './tally.js';

/** V8 knows constants of the file, and looks imports up at each use. */
const exponential = quickExponential;
const toEnd = endPlace;
const toFirst = nodePlace;
const toSecond = rowOf(1) + nodePlace;

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
  private readonly residualRow: number;
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
    this.ownRow = rowOf(ownSlot(parts.states.length, actor));
    this.residualRow = parts.intensity.residualRow;
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
  addUp(span: SpanDecay, { weights, nodes: nodesOfRule }: SmoothRule): void {
    const { state, residuals, firstSource } = this;
    const { rows, nodes, days } = span;
    const { levels, ratesPerLevel, sources } = this.excitation;
    const { gate, baselinePerDay, roadWeights, effort, isPlain } = state;
    const moodAt = (this.ownRow + toFirst) | 0;
    const fadingAt = (this.residualRow + toFirst) | 0;
    const raise = state.perShareWithdrawn * state.emboldened;
    const lasting = residuals.finalWeight(state);
    const fading = residuals.fadingWeight(state);
    // Of the first two sources, and there are no fewer, the rates are at hand; that of others is looked up at each node.
    let first = ratesPerLevel[firstSource]! * levels[0]!;
    let second = ratesPerLevel[(firstSource + 1) | 0]! * levels[1]!;
    let end = sources;
    if (isPlain === false && this.returns) first = second = end = 0;
    let attacks = 0;
    let perWeight = 0;
    for (let i = 0; i < nodes; i++) {
      // Of what is not there nothing is added, whatever a span before has left in its row.
      let total = lasting + fading * rows[(fadingAt + i) | 0]!;
      if (!(total > 0)) total = 0;
      let signal = raise * rows[(moodAt + i) | 0]!;
      let open = gate;
      let rate = baselinePerDay * effort.near(total);
      if (isPlain === false) {
        const { vacuumSensitivity, vacuumTarget } = state;
        signal += vacuumSensitivity * vacuumTarget;
        const gap = vacuumSensitivity * (state.vacuum - vacuumTarget);
        if (gap !== 0) signal += gap * rows[(moodAt + 16 + i) | 0]!;
        const restrain = state.deterrenceDepth * state.deterred;
        if (restrain !== 0) open *= Math.exp(-restrain * rows[(moodAt + 8 + i) | 0]!);
        rate *= this.intensity.season(state, (days * (1 + nodesOfRule[i]!)) / 2);
        this.totalWeights[i] = total;
        this.openShares[i] = open;
      }
      if (signal !== 0) rate *= exponential(signal);
      rate = rate + first * rows[(toFirst + i) | 0]! + second * rows[(toSecond + i) | 0]!;
      for (let j = 2; j < end; j++) {
        const perLevel = ratesPerLevel[firstSource + j]!;
        if (perLevel !== 0) rate += perLevel * levels[j]! * rows[(j << 3) + toFirst + i]!;
      }
      const here = weights[i]! * open * rate;
      const all = total + roadWeights;
      attacks += here;
      if (all > 0) perWeight += here / all;
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
    const { state } = this;
    if (state.residualFading !== 0) {
      const fading = state.residualFading * rows[this.residualRow + toEnd]!;
      if (fading === 0) state.turned = true;
      state.residualFading = fading;
    }
    if (state.emboldened !== 0) {
      const z = state.emboldened * rows[this.ownRow + toEnd]!;
      const isGone = Math.abs(z * state.perShareWithdrawn) < 1e-12;
      if (isGone) state.turned = true;
      state.emboldened = isGone ? 0 : z;
    }
    if (state.deterred !== 0 || state.vacuum !== state.vacuumTarget) this.settleRare(rows);
  }

  /** The same for what deters and the vacuum. By itself, so that V8 has room for what calls {@link settle}. */
  private settleRare(rows: Float64Array): void {
    const { state, ownRow } = this;
    if (state.deterred !== 0) {
      const d = state.deterred * rows[ownRow + 8 + toEnd]!;
      const isGone = d * state.deterrenceDepth < 1e-12;
      if (isGone) state.turned = true;
      state.deterred = isGone ? 0 : d;
    }
    if (state.vacuum !== state.vacuumTarget) {
      state.vacuum = state.vacuumTarget + (state.vacuum - state.vacuumTarget) * rows[ownRow + 16 + toEnd]!;
      if (state.vacuum === state.vacuumTarget) state.turned = true;
    }
  }
}
