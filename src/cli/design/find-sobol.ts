import { incompleteRows, sobol, sobolDesign } from '../../experiment/design/sobol.js';
import { sharedCoordinates, tablesOf } from '../../experiment/design/whole-tables.js';
import { mostSobolDimensions } from '../../experiment/design/sobol-points.js';
import { capital } from '../../experiment/tables/design-caption.js';
import { sobolCaption, sobolRows } from '../../experiment/tables/sobol-bars.js';
import { designFigures } from '../../figures/index.js';
import { UserFault } from '../../model/scenario/fault.js';
import { drawFigure } from '../figure-set.js';
import { counted, figure, percent } from '../number-text.js';
import { textTable } from '../text-table.js';
import { aboutOf, designStream } from './design-words.js';
import type { Asked, DesignFinding } from './finding.js';

interface Size {
  /** Rows, a power of two. */
  readonly size: number;
  readonly inner: number;
}

/** Sobol' indices, chance as one input more. */
export async function findSobol({ size, inner }: Size, { question, evaluate, seed }: Asked): Promise<DesignFinding> {
  const { inputs, outcome } = question;
  const tableOf = tablesOf(question.scenarios);
  const numbers = new Set(sharedCoordinates(inputs, tableOf).ofPath).size;
  const tables = new Set(inputs.flatMap(({ paths }) => paths.flatMap((path) => tableOf(path) ?? []))).size;
  if (2 * numbers > mostSobolDimensions)
    throw new UserFault([
      {
        path: '--over',
        rule: `must leave at most ${mostSobolDimensions / 2} uncertain numbers for Sobol' indices, got ${numbers}`,
        hint: 'name those that matter with --over; --method morris finds them',
      },
    ]);
  const points = sobolDesign({ inputs, rows: size, inner, tableOf }, designStream(seed, 'sobol'));
  const done = await evaluate({
    points,
    outcomes: [outcome],
    space: tables > 0 ? 'draw' : 'quantile',
    label: "Sobol' indices",
  });
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
  const factors = [
    ...(numbers > tables ? [counted(numbers - tables, 'number')] : []),
    ...(tables > 0 ? [`${counted(tables, 'table')} of joint draws`] : []),
  ].join(' and ');
  const how = `${figure(size)} rows of ${inputs.length + 3} points over ${factors}, ${counted(inner, 'replication')} at each`;
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
    inputs.flatMap(({ paths }) => paths).length <
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
      `  Shares of the variance: alone is what would go if only that number were known (first-order index); in all counts what it does\n  together with the others and with chance (total index). Single intervals of 95 %, by bootstrap.${Number.isNaN(change) ? '' : ` From ${figure(last!.rows)} to ${figure(size)} rows\n  no total index moved by more than ${change.toFixed(3)}.`}${tables > 0 ? '\n  Joint draws are one number here, a row of their table: the index is of the whole posterior, whose numbers cannot be known apart.' : ''}`,
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
