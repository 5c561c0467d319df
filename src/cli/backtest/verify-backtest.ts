import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backtestSummary } from '../../calibration/backtest/backtest-summary.js';
import { UserFault } from '../../model/scenario/fault.js';
import { counted } from '../number-text.js';
import { differingTexts } from '../record/differing-texts.js';
import { inputsOfManifest } from '../record/inputs-of-manifest.js';
import { leftOutText } from '../record/left-out-text.js';
import type { ReadRecordManifest } from '../record/read-record-manifest.js';
import { tellVerified } from '../record/tell-verified.js';
import type { Terminal } from '../terminal.js';
import { backtestWishesOf, type BacktestManifest } from './backtest-manifest.js';
import { backtestQuestion, type BacktestQuestion } from './backtest-question.js';
import { originTables, scoreTables } from './backtest-tables.js';
import { jsonText, resultOf } from './place-backtest.js';
import { readForecasts } from './read-forecasts.js';
import { scoredMethods } from './scored-methods.js';

interface Asked {
  readonly sample: number;
  /** An origin by its row in origins.csv, from 0, in place of a sample. */
  readonly row: number | undefined;
  readonly record: string | undefined;
}

/**
 * `garrison verify` of a back-test: forecasts from some origins again, and computes scores and differences again from all
 * forecasts that the folder holds.
 */
export async function verifyBacktest(
  { manifest, file, folder }: ReadRecordManifest<BacktestManifest>,
  { sample, row, record }: Asked,
  terminal: Terminal,
): Promise<number> {
  const wishes = backtestWishesOf(manifest);
  const { from, until } = wishes;
  const inputs = await inputsOfManifest({ manifest, file, record, window: { from, until } }, terminal);
  const question = backtestQuestion(wishes, inputs);
  const all = question.origins.length;
  if (row !== undefined && row >= all)
    throw new UserFault([{ path: '--replication', value: row, rule: `must be one of the ${all} rows of origins.csv` }]);
  const picked = row === undefined ? drawn(all, sample) : new Set([row]);
  const differences = [
    ...(question.hash === manifest.hash
      ? []
      : [
          `What was asked differs: manifest.json has the hash ${manifest.hash.slice(0, 8)}, it is ${question.hash.slice(0, 8)} now.`,
        ]),
    ...differingOrigins(question, picked, folder),
    ...differingScores(folder),
    ...differingTexts(folder, new Map([['left-out.csv', leftOutText(inputs.record.record.leftOut)]])),
  ];
  return tellVerified(`${counted(picked.size, 'origin')} of ${all} and all scores`, differences, terminal);
}

/** Lines of the picked origins that are not as they are forecast now. */
function differingOrigins(question: BacktestQuestion, picked: ReadonlySet<number>, folder: string): string[] {
  const done = [...picked].sort((a, b) => a - b).map((at) => question.forecast(question.origins[at]!));
  const scored = scoredMethods(done);
  return [...originTables({ bases: question.bases, done, scored })].flatMap(([file, text]) => {
    const path = join(folder, file);
    if (!existsSync(path)) return [`${file} is not there.`];
    const [header = '', ...now] = text.split('\n');
    const [storedHeader, ...stored] = readFileSync(path, 'utf8').split('\n');
    if (header !== storedHeader) return [`${file} differs; first in its header.`];
    const dates = new Set(done.map(({ origin }) => origin.date));
    const there = stored.filter((line) => dates.has(line.slice(0, line.indexOf(','))));
    const at = Math.max(there.length, now.length - 1);
    for (let i = 0; i < at; i++)
      if (there[i] !== now[i]) return [`${file} differs; first ${cellOf(header, there[i], now[i])}.`];
    return [];
  });
}

/** Where two lines of a table part: which origin, method and base, and in which column. */
function cellOf(...[header, there = '', now = '']: readonly [string, string | undefined, string | undefined]): string {
  const names = header.split(',');
  const [one, other] = [there.split(','), now.split(',')];
  const column = names.findIndex((_, c) => one[c] !== other[c]);
  const key = (names.includes('method') ? [0, 2, 3] : [0]).map((c) => (other[c] === '' ? 'all bases' : other[c]));
  return `from ${key.join(', ')}, ${names[column] ?? 'the whole line'}: ${one[column] || 'none'} there, ${other[column] || 'none'} now`;
}

/** What of the scores does not follow from the forecasts that lie beside them. */
function differingScores(folder: string): string[] {
  const path = join(folder, 'forecasts.csv');
  if (!existsSync(path)) return [];
  const summary = backtestSummary(readForecasts(readFileSync(path, 'utf8')));
  return differingTexts(folder, new Map([...scoreTables(summary), ['backtest.json', jsonText(resultOf(summary))]]));
}

function drawn(all: number, sample: number): Set<number> {
  const picked = new Set<number>();
  while (picked.size < Math.min(all, sample)) picked.add(randomInt(all));
  return picked;
}
