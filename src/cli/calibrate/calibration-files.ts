import { csvLine } from '../csv-text.js';
import { leftOutText } from '../record/left-out-text.js';
import { calibrationObject } from './calibration-object.js';
import type { Calibration } from './calibration.js';
import { parametersText } from './parameters-text.js';

/** The text of every file of a fit but its manifest, figures and report, by name. `command` fits the same again. */
export function calibrationFiles(calibration: Calibration, command: string): ReadonlyMap<string, string> {
  const { patch, scenario, record, tables } = calibration;
  const { leftOut, countingRule } = record.record;
  const draws = tables.map(({ about, table }): [string, string] => {
    const header = table.numbers.map(({ path, words }) => path ?? words);
    const rows = Array.from({ length: table.rows }, (_, row) => table.numbers.map(({ draws }) => draws[row]!));
    return [`draws-${about.replaceAll(' ', '-')}.csv`, [header, ...rows].map(csvLine).join('')];
  });
  return new Map([
    ['calibration.json', jsonText(calibrationObject(calibration))],
    ...draws,
    ['parameters.json', jsonText(patch)],
    ['parameters.ts', parametersText(patch, { source: countingRule.replace(/\.$/, ''), command })],
    ['scenario.json', jsonText(scenario)],
    ['left-out.csv', leftOutText(leftOut)],
  ]);
}

/** JSON in which a list of numbers stands on one line. */
export function jsonText(value: object): string {
  const text = JSON.stringify(value, null, 2).replace(
    /\[\s+(-?\d[^\]"{}[]*?)\s+\]/g,
    (_, list: string) => `[${list.replace(/,\s+/g, ', ')}]`,
  );
  return `${text}\n`;
}
