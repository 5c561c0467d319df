import { describeLaw } from '../../random/laws/law.js';
import { planWords } from './plan-words.js';
import { quantitiesOf } from './quantities.js';
import { ruleWords } from './rule-words.js';
import type { Scenario } from './schema.js';
import { unitAt } from './unit-at.js';

/** One line of the assumption register: a number, a base or a line of the plan, and what it rests on. */
export interface Assumption {
  /** Path in the scenario: `actors.militias.baselinePerDay`, `plan[3]`. */
  readonly path: string;
  /** The number, the law in words, or what the line says. */
  readonly value: string;
  /** Unit of a number: `1/day`, `persons`, `probability`. */
  readonly unit?: string;
  readonly status: 'sourced' | 'assumed';
  readonly source?: string;
  readonly note?: string;
}

interface Claim {
  readonly source?: string | undefined;
  readonly note?: string | undefined;
}

/** Everything a scenario rests on: each number, base, contingent's move, regime and strike, sourced or assumed. */
export function assumptions(scenario: Scenario): readonly Assumption[] {
  const known = registers.get(scenario);
  if (known) return known;
  const register = registerOf(scenario);
  registers.set(scenario, register);
  return register;
}

/** Files, card and report all ask for it. */
const registers = new WeakMap<Scenario, readonly Assumption[]>();

function registerOf(scenario: Scenario): readonly Assumption[] {
  const rows = quantitiesOf(scenario).map(({ path, steps, quantity }): Assumption => {
    const value = typeof quantity.value === 'number' ? String(quantity.value) : describeLaw(quantity.value);
    const unit = unitAt(steps);
    return { ...line(path, value, quantity), ...(unit === undefined ? {} : { unit }) };
  });
  for (const [key, base] of Object.entries(scenario.bases)) {
    rows.push(line(`bases.${key}`, `${base.name ?? key} at ${base.location.lat}, ${base.location.lon}`, base));
  }
  scenario.plan.forEach((item, index) => {
    rows.push(line(`plan[${index}]`, `${item.day}: ${item.name ?? planWords(item)}`, item));
  });
  scenario.regimes.forEach((regime, index) => {
    rows.push(
      line(`regimes[${index}]`, `${regime.name}, ${regime.firstDay} to ${regime.lastDay ?? 'the end'}`, regime),
    );
  });
  scenario.branches.forEach((branch, index) => {
    rows.push(line(`branches[${index}]`, `${branch.day}: ${branch.name}`, branch));
  });
  scenario.regimeChains.forEach((chain, index) => {
    rows.push(line(`regimeChains[${index}]`, `${chain.name}: ${Object.keys(chain.states).join(', ')}`, chain));
  });
  scenario.strikes.events.forEach((strike, index) => {
    rows.push(
      line(`strikes.events[${index}]`, `${strike.day}${strike.name === undefined ? '' : `: ${strike.name}`}`, strike),
    );
  });
  scenario.rules.forEach((rule, index) => {
    rows.push(line(`rules[${index}]`, ruleWords(rule), rule));
  });
  if (scenario.record) rows.push(line('record', `${scenario.record.rows.length} attacks`, scenario.record));
  return rows;
}

function line(path: string, value: string, { source, note }: Claim): Assumption {
  return {
    path,
    value,
    status: source === undefined ? 'assumed' : 'sourced',
    ...(source === undefined ? {} : { source }),
    ...(note === undefined ? {} : { note }),
  };
}
