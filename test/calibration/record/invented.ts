import { readRecord, type ReadRecord } from '../../../src/calibration/record/read-record.js';
import { recordRules } from '../../../src/calibration/record/record-rules.js';
import { worldOf, type RecordWorld } from '../../../src/calibration/record/record-world.js';
import { readRecordTable } from '../../../src/cli/calibrate/read-record-table.js';
import { readScenario } from '../../../src/model/scenario/read-scenario.js';

// Everything here is invented: places, groups, events and numbers. Nothing is taken from any publisher's data.

export const scenarioInput = {
  title: 'Two valleys',
  start: '2030-03-01',
  end: '2030-05-31',
  contingents: { blue: {} },
  bases: {
    north: { name: 'North Valley', location: { lat: 10, lon: 20 }, garrison: { blue: 400 } },
    south: { name: 'South Valley', location: { lat: 10.5, lon: 20 }, garrison: { blue: 100 } },
    gate: {
      name: 'The Gate',
      recordNames: ['Gate of the capital'],
      location: { lat: 10.53, lon: 20.02 },
      garrison: { blue: 50 },
    },
  },
  actors: { reds: { name: 'The Reds' } },
  plan: [{ day: '2030-04-01', move: 'all', fromBase: 'gate', toBase: 'north', by: 'air' }],
};

export function world(input: object = scenarioInput): RecordWorld {
  const read = readScenario(input);
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults));
  return worldOf(read.scenario);
}

/** Reads a text with the rules given, and the others as they are by default. */
export function read(
  text: string,
  about: {
    readonly rules?: object;
    readonly from?: string;
    readonly until?: string;
    readonly today?: string;
    readonly world?: RecordWorld;
  } = {},
): ReadRecord {
  const { rules = {}, from, until, today = '2031-01-01' } = about;
  return readRecord({
    table: readRecordTable({ text, name: 'attacks.csv' }),
    world: about.world ?? world(),
    rules: recordRules.parse(rules),
    window: { from, until },
    today,
  });
}

export function recordOf(read: ReadRecord): Extract<ReadRecord, { kind: 'record' }> {
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults));
  return read;
}

export function faultsOf(read: ReadRecord): Extract<ReadRecord, { kind: 'faults' }>['faults'] {
  if (read.kind === 'record') throw new Error('no fault was found');
  return read.faults;
}

const ownHeader = 'date,base,latitude,longitude,mode,scope,killed_coalition,wounded_coalition,date_precision,note';

/** A file of garrison's own form, from its lines. */
export function own(...lines: readonly string[]): string {
  return [ownHeader, ...lines, ''].join('\n');
}
