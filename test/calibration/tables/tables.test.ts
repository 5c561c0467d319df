import { describe, expect, test } from 'vitest';
import { backtestSummary } from '../../../src/calibration/backtest/backtest-summary.js';
import { scoredOrigin } from '../../../src/calibration/backtest/scored-forecast.js';
import {
  backtestForecastsCaption,
  forecastBandRows,
  pitRows,
  predictiveCheckCaption,
  predictiveCheckRows,
  priorPosteriorRows,
  recordByMonthRows,
  residualQuantileCaption,
  residualQuantileRows,
  scoreDifferenceCaption,
  scoreDifferenceRows,
} from '../../../src/calibration/tables/index.js';
import { quantileOf } from '../../../src/random/laws/law.js';
import { poissonLaw } from '../../../src/stats/index.js';

const about = { record: 'Made up: 5.', origin: 'By hand' };

describe('counts by period', () => {
  test('of a back-test have the quantiles of their laws, and what came', () => {
    const rows = forecastBandRows([{ from: '2020-01-01', law: poissonLaw(3), observed: 7 }]);
    expect(rows.map(({ part }) => part)).toEqual(['band', 'band', 'band', 'median', 'observed']);
    // Poisson 3: F(0) .0498, F(1) .1991, F(2) .4232, F(4) .8153, F(5) .9161, F(7) .9881.
    expect(rows.slice(0, 3)).toMatchObject([
      { level: 0.95, low: 0, high: 7 },
      { level: 0.8, low: 1, high: 5 },
      { level: 0.5, low: 2, high: 4 },
    ]);
    expect(rows.slice(3)).toMatchObject([
      { median: 3, tick: '2020' },
      { observed: 7, name: 'January 2020' },
    ]);
    expect(backtestForecastsCaption(about, rows).alt).toContain('January 2020 7 (0 to 7)');
  });

  test('of a record are by calendar month, parts of months among them, and every attack is in one', () => {
    const attacks = [0, 3, 4, 34, 40].map((day) => ({ day }));
    const rows = recordByMonthRows({ from: '2020-02-26', days: 41, attacks, replicas: [attacks, []] });
    const observed = rows.filter(({ part }) => part === 'observed');
    // 26 to 29 February, March, 1 to 6 April.
    expect(observed).toMatchObject([
      { key: '2020-02-01', tick: 'Feb', observed: 2 },
      { key: '2020-03-01', observed: 2 },
      { key: '2020-04-01', observed: 1 },
    ]);
    expect(rows.find(({ part }) => part === 'median')).toMatchObject({ median: 1 });
  });
});

describe('what a fit is judged by', () => {
  const fit = {
    attacks: 2,
    ks: { statistic: 0.4, pValue: 0.004 },
    autocorrelation: [{ at: 1, value: 0.1, low: -0.5, high: 0.5 }],
    quantiles: [
      { at: 0.25, expected: 0.29, value: 0.9, low: 0.1, high: 0.6 },
      { at: 0.75, expected: 1.39, value: 1.2, low: 0.5, high: 3 },
    ],
    bootstraps: 250,
  };

  test('residuals keep their band, and the caption says p and how many lie outside', () => {
    expect(residualQuantileRows(fit)[0]).toEqual({ expected: 0.29, residual: 0.9, low: 0.1, high: 0.6 });
    const { subtitle, alt } = residualQuantileCaption(about, fit);
    expect(subtitle.join(' ')).toContain('p below 0.01, by 250 simulated records');
    expect(alt).toContain('1 of 2 dots lie outside the band');
  });

  test('a check outside 95 % is named in the caption', () => {
    const spread = { median: 3, q25: 2, q75: 4, q10: 1, q90: 5, q025: 0, q975: 6 };
    const check = { process: 'Poisson', observed: 9, predicted: spread, place: 0.999, replicas: 1000 };
    const checks = [{ ...check, statistic: 'busiest' as const }];
    expect(predictiveCheckRows(checks).at(-1)).toMatchObject({ observed: 9, median: 3, label: 'record at above 99 %' });
    expect(predictiveCheckCaption(about, checks).subtitle.join(' ')).toContain(
      'Outside 95 % of them: busiest seven days, attacks (Poisson).',
    );
    expect(predictiveCheckCaption(about, [{ ...checks[0]!, place: 0.4 }]).subtitle.join(' ')).toContain(
      'Nothing of this lies outside 95 % of them',
    );
  });

  test('a posterior that is the prior has the same bars', () => {
    const prior = { beta: { mean: 0.4, sd: 0.2 } } as const;
    const quantile = quantileOf(prior);
    const draws = Float64Array.from({ length: 3000 }, (_, i) => quantile((i + 0.5) / 3000));
    const rows = priorPosteriorRows([{ name: 'branching', prior, draws }]);
    for (const row of rows) if (row.part === 'bin') expect(row.posterior).toBe(row.prior);
    expect(rows[0]).toMatchObject({ part: 'panel', label: '0.386 (0.0678 to 0.805); before 0.386 (0.0678 to 0.805)' });
    const bins = rows.filter(({ part }) => part === 'bin');
    expect(Math.max(...bins.map((row) => (row.part === 'bin' ? row.prior : 0)))).toBe(1);
  });
});

describe('a back-test in figures', () => {
  const scored = (mean: number) =>
    [2, 3, 4, 3].map((total) => scoredOrigin({ total: poissonLaw(mean), byBase: [] }, { total, byBase: [] }));
  const summary = backtestSummary({ process: scored(3), far: scored(12) });

  test('has differences with their intervals, and says how many are told from zero', () => {
    const rows = scoreDifferenceRows(summary, { process: 'the process', far: 'too high' });
    expect(rows.map(({ panel, method }) => [panel, method])).toEqual([
      ['CRPS (attacks): all attacks', 'too high'],
      ['Log score: all attacks', 'too high'],
    ]);
    expect(rows[0]!.difference).toBeGreaterThan(4);
    expect(rows[0]!.label).toMatch(/^\+\d\.\d\d \(\+\d\.\d\d to \+\d\.\d\d\)$/);
    expect(scoreDifferenceCaption(about, { summary, rows }).subtitle.join(' ')).toContain(
      'Of 2 differences 2 favour the process, 0 the simple forecast',
    );
  });

  test('has PIT bars of the methods asked for, five each', () => {
    const rows = pitRows(summary, { far: 'too high' });
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatchObject({ panel: 'too high, all attacks', binStart: 0, binEnd: 0.2 });
    expect(rows[0]!.height).toBeGreaterThan(4.5);
  });
});
