import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventHandle, KnownEvent } from '../../src/kernel/index.js';
import { EventCalendar, EventSeries } from '../../src/kernel/index.js';
import { stream } from './draws.js';

interface TwinEvent {
  time: number;
  sequence: number;
  readonly priority: number;
  readonly subject: number;
  readonly handle: EventHandle;
}

/** The calendar's shadow: a plain array, sorted anew at every pop. */
class Twin {
  pending: TwinEvent[] = [];
  clock = 0;
  private sequence = 0;

  schedule(event: Omit<TwinEvent, 'sequence'>): void {
    this.pending.push({ ...event, sequence: this.sequence++ });
  }

  /** In place of what is left of the series before; behind all that are or will be scheduled. */
  follow(events: readonly KnownEvent[]): void {
    this.pending = this.pending.filter(({ handle }) => handle !== ofSeries);
    events.forEach((event, place) => this.pending.push({ ...event, handle: ofSeries, sequence: 2 ** 45 + place }));
  }

  find(handle: EventHandle): TwinEvent | undefined {
    return this.pending.find((event) => event.handle === handle);
  }

  reschedule(event: TwinEvent, time: number): void {
    event.time = time;
    event.sequence = this.sequence++;
  }

  cancel(event: TwinEvent): void {
    this.pending = this.pending.filter((other) => other !== event);
  }

  pop(): TwinEvent | undefined {
    this.pending.sort((a, b) => a.time - b.time || a.priority - b.priority || a.sequence - b.sequence);
    const next = this.pending.shift();
    if (next !== undefined) this.clock = next.time;
    return next;
  }

  clear(): void {
    this.pending = [];
    this.clock = 0;
    this.sequence = 0;
  }
}

interface Command {
  readonly kind: 'schedule' | 'stand' | 'follow' | 'leave' | 'cancel' | 'reschedule' | 'pop' | 'clear';
  /** How long after the clock. */
  readonly delay: number;
  readonly priority: number;
  /** Which of the handles given so far, live or stale, counted from the last. */
  readonly pick: number;
}

/** Stand for the handles of the standing event and of those of a series, which have none. */
const standing = -7;
const ofSeries = -8;

/** Gives both the same commands and compares all that can be seen after each; returns the number of pops compared. */
function compare(commands: Iterable<Command>): number {
  const calendar = new EventCalendar();
  const twin = new Twin();
  const handles: EventHandle[] = [];
  let pops = 0;
  let stands = 0;
  for (const { kind, delay, priority, pick } of commands) {
    const handle = handles[handles.length - 1 - (pick % Math.max(1, handles.length))] ?? -1;
    const known = twin.find(handle);
    const time = twin.clock + delay;
    if (kind === 'schedule') {
      const subject = handles.length;
      const given = calendar.schedule(time, priority, subject % 11, subject);
      twin.schedule({ time, priority, subject, handle: given });
      handles.push(given);
    } else if (kind === 'stand') {
      const subject = -7 + 11 * ++stands;
      if (twin.find(standing)) {
        expect(() => calendar.stand(time, priority, subject % 11, subject)).toThrow(RangeError);
      } else {
        calendar.stand(time, priority, subject % 11, subject);
        twin.schedule({ time, priority, subject, handle: standing });
      }
    } else if (kind === 'leave') {
      const there = twin.find(standing);
      calendar.leave();
      if (there) twin.cancel(there);
    } else if (kind === 'follow') {
      // Some at one time, of rising priority, as the twin sorts them.
      const events = Array.from({ length: pick % 7 }, (_, i) => {
        const subject = -8 - 11 * ++stands;
        return { time: time + (i >> 1), priority: Math.min(255, priority + i), kind: subject % 11, subject };
      });
      calendar.follow(new EventSeries(events));
      twin.follow(events);
    } else if (kind === 'cancel') {
      if (calendar.cancel(handle) !== (known !== undefined)) throw new Error(`cancel of ${handle} differs`);
      if (known !== undefined) twin.cancel(known);
    } else if (kind === 'reschedule') {
      if (known === undefined) {
        expect(() => calendar.reschedule(handle, time)).toThrow(RangeError);
      } else {
        calendar.reschedule(handle, time);
        twin.reschedule(known, time);
      }
    } else if (kind === 'pop') {
      comparePop(calendar, twin);
      pops++;
    } else {
      calendar.clear();
      twin.clear();
    }
    compareState(calendar, twin);
    const still = twin.find(handle);
    if (calendar.isPending(handle) !== (still !== undefined)) throw new Error(`isPending of ${handle} differs`);
    if (still !== undefined && calendar.timeOf(handle) !== still.time) throw new Error(`timeOf ${handle} differs`);
  }
  for (; twin.pending.length > 0; pops++) comparePop(calendar, twin);
  if (calendar.pop()) throw new Error('an event is left over');
  return pops;
}

