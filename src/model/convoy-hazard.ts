import { stationaryRatesPerDay } from '../theory/hawkes-network.js';
import type { CompiledScenario } from './compile.js';

/** h_0 (n/n_ref)^α_c ρ, attacks per day on one convoy when every actor stands at reference intensity (model, section 5). */
export function convoyHazardPerDay(
  { convoys }: CompiledScenario,
  { values, persons, routeFactor }: ConvoyOnRoad,
): number {
  const exponent = values[convoys.sizeExponent]!;
  const ratio = persons / values[convoys.referencePersons]!;
  const size = exponent === 1 ? ratio : ratio ** exponent;
  return values[convoys.hazardPerConvoyDay]! * size * routeFactor;
}

interface ConvoyOnRoad {
  /** Drawn numbers by slot. */
  readonly values: ArrayLike<number>;
  readonly persons: number;
  readonly routeFactor: number;
}

/** n_gj among actors: receiver row, source column. */
export function branchingOf({ actors }: CompiledScenario, values: ArrayLike<number>): number[][] {
  return actors.map((receiver) =>
    actors.map((_, j) => {
      const slot = receiver.branching[j]!;
      return slot < 0 ? 0 : values[slot]!;
    }),
  );
}

/**
 * ω_g/λ_g,ref per actor, with λ_ref = (I − G)⁻¹μ, or the baseline's by key where `reference` has one. An actor that never
 * attacks has no share, so that adding one changes nothing.
 * @throws RangeError where the spectral radius of G is not below 1: there is no λ_ref.
 */
export function convoyFactors(
  compiled: CompiledScenario,
  values: ArrayLike<number>,
  reference?: ReadonlyMap<string, number>,
): number[] {
  const rates = ownRates(compiled, values);
  const shares = compiled.actors.map(({ convoyShare }, g) =>
    rates[g] === 0 ? 0 : convoyShare < 0 ? 1 : values[convoyShare]!,
  );
  const total = shares.reduce((sum, share) => sum + share, 0);
  // An actor that the baseline lacks, or that never attacks there, is measured against itself.
  const against = reference ? compiled.actorKeys.map((key, g) => reference.get(key) || rates[g]!) : rates;
  return shares.map((share, g) => (share > 0 ? share / total / against[g]! : 0));
}

/** λ_ref = (I − G)⁻¹μ by actor key, attacks per day. Throws as {@link convoyFactors}. */
export function referenceRates(compiled: CompiledScenario, values: ArrayLike<number>): ReadonlyMap<string, number> {
  const rates = ownRates(compiled, values);
  return new Map(compiled.actorKeys.map((key, g) => [key, rates[g]!]));
}

function ownRates(compiled: CompiledScenario, values: ArrayLike<number>): number[] {
  return stationaryRatesPerDay({
    baselinePerDay: compiled.actors.map(({ baselinePerDay }) => values[baselinePerDay]!),
    branching: branchingOf(compiled, values),
  });
}
