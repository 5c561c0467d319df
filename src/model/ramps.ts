import type { EventCalendar, EventHandle } from '../kernel/index.js';
import { evenPart } from './apportion.js';
import type { Arrival } from './compile-plan.js';
import type { CompiledScenario } from './compile.js';
import { EventKind, Priority } from './event-kind.js';
import { byContingent, type HappeningSink } from './happening.js';
import type { Travel } from './travel.js';

/** The arrivals of a plan: people come from outside in steps, and those that have not begun can be made to wait. */
export class Ramps {
  sink: HappeningSink | undefined = undefined;
  private readonly compiled: CompiledScenario;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly travel: Travel;
  /** By order of the plan: its steps in the calendar, how many are done, and the day on which it begins; none where it does not come to pass. */
  private readonly steps: EventHandle[][] = [];
  private readonly done: number[] = [];
  private readonly begins: number[] = [];

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
    readonly travel: Travel;
  }) {
    this.compiled = parts.compiled;
    this.calendar = parts.calendar;
    this.values = parts.values;
    this.travel = parts.travel;
  }

  reset(): void {
    this.steps.length = this.done.length = this.begins.length = 0;
  }

  /** Puts the steps of an arrival into the calendar. */
  schedule(item: Arrival, index: number): void {
    const overDays = this.values[item.overDays]!;
    const everyDays = this.values[item.everyDays]!;
    const steps = Math.max(1, Math.ceil(overDays / everyDays - 1e-9));
    const handles: EventHandle[] = [];
    for (let step = 1; step <= steps; step++) {
      const day = steps === 1 && overDays === 0 ? item.day : item.day + Math.min(step * everyDays, overDays);
      handles.push(this.calendar.schedule(day, Priority.arrival, EventKind.rampStep, index));
    }
    this.steps[index] = handles;
    this.done[index] = 0;
    this.begins[index] = item.day;
  }

  /** Arrivals that have not begun by `day` come `days` later. Returns how many orders that holds up. */
  hold(day: number, days: number): number {
    let held = 0;
    this.begins.forEach((begins, index) => {
      if (begins <= day) return;
      this.begins[index] = begins + days;
      for (const handle of this.steps[index]!) this.calendar.reschedule(handle, this.calendar.timeOf(handle) + days);
      held++;
    });
    return held;
  }

  step(index: number, day: number): void {
    const item = this.compiled.plan[index]!;
    if (item.kind !== 'arrival') throw new Error('only an arrival has steps');
    const steps = this.steps[index]!.length;
    const step = this.done[index]!++;
    const counts = item.persons.map((slot) => (slot < 0 ? 0 : evenPart(Math.round(this.values[slot]!), steps, step)));
    const persons = this.travel.comeIn(item.to, day, (c) => counts[c]!);
    this.sink?.({
      kind: 'arrival',
      day,
      toBase: this.compiled.baseKeys[item.to]!,
      persons,
      name: item.label,
      order: index,
      personsOf: byContingent(counts, this.compiled.contingentKeys),
    });
  }
}
