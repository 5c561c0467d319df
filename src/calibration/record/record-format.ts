import { didYouMean } from '../../model/scenario/did-you-mean.js';
import type { Fault } from '../../model/scenario/fault.js';
import type { RecordTable } from './record-table.js';

/** Whose form a record has. */
export type RecordFormat = 'garrison' | 'acled' | 'ucdp';

/** What a reader calls each form. */
export const formatNames = {
  garrison: 'garrison’s own',
  acled: 'ACLED’s',
  ucdp: 'UCDP GED’s',
} as const satisfies Record<RecordFormat, string>;

/** Columns without which a form cannot be read. Their order and all others do not matter. */
export const neededColumns = {
  garrison: ['date', 'base', 'scope', 'mode', 'killed_coalition', 'wounded_coalition'],
  acled: ['event_date', 'event_type', 'sub_event_type', 'actor1', 'location', 'latitude', 'longitude'],
  ucdp: ['date_start', 'date_prec', 'type_of_violence', 'side_a', 'side_b', 'latitude', 'longitude'],
} as const satisfies Record<RecordFormat, readonly string[]>;

/** Columns that only this form has: with one of them, it is meant. */
const tellingColumns = {
  garrison: ['killed_coalition', 'wounded_coalition', 'scope'],
  acled: ['event_id_cnty', 'sub_event_type', 'event_date', 'actor1'],
  ucdp: ['date_start', 'type_of_violence', 'side_a', 'dyad_name', 'geom_wkt'],
} as const satisfies Record<RecordFormat, readonly string[]>;

/** The form of a record by its columns, or what is missing for the form that it comes nearest to. */
export function recognise({ name, columns }: Pick<RecordTable, 'name' | 'columns'>): RecordFormat | Fault[] {
  const formats = ['garrison', 'acled', 'ucdp'] as const;
  const has = (column: string): boolean => columns.includes(column);
  const missingOf = (format: RecordFormat): string[] => neededColumns[format].filter((column) => !has(column));
  const whole = formats.find((format) => missingOf(format).length === 0);
  if (whole) return whole;
  const closeness = (format: RecordFormat): number =>
    tellingColumns[format].filter(has).length - missingOf(format).length / neededColumns[format].length;
  const near = formats.toSorted((a, b) => closeness(b) - closeness(a))[0] ?? 'garrison';
  const missing = missingOf(near);
  if (missing.length === neededColumns[near].length) {
    const forms = formats.map((format) => `${formatNames[format]} (${neededColumns[format].join(', ')})`);
    return [
      {
        path: name,
        value: columns.join(', '),
        rule: `must have the columns of one of three forms: ${forms.join('; ')}`,
        hint: 'docs/calibration.md shows them',
      },
    ];
  }
  const free = columns.filter((column) => !neededColumns[near].some((needed) => needed === column));
  return missing.map((column) => ({
    path: name,
    rule: `must have a column ${column}, as ${formatNames[near]} has`,
    hint: didYouMean(column, free),
  }));
}
