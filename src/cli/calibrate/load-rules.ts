import { resolve } from 'node:path';
import { recordRules, recordRulesJsonSchema, type RecordRules } from '../../calibration/record/record-rules.js';
import { UserFault, type Fault } from '../../model/scenario/fault.js';
import { keysAt } from '../../model/scenario/known-keys.js';
import { schemaFaults } from '../../model/scenario/schema-faults.js';
import { readScenarioFile } from '../read-scenario-file.js';
import type { Terminal } from '../terminal.js';

/**
 * The rules of a record from their file (.yaml, .json or .ts), or the usual ones without a file.
 * @throws UserFault with every fault of the file.
 */
export async function loadRules(file: string | undefined, terminal: Terminal): Promise<RecordRules> {
  if (file === undefined) return recordRules.parse({});
  const { input, locate } = await readScenarioFile({ path: resolve(terminal.cwd, file), name: file }, terminal);
  const parsed = recordRules.safeParse(input);
  if (parsed.success) return parsed.data;
  const schema = recordRulesJsonSchema();
  const faults = schemaFaults(parsed.error.issues, input, (path) => keysAt(schema, path));
  const located = faults.map((fault: Fault) => ({ ...fault, path: `rules.${fault.path}`, at: locate(fault.path) }));
  throw new UserFault(located);
}
