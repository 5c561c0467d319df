import { pastWords } from '../experiment/past-words.js';
import { instant } from '../experiment/tables/instant.js';
import { takePast, type TakenPast } from '../experiment/take-past.js';
import type { CompiledScenario } from '../model/compile.js';
import type { Past } from '../model/luck.js';
import { isoDay, longDate } from '../model/scenario/iso-date.js';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import { eventsFingerprint, readPastFile, type SavedPast } from './past-file.js';
import { canonicalJson } from './scenario-hash.js';
import type { Terminal } from './terminal.js';

/** A past that the scenarios of a run or a comparison share. */
export interface SharedPast {
  readonly past: Past;
  /** The file as the user named it, and the date up to which it reaches. */
  readonly file: string;
  readonly date: string;
  readonly fingerprint: string;
  /** As the first scenario has it. */
  readonly taken: TakenPast;
  readonly words: readonly string[];
  readonly warnings: readonly string[];
}

/** A scenario and the name under which faults tell of it. */
interface Branch {
  readonly file: string;
  readonly compiled: CompiledScenario;
}

/**
 * Reads a saved past and checks that each scenario has it: the same happenings before its day, whatever comes after.
 * @throws UserFault with the first happening that differs, for every scenario that does not.
 */
export function readSharedPast(
  { from, branches }: { readonly from: string; readonly branches: readonly Branch[] },
  terminal: Pick<Terminal, 'cwd'>,
): SharedPast {
  const saved = readPastFile(from, terminal);
  const takes = branches.map((branch) => takeUp(saved, { ...branch, from }));
  const faults = takes.flatMap((take) => ('fault' in take ? [take.fault] : []));
  const shared = takes.flatMap((take) => ('fault' in take ? [] : [take]));
  const [first] = shared;
  if (faults.length > 0 || !first) throw new UserFault(faults);
  const { day: date, fingerprint } = saved;
  const words = pastWords(first.compiled.scenario, { date, taken: first.taken });
  const warnings = shared.flatMap((take) => take.warnings);
  return { past: first.past, taken: first.taken, file: from, date, fingerprint, words, warnings };
}

/** Whether another scenario has a shared past too. */
export function hasSharedPast({ past, date, fingerprint }: SharedPast, compiled: CompiledScenario): boolean {
  const { start } = compiled.scenario;
  if (isoDay(date) - isoDay(start) !== past.day || past.day >= compiled.horizonDays) return false;
  return eventsFingerprint(takePast(compiled, past).events) === fingerprint;
}

interface TakenUp {
  readonly compiled: CompiledScenario;
  readonly past: Past;
  readonly taken: TakenPast;
  readonly warnings: readonly string[];
}

function takeUp(
  saved: SavedPast,
  { file, compiled, from }: Branch & { readonly from: string },
): TakenUp | { readonly fault: Fault } {
  const dates = datesFault({ saved, from, file, compiled });
  if (dates) return { fault: dates };
  const past = pastOn(compiled, saved);
  const taken = takePast(compiled, past);
  if (eventsFingerprint(taken.events) !== saved.fingerprint)
    return { fault: { path: file, ...difference(saved, taken) } };
  return { compiled, past, taken, warnings: numberWarnings({ saved, taken, file }) };
}

/** A past of a replication up to a date. @throws UserFault unless that lies within the scenario. */
export function pastUpTo(
  compiled: CompiledScenario,
  { date, ...luck }: { readonly date: string; readonly seed: number; readonly replication: number },
): Past {
  const { start, end } = compiled.scenario;
  if (isoDay(date) > isoDay(start) && isoDay(date) <= isoDay(end)) return pastOn(compiled, { ...luck, day: date });
  const rule = `must be a date after ${start}, the start, and no later than ${end}, the end`;
  throw new UserFault([{ path: '--save-at', value: date, rule, hint: 'it is the first day of the futures' }]);
}

function pastOn(
  { scenario }: CompiledScenario,
  { seed, replication, day }: { readonly seed: number; readonly replication: number; readonly day: string },
): Past {
  return { seed, replication, day: isoDay(day) - isoDay(scenario.start) };
}

function datesFault(of: {
  readonly saved: SavedPast;
  readonly from: string;
  readonly file: string;
  readonly compiled: CompiledScenario;
}): Fault | undefined {
  const { saved, from, file } = of;
  const { start, end } = of.compiled.scenario;
  if (start !== saved.start)
    return { path: `${file}: start`, value: start, rule: `must be that of ${from}, ${saved.start}` };
  if (isoDay(saved.day) <= isoDay(start) || isoDay(saved.day) > isoDay(end))
    return { path: `${file}: end`, value: end, rule: `must be no earlier than ${saved.day}, the day of ${from}` };
  return undefined;
}

/** The first happening that is another one. */
function difference(saved: SavedPast, { events }: TakenPast): Pick<Fault, 'rule' | 'hint'> {
  const index = Array.from({ length: Math.max(events.length, saved.events.length) }).findIndex(
    (_, i) => canonicalJson(events[i] ?? null) !== canonicalJson(saved.events[i] ?? null),
  );
  const [here, there] = [events[index], saved.events[index]];
  const wordsOf = (event: { readonly kind: string; readonly day: number } | undefined): string =>
    event ? eventWords(saved, event) : 'nothing more';
  const same = index === 0 ? 'the first differs' : `the first ${index} are the same`;
  return {
    rule: `must have the same happenings before ${longDate(saved.day)} as the past that was saved, but ${same}: there ${wordsOf(there)}, here ${wordsOf(here)}`,
    hint: `what differs must begin on ${saved.day} or later; save the past anew where the change is meant to lie before`,
  };
}

/** "2020-03-02 14:07 attack on base (alpha, militias, killed 2)". */
function eventWords({ start }: SavedPast, event: { readonly kind: string; readonly day: number }): string {
  const kind = event.kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const known = ['base', 'toBase', 'actor', 'name', 'action', 'persons', 'killed', 'wounded', 'cause'];
  const details = Object.entries(event).flatMap(([key, value]) => {
    if (!known.includes(key)) return [];
    return typeof value === 'number' ? [`${key} ${value}`] : typeof value === 'string' ? [value] : [];
  });
  const at = instant({ start }, event.day).slice(0, 16).replace('T', ' ');
  return `${at} ${kind}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
}

/** The happenings are the same, but the world is another one: numbers that both have were drawn otherwise. */
function numberWarnings(of: { readonly saved: SavedPast; readonly taken: TakenPast; readonly file: string }): string[] {
  const others = Object.entries(of.taken.numbers).filter(([path, value]) => {
    const before = of.saved.numbers[path];
    return before !== undefined && before !== value;
  });
  if (others.length === 0) return [];
  const named = others.slice(0, 3).map(([path]) => path);
  const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
  return [
    `${of.file} has the happenings of the past, but other numbers (${named.join(', ')}${more}): it is not the same world.`,
  ];
}

/** What replications of a run with a past have in common. */
export function sharedPastSentence({ past, date }: { readonly past: Past; readonly date: string }): string {
  return `Before ${longDate(date)} it is the past of replication ${past.replication} of seed ${past.seed}, the same in every future; chance takes its own course from that day on.`;
}
