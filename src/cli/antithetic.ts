import { plainOf } from '../model/compared-together.js';
import type { CompiledScenario } from '../model/compile.js';
import { UserFault } from '../model/scenario/fault.js';
import { measuredHash } from './scenario-hash.js';

/** A scenario whose replications come in antithetic pairs, where that is asked for: its work and results have a hash of their own. */
export function inPairs<Loaded extends { readonly compiled: CompiledScenario; readonly hash: string }>(
  loaded: Loaded,
  antithetic: boolean,
): Loaded {
  if (!antithetic) return loaded;
  const compiled: CompiledScenario = { ...loaded.compiled, antithetic: true };
  return { ...loaded, compiled, hash: measuredHash(plainOf(compiled)) };
}

/** @throws UserFault where replications cannot come in pairs. */
export function mustBeEven(replications: number, antithetic: boolean): void {
  if (!antithetic || replications % 2 === 0) return;
  const rule = 'must be even with --antithetic: replications come in pairs';
  const hint = `give ${replications + 1}, or leave --antithetic out`;
  throw new UserFault([{ path: '--replications', value: replications, rule, hint }]);
}
