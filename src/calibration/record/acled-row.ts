import { isListed } from './plain-name.js';
import { readCells, type Reason, type RowRead } from './raw-row.js';
import type { RecordRules } from './record-rules.js';
import type { TableLine } from './record-table.js';

/** Kinds of actors in `inter1`, by their number in older exports and in words in newer ones, without case. */
const interWords: Readonly<Record<string, string>> = {
  1: 'state forces',
  2: 'rebel group',
  3: 'political militia',
  4: 'identity militia',
  5: 'rioters',
  6: 'protesters',
  7: 'civilians',
  8: 'external/other forces',
};
/** Those that are armed groups in the sense of a scenario's actors. */
const armedGroups = ['rebel group', 'rebel groups', 'rebel forces', 'political militia', 'identity militia'];

const precisions = { 1: 'day', 2: 'week', 3: 'month' } as const;

/**
 * A row of an ACLED export, of either age. Its deaths are everybody's and not the coalition's, so that they are not taken
 * over. A position that stands for a region (geo_precision 3) is none.
 */
export function acledRow(
  line: TableLine,
  about: { readonly file: string; readonly today: string; readonly rules: RecordRules },
): RowRead {
  const { rules } = about;
  const cells = readCells(line, about);
  const date = cells.date('event_date');
  const precision = precisions[cells.word('time_precision', ['1', '2', '3'])];
  const position = cells.position('latitude', 'longitude');
  const subEvent = cells.text('sub_event_type');
  const kind = rules.kinds[subEvent];
  const id = cells.text('event_id_cnty') || cells.text('data_id');
  const groups = namesIn(cells.text('actor1'), cells.text('assoc_actor_1'));
  if (cells.faults.length > 0) return { kind: 'faults', faults: cells.faults };
  return {
    kind: 'row',
    row: {
      line: line.line,
      date,
      precision,
      place: cells.text('location'),
      at: cells.text('geo_precision') === '3' ? undefined : position,
      groups,
      mode: kind?.mode ?? subEvent,
      scope: kind?.scope ?? 'other',
      id: id === '' ? undefined : id,
      version: cells.text('timestamp').padStart(20, '0'),
      out: kind === undefined ? notThatKind(subEvent) : (notArmed() ?? notOnTarget()),
    },
  };

  /** Whether actor1 is an armed group; where the rules list groups, those decide. */
  function notArmed(): Reason | undefined {
    const inter = cells.text('inter1').toLowerCase();
    const word = interWords[inter] ?? inter;
    if (word === '' || armedGroups.includes(word) || Object.keys(rules.actors).length > 0) return undefined;
    return { reason: 'not by an armed group', why: `by ${groups[0] ?? 'nobody named'}, of the kind ${word}` };
  }

  function notOnTarget(): Reason | undefined {
    const { targets } = rules;
    if (!targets) return undefined;
    const hit = namesIn(cells.text('actor2'), cells.text('assoc_actor_2'));
    if (hit.some((name) => isListed(name, targets))) return undefined;
    return { reason: 'not on a target of the rules', why: `on ${hit.length > 0 ? hit.join('; ') : 'nobody named'}` };
  }
}

function notThatKind(subEvent: string): Reason {
  return { reason: 'a kind of event that does not count', why: subEvent === '' ? 'no sub_event_type' : subEvent };
}

/** Associated actors stand in one cell, between semicolons. */
function namesIn(...texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(';').map((name) => name.trim())).filter((name) => name !== '');
}
