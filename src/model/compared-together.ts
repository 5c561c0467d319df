import { compileScenario, type CompiledScenario } from './compile.js';
import { startsLike, withReference } from './reference-start.js';
import type { Scenario } from './scenario/schema.js';

/**
 * Scenarios as they are simulated when they are compared; the first is the baseline. Each is measured against the start of
 * the baseline (`withReference`), and in every replication all keep the same draw of their numbers: the first at which
 * none of them runs away. Else one of a pair could rest on a second draw, and they would differ by luck as well.
 * Where all start in the same world they draw alike anyway, and each is what it is alone, bit for bit.
 */
export function comparedTogether(members: readonly CompiledScenario[]): CompiledScenario[] {
  const [baseline] = members;
  if (!baseline) return [];
  const measured = members.map((member) => withReference(member, baseline));
  const others = measured
    .filter(({ reference }) => reference !== undefined)
    .filter(({ scenario }, i, all) => all.findIndex((other) => startsLike(other.scenario, scenario)) === i);
  if (others.length === 0) return measured;
  const drawnWith = [baseline, ...others].map((member) => ({ ...member, reference: undefined }));
  return measured.map((member) => ({
    ...member,
    reference: member.reference && { ...member.reference, drawnWith },
    drawnWith,
  }));
}

/** A scenario with all that it is simulated with, as plain data: for another thread, a file or a hash. */
export interface PlainScenario {
  readonly scenario: Scenario;
  readonly reference?: Scenario | undefined;
  readonly drawnWith?: readonly Scenario[] | undefined;
  /** Replications 2i and 2i + 1 are an antithetic pair. */
  readonly antithetic?: true | undefined;
}

export function plainOf({ scenario, reference, drawnWith, antithetic }: CompiledScenario): PlainScenario {
  return {
    scenario,
    ...(reference ? { reference: reference.scenario } : {}),
    ...(drawnWith ? { drawnWith: drawnWith.map((other) => other.scenario) } : {}),
    ...(antithetic ? { antithetic } : {}),
  };
}

export function compilePlain({ scenario, reference, drawnWith, antithetic }: PlainScenario): CompiledScenario {
  const together = drawnWith && { drawnWith: drawnWith.map((other) => compileScenario(other)) };
  return {
    ...compileScenario(scenario),
    ...(reference ? { reference: { ...compileScenario(reference), ...together } } : {}),
    ...together,
    ...(antithetic ? { antithetic } : {}),
  };
}
