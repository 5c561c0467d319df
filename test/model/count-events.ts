import { eventKinds } from '../../src/model/event-handlers.js';
import type { Simulator } from '../../src/model/replication.js';

/** Events by kind, counted as a simulator runs them from now on. */
export function countEvents(simulator: Simulator): Float64Array {
  const counts = new Float64Array(eventKinds);
  simulator.onEvent = (kind) => {
    counts[kind]!++;
  };
  return counts;
}
