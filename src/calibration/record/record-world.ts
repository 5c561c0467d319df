import type { Scenario } from '../../model/scenario/schema.js';

/** What of a scenario a record is matched to. */
export interface RecordWorld {
  readonly bases: readonly WorldBase[];
  readonly actors: readonly { readonly key: string; readonly name: string }[];
  /** Key of the actor that attacks of unnamed groups are put down to; undefined where it is not plain. */
  readonly mainActor: string | undefined;
}

export interface WorldBase {
  readonly key: string;
  /** All names it may have in a record. */
  readonly names: readonly string[];
  readonly location: { readonly lat: number; readonly lon: number };
}

/** The bases and armed groups of a scenario by the names that a record may have for them. */
export function worldOf(scenario: Pick<Scenario, 'bases' | 'actors' | 'warmStart'>): RecordWorld {
  const actors = Object.entries(scenario.actors).map(([key, { name }]) => ({ key, name: name ?? key }));
  const only = actors.length === 1 ? actors[0]?.key : undefined;
  return {
    bases: Object.entries(scenario.bases).map(([key, { name, recordNames = [], location }]) => ({
      key,
      names: [key, ...(name === undefined ? [] : [name]), ...recordNames],
      location,
    })),
    actors,
    mainActor: scenario.warmStart?.actor ?? only,
  };
}
