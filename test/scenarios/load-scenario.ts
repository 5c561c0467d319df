import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { ScenarioInput } from '../../src/index.js';
import { compileScenario, type CompiledScenario } from '../../src/model/compile.js';
import { readScenario } from '../../src/model/scenario/read-scenario.js';
import type { Scenario } from '../../src/model/scenario/schema.js';

const folder = new URL('../../scenarios/', import.meta.url);

/** Every scenario of the project, by its path in scenarios/; what several share stands in scenarios/parts/. */
export const scenarioFiles: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !/^(parts|studies)\//.test(name))
  .sort();

/** What a scenario file exports, its record read in from the file that it names. */
export async function loadInput(file: string): Promise<ScenarioInput> {
  const { default: input }: { default: ScenarioInput } = await import(new URL(file, folder).href);
  if (!input.record?.file) return input;
  const csv = readFileSync(new URL(input.record.file, new URL(file, folder)), 'utf8');
  const rows = parse<Record<string, string>>(csv, { columns: true }).map((row) => ({
    date: row['date'] ?? '',
    base: row['base'] ?? '',
    scope: row['scope'] ?? '',
    mode: row['mode'] ?? '',
    killed: Number(row['killed_coalition']),
    wounded: Number(row['wounded_coalition']),
  }));
  return { ...input, record: { ...input.record, rows } };
}

/** @throws Error with all faults where the file has any. */
export async function loadScenario(file: string): Promise<Scenario> {
  const read = readScenario(await loadInput(file));
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults, null, 2));
  return read.scenario;
}

export async function loadCompiled(file: string): Promise<CompiledScenario> {
  return compileScenario(await loadScenario(file));
}
