import type { Caption } from '../../experiment/tables/caption.js';
import { countText, numberText } from '../../experiment/tables/number-text.js';
import { isoDate, isoDay, longDate } from '../../model/scenario/iso-date.js';
import { centralCounts, centralIntervals, countQuantile, type CountLaw } from '../../stats/index.js';
import type { DayAttack } from '../check/record-statistics.js';
import { calibrationCaption, type CalibrationAbout } from './calibration-about.js';

/** Counts by period: what a process gives, as nested bands with their median, and what the record has. */
export type ForecastBandRow =
  | (OfPeriod & {
      readonly part: 'band';
      readonly level: 0.5 | 0.8 | 0.95;
      readonly low: number;
      readonly high: number;
    })
  | (OfPeriod & { readonly part: 'median'; readonly median: number })
  | (OfPeriod & { readonly part: 'observed'; readonly observed: number });

interface OfPeriod {
  /** First day of the period. */
  readonly key: string;
  /** As it is written in a sentence: "March 2020". */
  readonly name: string;
  /** Under its bar: "Mar", its year for January, "15 Mar" where it does not begin a month. */
  readonly tick: string;
}

/** One period with the law of its count. */
export interface PeriodLaw {
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly law: CountLaw;
  readonly observed: number;
}

/** The windows of a back-test, each with its predictive distribution. */
export function forecastBandRows(periods: readonly PeriodLaw[]): ForecastBandRow[] {
  return periods.flatMap(({ from, law, observed }) =>
    periodRows(periodOf(from), {
      observed,
      median: countQuantile(law, 0.5),
      of: (level) => centralCounts(law, level),
    }),
  );
}

/**
 * The record by calendar month among records that the fitted process could have left. `from` is the record's first day; the
 * first and the last month may be parts of one.
 */
export function recordByMonthRows(about: {
  readonly from: string;
  readonly days: number;
  readonly attacks: readonly Pick<DayAttack, 'day'>[];
  readonly replicas: readonly (readonly Pick<DayAttack, 'day'>[])[];
}): ForecastBandRow[] {
  const { from, days, attacks, replicas } = about;
  const first = isoDay(from);
  const monthOf = Array.from({ length: days }, (_, day) => `${isoDate(first + day).slice(0, 7)}-01`);
  const months = [...new Set(monthOf)];
  const place = new Map(months.map((month, m) => [month, m]));
  const counts = (record: readonly Pick<DayAttack, 'day'>[]): number[] => {
    const byMonth = months.map(() => 0);
    for (const { day } of record) {
      const month = monthOf[Math.min(days - 1, Math.floor(day))]!;
      byMonth[place.get(month)!]! += 1;
    }
    return byMonth;
  };
  const observed = counts(attacks);
  const simulated = replicas.map(counts);
  return months.flatMap((key, m) => {
    const bands = centralIntervals(simulated.map((byMonth) => byMonth[m]!));
    const ends = {
      0.5: { low: bands.q25, high: bands.q75 },
      0.8: { low: bands.q10, high: bands.q90 },
      0.95: { low: bands.q025, high: bands.q975 },
    };
    return periodRows(periodOf(key), {
      observed: observed[m]!,
      median: bands.median,
      of: (level) => ends[level],
    });
  });
}

export function recordByMonthCaption(about: CalibrationAbout, rows: readonly ForecastBandRow[]): Caption {
  return calibrationCaption(about, {
    title: 'Attacks by month: the record, and what the fitted process gives',
    reading: [
      'Bands: 50, 80 and 95 % of records that the fitted process could have left over the whole time, with what is not known about it. They know the fit, not the month before.',
    ],
    finding: findingOf(rows),
  });
}

export function backtestForecastsCaption(about: CalibrationAbout, rows: readonly ForecastBandRow[]): Caption {
  return calibrationCaption(about, {
    title: 'What was forecast from the past alone, and what came',
    reading: [
      'Each band is a forecast made on the first day of its window from the attacks before it, and nothing later: 50, 80 and 95 %.',
    ],
    finding: findingOf(rows),
  });
}

function periodRows(
  period: OfPeriod,
  count: {
    readonly observed: number;
    readonly median: number;
    readonly of: (level: 0.5 | 0.8 | 0.95) => { readonly low: number; readonly high: number };
  },
): ForecastBandRow[] {
  return [
    ...([0.95, 0.8, 0.5] as const).map((level): ForecastBandRow => ({
      ...period,
      part: 'band',
      level,
      low: count.of(level).low,
      high: count.of(level).high,
    })),
    { ...period, part: 'median', median: count.median },
    { ...period, part: 'observed', observed: count.observed },
  ];
}

function periodOf(date: string): OfPeriod {
  const [day = '', month = '', year = ''] = longDate(date).split(' ');
  const short = month.slice(0, 3);
  if (day !== '1') return { key: date, name: `${day} ${month} ${year}`, tick: `${day} ${short}` };
  return { key: date, name: `${month} ${year}`, tick: short === 'Jan' ? year : short };
}

function findingOf(rows: readonly ForecastBandRow[]): string {
  const said = rows.flatMap((row) => {
    if (row.part !== 'observed') return [];
    const band = rows.find((other) => other.part === 'band' && other.level === 0.95 && other.key === row.key);
    if (band?.part !== 'band') return [];
    return [`${row.name} ${countText(row.observed)} (${numberText(band.low)} to ${numberText(band.high)})`];
  });
  return `What came, and the 95 % band: ${said.join(', ')}.`;
}
