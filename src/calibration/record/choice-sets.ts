import type { CompiledScenario } from '../../model/compile.js';
import { Simulator } from '../../model/replication.js';
import { isoDay } from '../../model/scenario/iso-date.js';
import { isTarget } from '../../model/world.js';
import { meanOf } from '../../random/laws/law.js';
import type { AttackRecord } from './attack-record.js';

/** A base that an attack may have fallen on, as it was at noon of that day. */
export interface ChoiceOption {
  /** Place in {@link ChosenBases.bases}. */
  readonly base: number;
  /** Persons there, each counted with the mean salience of its contingent. */
  readonly personnel: number;
  readonly hardening: number;
}

/** Among which bases one attack of the record chose. */
export interface DatedChoice {
  /** Which of the record's attacks. */
  readonly attack: number;
  readonly actor: string;
  readonly options: readonly ChoiceOption[];
  /** Place in `options`. */
  readonly chosen: number;
}

export interface ChosenBases {
  /** Keys of the scenario's bases, in its order. */
  readonly bases: readonly string[];
  readonly choices: readonly DatedChoice[];
  /** Attacks of the record, by their place, on a base where the scenario has nobody on that day: no choice explains them. */
  readonly unexplained: readonly number[];
  /** Attacks before the scenario's first day: who was where is then taken from that day. */
  readonly beforeStart: number;
}

/**
 * Who was where on the day of each attack on a base, as the scenario's plan has it (the first replication of seed 1 where it
 * leaves that open; no rule acts), and as at its start before it. Attacks after its end see its last day.
 */
export function choiceSets(record: Pick<AttackRecord, 'attacks'>, compiled: CompiledScenario): ChosenBases {
  const { baseKeys, scenario } = compiled;
  const start = isoDay(scenario.start);
  const dayOf = (date: string): number => Math.min(Math.max(0, isoDay(date) - start), compiled.horizonDays - 1);
  const days = new Set(record.attacks.map(({ date }) => dayOf(date)));
  const optionsOn = presenceOn(compiled, days);
  const choices: DatedChoice[] = [];
  const unexplained: number[] = [];
  record.attacks.forEach(({ date, base, actor }, attack) => {
    if (base === undefined) return;
    const options = optionsOn.get(dayOf(date)) ?? [];
    const chosen = options.findIndex((option) => baseKeys[option.base] === base);
    if (chosen < 0) unexplained.push(attack);
    else choices.push({ attack, actor, options, chosen });
  });
  const beforeStart = record.attacks.filter(({ base, date }) => base !== undefined && isoDay(date) < start).length;
  return { bases: baseKeys, choices, unexplained, beforeStart };
}

/** The bases with people at noon of each date, by date; before the scenario as at its start, after it as on its last day. */
export function hostsOn(
  dates: readonly string[],
  compiled: CompiledScenario,
): ReadonlyMap<string, readonly ChoiceOption[]> {
  const start = isoDay(compiled.scenario.start);
  const dayOf = (date: string): number => Math.min(Math.max(0, isoDay(date) - start), compiled.horizonDays - 1);
  const seen = presenceOn(compiled, new Set(dates.map(dayOf)));
  return new Map(dates.map((date) => [date, seen.get(dayOf(date)) ?? []]));
}

/** The bases with people at noon of each of the days. */
function presenceOn(compiled: CompiledScenario, days: ReadonlySet<number>): Map<number, ChoiceOption[]> {
  const simulator = new Simulator({ ...compiled, rules: [] });
  const { world } = simulator;
  const salience = Object.values(compiled.scenario.contingents).map(({ salience: { value } }) =>
    typeof value === 'number' ? value : meanOf(value),
  );
  const waiting = [...days].sort((a, b) => a - b);
  const seen = new Map<number, ChoiceOption[]>();
  const lookUpTo = (now: number): void => {
    while (waiting.length > 0 && waiting[0]! + 0.5 < now) seen.set(waiting.shift()!, optionsNow());
  };
  simulator.onEvent = (_kind, _subject, day) => {
    lookUpTo(day);
  };
  simulator.run({ seed: 1, replication: 0 });
  lookUpTo(Infinity);
  return seen;

  function optionsNow(): ChoiceOption[] {
    return compiled.baseKeys.flatMap((_, base) => {
      if (!isTarget(world, base)) return [];
      const at = base * world.contingents;
      const personnel = salience.reduce((sum, weight, c) => sum + weight * world.present[at + c]!, 0);
      return personnel > 0 ? [{ base, personnel, hardening: world.hardening[base]! }] : [];
    });
  }
}
