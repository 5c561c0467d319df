import { isoDay } from '../../model/scenario/iso-date.js';
import type { DatedAttack } from './attack-record.js';
import { matchActor } from './match-actor.js';
import { matchPlace } from './match-place.js';
import type { RawRow, Reason } from './raw-row.js';
import type { RecordFormat } from './record-format.js';
import type { RecordRules } from './record-rules.js';
import type { RecordWorld } from './record-world.js';

/** A row that counts, or why it does not. */
export type Judged =
  | { readonly kind: 'counts'; readonly attack: DatedAttack; readonly byDistance: boolean }
  | { readonly kind: 'out'; readonly why: Reason };

interface Judging {
  readonly world: RecordWorld;
  readonly rules: RecordRules;
  readonly format: RecordFormat;
  readonly from: string;
  readonly until: string;
  /** Rows that a newer one replaces, by line. */
  readonly older: ReadonlyMap<number, Reason>;
}

/** Counts a row, or tells the first reason against it. */
export function judgeRow(row: RawRow, about: Judging): Judged {
  const { rules, from, until, older } = about;
  const { line, date, precision, mode, scope, killed, wounded } = row;
  const out = (reason: string, why: string): Judged => ({ kind: 'out', why: { reason, why } });
  if (date < from || date > until) return out('outside the window', `the window is ${from} to ${until}`);
  const reason = older.get(line) ?? row.out;
  if (reason) return { kind: 'out', why: reason };
  if (precision !== 'day' && rules.knownToMonth === 'leaveOut')
    return out('no exact day', `known to the ${precision} only`);
  if (rules.leaveOutModes.includes(mode)) return out('a mode that does not count', mode);
  if (!rules.scopes.includes(scope))
    return out('a place that does not count', scope === 'other' ? 'neither base nor road' : scope);
  const actor = matchActor(row, about);
  if (actor.kind === 'none') return { kind: 'out', why: actor };
  const isAtBase = scope === 'base' || scope === 'embassy';
  const place = isAtBase ? matchPlace(row, about) : undefined;
  if (place?.kind === 'none') return { kind: 'out', why: { reason: place.reason, why: place.why } };
  return {
    kind: 'counts',
    byDistance: place?.by === 'distance',
    attack: {
      line,
      date,
      day: isoDay(date) - isoDay(from),
      precision,
      ...(place ? { base: place.base } : {}),
      actor: actor.actor,
      scope,
      mode,
      ...(killed === undefined ? {} : { killed }),
      ...(wounded === undefined ? {} : { wounded }),
    },
  };
}
