import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparisonRows, type Comparison } from '../experiment/compare/index.js';
import { comparisonObject, type ComparisonCard } from './comparison-card.js';
import type { ComparisonManifest } from './comparison-manifest.js';
import { csvLine } from './csv-text.js';

interface Written {
  readonly folder: string;
  readonly comparison: Comparison;
  readonly alternatives: ComparisonCard['alternatives'];
  readonly manifest: ComparisonManifest;
}

/** Writes what a comparison found: numbers in full precision and a fixed order, what is not estimable blank or null. */
export function writeComparison({ folder, comparison, alternatives, manifest }: Written): void {
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text);
  };
  const table = (header: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string =>
    csvLine(header) + rows.map(csvLine).join('');
  const baseline = comparison.strategies[0]!;
  write(
    'comparison.csv',
    table(
      columns,
      comparisonRows(comparison).map((row) => columns.map((name) => row[name])),
    ),
  );
  write(
    'assumption-differences.csv',
    table(
      ['scenario', 'against', ...differenceColumns],
      alternatives.flatMap(({ key, differences, nearest }) =>
        [{ key: baseline.key, differences }, ...(nearest ? [nearest] : [])].flatMap((other) =>
          other.differences.map((row) => [key, other.key, ...differenceColumns.map((name) => row[name])]),
        ),
      ),
    ),
  );
  write(
    'convergence.csv',
    table(
      ['scenario', 'metric', 'replications', 'difference', 'low', 'high', 'level'],
      comparison.convergence.map(({ scenario, metric, replications, difference: { value, low, high, level } }) => [
        scenario,
        metric,
        replications,
        value,
        low,
        high,
        level,
      ]),
    ),
  );
  write(
    'first-fatal-attack.csv',
    table(
      ['scenario', 'day', 'P(nobody killed yet)', 'low', 'high', 'level', 'atRisk', 'events'],
      comparison.tails.flatMap(({ strategy, survival }) =>
        survival.map((row) => [
          strategy.key,
          row.time,
          row.survival,
          row.low,
          row.high,
          comparison.level,
          row.atRisk,
          row.events,
        ]),
      ),
    ),
  );
  const { title, hash, seed, replications } = manifest;
  writeJson(join(folder, 'comparison.json'), {
    formatVersion: 1,
    title,
    hash,
    seed,
    replications,
    ...comparisonObject({ comparison, alternatives }),
  });
  writeJson(join(folder, 'manifest.json'), manifest);
}

const columns = [
  'scenario',
  'against',
  'metric',
  'statistic',
  'unit',
  'value',
  'low',
  'high',
  'level',
  'n',
  'method',
  'verdict',
  'note',
] as const;
const differenceColumns = ['path', 'kind', 'baseline', 'alternative', 'unit', 'words'] as const;

function writeJson(path: string, value: object): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
