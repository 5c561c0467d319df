import type { Caption } from '../../experiment/tables/caption.js';
import { signedText } from '../../experiment/tables/design-caption.js';
import { countText, counted, numberText } from '../../experiment/tables/number-text.js';
import type { BacktestSummary, BacktestTarget, ScoreName } from '../backtest/backtest-summary.js';
import { calibrationCaption, type CalibrationAbout } from './calibration-about.js';

/** One bar of a PIT histogram. */
export interface PitRow {
  readonly panel: string;
  readonly binStart: number;
  readonly binEnd: number;
  /** 1 in every bin where forecasts are calibrated. */
  readonly height: number;
}

/** How much worse a simple forecast scores than the process, with the interval of that. */
export interface ScoreDifferenceRow {
  readonly panel: string;
  readonly method: string;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
}

/** Names of the methods as a reader says them, by key. */
export type MethodNames = Readonly<Record<string, string>>;

const targets: Readonly<Record<BacktestTarget, string>> = { total: 'all attacks', byBase: 'base by base' };
const scores: Readonly<Record<ScoreName, string>> = { crps: 'CRPS (attacks)', logScore: 'Log score' };

/** PIT histograms of the methods named, of all attacks and by base. */
export function pitRows({ methods }: BacktestSummary, names: MethodNames): PitRow[] {
  return methods
    .filter(({ key }) => key in names)
    .flatMap(({ key, target, pit }) =>
      pit.map((height, bin) => ({
        panel: `${names[key]!}, ${targets[target]}`,
        binStart: bin / pit.length,
        binEnd: (bin + 1) / pit.length,
        height,
      })),
    );
}

export function pitCaption(
  about: CalibrationAbout,
  { origins, rows }: { readonly origins: number; readonly rows: readonly PitRow[] },
): Caption {
  const panels = [...new Set(rows.map(({ panel }) => panel))];
  const bins = rows.filter(({ panel }) => panel === panels[0]).length;
  const said = panels.map(
    (panel) =>
      `${panel}: ${rows
        .filter((row) => row.panel === panel)
        .map(({ height }) => numberText(height))
        .join(', ')}.`,
  );
  return calibrationCaption(about, {
    title: 'Were the forecasts as sure as they should have been?',
    reading: [
      'PIT histograms: where what came lay in its forecast. Flat at 1 is right; high at both ends is too sure, high in the middle too unsure, leaning is off to one side.',
      `With ${counted(origins, 'origin')} a bar of all attacks is typically off by ${Math.sqrt((bins - 1) / origins).toFixed(1)} by chance alone, and often by twice that.`,
    ],
    finding: said.join(' '),
  });
}

export function scoreDifferenceRows({ differences }: BacktestSummary, names: MethodNames): ScoreDifferenceRow[] {
  return differences.map(({ key, target, score, difference: { value, low, high } }) => ({
    panel: `${scores[score]}: ${targets[target]}`,
    method: names[key] ?? key,
    difference: value,
    low,
    high,
    label: `${signed(value)} (${signed(low)} to ${signed(high)})`,
  }));
}

export function scoreDifferenceCaption(
  about: CalibrationAbout,
  { summary, rows }: { readonly summary: BacktestSummary; readonly rows: readonly ScoreDifferenceRow[] },
): Caption {
  const { origins, differences } = summary;
  const better = differences.filter(({ verdict }) => verdict === 'process better').length;
  const worse = differences.filter(({ verdict }) => verdict === 'simple forecast better').length;
  return calibrationCaption(about, {
    title: 'Does the fitted process forecast better than simple rules?',
    reading: [
      'How much worse each simple forecast scores than the process: right of zero the process is better. Lines are 95 % intervals that hold for the simple forecasts of a panel together.',
      `Of ${countText(differences.length)} differences ${countText(better)} favour the process, ${countText(worse)} the simple forecast; the others are not told from zero with ${counted(origins, 'origin')}.`,
    ],
    finding: rows.map(({ panel, method, label }) => `${panel}, ${method}: ${label}.`).join(' '),
  });
}

function signed(value: number): string {
  return Number.isFinite(value) ? signedText(Number(value.toFixed(2)), (text) => text.toFixed(2)) : 'n/a';
}