// Plain comparisons here: an `expect` a step would take most of the time.
function comparePop(calendar: EventCalendar, twin: Twin): void {
  const expected = twin.pop();
  const popped = calendar.pop();
  if (popped !== (expected !== undefined)) throw new Error('one has an event to pop, the other not');
  if (expected === undefined) return;
  const { now, poppedPriority, poppedKind, poppedSubject } = calendar;
  expect({ now, poppedPriority, poppedKind, poppedSubject }).toEqual({
    now: expected.time,
    poppedPriority: expected.priority,
    poppedKind: expected.subject % 11,
    poppedSubject: expected.subject,
  });
}

function compareState(calendar: EventCalendar, twin: Twin): void {
  const nextTime = twin.pending.reduce((least, { time }) => Math.min(least, time), Infinity);
  if (calendar.size !== twin.pending.length) throw new Error(`size ${calendar.size}, twin ${twin.pending.length}`);
  if (calendar.nextTime !== nextTime) throw new Error(`next time ${calendar.nextTime}, twin ${nextTime}`);
  if (calendar.now !== twin.clock) throw new Error(`clock ${calendar.now}, twin ${twin.clock}`);
}

describe('the calendar and its sorted twin', () => {
  const command: fc.Arbitrary<Command> = fc.record({
    kind: fc.oneof(
      { weight: 8, arbitrary: fc.constant('schedule' as const) },
      { weight: 4, arbitrary: fc.constant('stand' as const) },
      { weight: 1, arbitrary: fc.constant('leave' as const) },
      { weight: 1, arbitrary: fc.constant('follow' as const) },
      { weight: 3, arbitrary: fc.constant('cancel' as const) },
      { weight: 4, arbitrary: fc.constant('reschedule' as const) },
      { weight: 5, arbitrary: fc.constant('pop' as const) },
    ),
    // Few different times, so that most events are tied with others.
    delay: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double({ min: 0, max: 5, noNaN: true })),
    priority: fc.integer({ min: 0, max: 3 }),
    pick: fc.nat({ max: 60 }),
  });

  it('agree at every step of any sequence of schedule, stand, leave, follow, cancel, reschedule and pop', () => {
    const sequences = fc.array(command, { minLength: 1, maxLength: 300, size: 'max' });
    fc.assert(
      fc.property(sequences, (commands) => {
        compare(commands);
      }),
      { seed: 20_240_607, numRuns: 200 },
    );
  });

  it('agree over 30 000 steps with hundreds pending, some clears, and times of any size', () => {
    const random = stream('twin');
    const steps = Array.from({ length: 30_000 }, (): Command => {
      const draw = random();
      const kind =
        draw < 0.37
          ? 'schedule'
          : draw < 0.42
            ? 'stand'
            : draw < 0.43
              ? 'follow'
              : draw < 0.5
                ? 'cancel'
                : draw < 0.65
                  ? 'reschedule'
                  : draw < 0.9998
                    ? 'pop'
                    : 'clear';
      const delay = random() < 0.5 ? Math.floor(random() * 8) : random() * 10 ** Math.floor(random() * 12 - 6);
      return { kind, delay, priority: Math.floor(random() * 256), pick: Math.floor(random() * 400) };
    });
    expect(compare(steps)).toBeGreaterThan(9_000);
  });
});
