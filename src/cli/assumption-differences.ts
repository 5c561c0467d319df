import { valueText } from '../model/scenario/fault.js';
import { longDate } from '../model/scenario/iso-date.js';
import { unitAt } from '../model/scenario/unit-at.js';
import { isQuantity } from '../model/scenario/quantities.js';
import { ruleWords } from '../model/scenario/rule-words.js';
import { scenarioDifferences, type Difference } from '../model/scenario/scenario-differences.js';
import { pathText } from '../model/scenario/schema-faults.js';
import type { Scenario } from '../model/scenario/schema.js';
import { branchSentence } from './branch-sentence.js';
import { numberText, planSentence, regimeSentence } from './plan-sentence.js';

/** One line of what differs between the baseline and an alternative, in the scenario's own words. */
export interface AssumptionDifference {
  readonly path: string;
  readonly kind: Difference['kind'];
  readonly baseline: string;
  readonly alternative: string;
  readonly unit: string;
  /** As a reader is told: "+ 16 March 2020, 300 United States move …", "convoys.convoySize: 100 → 50 persons". */
  readonly words: string;
}

/** What an alternative plans or assumes otherwise than the baseline: lines of the plan by date first, then the rest. */
export function assumptionDifferences(baseline: Scenario, alternative: Scenario): AssumptionDifference[] {
  const found = scenarioDifferences(baseline, alternative);
  const orders = found.filter(isOrder).sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  return [...orders, ...found.filter((difference) => !isOrder(difference))].map((difference) => {
    const { path, kind } = difference;
    const unit = unitAt(path) ?? '';
    const was = wordsOf(baseline, path);
    const is = wordsOf(alternative, path);
    return {
      path: pathText(path),
      kind,
      baseline: was(difference.before),
      alternative: is(difference.after),
      unit,
      words: sentence({ path, kind, unit, was: was(difference.before), is: is(difference.after) }),
    };
  });
}

function sentence(about: {
  readonly path: readonly string[];
  readonly kind: Difference['kind'];
  readonly unit: string;
  readonly was: string;
  readonly is: string;
}): string {
  const { path, kind, was, is } = about;
  const speaksForItself = isWhole(path);
  const unit = about.unit === '' || speaksForItself ? '' : ` ${about.unit}`;
  const name = speaksForItself ? '' : `${pathText(path)}: `;
  switch (kind) {
    case 'added':
      return `+ ${name}${is}${unit}`;
    case 'removed':
      return `- ${name}${was}${unit}`;
    case 'changed':
      return `${pathText(path)}: ${was} → ${is}${unit}`;
    default:
      return kind satisfies never;
  }
}

/** How a scenario words what stands at a path. */
function wordsOf(scenario: Scenario, path: readonly string[]): (value: unknown) => string {
  return (value) => {
    if (value === undefined) return '';
    if (typeof value === 'string') return value;
    if (value === null || typeof value !== 'object') return valueText(value);
    if (isQuantity(value)) return numberText(value);
    return isWhole(path) ? itemWords(scenario, path[0], value) : plainWords(value);
  };
}

/** An item of a list that has a sentence of its own. */
function isWhole(path: readonly string[]): boolean {
  return path.length === 2 && ['plan', 'regimes', 'branches', 'rules'].includes(path[0] ?? '');
}

function itemWords(scenario: Scenario, list: string | undefined, item: object): string {
  const order = scenario.plan.find((candidate) => candidate === item);
  if (order) return `${longDate(order.day)}, ${planSentence(order, scenario)}`;
  const regime = scenario.regimes.find((candidate) => candidate === item);
  if (regime) return `regime ${regimeSentence(regime)}`;
  const branch = scenario.branches.find((candidate) => candidate === item);
  if (branch) return `branch ${longDate(branch.day)}, ${branchSentence(branch)}`;
  const rule = scenario.rules.find((candidate) => candidate === item);
  return rule ? `rule ${ruleWords(rule)}` : `${list ?? ''} ${plainWords(item)}`;
}

/** Data in a line: its name if it has one, else what it holds, numbers without their sources. */
function plainWords(value: object): string {
  const name: unknown = Reflect.get(value, 'name');
  if (typeof name === 'string') return name;
  return valueText(shortOf(value));
}

function shortOf(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(shortOf);
  if (isQuantity(value)) return value.value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortOf(inner)]));
}

function isOrder({ path }: Difference): boolean {
  return path.length === 2 && path[0] === 'plan';
}

function dayOf({ before, after }: Difference): string {
  const item = after ?? before;
  const day: unknown = item !== null && typeof item === 'object' ? Reflect.get(item, 'day') : undefined;
  return typeof day === 'string' ? day : '';
}
