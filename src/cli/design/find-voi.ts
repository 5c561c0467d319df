import { completeStates, statePoints } from '../../experiment/design/states.js';
import { valueOfInformation } from '../../experiment/design/voi.js';
import { capital } from '../../experiment/tables/design-caption.js';
import { voiCaption, voiRows } from '../../experiment/tables/voi-bars.js';
import { designFigures } from '../../figures/index.js';
import { UserFault } from '../../model/scenario/fault.js';
import { drawFigure } from '../figure-set.js';
import { counted, figure, percent } from '../number-text.js';
import { textTable } from '../text-table.js';
import { aboutOf, designStream, lawValues, meanOutcome, withInterval } from './design-words.js';
import type { Asked, DesignFinding } from './finding.js';

interface Size {
  /** States of the world. */
  readonly size: number;
  readonly inner: number;
}

const fewestStates = 60;
const resamples = 200;

/** What knowing a number before choosing between scenarios would be worth. */
export async function findVoi({ size, inner }: Size, { question, evaluate, seed }: Asked): Promise<DesignFinding> {
  if (size < fewestStates)
    throw new UserFault([{ path: '--number', value: size, rule: `must be at least ${fewestStates} states for voi` }]);
  const { inputs, members, outcome, outcomeWords, over } = question;
  const outcomes = [meanOutcome(outcome)];
  const paths = inputs.flatMap((input) => input.paths);
  const points = statePoints({ paths, states: size, inner }, designStream(seed, 'hypercube'));
  const done = await evaluate({ points, outcomes, space: 'quantile', label: 'value of information' });
  mustHaveStates(completeStates(done).length, size);
  const draw = designStream(seed, 'bootstrap');
  const result = valueOfInformation(done, { inputs, valueOf: lawValues(question), draw, resamples });
  const how = `${counted(result.states, 'state')} over ${counted(paths.length, 'number')}, ${counted(inner, 'replication')} of each scenario in each`;
  const about = { ...aboutOf(question, { how, seed }), answer: outcomeWords };
  const keys = members.map(({ key }) => key);
  const names = members.map(({ name }) => name);
  const all = over.length > 0 ? 'all of these together' : 'every number together';
  const { atMost, atLeast } = result.everything;
  const told = result.inputs.filter(({ value }) => value.low > 0);
  const [first] = told;
  const listed = result.inputs.filter(({ value }) => value.high > 0);
  const others = result.inputs.length - listed.length;
  const now = names[result.now]!;
  const nothing = `It has in each of the ${figure(result.states)} states, so that no finding out changes the choice.`;
  const everything = `Knowing ${over.length > 0 ? 'all of these' : 'every number'} before choosing would save at most ${withInterval(atMost)} ${outcomeWords} on average.`;
  const one = first
    ? `Finding out ${about.nameOf(first.input.name)} alone would be worth at most ${withInterval(first.value)} ${outcomeWords}: another scenario would then be chosen in ${percent(first.changes)} of states.`
    : `No single number is told to be worth finding out.`;
  return {
    answer: `${capital(now)} has the fewest ${outcomeWords} on average, ${withInterval(result.means[result.now]!)}. ${atMost.value === 0 ? nothing : `${everything} ${one}`}`,
    blocks: [
      textTable(
        [
          ['', 'worth at most', '95 %', 'choice changes in'],
          [all, figure(atMost.value), `${figure(atMost.low)} to ${figure(atMost.high)}`, ''],
          ...listed.map(({ input, value, changes }) => [
            about.nameOf(input.name),
            figure(value.value),
            value.low > 0
              ? `${figure(value.low)} to ${figure(value.high)}`
              : `not told from 0; at most ${figure(value.high)}`,
            percent(changes),
          ]),
        ],
        [1, 3],
      ),
      others === 0
        ? ''
        : `  Of ${listed.length > 0 ? 'the other ' : ''}${counted(others, 'number')} no value that it may have changes the choice.`,
      textTable(
        [
          ['', `mean ${outcomeWords}`, '95 %'],
          ...result.means.map((mean, k) => [
            names[k]!,
            figure(mean.value),
            `${figure(mean.low)} to ${figure(mean.high)}`,
          ]),
        ],
        [1],
      ),
      `  What choosing the fewest ${outcomeWords} would save if it could wait until the number is known, on average over what it may turn out\n  to be; values of several numbers do not add up. Chance inside a replication is no ignorance: curves through all states average it\n  out, and the bias of choosing by noisy curves is taken off. ${everythingWords({ atLeast, inner, error: result.innerStandardError })}`,
    ],
    warnings:
      result.dropped > 0
        ? [`${counted(result.dropped, 'state')} of ${figure(size)} are left out: some replication there has no answer.`]
        : [],
    tables: [
      {
        file: 'voi.csv',
        header: ['input', 'value', 'low', 'high', 'uncorrected', 'choiceChanges', 'states', 'note'],
        rows: [
          ['', atMost.value, atMost.low, atMost.high, undefined, undefined, result.states, `${all}, biased upward`],
          [
            '',
            atLeast.value,
            atLeast.low,
            atLeast.high,
            undefined,
            undefined,
            result.states,
            `${all}, biased downward`,
          ],
          ...result.inputs.map(({ input, value, uncorrected, changes }) => [
            input.name,
            value.value,
            value.low,
            value.high,
            uncorrected,
            changes,
            value.n,
            value.low > 0 ? '' : 'not distinguishable from zero',
          ]),
        ],
      },
      {
        file: 'scenarios.csv',
        header: ['scenario', 'mean', 'low', 'high', 'states'],
        rows: result.means.map(({ value, low, high, n }, k) => [keys[k], value, low, high, n]),
      },
    ],
    object: { method: 'voi', answerIs: outcomeWords, estimatedBy: outcomes[0], scenarios: keys, ...result },
    draw: (page) =>
      atMost.value === 0
        ? []
        : [
            drawFigure(designFigures.voi, {
              rows: voiRows(result, { ...about, all }),
              caption: voiCaption(result, { ...about, scenarios: names }),
              page,
            }),
          ],
  };
}

function everythingWords(of: {
  readonly atLeast: { readonly value: number; readonly low: number; readonly high: number };
  readonly inner: number;
  readonly error: number;
}): string {
  const { atLeast, inner, error } = of;
  if (inner === 1)
    return 'With one replication a state, all numbers together\n  hold chance too: too high. --inner 4 takes some of it out.';
  return `Of all together it is not: the best of\n  ${inner} replications looks better than it is (error of a state ±${figure(error)}); with the best picked by one half and priced by the other it is\n  ${withInterval(atLeast)}, which is too low.`;
}

/** Holes leave fewer states than an answer needs. */
export function mustHaveStates(left: number, asked: number): void {
  if (left >= fewestStates / 2) return;
  throw new UserFault([
    {
      path: '',
      rule: `must have an answer in at least ${fewestStates / 2} states, but has in ${left} of ${asked}: in all others some attack process never dies out`,
      hint: 'narrow the law that leads there',
    },
  ]);
}
