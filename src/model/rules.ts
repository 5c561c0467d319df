import { NO_EVENT, type EventCalendar, type EventHandle } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import type { CompiledAction, RuleCondition } from './compile-rules.js';
import { endOfWait, gammaWait } from './dated-wait.js';
import { EventKind, Priority } from './event-kind.js';
import type { HappeningSink } from './happening.js';
import { openBoth, type Luck, type Past } from './luck.js';

/** An attack on the personnel counted, as rules see it. */
export interface RuleAttack {
  readonly day: number;
  /** Base index, or -1 on the road. */
  readonly base: number;
  readonly killed: number;
  /** Killed of a contingent. */
  readonly killedOf: (contingent: number) => number;
  /** Persons of a contingent who were there. */
  readonly presentOf: (contingent: number) => number;
}

/** What a rule is about to do: the action, and where the attack fell that brought it (-1: on the road, or no attack). */
export interface Firing {
  readonly rule: number;
  readonly action: CompiledAction;
  readonly base: number;
}

/**
 * Event, condition, action: an attack, or days without a strike, test a rule; one draw decides which of its actions
 * follows, if any, and one how long after; the cool-down runs from the event (model, section 8). What an action does is
 * not known here: it comes back through the calendar as `EventKind.ruleAction`, and rule-actions.ts carries it out.
 */
export class Rules {
  /** How often each rule did something, and strikes in the replication, those by date included. */
  readonly fired: Float64Array;
  strikes = 0;
  sink: HappeningSink | undefined = undefined;
  private readonly compiled: CompiledScenario;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly coolUntil: Float64Array;
  private readonly quietEvents: EventHandle[];
  /** Days of the attacks that each rule counts, as far back as its window. */
  private readonly recent: number[][];
  private readonly firings: Firing[] = [];
  private streams: (() => readonly [early: number, late: number])[] = [];
  private past: Past | undefined = undefined;
  private quietSince = NaN;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
  }) {
    this.compiled = parts.compiled;
    this.calendar = parts.calendar;
    this.values = parts.values;
    const { rules } = this.compiled;
    this.fired = new Float64Array(rules.length);
    this.coolUntil = new Float64Array(rules.length);
    this.quietEvents = rules.map(() => NO_EVENT);
    this.recent = rules.map(() => []);
  }

  reset(luck: Luck): void {
    this.fired.fill(0);
    this.strikes = 0;
    this.coolUntil.fill(0);
    this.quietEvents.fill(NO_EVENT);
    for (const days of this.recent) days.length = 0;
    this.firings.length = 0;
    this.quietSince = NaN;
    this.past = luck.past;
    this.streams = this.compiled.rules.map(({ name }) => openBoth(luck, { purpose: 'rule', entity: name }));
  }

  /** Quiet is counted from the last strike dated before the start, or from the start. Called once those are known. */
  start(): void {
    this.awaitQuiet(Number.isNaN(this.quietSince) ? 0 : this.quietSince);
  }

  /** A strike dated before the start. */
  struckBefore(day: number): void {
    if (!(day <= this.quietSince)) this.quietSince = day;
  }

  /** A strike: days without one are counted anew. */
  struck(day: number): void {
    this.strikes++;
    this.awaitQuiet(day);
  }

  private awaitQuiet(since: number): void {
    this.compiled.rules.forEach(({ conditions }, rule) => {
      const quiet = conditions.find((condition) => condition.kind === 'quiet');
      if (!quiet) return;
      this.calendar.cancel(this.quietEvents[rule]!);
      const day = Math.max(this.calendar.now, since + this.values[quiet.days]!);
      this.quietEvents[rule] = this.calendar.schedule(day, Priority.rule, EventKind.ruleQuiet, rule);
    });
  }

  /** So many days have passed without a strike. */
  quiet(rule: number, day: number): void {
    this.test(rule, day, -1);
  }

  /** An attack tests every rule that it meets a condition of, once. */
  attacked(attack: RuleAttack): void {
    this.compiled.rules.forEach(({ conditions, contingent }, rule) => {
      let met = false;
      // Every condition is looked at: attacks are counted even where another condition is met.
      for (const condition of conditions) if (this.isMet(condition, { rule, contingent, attack })) met = true;
      if (met) this.test(rule, attack.day, attack.base);
    });
  }

  private isMet(
    condition: RuleCondition,
    { rule, contingent, attack }: { readonly rule: number; readonly contingent: number; readonly attack: RuleAttack },
  ): boolean {
    switch (condition.kind) {
      case 'killed': {
        const killed = condition.own ? attack.killedOf(contingent) : attack.killed;
        return killed >= Math.round(this.values[condition.atLeast]!);
      }
      case 'attacks': {
        if (condition.own && attack.presentOf(contingent) === 0) return false;
        const days = this.recent[rule]!;
        const earliest = attack.day - this.values[condition.withinDays]!;
        while (days.length > 0 && days[0]! < earliest) days.shift();
        days.push(attack.day);
        return days.length >= Math.round(this.values[condition.atLeast]!);
      }
      case 'quiet':
        return false;
      default:
        return condition satisfies never;
    }
  }

  /** Two draws at every test, whatever comes of it, so that a changed probability shifts no later draw. */
  private test(rule: number, day: number, base: number): void {
    if (day < this.coolUntil[rule]!) return;
    const { actions, coolDownDays, name } = this.compiled.rules[rule]!;
    const stream = this.streams[rule]!;
    const [whichOf, when] = [stream(), stream()];
    const which = this.past && day < this.past.day ? whichOf[0] : whichOf[1];
    let below = 0;
    const action = actions.find(({ probability }) => which < (below += this.values[probability]!));
    if (!action) return;
    this.fired[rule]!++;
    this.coolUntil[rule] = day + this.values[coolDownDays]!;
    this.sink?.({ kind: 'rule', day, name, action: action.kind });
    const subject = this.firings.push({ rule, action, base }) - 1;
    this.calendar.schedule(this.actionDay(action, { day, draws: when }), Priority.rule, EventKind.ruleAction, subject);
  }

  /** When an action is done: after a delay by the Gamma law of its mean and shape. */
  private actionDay(
    { delay }: CompiledAction,
    { day, draws }: { readonly day: number; readonly draws: readonly [early: number, late: number] },
  ): number {
    const mean = this.values[delay.mean]!;
    if (mean === 0) return day;
    const shape = this.values[delay.shape]!;
    const parameters = { shape, scale: mean / shape };
    const law = gammaWait(parameters);
    return endOfWait({ day, draws, past: this.past, law });
  }

  /** What an event of kind `ruleAction` is about. */
  firing(subject: number): Firing {
    return this.firings[subject]!;
  }
}
