import {
  robustness,
  robustnessOutcomes,
  type MetricRobustness,
  type RobustnessRow,
} from '../../experiment/design/robustness.js';
import { completeStates, statePoints } from '../../experiment/design/states.js';
import { capital } from '../../experiment/tables/design-caption.js';
import { regretCells, robustnessCaption } from '../../experiment/tables/regret.js';
import { designFigures } from '../../figures/index.js';
import { drawFigure } from '../figure-set.js';
import { counted, figure, percent } from '../number-text.js';
import { textTable } from '../text-table.js';
import { aboutOf, designStream, withInterval } from './design-words.js';
import { mustHaveStates } from './find-voi.js';
import type { Asked, DesignFinding } from './finding.js';

interface Size {
  readonly states: number;
  readonly inner: number;
}

/** How scenarios do over states of the world: regret, and how often each does well enough. */
export async function findRobustness(
  { states, inner }: Size,
  { question, evaluate, seed }: Asked,
): Promise<DesignFinding> {
  const { inputs, members, metrics } = question;
  const paths = inputs.flatMap((input) => input.paths);
  const points = statePoints({ paths, states, inner }, designStream(seed, 'hypercube'));
  const outcomes = robustnessOutcomes(metrics);
  const done = await evaluate({ points, outcomes, space: 'quantile', label: 'robustness' });
  mustHaveStates(completeStates(done).length, states);
  const result = robustness(done, metrics);
  const how = `${counted(result.states, 'state')} over ${counted(paths.length, 'number')}, ${counted(inner, 'replication')} of each scenario in each`;
  const about = aboutOf(question, { how, seed });
  const names = members.map(({ name }) => name);
  const keys = members.map(({ key }) => key);
  const words = result.metrics.map((each, i) =>
    i === 0 ? metricWords(each, names) : capital(metricWords(each, names)),
  );
  return {
    // The first two, which are risk in total and per person unless a study says else.
    answer: `Over ${counted(result.states, 'state')} of the world: ${words.slice(0, 2).join(' ')}`,
    blocks: [
      words.slice(2).join('\n'),
      ...result.metrics.map((each) => metricTable(each, names)),
      `  Regret: how much worse than the best of the same state; a state is one draw of all the numbers, its answer the mean of ${inner} replications.\n  The best of noisy means looks better than it is, so regret is too high; held out, with the best picked by one half of the\n  replications and priced by the other, it is too low. Error: of a state, by chance. Best in: share of states, ties apart.`,
    ],
    warnings:
      result.dropped > 0
        ? [
            `${counted(result.dropped, 'state')} of ${figure(states)} are left out: some replication there has no answer.`,
          ]
        : [],
    tables: [
      {
        file: 'robustness.csv',
        header: [
          ...['scenario', 'metric', 'mean', 'mean.low', 'mean.high'],
          ...['worstRegret', 'meanRegret', 'meanRegret.low', 'meanRegret.high'],
          ...['heldOutRegret', 'heldOutRegret.low', 'heldOutRegret.high', 'innerStandardError'],
          ...[
            'best',
            'best.low',
            'best.high',
            'tied',
            'threshold',
            'satisficing',
            'satisficing.low',
            'satisficing.high',
          ],
        ],
        rows: result.metrics.flatMap(({ metric, rows }) =>
          rows.map(({ mean, regret, best, satisficing }, i) => [
            ...[keys[i], metric.name, mean.value, mean.low, mean.high],
            ...[regret.worst, regret.mean.value, regret.mean.low, regret.mean.high],
            ...[regret.heldOut.value, regret.heldOut.low, regret.heldOut.high, regret.innerStandardError],
            ...[best.alone.value, best.alone.low, best.alone.high, best.tied.value],
            ...[metric.threshold, satisficing?.value, satisficing?.low, satisficing?.high],
          ]),
        ),
      },
    ],
    object: {
      scenarios: keys,
      states: result.states,
      dropped: result.dropped,
      inner,
      estimatedBy: outcomes,
      metrics: result.metrics.map((each) => ({ ...each, rows: each.rows.map(withoutStates) })),
    },
    draw: (page) => {
      const rows = regretCells(metrics, (metric) => {
        const found = result.metrics.find((each) => each.metric === metric)!;
        return found.rows.map(({ regret }, i) => ({ scenario: names[i]!, regret: regret.mean }));
      });
      return [
        drawFigure(designFigures.robustness, { rows, caption: robustnessCaption({ ...about, inner }, rows), page }),
      ];
    },
  };
}

/** Regrets by state stay out of result.json: evaluations.csv gives them. */
function withoutStates({ regret, ...row }: RobustnessRow): object {
  const { worst, mean, heldOut, innerStandardError } = regret;
  return { ...row, regret: { worst, mean, heldOut, innerStandardError } };
}

function metricWords({ metric, rows, leastMean, leastWorst }: MetricRobustness, names: readonly string[]): string {
  const named = (which: readonly number[]): string => which.map((i) => names[i]!).join(' and ');
  const [first = 0] = leastMean;
  const { regret, best, satisficing } = rows[first]!;
  const same = named(leastMean) === named(leastWorst);
  const worst = same
    ? `, and at worst by ${figure(regret.worst)}`
    : `; at worst ${named(leastWorst)} falls short least, by ${figure(rows[leastWorst[0]!]!.regret.worst)}`;
  const enough =
    satisficing && metric.threshold !== undefined
      ? ` Its mean is ${metric.better === 'lower' ? 'at most' : 'at least'} ${figure(metric.threshold)} in ${shares(satisficing)} of them.`
      : '';
  return `by ${metric.words} ${named(leastMean)} falls short of the best by least on average, ${withInterval({ ...regret.mean, low: Math.max(0, regret.mean.low) })}${worst}; it is the best in ${shares(best.alone)} of states.${enough}`;
}

function shares({ value, low, high }: { readonly value: number; readonly low: number; readonly high: number }): string {
  return `${percent(value)} (${percent(low)} to ${percent(high)})`;
}

function metricTable({ metric, rows }: MetricRobustness, names: readonly string[]): string {
  const limit = metric.threshold;
  return textTable(
    [
      [
        metric.words,
        ...['mean', 'mean regret', '95 %', 'held out', 'error', 'worst', 'best in'],
        ...(limit === undefined ? [] : [`${metric.better === 'lower' ? '≤' : '≥'} ${figure(limit)} in`, '95 %']),
      ],
      ...rows.map(({ mean, regret, best, satisficing }, i) => [
        names[i]!,
        figure(mean.value),
        figure(regret.mean.value),
        `${figure(Math.max(0, regret.mean.low))} to ${figure(regret.mean.high)}`,
        figure(Math.max(0, regret.heldOut.value)),
        figure(regret.innerStandardError),
        figure(regret.worst),
        percent(best.alone.value),
        ...(satisficing
          ? [percent(satisficing.value), `${percent(satisficing.low)} to ${percent(satisficing.high)}`]
          : []),
      ]),
    ],
    [1, 2, 4, 5, 6, 7, ...(limit === undefined ? [] : [8])],
  );
}
