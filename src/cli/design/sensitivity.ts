import { capital } from '../../experiment/tables/design-caption.js';
import { morris, morrisDesign } from '../../experiment/design/morris.js';
import { incompleteRows, sobol, sobolDesign } from '../../experiment/design/sobol.js';
import { mostSobolDimensions } from '../../experiment/design/sobol-points.js';
import { tornado, tornadoPoints } from '../../experiment/design/tornado.js';
import { morrisCaption, morrisRows } from '../../experiment/tables/morris-plane.js';
import { sobolCaption, sobolRows } from '../../experiment/tables/sobol-bars.js';
import { tornadoCaption, tornadoRows } from '../../experiment/tables/tornado.js';
import { designFigures } from '../../figures/index.js';
import { UserFault } from '../../model/scenario/fault.js';
import { drawFigure } from '../figure-set.js';
import { counted, figure, percent } from '../number-text.js';
import type { Terminal } from '../terminal.js';
import { textTable } from '../text-table.js';
import { answerQuestion, type DesignFinding, type DesignOptions, type Evaluate } from './answer-question.js';
import type { DesignQuestion } from './design-question.js';
import { aboutOf, designStream, meanOutcome, signed, withInterval } from './design-words.js';

export type SensitivityMethod = 'tornado' | 'morris' | 'sobol';

export interface SensitivityOptions extends DesignOptions {
  readonly method: SensitivityMethod;
  /** Tornado: replications at each value. Morris: trajectories. Sobol': rows, a power of two. */
  readonly size: number | undefined;
  /** Morris and Sobol': replications that an answer is the mean of. */
  readonly inner: number;
}

export const usualSize: Readonly<Record<SensitivityMethod, number>> = { tornado: 500, morris: 30, sobol: 512 };

/** `garrison sensitivity`: which uncertain number the answer depends on. */
export function sensitivity(options: SensitivityOptions, terminal: Terminal): Promise<number> {
  const { method, inner } = options;
  const size = options.size ?? usualSize[method];
  const words = ['--method', method, '-n', String(size), ...(method === 'tornado' ? [] : ['--inner', String(inner)])];
  const finders = { tornado: findTornado, morris: findMorris, sobol: findSobol };
  return answerQuestion(
    {
      command: `sensitivity-${method}`,
      words,
      size,
      find: (question, evaluate) => finders[method]({ question, evaluate, size, inner, seed: options.seed }),
    },
    { options, terminal },
  );
}

interface Finding {
  readonly question: DesignQuestion;
  readonly evaluate: Evaluate;
  readonly size: number;
  readonly inner: number;
  readonly seed: number;
}

async function findTornado({ question, evaluate, size, seed }: Finding): Promise<DesignFinding> {
  const { inputs, outcome } = question;
  const outcomes = [meanOutcome(outcome)];
  const done = await evaluate({ points: tornadoPoints(inputs, size), outcomes, space: 'quantile', label: 'tornado' });
  const swings = tornado(done, inputs);
  const how = `${counted(inputs.length, 'number')} at 3 values, ${counted(size, 'replication')} at each`;
  const about = aboutOf(question, { how, seed });
  const told = swings.filter(({ isNothing }) => !isNothing);
  const [largest] = told;
  const rows = swings.map(({ input, atLow, atMiddle, atHigh, swing, isNothing }) => [
    input.name,
    ...[atLow, atMiddle, atHigh, swing].flatMap(({ value, low, high }) => [value, low, high]),
    swing.level,
    swing.n,
    isNothing ? 'not distinguishable from zero' : '',
  ]);
  return {
    answer: largest
      ? `${capital(about.answer)}: ${about.nameOf(largest.input.name)} moves the mean most, by ${withInterval(largest.swing)} from its 10th to its 90th percentile. ${told.length} of ${swings.length} numbers are told from zero.`
      : `${capital(about.answer)}: no number is told from zero with ${counted(size, 'replication')} at each value.`,
    blocks: [
      textTable(
        [
          ['', 'low', 'high', 'swing', '95 %, all together'],
          ...swings.map(({ input, atLow, atHigh, swing, isNothing }) => [
            about.nameOf(input.name),
            signed(atLow.value),
            signed(atHigh.value),
            signed(swing.value),
            isNothing ? 'not told from 0' : `${signed(swing.low)} to ${signed(swing.high)}`,
          ]),
        ],
        [1, 2, 3],
      ),
    ],
    warnings: [],
    tables: [
      {
        file: 'swings.csv',
        header: [
          'input',
          ...['low', 'middle', 'high', 'swing'].flatMap((at) => [at, `${at}.low`, `${at}.high`]),
          'swing.level',
          'n',
          'note',
        ],
        rows,
      },
    ],
    object: { method: 'tornado', answerIs: about.answer, estimatedBy: outcomes[0], swings },
    draw: (page) => [
      drawFigure(designFigures.tornado, {
        rows: tornadoRows(swings, about),
        caption: tornadoCaption(swings, about),
        page,
      }),
    ],
  };
}

