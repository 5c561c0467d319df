import type { LeftOutRow } from '../../calibration/record/attack-record.js';
import { csvLine } from '../csv-text.js';

/** left-out.csv: every row of a record that does not count, and why. */
export function leftOutText(leftOut: readonly LeftOutRow[]): string {
  const rows = leftOut.map(({ line, date, place, reason, why }) => [line, date, place, reason, why]);
  return [['line', 'date', 'place', 'reason', 'why'], ...rows].map(csvLine).join('');
}
