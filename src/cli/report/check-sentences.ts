import type { RecordStatistic } from '../../calibration/check/record-statistics.js';
import { listed } from '../../experiment/story/words.js';
import type { CalibrationFile } from '../calibrate/calibration-schema.js';
import { figure } from '../number-text.js';

type Checks = NonNullable<CalibrationFile['checks']>;

/** What residuals and predictive checks found, a sentence or two each. */
export function checkSentences({ residuals, statistics, replicas, withoutStrikes }: Checks): string[] {
  const { statistic, pValue } = residuals.ks;
  const p = pValue ?? NaN;
  const fits = p < 0.05 ? 'contradict the fitted process' : 'do not contradict the fitted process';
  const aside = withoutStrikes ? ' Strikes are left aside in these checks.' : '';
  return [
    `On the clock of the fitted rate attacks should come evenly. The waits between them ${fits} (Kolmogorov and Smirnov’s distance ${figure(statistic ?? NaN)}; as far off in ${figure(100 * p)} % of ${figure(residuals.bootstraps)} records simulated from the fit and fitted again).${aside}`,
    ...[...new Set(statistics.map(({ process }) => process))].map((process) => {
      const own = statistics.filter((check) => check.process === process);
      const odd = own.filter(({ place }) => place !== null && (place < 0.025 || place > 0.975));
      const name = ({ statistic: key }: (typeof own)[number]): string => wordsOf(key);
      const seen = odd.length === 0 ? 'none' : listed(odd.map(name));
      return `Of ${listed(own.map(name))}, ${seen} ${odd.length > 1 ? 'lie' : 'lies'} outside the central 95 % of ${figure(replicas)} records that this process could leave: ${process}.`;
    }),
  ];
}

const words: Readonly<Record<RecordStatistic, string>> = {
  fano: 'the variance of 30-day counts over their mean',
  quiet: 'the longest quiet spell',
  busiest: 'the busiest seven days',
  repeats: 'the share of attacks on the base of the attack before',
};

function wordsOf(key: string): string {
  return isStatistic(key) ? words[key] : key;
}

function isStatistic(key: string): key is RecordStatistic {
  return key in words;
}