async function findMorris({ question, evaluate, size, inner, seed }: Finding): Promise<DesignFinding> {
  const { inputs, outcome } = question;
  const outcomes = [meanOutcome(outcome)];
  const design = morrisDesign({ inputs, count: size, inner }, designStream(seed, 'morris'));
  const done = await evaluate({ points: design.points, outcomes, space: 'quantile', label: 'Morris' });
  const effects = morris(done, design, designStream(seed, 'bootstrap'));
  const how = `${counted(size, 'trajectory').replace('trajectorys', 'trajectories')} over ${counted(inputs.length, 'number')}, ${counted(inner, 'replication')} at each point`;
  const about = aboutOf(question, { how, seed });
  const told = effects.filter(({ isNothing }) => !isNothing);
  const [largest] = effects;
  return {
    answer: `${capital(about.answer)}: ${about.nameOf(largest!.input.name)} moves it most, by ${withInterval(largest!.meanAbsolute)} on average over half of its law. ${told.length} of ${effects.length} numbers are told from zero.`,
    blocks: [
      textTable(
        [
          ['', 'size μ*', '95 %', 'way μ', 'spread σ'],
          ...effects.map(({ input, meanAbsolute, mean, spread, isNothing }) => [
            about.nameOf(input.name),
            figure(meanAbsolute.value),
            `${figure(meanAbsolute.low)} to ${figure(meanAbsolute.high)}`,
            isNothing ? 'not told from 0' : signed(mean.value),
            figure(spread),
          ]),
        ],
        [1, 3, 4],
      ),
      '  Single intervals of 95 %: of twenty numbers that do nothing about one will seem to do something.',
    ],
    warnings: [],
    tables: [
      {
        file: 'effects.csv',
        header: ['input', 'muStar', 'muStar.low', 'muStar.high', 'mu', 'mu.low', 'mu.high', 'sigma', 'n', 'note'],
        rows: effects.map(({ input, meanAbsolute, mean, spread, isNothing }) => [
          input.name,
          ...[meanAbsolute, mean].flatMap(({ value, low, high }) => [value, low, high]),
          spread,
          meanAbsolute.n,
          isNothing ? 'not distinguishable from zero' : '',
        ]),
      },
    ],
    object: { method: 'morris', answerIs: about.answer, estimatedBy: outcomes[0], effects },
    draw: (page) => {
      const rows = morrisRows(effects, about);
      return rows.length === 0
        ? []
        : [drawFigure(designFigures.morris, { rows, caption: morrisCaption(effects, about), page })];
    },
  };
}

