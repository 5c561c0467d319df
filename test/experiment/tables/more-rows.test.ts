import { describe, expect, it } from 'vitest';
import { compareStrategies } from '../../../src/experiment/compare/index.js';
import {
  contingentRows,
  convergenceOfComparison,
  convergenceOfRun,
  quantileRows,
  recordCaption,
  recordRows,
  regretRows,
  tradeOffCaption,
  tradeOffRows,
} from '../../../src/experiment/tables/index.js';
import { compileScenario } from '../../../src/model/compile.js';
import { readScenario } from '../../../src/model/scenario/read-scenario.js';
import { attacks, madeUpStrategy } from '../compare/made-up-strategy.js';
import { resultsFromColumns } from '../results-from-columns.js';
import { resultsOf } from '../results-of.js';
import { smallResults } from '../small-results.js';

const small = smallResults({ bases: 2 });
const compiled = compileScenario(small.scenario);

describe('twenty equally likely futures', () => {
  it('of 20 replications are these, in order', () => {
    const killed = Array.from({ length: 20 }, (_, r) => (r < 12 ? 0 : r - 11));
    const rows = quantileRows(resultsFromColumns(compiled, { killed, personAttacks: killed }));
    const dots = rows.flatMap((row) => (row.part === 'dot' && row.measure === 'killed' ? [row] : []));
    expect(dots.map(({ value }) => value)).toEqual(killed);
    expect(dots.filter(({ column }) => column === 0).map(({ place }) => place)).toEqual([...Array(12).keys()]);
    expect(rows.find((row) => row.part === 'scale')).toMatchObject({ columnWidth: 1, highestColumn: 12, label: '0' });
  });

  it('stand in columns of 1, 2 or 5 times a power of ten, half of one around zero', () => {
    const personAttacks = Array.from({ length: 20 }, (_, r) => 1000 * r);
    const rows = quantileRows(resultsFromColumns(compiled, { killed: personAttacks, personAttacks }));
    const scale = rows.find((row) => row.part === 'scale' && row.measure === 'personAttacks');
    expect(scale).toMatchObject({ columnWidth: 1000, low: -500, high: 19_500 });
  });
});

describe('the record as it is', () => {
  const record = [
    { date: '2019-12-31', base: 'Base 0', scope: 'base', mode: 'rocket' },
    { date: '2020-02-01', base: 'Elsewhere', scope: 'embassy/Green Zone', mode: 'rocket' },
    { date: '2020-02-29', base: 'Base 0', scope: 'base', mode: 'rocket' },
    { date: '2020-02-02', base: 'Base 0', scope: 'convoy', mode: 'IED' },
  ];
  const results = smallResults({ bases: 2, record, until: '2020-03-05' });
  const rows = recordRows(results);

  it('counts by month from its first attack to its last day, zeros among them', () => {
    expect(rows.flatMap((row) => (row.part === 'month' ? [[row.key, row.attacks]] : []))).toEqual([
      ['2019-12', 1],
      ['2020-01', 0],
      ['2020-02', 2],
      ['2020-03', 0],
    ]);
  });

  it('counts by place, named as the scenario does where it knows the place', () => {
    expect(rows.flatMap((row) => (row.part === 'place' ? [[row.name, row.attacks]] : []))).toEqual([
      ['Base 0', 2],
      ['Elsewhere', 1],
    ]);
  });

  it('says that it is no model, and what it does not count', () => {
    const { subtitle } = recordCaption(results, rows);
    expect(subtitle.join(' ')).toContain('31 December 2019 to 5 March 2020: 3. 1 other row');
    expect(subtitle.join(' ')).toContain('Observation, no model');
    expect(recordRows(small)).toEqual([]);
  });
});

describe('personnel by contingent', () => {
  const read = readScenario({
    title: 'Two contingents',
    start: '2020-03-16',
    end: '2020-05-14',
    contingents: { us: { name: 'United States' }, uk: {} },
    bases: {
      a: { location: { lat: 33, lon: 44 }, garrison: { us: 500, uk: 100 } },
      b: { location: { lat: 34, lon: 43 }, garrison: { us: 200 } },
    },
    actors: { militias: {} },
    plan: [
      { day: '2020-03-20', withdraw: { uk: 60 }, fromBase: 'a' },
      { day: '2020-04-01', move: { us: 50 }, fromBase: 'b', toBase: 'a' },
      { day: '2020-04-10', arrive: { uk: 30 }, toBase: 'b' },
    ],
  });
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults));
  const rows = contingentRows(resultsOf(compileScenario(read.scenario), { n: 1 }));

  it('conserves who neither leaves nor comes, and follows those who do', () => {
    const summaries = rows.flatMap((row) => (row.part === 'summary' ? [[row.name, row.atStart, row.atEnd]] : []));
    expect(summaries).toEqual([
      ['All personnel', 800, 770],
      ['United States', 700, 700],
      ['uk', 100, 70],
    ]);
  });

  it('is not there for a single contingent', () => {
    expect(contingentRows(small)).toEqual([]);
  });
});

