import { readCells, type RowRead } from './raw-row.js';
import type { RecordRules } from './record-rules.js';
import type { TableLine } from './record-table.js';

const kinds = { 1: 'state-based', 2: 'non-state', 3: 'one-sided' } as const;
const precisions = { 1: 'day', 2: 'week', 3: 'week', 4: 'month', 5: 'year' } as const;
/** From here on `where_prec` is a region and no place (4: the first administrative order). */
const leastRegion = 4;

/**
 * A row of a UCDP GED export: events with at least one death only. Its deaths are by side and not the coalition's, so that they
 * are not taken over. Which side attacked it does not say; the sides that are no government are the armed groups.
 */
export function ucdpRow(
  line: TableLine,
  about: { readonly file: string; readonly today: string; readonly rules: RecordRules },
): RowRead {
  const cells = readCells(line, about);
  const date = cells.date('date_start');
  const position = cells.position('latitude', 'longitude');
  const violence = kinds[cells.word('type_of_violence', ['1', '2', '3'])];
  const precision = precisions[cells.word('date_prec', ['1', '2', '3', '4', '5'])];
  if (cells.faults.length > 0) return { kind: 'faults', faults: cells.faults };
  const id = cells.text('id');
  const sides = [cells.text('side_a'), cells.text('side_b')];
  const groups = sides.filter((side) => side !== '' && !side.startsWith('Government of'));
  const isCounted = about.rules.violence.includes(violence);
  return {
    kind: 'row',
    row: {
      line: line.line,
      date,
      precision: precision === 'year' ? 'month' : precision,
      place: cells.text('where_coordinates') || cells.text('adm_2') || cells.text('adm_1'),
      at: Number(cells.text('where_prec')) >= leastRegion ? undefined : position,
      groups,
      mode: violence,
      scope: 'base',
      id: id === '' ? undefined : id,
      version: '',
      out: !isCounted
        ? { reason: 'a kind of event that does not count', why: `${violence} violence` }
        : precision === 'year'
          ? { reason: 'dated to a year only', why: `date_prec 5 of ${date}` }
          : groups.length === 0
            ? { reason: 'not by an armed group', why: sides.join(' and ') }
            : undefined,
    },
  };
}
