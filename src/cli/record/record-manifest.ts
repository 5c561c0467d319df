import { z } from 'zod';
import type { RecordFormat } from '../../calibration/record/record-format.js';
import { recordRules, type RecordRules } from '../../calibration/record/record-rules.js';
import type { Scenario } from '../../model/scenario/schema.js';
import type { LoadedRecord } from '../calibrate/load-record.js';
import { manifestSchema, shared } from '../result-schemas.js';
import { countsByReason } from './counts-by-reason.js';

const { count, text, scenario, hash, set } = shared;

/** A record as a manifest keeps it: all of it but its rows, which the file holds whose hash this is. */
const recordBlock = z.strictObject({
  sha256: text.regex(/^[0-9a-f]{64}$/).describe('SHA-256 of the record’s file.'),
  format: z.enum(['garrison', 'acled', 'ucdp']),
  rows: count.describe('Rows of the file.'),
  from: z.iso.date().describe('First day that counts.'),
  to: z.iso.date().describe('Last day that counts.'),
  days: count,
  attacks: count.describe('Rows that count.'),
  leftOut: z.record(text, count).describe('Rows that do not, by reason.'),
  countingRule: text,
  rules: recordRules.describe('What counts, every default filled in: see record-rules.json.'),
});

/** What the manifests of a fit to a record and of a back-test have in common. */
export const recordManifestShape = {
  formatVersion: z.literal(1),
  title: text,
  hash: hash.describe('SHA-256 of the scenario, the record, what was asked, and the engine’s version.'),
  seed: z.int(),
  garrison: text.describe('Version of the engine.'),
  scenarioHash: hash,
  record: recordBlock,
  warnings: z.array(text),
  scenario,
  run: manifestSchema.shape.run
    .pick({ command: true, started: true, seconds: true, node: true, host: true })
    .extend({
      record: text.describe('The record’s file, as named.'),
      file: text.describe('The scenario’s file, as named.'),
      rules: text.describe('The file of rules, as named.').optional(),
      set,
    })
    .describe('How it came about: no part of the result.'),
};

/** The same as it is used: rules and scenario were checked by their own schemas. */
export interface RecordManifest {
  readonly formatVersion: 1;
  readonly title: string;
  readonly hash: string;
  readonly seed: number;
  readonly garrison: string;
  readonly scenarioHash: string;
  readonly record: StudiedRecord;
  readonly warnings: readonly string[];
  readonly scenario: Scenario;
  readonly run: RecordRun;
}

export interface StudiedRecord {
  readonly sha256: string;
  readonly format: RecordFormat;
  readonly rows: number;
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly attacks: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly countingRule: string;
  readonly rules: RecordRules;
}

export interface RecordRun {
  readonly record: string;
  readonly file: string;
  readonly rules?: string;
  readonly set: readonly string[];
  readonly command: string;
  readonly started: string;
  readonly seconds: number;
  readonly node: string;
  readonly host: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryBytes: number;
    readonly platform: string;
  };
}

export function studiedRecord({ record, format, rows, hash: sha256, rules }: LoadedRecord): StudiedRecord {
  const { from, to, days, attacks, leftOut, countingRule } = record;
  return {
    sha256,
    format,
    rows,
    from,
    to,
    days,
    attacks: attacks.length,
    leftOut: Object.fromEntries(countsByReason(leftOut)),
    countingRule,
    rules,
  };
}
