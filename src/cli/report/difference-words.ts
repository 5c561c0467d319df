import { capitalised, listed, spelled } from '../../experiment/story/words.js';
import { longDate } from '../../model/scenario/iso-date.js';
import { scenarioDifferences } from '../../model/scenario/scenario-differences.js';
import type { Scenario } from '../../model/scenario/schema.js';
import type { AssumptionDifference } from '../assumption-differences.js';
import { pathWords } from './path-words.js';

type Order = Scenario['plan'][number];

/** What an alternative plans and assumes otherwise, in a sentence: "Hands over nine bases and moves … from 16 March 2020." */
export function differenceSummary(baseline: Scenario, own: Scenario): string {
  const found = scenarioDifferences(baseline, own);
  const orders = own.plan.filter((order) => found.some(({ kind, after }) => kind === 'added' && after === order));
  const dropped = found.filter(({ kind, path }) => kind === 'removed' && path[0] === 'plan').length;
  const others = found.filter(
    ({ kind, path }) => !(path[0] === 'plan' && path.length === 2 && kind !== 'changed'),
  ).length;
  const parts = [
    ...deedsOf(orders),
    dropped === 0 ? '' : `leaves out ${counted(dropped, 'line')} of the plan`,
    others === 0 ? '' : `changes ${counted(others, 'other line')}`,
  ].filter((part) => part !== '');
  if (parts.length === 0) return 'Nothing differs.';
  return `${capitalised(listed(parts))}.`;
}

function deedsOf(orders: readonly Order[]): string[] {
  const of = (is: (order: Order) => boolean): Order[] => orders.filter(is);
  const [handed, closed, moves, home, arrive, harden] = [
    of((order) => 'handOver' in order),
    of((order) => 'close' in order),
    of((order) => 'move' in order),
    of((order) => 'withdraw' in order),
    of((order) => 'arrive' in order),
    of((order) => 'harden' in order),
  ];
  const said = (deed: string, items: readonly Order[], noun: string): string =>
    items.length === 0 ? '' : `${deed} ${counted(items.length, noun)}`;
  return [
    handed.length === 0 ? '' : `hands over ${counted(handed.length, 'base')}${how(handed)}`,
    said('closes', closed, 'base'),
    moves.length === 0 ? '' : `moves personnel between bases ${times(moves.length)}`,
    home.length === 0 ? '' : `sends personnel home ${times(home.length)}`,
    arrive.length === 0 ? '' : `brings personnel ${times(arrive.length)}`,
    said('hardens', harden, 'base'),
  ].filter((part) => part !== '');
}

/** By which way and over how long their people go, and between which days. */
function how(orders: readonly Order[]): string {
  const ways = new Set(orders.flatMap((order) => ('by' in order ? [order.by] : [])));
  const lengths = orders.flatMap((order) =>
    'overDays' in order && typeof order.overDays.value === 'number' ? [order.overDays.value] : [],
  );
  const goHome = orders.every((order) => 'personnelTo' in order && order.personnelTo === 'home');
  const [way] = ways;
  const days = orders.map(({ day }) => day).sort();
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  const long =
    lengths.length === 0 || most === 0 ? '' : `, each over ${least === most ? most : `${least} to ${most}`} days`;
  return `${goHome ? ', their people going home' : ''}${ways.size === 1 && way !== undefined ? ` by ${way}` : ''} (${spanOf(days)}${long})`;
}

function spanOf(days: readonly string[]): string {
  const [first, last] = [days[0] ?? '', days.at(-1) ?? ''];
  return first === last ? `order of ${longDate(first)}` : `orders of ${longDate(first)} to ${longDate(last)}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${spelled(count)} times`;
}

function counted(count: number, noun: string): string {
  return `${spelled(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** One difference in plain words, without its path. */
export function differenceLine(difference: AssumptionDifference, scenario: Scenario): string {
  const { path, kind, baseline, alternative, unit, words } = difference;
  const isItem = /^(plan|regimes|branches|rules)\[[^\]]*\]$/.test(path);
  const after = unit === '' ? '' : ` ${unit}`;
  switch (kind) {
    case 'added':
      return isItem ? `Added: ${alternative}` : `Added: ${pathWords(path, scenario)}, ${alternative}${after}`;
    case 'removed':
      return isItem ? `Left out: ${baseline}` : `Left out: ${pathWords(path, scenario)}, ${baseline}${after}`;
    case 'changed':
      return isItem ? words : `${capitalised(pathWords(path, scenario))}: ${baseline} → ${alternative}${after}`;
    default:
      return kind satisfies never;
  }
}
