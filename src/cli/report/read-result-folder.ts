import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ClaimResult } from '../../experiment/claims.js';
import type { ComparisonRow } from '../../experiment/compare/comparison-rows.js';
import type { Metric } from '../../experiment/compare/index.js';
import type { SummaryRow } from '../../experiment/summarise.js';
import { UserFault, type Fault } from '../../model/scenario/fault.js';
import { readScenario } from '../../model/scenario/read-scenario.js';
import type { Figure } from '../../report/index.js';
import type { ComparisonManifest } from '../comparison-manifest.js';
import { isDesignManifest, type DesignManifest } from '../design/design-manifest.js';
import { errorCode } from '../error-code.js';
import type { Manifest } from '../manifest.js';
import type { RecordComparison } from '../record-comparison.js';
import { manifestSchema, summarySchema } from '../result-schemas.js';
import { readDesignTables, type ResultTable } from './read-design-tables.js';
import { readFigures } from './read-figures.js';
import { readRecordFolder, type RecordFolder } from './read-record-folder.js';

/** What summary.json holds. */
export interface Summary {
  readonly rows: readonly SummaryRow[];
  readonly claims?: readonly ClaimResult[];
  readonly record?: readonly RecordComparison[];
}

/** What comparison.json holds, as far as a report says it. */
export interface ComparisonFile {
  readonly answer: string;
  readonly baseline: string;
  readonly scenarios: readonly { readonly key: string; readonly name?: string; readonly title: string }[];
  readonly metrics: readonly Metric[];
  readonly selections: readonly { readonly words: string }[];
  readonly rows: readonly ComparisonRow[];
}

export type ResultFolder =
  | {
      readonly kind: 'run';
      readonly manifest: Manifest;
      readonly summary: Summary;
      readonly figures: readonly Figure[];
    }
  | {
      readonly kind: 'comparison';
      readonly manifest: ComparisonManifest;
      readonly comparison: ComparisonFile;
      readonly figures: readonly Figure[];
    }
  | {
      readonly kind: 'design';
      readonly manifest: DesignManifest;
      readonly result: { readonly answer: string };
      readonly figures: readonly Figure[];
      readonly tables: readonly ResultTable[];
    }
  | RecordFolder;

/**
 * Reads a folder that `run`, `merge`, `reproduce`, `compare`, `calibrate`, `backtest` or a command over uncertain numbers wrote.
 * @throws UserFault with everything that is missing, damaged or of another result, all at once.
 */
export function readResultFolder(folder: string): ResultFolder {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UserFault([
      { path: folder, rule: 'must be a folder of results', hint: 'garrison run and compare say which they wrote' },
    ]);
  const faults: Fault[] = [];
  const manifestText = textOf(folder, 'manifest.json', faults);
  const told = manifestText === undefined ? undefined : jsonOf(join(folder, 'manifest.json'), manifestText, faults);
  if (kindOf(told) === 'design') return readDesignFolder(folder, told);
  if (kindOf(told) === 'calibration' || kindOf(told) === 'backtest') return readRecordFolder(folder, told);
  const isComparison = kindOf(told) === 'comparison';
  if (kindOf(told) !== undefined && !isComparison)
    throw new UserFault([
      {
        path: folder,
        value: `a ${String(kindOf(told))}`,
        rule: 'must be a folder of garrison run or compare',
        hint: 'a trace has its own story.txt',
      },
    ]);
  const name = isComparison ? 'comparison.json' : 'summary.json';
  const path = { manifest: join(folder, 'manifest.json'), result: join(folder, name) };
  if (told !== undefined)
    check(isComparison ? comparedManifest : manifestSchema, { value: told, path: path.manifest }, faults);
  if (told !== undefined && faults.length === 0) faults.push(...scenarioFaults(told, path.manifest));
  const resultText = told === undefined ? undefined : textOf(folder, name, faults);
  const result = resultText === undefined ? undefined : jsonOf(path.result, resultText, faults);
  if (result !== undefined)
    check(isComparison ? comparisonSchema : summarySchema, { value: result, path: path.result }, faults);
  if (told !== undefined && result !== undefined) faults.push(...mixedFaults(told, result, path.result));
  const { figures, faults: ofFigures } = readFigures(
    folder,
    identity.extend({ title: z.string() }).safeParse(told).data?.title,
  );
  faults.push(...ofFigures);
  if (faults.length > 0 || manifestText === undefined || resultText === undefined) throw new UserFault(faults);
  return isComparison
    ? { kind: 'comparison', manifest: parsed(manifestText), comparison: parsed(resultText), figures }
    : { kind: 'run', manifest: parsed(manifestText), summary: parsed(resultText), figures };
}

