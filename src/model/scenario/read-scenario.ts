import { claimFaults } from './claim-faults.js';
import type { Fault } from './fault.js';
import { jointFaults } from './joint-faults.js';
import { knownKeys } from './known-keys.js';
import { mapFaults } from './map-faults.js';
import { plainDataFaults } from './plain-data.js';
import { referenceFaults } from './reference-faults.js';
import { regimeFaults } from './regime-faults.js';
import { scenarioSchema, type Scenario } from './schema.js';
import { schemaFaults } from './schema-faults.js';
import { sizeFaults } from './size-faults.js';

export type ReadResult =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/** Reads what a user wrote: a whole scenario with every default filled in, or all of its faults at once. */
export function readScenario(input: unknown): ReadResult {
  const unplain = plainDataFaults(input);
  if (unplain.length > 0) return { kind: 'faults', faults: unplain };
  const parsed = scenarioSchema.safeParse(input);
  const references = [
    ...referenceFaults(input),
    ...regimeFaults(input),
    ...claimFaults(input),
    ...mapFaults(input),
    ...jointFaults(input),
    ...sizeFaults(input),
  ];
  if (!parsed.success)
    return { kind: 'faults', faults: [...schemaFaults(parsed.error.issues, input, knownKeys), ...references] };
  return references.length > 0 ? { kind: 'faults', faults: references } : { kind: 'scenario', scenario: parsed.data };
}
