import type { CompiledScenario } from '../../model/compile.js';
import { outcomeColumns } from '../../model/outcome-columns.js';
import { recordOutcomes } from '../../model/record-outcomes.js';
import { Simulator } from '../../model/replication.js';
import { steered, type Space } from './steer.js';

/** One place in the space of the numbers, and the replications to be run there. */
export interface DesignPoint {
  /** By path; NaN: drawn as in a run. */
  readonly places: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** What is asked of the model: at every point the same outcomes of the same scenarios, with the same luck. */
export interface Evaluation {
  readonly scenarios: readonly CompiledScenario[];
  readonly paths: readonly string[];
  readonly space: Space;
  readonly points: readonly DesignPoint[];
  readonly outcomes: readonly string[];
  readonly seed: number;
}

/** Replications from … to − 1 of one point: the unit of work. */
export interface DesignTask {
  readonly point: number;
  readonly from: number;
  readonly to: number;
}

/** An evaluation that could not be run to its end, and why. */
export interface FailedEvaluation {
  readonly point: number;
  readonly replication: number;
  /** Number of the scenario, from 0. */
  readonly scenario: number;
  readonly message: string;
}

export interface TaskResult {
  /** By replication, then scenario, then outcome; NaN where it failed or has none. */
  readonly values: Float64Array;
  readonly failures: readonly FailedEvaluation[];
}

const tasksOf = 50;

/** The work of a design in pieces, in the order of its points. */
export function designTasks(points: readonly DesignPoint[]): DesignTask[] {
  return points.flatMap(({ from, to }, point) =>
    Array.from({ length: Math.ceil((to - from) / tasksOf) }, (_, i) => ({
      point,
      from: from + i * tasksOf,
      to: Math.min(to, from + (i + 1) * tasksOf),
    })),
  );
}

/**
 * A function that runs tasks of a design: the same task gives the same values, whoever runs it and when. An evaluation
 * that throws, as where the drawn branching never dies out, is kept as a failure and voids no other.
 */
export function openEvaluator(asked: Evaluation): (task: DesignTask) => TaskResult {
  const { scenarios, outcomes, points, seed } = asked;
  const members = scenarios.map((scenario) => {
    const { compiled, put } = steered(scenario, asked);
    const names = outcomeColumns(compiled).map(({ name }) => name);
    const wanted = outcomes.map((name) => names.indexOf(name));
    return { compiled, put, wanted, all: new Float64Array(names.length), simulator: new Simulator(compiled) };
  });
  const width = members.length * outcomes.length;
  return ({ point, from, to }) => {
    const values = new Float64Array((to - from) * width).fill(NaN);
    const failures: FailedEvaluation[] = [];
    members.forEach((member, scenario) => {
      member.put(points[point]!.places);
      for (let replication = from; replication < to; replication++) {
        const at = (replication - from) * width + scenario * outcomes.length;
        try {
          const end = member.simulator.run({ seed, replication });
          recordOutcomes(member.simulator, end, member.all);
          member.wanted.forEach((column, o) => (values[at + o] = member.all[column]!));
        } catch (error) {
          failures.push({ point, replication, scenario, message: messageOf(error) });
          // What it left behind is not to be trusted.
          member.simulator = new Simulator(member.compiled);
        }
      }
    });
    return { values, failures };
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
