import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { pastWords } from '../experiment/past-words.js';
import type { TakenPast } from '../experiment/take-past.js';
import type { Happening } from '../model/happening.js';
import { isoDay } from '../model/scenario/iso-date.js';
import type { Scenario } from '../model/scenario/schema.js';
import { UserFault } from '../model/scenario/fault.js';
import { engine } from './engine.js';
import { errorCode } from './error-code.js';
import { canonicalJson } from './scenario-hash.js';
import type { Terminal } from './terminal.js';

const savedPast = z.object({
  formatVersion: z.literal(1),
  kind: z.literal('past'),
  garrison: z.string(),
  title: z.string(),
  seed: z.int(),
  replication: z.int().min(0),
  start: z.string(),
  day: z.string().refine((day) => !Number.isNaN(isoDay(day))),
  fingerprint: z.string(),
  events: z.array(z.looseObject({ kind: z.string(), day: z.number() })),
  numbers: z.record(z.string(), z.number()),
});

/** What `--from` reads of a past that was saved; the file holds its scenario and its state in full beside. */
export type SavedPast = z.infer<typeof savedPast>;

/** SHA-256, in hex, of what happened before the day. */
export function eventsFingerprint(events: readonly Happening[]): string {
  return createHash('sha256').update(canonicalJson(events)).digest('hex');
}

/** A past as a file: what names it, what happened in it, and where it leaves the world. */
export function pastFileText(past: {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly replication: number;
  readonly date: string;
  readonly taken: TakenPast;
}): string {
  const { scenario, seed, replication, date, taken } = past;
  const saved = {
    formatVersion: 1,
    kind: 'past',
    garrison: engine().version,
    title: scenario.title,
    seed,
    replication,
    start: scenario.start,
    day: date,
    words: pastWords(scenario, { date, taken }),
    fingerprint: eventsFingerprint(taken.events),
    totals: taken.totals,
    state: taken.state,
    numbers: taken.numbers,
    events: taken.events,
    scenario,
  };
  return `${JSON.stringify(saved, null, 2)}\n`;
}

/**
 * Reads a past that was saved.
 * @throws UserFault for a file that cannot be read, or is no saved past.
 */
export function readPastFile(name: string, { cwd }: Pick<Terminal, 'cwd'>): SavedPast {
  const hint = 'garrison trace scenario.ts --save-at DATE writes one';
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(resolve(cwd, name), 'utf8'));
  } catch (error) {
    const code = errorCode(error);
    const rule =
      code === 'ENOENT'
        ? 'must be a file that exists'
        : `must be a past that was saved, as JSON${code === undefined ? '' : ` (${code})`}`;
    throw new UserFault([{ path: `--from ${name}`, rule, hint }]);
  }
  const read = savedPast.safeParse(found);
  if (read.success) return read.data;
  const faults = read.error.issues.slice(0, 5).map(({ path, message }) => ({
    path: `--from ${name}${path.length === 0 ? '' : `: ${path.join('.')}`}`,
    rule: 'must be that of a past that was saved',
    hint: `${message}; ${hint}`,
  }));
  throw new UserFault(faults);
}
