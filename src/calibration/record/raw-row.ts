import type { Fault } from '../../model/scenario/fault.js';
import type { AttackScope, DatedAttack } from './attack-record.js';
import { dateHint, readDate } from './read-date.js';
import type { TableLine } from './record-table.js';

/** Why a row does not count: the kind of reason, and what was found in this row. */
export interface Reason {
  readonly reason: string;
  readonly why: string;
}

/** One row of any form, understood, and not yet matched to a scenario. */
export interface RawRow {
  readonly line: number;
  readonly date: string;
  readonly precision: DatedAttack['precision'];
  /** The place as the record names it. */
  readonly place: string;
  /** Degrees north and east; absent where the record gives none, or only those of a region. */
  readonly at?: { readonly lat: number; readonly lon: number } | undefined;
  /** Armed groups that the row names; none where it names none. */
  readonly groups: readonly string[];
  readonly mode: string;
  readonly scope: AttackScope;
  readonly killed?: number | undefined;
  readonly wounded?: number | undefined;
  /** The publisher's own number of the event: two rows that share it are one event. */
  readonly id?: string | undefined;
  /** Which of two rows of one event is newer; the greater. */
  readonly version: string;
  /** Set where the form itself tells that the row is no attack that counts. */
  readonly out?: Reason | undefined;
}

/** A row of a form, or what is wrong with it. */
export type RowRead =
  { readonly kind: 'row'; readonly row: RawRow } | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/** Reads the cells of one line and keeps what is wrong with them. */
export interface CellReader {
  readonly text: (column: string) => string;
  /** The day of a column that must hold one; today or earlier. */
  readonly date: (column: string) => string;
  /** A whole number of at least 0; undefined where the cell is empty or the column is not there. */
  readonly count: (column: string) => number | undefined;
  /** A position, where both columns hold one. */
  readonly position: (lat: string, lon: string) => { readonly lat: number; readonly lon: number } | undefined;
  /** One of the words listed; the first where the cell is empty. */
  readonly word: <Word extends string>(column: string, words: readonly [Word, ...Word[]]) => Word;
  readonly faults: readonly Fault[];
}

/** Opens a reader of one line of a file. `today` is the last day on which an attack may be dated, as `YYYY-MM-DD`. */
export function readCells(
  { line, cells }: TableLine,
  about: { readonly file: string; readonly today: string },
): CellReader {
  const { file, today } = about;
  const faults: Fault[] = [];
  const text = (column: string): string => cells[column] ?? '';
  const tell = (column: string, rule: string, hint?: string): void => {
    faults.push({ path: `${file} line ${line}, ${column}`, value: text(column), rule, ...(hint ? { hint } : {}) });
  };
  const degrees = (column: string, most: number): number | undefined => {
    if (text(column) === '') return undefined;
    const value = Number(text(column));
    if (Number.isFinite(value) && Math.abs(value) <= most) return value;
    tell(column, `must be degrees from ${-most} to ${most}`, 'leave it empty where it is not known');
    return undefined;
  };
  return {
    text,
    date: (column) => {
      const date = readDate(text(column));
      if (date === undefined) tell(column, 'must be a date of the calendar', dateHint(text(column)));
      else if (date > today)
        tell(column, `must not be after ${today}, the day of this fit`, 'correct it, or leave the row out');
      return date ?? '';
    },
    count: (column) => {
      if (text(column) === '') return undefined;
      const value = Number(text(column));
      if (Number.isSafeInteger(value) && value >= 0) return value;
      tell(column, 'must be a whole number of at least 0', 'leave it empty where it is not known');
      return undefined;
    },
    position: (latColumn, lonColumn) => {
      const [lat, lon] = [degrees(latColumn, 90), degrees(lonColumn, 180)];
      return lat === undefined || lon === undefined ? undefined : { lat, lon };
    },
    word: (column, words) => {
      const [first] = words;
      if (text(column) === '') return first;
      const found = words.find((word) => word === text(column).toLowerCase());
      if (found === undefined) tell(column, `must be ${words.join(' or ')}`);
      return found ?? first;
    },
    faults,
  };
}