function readDesignFolder(folder: string, manifest: unknown): ResultFolder {
  const faults: Fault[] = [];
  const path = { manifest: join(folder, 'manifest.json'), result: join(folder, 'result.json') };
  if (!isDesignManifest(manifest))
    throw new UserFault([
      { path: path.manifest, rule: 'must be the whole manifest of a design, as garrison wrote it' },
    ]);
  faults.push(...scenarioFaults(manifest, path.manifest));
  const text = textOf(folder, 'result.json', faults);
  const result = text === undefined ? undefined : jsonOf(path.result, text, faults);
  const answered = z.looseObject({ answer: z.string() }).safeParse(result).data;
  if (result !== undefined && !answered)
    faults.push({ path: path.result, rule: 'must be as garrison writes it, with an answer', hint: 'ask again' });
  const { figures, faults: ofFigures } = readFigures(folder, manifest.title);
  faults.push(...ofFigures);
  if (faults.length > 0 || !answered) throw new UserFault(faults);
  return { kind: 'design', manifest, result: answered, figures, tables: readDesignTables(folder) };
}

function textOf(folder: string, name: string, faults: Fault[]): string | undefined {
  const path = join(folder, name);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why =
      errorCode(error) === 'ENOENT'
        ? 'must be there'
        : `must be a file that can be read (${errorCode(error) ?? 'no reason given'})`;
    faults.push({ path, rule: why, hint: 'name a folder that garrison run or compare wrote' });
    return undefined;
  }
}

function jsonOf(path: string, text: string, faults: Fault[]): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    faults.push({ path, rule: 'must be JSON: the file is damaged or cut off', hint: 'run the scenario again' });
    return undefined;
  }
}

/** JSON has no NaN: what is not estimable stands as null. Only after the file was checked. */
function parsed<T>(text: string): T {
  return JSON.parse(text, (_key, value: unknown) => (value === null ? NaN : value));
}

function kindOf(manifest: unknown): unknown {
  return typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'kind') : undefined;
}

function check(
  schema: z.ZodType,
  { value, path }: { readonly value: unknown; readonly path: string },
  faults: Fault[],
): void {
  const read = schema.safeParse(value);
  for (const issue of read.error?.issues ?? []) {
    const at = issue.path.length === 0 ? '' : `: ${issue.path.map(String).join('.')}`;
    faults.push({
      path: `${path}${at}`,
      rule: `must be as garrison writes it (${issue.message})`,
      hint: 'run the scenario again',
    });
  }
}

/** Scenarios are read as every scenario is. */
function scenarioFaults(manifest: unknown, path: string): Fault[] {
  const { scenario, scenarios } = manifestParts.parse(manifest);
  const all = [...(scenario === undefined ? [] : [scenario]), ...(scenarios ?? []).map((member) => member.scenario)];
  return all.flatMap((each) => {
    const read = readScenario(each);
    return read.kind === 'faults' ? read.faults.map((fault) => ({ ...fault, path: `${path}: ${fault.path}` })) : [];
  });
}

function mixedFaults(manifest: unknown, result: unknown, path: string): Fault[] {
  const [one, other] = [identity.safeParse(manifest).data, identity.safeParse(result).data];
  if (!one || !other) return [];
  return (['hash', 'seed', 'replications'] as const).flatMap((key) =>
    one[key] === other[key]
      ? []
      : [{ path: `${path}: ${key}`, value: other[key], rule: `must be of the same run as manifest.json, ${one[key]}` }],
  );
}

const identity = z.looseObject({ hash: z.string(), seed: z.number(), replications: z.number() });
const manifestParts = z.looseObject({
  scenario: z.unknown().optional(),
  scenarios: z.array(z.looseObject({ scenario: z.unknown() })).optional(),
});
const comparedManifest = z.looseObject({
  ...identity.shape,
  title: z.string(),
  question: z.string().optional(),
  garrison: z.string(),
  warnings: z.array(z.string()),
  scenarios: z.array(z.looseObject({ key: z.string(), failures: z.number(), scenario: z.looseObject({}) })).min(2),
  run: z.looseObject({}),
});
const number = z.number().nullable();
const comparisonSchema = z.looseObject({
  ...identity.shape,
  answer: z.string(),
  baseline: z.string(),
  scenarios: z.array(z.looseObject({ key: z.string(), name: z.string().optional(), title: z.string() })).min(2),
  metrics: z.array(
    z.looseObject({
      name: z.string(),
      words: z.string(),
      unit: z.string(),
      better: z.enum(['lower', 'higher']),
      indifference: z.number(),
    }),
  ),
  selections: z.array(z.looseObject({ words: z.string() })),
  rows: z.array(
    z.looseObject({
      scenario: z.string(),
      metric: z.string(),
      statistic: z.string(),
      unit: z.string(),
      value: number,
      low: number,
      high: number,
      n: z.number(),
    }),
  ),
});
