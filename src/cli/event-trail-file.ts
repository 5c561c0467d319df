import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsOf, firstEventDifference, mostTrailEvents, type TrailEvent } from '../experiment/event-trail.js';
import type { Futures } from '../experiment/run-replications.js';
import { instant } from '../experiment/tables/instant.js';
import type { CompiledScenario } from '../model/compile.js';
import { traceReplication } from '../experiment/run-replications.js';
import { csvLine } from './csv-text.js';

/** In the folder of a run: the events of its first replications, one a line. */
const fileName = 'events.csv';
const columns = ['replication', 'event', 'day', 'kind', 'subject'] as const;

export function* trailLines(trail: readonly TrailEvent[]): Generator<string> {
  yield csvLine(columns);
  for (const row of trail) yield csvLine(columns.map((column) => row[column]));
}

/** The events that a folder keeps, by replication; none where it keeps none. */
export function readTrail(folder: string): Map<number, TrailEvent[]> {
  const path = join(folder, fileName);
  const found = new Map<number, TrailEvent[]>();
  if (!existsSync(path)) return found;
  for (const line of readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)) {
    const [replication = '', event = '', day = '', kind = '', subject = ''] = line.trimEnd().split(',');
    const row = {
      replication: Number(replication),
      event: Number(event),
      day: Number(day),
      kind,
      subject: Number(subject),
    };
    found.set(row.replication, [...(found.get(row.replication) ?? []), row]);
  }
  return found;
}

export interface TrailCheck extends Futures {
  readonly compiled: CompiledScenario;
  readonly trail: ReadonlyMap<number, readonly TrailEvent[]>;
}

/** The first event of a replication that is not as it is kept, in words; undefined where none differs, or none is kept. */
export function eventDifferenceText(check: TrailCheck, replication: number): string | undefined {
  const { compiled, trail, seed, past } = check;
  const there = trail.get(replication);
  if (!there) return undefined;
  const events = [...trail.values()].reduce((sum, rows) => sum + rows.length, 0);
  const isWhole = events < mostTrailEvents || trail.has(replication + 1);
  const now = eventsOf(compiled, { seed, past, replication });
  const difference = firstEventDifference(there, { now, isWhole });
  if (!difference) return undefined;
  const number = (difference.there ?? difference.now)!.event;
  return `The first event that differs is event ${number} of ${there.length}: there ${eventWords(compiled, difference.there)}, now ${eventWords(compiled, difference.now)}${cameOf(check, difference.now)}.`;
}

function eventWords({ scenario, actorKeys }: CompiledScenario, event: TrailEvent | undefined): string {
  if (!event) return 'no more events';
  const { day, kind, subject } = event;
  const about = kind === 'candidate' ? `of ${actorKeys[subject] ?? subject}` : String(subject);
  return `${kind} ${about} on day ${day} (${instant(scenario, day)})`;
}

/** What happened by that event: a candidate may come to nothing. */
function cameOf({ compiled, seed, past }: TrailCheck, event: TrailEvent | undefined): string {
  if (event?.kind !== 'candidate') return '';
  const { replication, day } = event;
  const row = traceReplication(compiled, { seed, past, replication }).find((happening) => happening.day === day);
  if (!row) return ', which came to nothing';
  return `, by which came ${row.kind}${row.base === undefined ? '' : ` at ${row.base}`}`;
}