describe('convergence', () => {
  it('ends with the mean of all', () => {
    const killed = Array.from({ length: 40 }, (_, r) => r % 5);
    const rows = convergenceOfRun(resultsFromColumns(compiled, { killed, personDays: killed.map(() => 100) }));
    const last = rows.flatMap((row) => (row.part === 'look' && row.panel === 'killed' ? [row] : [])).at(-1);
    expect(last).toMatchObject({ replications: 40, mean: 2 });
    expect(rows.find((row) => row.part === 'panel' && row.panel === 'killed')).toMatchObject({
      // s = √2 · √(40/39), t(.975, 39) = 2.0227: 2.0227 √2/√39 = 0.458.
      label: '2\u00a0±\u00a00.46',
    });
    expect(convergenceOfRun(resultsFromColumns(compiled, { killed: [1, 2] }))).toEqual([]);
  });

  it('of a difference ends with the paired difference, in its zone', () => {
    const values = (shift: number) => Array.from({ length: 120 }, (_, r) => shift + (r % 4));
    const strategies = [0, 3].map((shift) => madeUpStrategy(`by${shift}`, { attacks: values(shift) }));
    const rows = convergenceOfComparison(compareStrategies(strategies, [{ ...attacks, indifference: 0.5 }]));
    expect(rows[0]).toMatchObject({ panel: 'by3', zoneLow: -0.5, zoneHigh: 0.5 });
    expect(rows.at(-1)).toMatchObject({ replications: 120, mean: 3, low: 3, high: 3 });
  });
});

describe('regret', () => {
  it('is how much worse than the best of the same future, in the mean', () => {
    // Worse than the best by 0, 2, 0 and by 1, 0, 4.
    const strategies = [madeUpStrategy('stay', { attacks: [1, 5, 2] }), madeUpStrategy('go', { attacks: [2, 3, 6] })];
    const rows = regretRows(compareStrategies(strategies, [attacks]));
    expect(rows.map(({ scenario, regret, least }) => [scenario, regret, least])).toEqual([
      ['stay', 2 / 3, true],
      ['go', 5 / 3, false],
    ]);
    expect(rows.map(({ shade }) => shade)).toEqual([expect.closeTo(0.4, 12), 1]);
  });
});

describe('total against per person', () => {
  const of = (key: string, personAttacks: readonly number[], personDays: readonly number[]) =>
    madeUpStrategy(key, { attacks: personAttacks, personAttacks, personDays });

  it('holds the mean of the one, and the ratio of sums of the other', () => {
    const comparison = compareStrategies(
      [of('stay', [10, 30], [1000, 1000]), of('go', [5, 10], [100, 400])],
      [attacks],
    );
    const rows = tradeOffRows(comparison);
    expect(rows.map(({ scenario, isBaseline, total, perPerson }) => [scenario, isBaseline, total, perPerson])).toEqual([
      ['stay', true, 20, 20],
      ['go', false, 7.5, 30],
    ]);
    // 20 ± t(.975, 1) · 10, cut at zero.
    expect(rows[0]).toMatchObject({ totalLow: 0, totalHigh: expect.closeTo(20 + 127.062, 2) });
    expect(tradeOffCaption({ comparison, title: 'x', seed: 1 }, rows).alt).toContain('go 7.5 in total, 30 per person');
  });

  it('is not there where scenarios differ in length, nobody is anywhere, or nothing is attacked', () => {
    const [stay, go] = [of('stay', [1, 2], [10, 10]), of('go', [1, 2], [10, 10])];
    expect(tradeOffRows(compareStrategies([stay, { ...go, horizonDays: 50 }], [attacks]))).toEqual([]);
    expect(tradeOffRows(compareStrategies([stay, of('none', [0, 0], [0, 0])], [attacks]))).toEqual([]);
    const quiet = ['a', 'b'].map((key) => of(key, [0, 0], [10, 10]));
    expect(tradeOffRows(compareStrategies(quiet, [attacks]))).toEqual([]);
  });
});
