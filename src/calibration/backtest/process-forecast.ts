import type { Uniform } from '../../random/stream.js';
import { sampledLaw, type CountLaw } from '../../stats/index.js';
import { compositionEvents } from '../../theory/index.js';
import type { HawkesModel } from '../hawkes/hawkes-model.js';

/** The predictive distribution of the attacks in one window: in all, and at each base. */
export interface CountForecast {
  readonly total: CountLaw;
  readonly byBase: readonly CountLaw[];
}

/** One draw of what is not known about the process. */
export interface ProcessDraw {
  /** Of one actor; the last piece goes on. */
  readonly model: HawkesModel;
  /** Days of past attacks before the window, negative: 0 is where it begins. */
  readonly pastDays: readonly number[];
  /** Share of the attacks that falls on each base; what is left of 1 falls on none. */
  readonly shares: readonly number[];
}

export interface ProcessForecastQuestion {
  readonly horizonDays: number;
  /** How many paths are simulated; path p takes draw p modulo the number of draws. */
  readonly paths: number;
  readonly draws: readonly ProcessDraw[];
  /** The chance of one path. */
  readonly chanceOf: (path: number) => Uniform;
}

/**
 * Whole predictive distributions by simulation: the fitted process goes on from the past, over what is not known about it.
 * Each attack falls on a base by the draw's shares, apart from the others.
 */
export function processForecast({ horizonDays, paths, draws, chanceOf }: ProcessForecastQuestion): CountForecast {
  const bases = draws[0]?.shares.length ?? 0;
  const starts = draws.map(excitationAtStart);
  const totals = new Int32Array(paths);
  const counts = Array.from({ length: bases }, () => new Int32Array(paths));
  for (let path = 0; path < paths; path++) {
    const { model, shares } = draws[path % draws.length]!;
    const next = chanceOf(path);
    const last = model.starts.length - 1;
    const gate = model.gates?.[last]?.[0] ?? 1;
    const events = compositionEvents(
      {
        baselinePerDay: [gate * model.baseline[last]![0]!],
        branching: [[gate * model.branching[0]![0]!]],
        decayPerDay: [model.decay[0]!],
        start: [starts[path % draws.length]!],
        horizonDays,
      },
      next,
    );
    totals[path] = events.length;
    for (let event = 0; event < events.length; event++) {
      let left = next();
      const base = shares.findIndex((share) => (left -= share) < 0);
      if (base >= 0) counts[base]![path]! += 1;
    }
  }
  return { total: sampledLaw(totals), byBase: counts.map(sampledLaw) };
}

/** e(0): what past attacks still provoke, in unit events. */
function excitationAtStart({ model, pastDays }: ProcessDraw): number {
  const decay = model.decay[0]!;
  return pastDays.reduce((sum, day) => sum + Math.exp(decay * day), 0);
}
