import type { Law } from '../../random/laws/law.js';
import type { Scenario } from '../../model/scenario/schema.js';
import type { DatedAttack } from '../record/attack-record.js';
import { fitSeverity, type SeverityFit } from '../severity/fit-severity.js';
import type { FittedTable } from './fitted-number.js';
import { smoothLaw } from './priors-of.js';

export interface SeverityNumbers {
  readonly fit: SeverityFit;
  readonly numbers: FittedTable;
  /** Attacks of which the record tells the dead, and the wounded. */
  readonly toldOf: { readonly killed: number; readonly wounded: number };
}

const words: Readonly<Record<string, string>> = {
  fatalProbability: 'chance that an attack kills',
  fatalityExponent: 'exponent of the law of killed',
  woundedMean: 'mean wounded per attack',
  woundedSize: 'size of the law of wounded',
};

/**
 * Fits the quick law of severity to the coalition's dead and wounded. Undefined where the scenario has the full chain, of whose
 * steps a record tells nothing, or where the record does not tell of the coalition's dead and wounded.
 */
export function severityNumbers(
  attacks: readonly DatedAttack[],
  { scenario, seed }: { readonly scenario: Scenario; readonly seed: number },
): SeverityNumbers | undefined {
  const killed = attacks.flatMap((attack) => attack.killed ?? []);
  const wounded = attacks.flatMap((attack) => attack.wounded ?? []);
  if (scenario.severity.law !== 'quick' || killed.length === 0 || wounded.length === 0) return undefined;
  const exponent: Law | undefined = smoothLaw(scenario.severity.fatalityExponent);
  const fit = fitSeverity({ killed, wounded, seed, priors: exponent ? { fatalityExponent: exponent } : {} });
  const numbers = fit.parameters.map(({ name, ...rest }) => ({
    ...rest,
    path: `severity.${name}`,
    words: words[name] ?? name,
  }));
  return {
    fit,
    numbers: { numbers, rows: fit.parameters[0]?.draws.length ?? 0 },
    toldOf: { killed: killed.length, wounded: wounded.length },
  };
}
