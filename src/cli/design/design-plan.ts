import { canBeCompared, metricOf, type Metric } from '../../experiment/compare/index.js';
import type { Input } from '../../experiment/design/inputs.js';
import { compilePlain, plainOf, type PlainScenario } from '../../model/compared-together.js';
import { outcomeColumns } from '../../model/outcome-columns.js';
import { UserFault, type Fault } from '../../model/scenario/fault.js';
import { readScenario } from '../../model/scenario/read-scenario.js';
import { engine } from '../engine.js';
import { mustBeOfThisVersion } from '../read-manifest.js';
import { scenarioHash } from '../scenario-hash.js';
import { isByMetrics, methodWords, type DesignMethod } from './design-method.js';
import { designPlanShape } from './design-schema.js';
import type { DesignQuestion } from './design-question.js';

/** A question over uncertain numbers in full: all that decides its answer, as a manifest and a job list hold it. */
export interface DesignPlan {
  /** `sensitivity-tornado`, `break-even`. */
  readonly command: string;
  readonly method: DesignMethod;
  readonly title: string;
  /** SHA-256 of all that decides the numbers beside the seed. */
  readonly hash: string;
  readonly seed: number;
  readonly garrison: string;
  readonly outcome: string;
  /** What scenarios are held against each other by, where it may be several. */
  readonly metrics?: readonly Metric[];
  /** Each `--over`, as given. */
  readonly over: readonly string[];
  readonly inputs: readonly Input[];
  /** Ranges that stand in place of what the scenarios say, by path. */
  readonly ranges: Readonly<Record<string, { readonly low: number; readonly high: number }>>;
  /** What was found when the scenarios were read; in a manifest also what the answer warns of. */
  readonly warnings: readonly string[];
  /** Each with those that it is measured against and drawn with. */
  readonly scenarios: readonly (PlainScenario & { readonly key: string; readonly file: string })[];
}

export function planOf(
  question: DesignQuestion,
  { method, seed }: { readonly method: DesignMethod; readonly seed: number },
): DesignPlan {
  return {
    command: methodWords(method).folder,
    method,
    title: question.title,
    hash: designHash(question, method),
    seed,
    garrison: engine().version,
    outcome: question.outcome,
    ...(isByMetrics(method) ? { metrics: question.metrics } : {}),
    over: question.over,
    inputs: question.inputs,
    ranges: Object.fromEntries(question.ranges),
    warnings: question.warnings,
    scenarios: question.members.map(({ key, file }, i) => ({ key, file, ...plainOf(question.scenarios[i]!) })),
  };
}

/** SHA-256 of what decides the numbers of a question beside the seed. */
function designHash({ outcome, metrics, inputs, ranges, scenarios }: DesignQuestion, method: DesignMethod): string {
  const { folder: command, words } = methodWords(method);
  const asked = isByMetrics(method) ? { metrics } : { outcome };
  return scenarioHash({ command, words, ...asked, inputs, ranges: [...ranges], scenarios: scenarios.map(plainOf) });
}

/** Whether something read has the shape of a plan. */
export function isPlan(value: unknown): value is DesignPlan {
  return designPlanShape.safeParse(value).success;
}

/**
 * The question that a plan holds, under the `name` of its folder.
 * @throws UserFault where it is of another version, was changed, or is read another way by this engine.
 */
export function questionOf(
  plan: DesignPlan,
  { file, name }: { readonly file: string; readonly name: string },
): DesignQuestion {
  mustBeOfThisVersion(file, plan.garrison);
  const faults: Fault[] = plan.scenarios.flatMap(({ key, scenario }) => {
    const read = readScenario(scenario);
    return read.kind === 'faults'
      ? read.faults.map((fault) => ({ ...fault, path: `${file}: scenarios.${key}: ${fault.path}` }))
      : [];
  });
  if (faults.length > 0) throw new UserFault(faults);
  const scenarios = plan.scenarios.map(compilePlain);
  const { outcome } = plan;
  const unitOf = (column: string): string =>
    outcomeColumns(scenarios[0]!).find((each) => each.name === column)?.unit ?? '';
  const metrics = plan.metrics ?? [metricOf({ outcome, direction: 'lower', indifference: 0 }, unitOf)];
  const question: DesignQuestion = {
    name,
    title: plan.title,
    members: plan.scenarios.map(({ key, file: own, scenario }) => ({
      key,
      name: scenario.name ?? key,
      file: own,
      title: scenario.title,
    })),
    scenarios,
    over: plan.over,
    inputs: plan.inputs,
    ranges: new Map(Object.entries(plan.ranges)),
    outcome,
    metrics,
    outcomeWords: metrics[0]!.words,
    unit: metrics[0]!.unit,
    warnings: plan.warnings,
  };
  if (designHash(question, plan.method) === plan.hash && canBeCompared(outcome)) return question;
  throw new UserFault([
    {
      path: file,
      rule: `must be as garrison wrote it, but what is asked or a scenario is another (${plan.hash.slice(0, 8)}), or this engine reads it another way`,
      hint: 'take it as it was written',
    },
  ]);
}
