import { readCells, type RowRead } from './raw-row.js';
import type { TableLine } from './record-table.js';

/** A row of garrison's own form (docs/calibration.md): `rounds` and the notes play no part. */
export function garrisonRow(line: TableLine, about: { readonly file: string; readonly today: string }): RowRead {
  const cells = readCells(line, about);
  const group = cells.text('claimed_by_or_attributed');
  const row = {
    line: line.line,
    date: cells.date('date'),
    precision: cells.word('date_precision', ['day', 'week', 'month']),
    place: cells.text('base'),
    at: cells.position('latitude', 'longitude'),
    groups: group === '' || group.toLowerCase() === 'unclaimed' ? [] : [group],
    mode: cells.text('mode'),
    scope: scopes[cells.word('scope', ['base', 'embassy', 'embassy/green zone', 'convoy', 'other'])],
    killed: cells.count('killed_coalition'),
    wounded: cells.count('wounded_coalition'),
    version: '',
  } as const;
  return cells.faults.length > 0 ? { kind: 'faults', faults: cells.faults } : { kind: 'row', row };
}

const scopes = {
  base: 'base',
  embassy: 'embassy',
  'embassy/green zone': 'embassy',
  convoy: 'convoy',
  other: 'other',
} as const;