async function findSobol({ question, evaluate, size, inner, seed }: Finding): Promise<DesignFinding> {
  const { inputs, outcome } = question;
  const numbers = inputs.flatMap(({ paths }) => paths).length;
  if (2 * numbers > mostSobolDimensions)
    throw new UserFault([
      {
        path: '--over',
        rule: `must leave at most ${mostSobolDimensions / 2} uncertain numbers for Sobol' indices, got ${numbers}`,
        hint: 'name those that matter with --over; --method morris finds them',
      },
    ]);
  const points = sobolDesign({ inputs, rows: size, inner }, designStream(seed, 'sobol'));
  const done = await evaluate({ points, outcomes: [outcome], space: 'quantile', label: "Sobol' indices" });
  const holes = incompleteRows(done, inputs);
  if (holes.length > 0)
    throw new UserFault([
      {
        path: '--method sobol',
        rule: `must have an answer at every point of its design, but ${holes.length} of ${size} rows have a hole (${done.failures[0]!.message.split('\n')[0]})`,
        hint: 'narrow the law that leads there, or leave the number out with --over; --method tornado and morris bear holes',
      },
    ]);
  const result = sobol(done, inputs, designStream(seed, 'bootstrap'));
  const how = `${figure(size)} rows of ${inputs.length + 3} points over ${counted(numbers, 'number')}, ${counted(inner, 'replication')} at each`;
  const about = aboutOf(question, { how, seed });
  const { chance } = result;
  const top = result.inputs[0]!;
  const last = result.earlier.at(-1);
  const change = last
    ? Math.max(
        ...inputs.map((input, i) => {
          const now = result.inputs.find((each) => each.input === input)!.total.value;
          return Math.abs(now - last.indices.inputs[i]!.total.value);
        }),
      )
    : NaN;
  const answerOf = inner === 1 ? 'a single future' : `the mean of ${inner} futures`;
  const known =
    numbers <
    new Set(question.scenarios.flatMap(({ parameters }) => parameters.uncertain.map(({ path }) => path))).size;
  const chanceWords = known ? 'chance and the numbers not named' : 'chance';
  const gone = { value: 1 - chance.total.value, low: 1 - chance.total.high, high: 1 - chance.total.low };
  const rows = [
    { name: chanceWords, key: '', ...chance },
    ...result.inputs.map(({ input, first, total }) => ({
      name: about.nameOf(input.name),
      key: input.name,
      first,
      total,
    })),
  ];
  return {
    answer: `${capital(about.answer)}: of the variance of ${answerOf}, ${percent(gone.value)} (${percent(Math.max(0, gone.low))} to ${percent(Math.max(0, gone.high))}) would go if every number were known; no number of replications removes that part. The rest is ${chanceWords}. ${capital(about.nameOf(top.input.name))} takes part in most of it: ${percent(top.total.value)} (${percent(top.total.low)} to ${percent(top.total.high)}).`,
    blocks: [
      textTable([
        ['', 'alone', '95 %', 'in all', '95 %'],
        ...rows.map(({ name, first, total }) => [
          name,
          first.low > 0 ? first.value.toFixed(3) : 'not told from 0',
          `${first.low.toFixed(3)} to ${first.high.toFixed(3)}`,
          total.value.toFixed(3),
          `${total.low.toFixed(3)} to ${total.high.toFixed(3)}`,
        ]),
      ]),
      `  Shares of the variance: alone is what would go if only that number were known (first-order index); in all counts what it does\n  together with the others and with chance (total index). Single intervals of 95 %, by bootstrap.${Number.isNaN(change) ? '' : ` From ${figure(last!.rows)} to ${figure(size)} rows\n  no total index moved by more than ${change.toFixed(3)}.`}`,
    ],
    warnings: [],
    tables: [
      {
        file: 'indices.csv',
        header: ['input', 'first', 'first.low', 'first.high', 'total', 'total.low', 'total.high', 'rows', 'note'],
        rows: rows.map(({ key, name, first, total }) => [
          key === '' ? name : key,
          ...[first, total].flatMap(({ value, low, high }) => [value, low, high]),
          result.rows,
          first.low > 0 ? '' : 'first-order not distinguishable from zero',
        ]),
      },
      {
        file: 'convergence.csv',
        header: ['rows', 'input', 'first', 'first.low', 'first.high', 'total', 'total.low', 'total.high'],
        rows: result.earlier.flatMap(({ rows: n, indices }) =>
          indices.inputs.map(({ first, total }, i) => [
            n,
            inputs[i]?.name ?? chanceWords,
            ...[first, total].flatMap(({ value, low, high }) => [value, low, high]),
          ]),
        ),
      },
    ],
    object: { method: 'sobol', answerIs: about.answer, explainedByNumbers: gone, ...result },
    draw: (page) => [
      drawFigure(designFigures.sobol, { rows: sobolRows(result, about), caption: sobolCaption(result, about), page }),
    ],
  };
}
