import type { CompiledScenario } from './compile.js';
import { outcomeColumns, type OutcomeColumn } from './outcome-columns.js';
import type { Claim } from './scenario/claims-schema.js';
import { didYouMean } from './scenario/did-you-mean.js';
import type { Fault } from './scenario/fault.js';
import { isoDay } from './scenario/iso-date.js';
import type { Scenario } from './scenario/schema.js';

interface Checked {
  readonly faults: readonly Fault[];
  /** What a reader should know before trusting a claim that can be computed. */
  readonly warnings: readonly string[];
}

/** A scenario with the outcomes of its replications by name. */
interface Known {
  readonly scenario: Scenario;
  readonly columns: ReadonlyMap<string, OutcomeColumn>;
}

type Side = Pick<Claim, 'outcome' | 'per'>;

/**
 * Holds a scenario's claims against the outcomes that its replications, and those of the scenarios it is compared with,
 * will have: names, units, spans of time. `compared` is by the text of `than.scenario`; claims that compare with one that
 * is not in it are checked on their left side only.
 */
export function checkClaims(compiled: CompiledScenario, compared: ReadonlyMap<string, CompiledScenario>): Checked {
  const faults: Fault[] = [];
  const warnings: string[] = [];
  const own = knownOf(compiled);
  const others = new Map([...compared].map(([file, other]) => [file, knownOf(other)]));
  compiled.scenario.claims.forEach((claim, index) => {
    const at = `claims[${index}]`;
    const { than } = claim;
    const left = nameFaults(claim, at, own);
    faults.push(...left);
    if (typeof than === 'number') return;
    const other = than.scenario === undefined ? own : others.get(than.scenario);
    if (!other) return;
    const right = nameFaults(than, `${at}.than`, other, than.scenario);
    faults.push(...right);
    if (left.length + right.length > 0) return;
    if (other === own && than.outcome === claim.outcome && than.per === claim.per)
      faults.push({ path: `${at}.than`, rule: 'must be something else than what the claim is about' });
    const pair = { claim, than, at, own, other };
    faults.push(...unitFaults(pair));
    const span = spanProblem(pair);
    if (!span) return;
    const hint = 'compare rates (per) or windows of the same days, or give times';
    if (span.isFault) faults.push({ path: `${at}.than`, rule: span.rule, hint });
    else warnings.push(`Claim "${claim.name}" ${span.rule}; ${hint}.`);
  });
  return { faults, warnings };
}

/** Unit of one side of a claim; empty where it has none, as a share. */
export function sideUnit(columns: Iterable<OutcomeColumn>, { outcome, per }: Side): string {
  const byName = new Map([...columns].map((column) => [column.name, column.unit]));
  const of = byName.get(outcome) ?? '';
  if (per === undefined) return unitless.includes(of) ? '' : of;
  const over = byName.get(per) ?? '';
  return over === of ? '' : `${of} / ${over}`;
}

const unitless = ['share', 'ratio', 'index', 'yes/no'];
/** What grows with the time it is counted over. */
const counted = [
  'attacks',
  'person-days',
  'person-attacks',
  'persons',
  'convoys',
  'strikes',
  'times',
  'days',
  'events',
];

function knownOf(compiled: CompiledScenario): Known {
  const comparable = outcomeColumns(compiled).filter(({ unit }) => unit !== 'hash');
  return { scenario: compiled.scenario, columns: new Map(comparable.map((column) => [column.name, column])) };
}

function nameFaults(side: Side, at: string, { columns }: Known, file?: string): Fault[] {
  const names = [...columns.keys()];
  const faults: Fault[] = [];
  for (const key of ['outcome', 'per'] as const) {
    const name = side[key];
    if (name === undefined || columns.has(name)) continue;
    const rule = `must be an outcome of ${file ?? 'this scenario'}`;
    faults.push({ path: `${at}.${key}`, value: name, rule, hint: hintOf(name, names) });
  }
  return faults;
}

/** The nearest name, else those that begin alike. */
function hintOf(name: string, names: readonly string[]): string {
  const near = didYouMean(name, names);
  if (near !== undefined) return near;
  const [first = ''] = name.split('.');
  const alike = names.filter((known) => known === first || known.startsWith(`${first}.`));
  return alike.length === 0
    ? 'outcomes are the columns of replications.csv'
    : `known are ${alike.slice(0, 8).join(', ')}${alike.length > 8 ? ' …' : ''}`;
}

interface Pair {
  readonly claim: Claim;
  readonly than: Exclude<Claim['than'], number>;
  readonly at: string;
  readonly own: Known;
  readonly other: Known;
}

function unitFaults({ claim, than, at, own, other }: Pair): Fault[] {
  const left = sideUnit(own.columns.values(), claim);
  const right = sideUnit(other.columns.values(), than);
  if (left === right) return [];
  const rule = `must have the unit of what the claim is about (${left === '' ? 'none' : left})`;
  return [{ path: `${at}.than`, value: right === '' ? 'none' : right, rule }];
}

/** Counts over different spans of time: a fault where whole scenarios differ, else what a reader should know. */
function spanProblem({
  claim,
  than,
  own,
  other,
}: Pair): { readonly isFault: boolean; readonly rule: string } | undefined {
  const [left, right] = [spanOf(own.scenario, claim.outcome), spanOf(other.scenario, than.outcome)];
  const isCount = claim.per === undefined && counted.includes(own.columns.get(claim.outcome)?.unit ?? '');
  const isOther = than.scenario !== undefined;
  if (left.days !== right.days && isCount && claim.times === 1) {
    const days = `${left.days} and ${right.days} days`;
    return isOther
      ? { isFault: true, rule: `must be counted over as many days as what the claim is about, but these are ${days}` }
      : { isFault: false, rule: `compares counts over ${days}` };
  }
  if (!isOther || left.text === right.text) return undefined;
  return { isFault: false, rule: `compares ${left.text} with ${right.text} in ${than.scenario}` };
}

/** First and last day over which an outcome is counted. */
function spanOf(scenario: Scenario, outcome: string): { readonly days: number; readonly text: string } {
  const key = /\.window\.([^.]+)$/.exec(outcome)?.[1];
  const window = key === undefined ? undefined : scenario.windows[key];
  const [first, last] = window ? [window.firstDay, window.lastDay] : [scenario.start, scenario.end];
  return { days: isoDay(last) - isoDay(first) + 1, text: `${first} to ${last}` };
}
