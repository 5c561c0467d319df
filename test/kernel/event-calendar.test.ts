import { describe, expect, it } from 'vitest';
import { EventCalendar, EventSeries, NO_EVENT, type KnownEvent } from '../../src/kernel/index.js';

/** Runs all pending events and gives their subjects in order. */
function drain(calendar: EventCalendar): readonly number[] {
  const subjects: number[] = [];
  while (calendar.pop()) subjects.push(calendar.poppedSubject);
  return subjects;
}

/** Reads a private array, to reach states that only months of running would: the generation of slot 0 comes first. */
function cellsOf(calendar: EventCalendar): Int32Array {
  const cells: unknown = Reflect.get(calendar, 'cells');
  if (!(cells instanceof Int32Array)) throw new Error('the calendar must keep its slots in an Int32Array');
  return cells;
}

describe('order', () => {
  it('earlier events run first', () => {
    const calendar = new EventCalendar();
    for (const time of [5, 1, 4, 2, 3, 0]) calendar.schedule(time, 0, 0, time);
    expect(drain(calendar)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('at one instant the lower priority number runs first, whatever came first', () => {
    const calendar = new EventCalendar();
    for (const priority of [3, 255, 0, 10, 9, 1]) calendar.schedule(7, priority, 0, priority);
    expect(drain(calendar)).toEqual([0, 1, 3, 9, 10, 255]);
  });

  it('priority does not beat time', () => {
    const calendar = new EventCalendar();
    calendar.schedule(2, 0, 0, 2);
    calendar.schedule(1, 255, 0, 1);
    expect(drain(calendar)).toEqual([1, 2]);
  });

  it('equals run in the order of scheduling, as numbers: event 10 after event 9, event 1000 after event 999', () => {
    const calendar = new EventCalendar();
    const subjects = Array.from({ length: 1_200 }, (_, index) => index);
    for (const subject of subjects) calendar.schedule(1, 4, 0, subject);
    expect(drain(calendar)).toEqual(subjects);
  });

  it('times that differ in the last bit are not ties', () => {
    const calendar = new EventCalendar();
    calendar.schedule(1 + Number.EPSILON, 0, 0, 2);
    calendar.schedule(1, 5, 0, 1);
    expect(drain(calendar)).toEqual([1, 2]);
  });

  it('a rescheduled event stands behind its equals, even when moved to its own time', () => {
    const calendar = new EventCalendar();
    const first = calendar.schedule(1, 2, 0, 1);
    calendar.schedule(1, 2, 0, 2);
    calendar.schedule(1, 3, 0, 3);
    calendar.reschedule(first, 1);
    expect(drain(calendar)).toEqual([2, 1, 3]);
  });
});

describe('pop', () => {
  it('sets the clock and hands out what was scheduled', () => {
    const calendar = new EventCalendar();
    calendar.schedule(2.5, 7, -3, 2 ** 31 - 1);
    expect(calendar.nextTime).toBe(2.5);
    expect(calendar.now).toBe(0);
    expect(calendar.pop()).toBe(true);
    expect(calendar.now).toBe(2.5);
    const { poppedPriority, poppedKind, poppedSubject } = calendar;
    expect([poppedPriority, poppedKind, poppedSubject]).toEqual([7, -3, 2 ** 31 - 1]);
  });

  it('gives false and keeps the clock when nothing is pending', () => {
    const calendar = new EventCalendar();
    calendar.schedule(3, 0, 0, 0);
    calendar.pop();
    expect(calendar.pop()).toBe(false);
    expect(calendar.now).toBe(3);
    expect(calendar.nextTime).toBe(Infinity);
  });

  it('up to a last time takes an event at that time, and changes nothing when there is only a later one', () => {
    const calendar = new EventCalendar();
    calendar.schedule(2, 0, 0, 0);
    calendar.schedule(3, 0, 0, 1);
    expect([calendar.pop(1), calendar.now, calendar.poppedPriority]).toEqual([false, 0, -1]);
    expect([calendar.pop(2), calendar.pop(2.9), calendar.now, calendar.poppedSubject]).toEqual([true, false, 2, 0]);
    expect([calendar.pop(Infinity), calendar.pop(Infinity)]).toEqual([true, false]);
  });
});

describe('a standing event', () => {
  it('runs in its turn as if scheduled, one at a time', () => {
    const calendar = new EventCalendar();
    calendar.schedule(2, 1, 0, 20);
    calendar.stand(2, 1, 0, 21);
    calendar.schedule(2, 1, 0, 22);
    calendar.schedule(1, 1, 0, 10);
    expect([calendar.size, calendar.nextTime]).toEqual([4, 1]);
    expect(() => calendar.stand(3, 0, 0, 0)).toThrow('standing event must be the only one, got one beside another');
    expect(drain(calendar)).toEqual([10, 20, 21, 22]);
    calendar.stand(3, 0, 0, 24);
    expect([calendar.pop(2.5), calendar.size]).toEqual([false, 1]);
    expect(() => calendar.advanceTo(3.5)).toThrow('clock must not pass a pending event, got 3.5 with an event at 3');
    expect(drain(calendar)).toEqual([24]);
  });

  it('leaves when told, whether or not there is one', () => {
    const calendar = new EventCalendar();
    calendar.stand(2, 1, 0, 21);
    calendar.leave();
    calendar.leave();
    expect([calendar.size, calendar.pop()]).toEqual([0, false]);
    calendar.stand(1, 1, 0, 22);
    expect(drain(calendar)).toEqual([22]);
  });
});

describe('a series', () => {
  const at = (time: number, priority: number, subject: number): KnownEvent => ({ time, priority, kind: 5, subject });

  it('runs in its order, each event after all others of its time and priority', () => {
    const calendar = new EventCalendar();
    calendar.follow(new EventSeries([at(1, 1, 10), at(2, 1, 22), at(2, 0, 23), at(4, 2, 40)]));
    calendar.stand(2, 1, 0, 21);
    calendar.schedule(2, 1, 0, 20);
    calendar.schedule(2, 2, 0, 24);
    expect([calendar.size, calendar.nextTime]).toEqual([7, 1]);
    expect([calendar.pop(), calendar.now, calendar.poppedPriority, calendar.poppedKind]).toEqual([true, 1, 1, 5]);
    expect(drain(calendar)).toEqual([21, 20, 22, 23, 24, 40]);
  });

  it('ends with what is left of it when another is followed, or all is cleared', () => {
    const calendar = new EventCalendar();
    const series = new EventSeries([at(1, 0, 1), at(3, 0, 3)]);
    calendar.follow(series);
    calendar.pop();
    expect([calendar.pop(2), calendar.size]).toEqual([false, 1]);
    calendar.follow(new EventSeries([at(2, 0, 2)]));
    expect(() => calendar.advanceTo(2.5)).toThrow('clock must not pass a pending event, got 2.5 with an event at 2');
    expect(drain(calendar)).toEqual([2]);
    expect(() => calendar.follow(series)).toThrow('event time must be finite and not before the clock');
    calendar.clear();
    calendar.follow(series);
    expect(drain(calendar)).toEqual([1, 3]);
    calendar.clear();
    expect([calendar.size, calendar.nextTime]).toEqual([0, Infinity]);
  });

  it.each([NaN, Infinity, -Infinity, 1])('with time %s after 2 is refused', (time) => {
    expect(() => new EventSeries([at(2, 0, 0), at(time, 0, 0)])).toThrow(
      new RangeError(`time in a series must be finite and not before the last one, got ${time} after 2`),
    );
  });

  it('with a priority that is none is refused', () => {
    expect(() => new EventSeries([at(2, 256, 0)])).toThrow('event priority must be an integer from 0 to 255, got 256');
  });
});

describe('cancel and reschedule', () => {
  it('a cancelled event leaves at once and never runs', () => {
    const calendar = new EventCalendar();
    const handles = Array.from({ length: 100 }, (_, subject) => calendar.schedule((subject * 37) % 100, 0, 0, subject));
    for (const [index, handle] of handles.entries()) if (index % 2 === 0) expect(calendar.cancel(handle)).toBe(true);
    expect(calendar.size).toBe(50);
    const subjects = drain(calendar);
    expect(subjects).toHaveLength(50);
    expect(subjects.every((subject) => subject % 2 === 1)).toBe(true);
  });

  it('what is moved to the instant of the event just run goes by priority', () => {
    const calendar = new EventCalendar();
    for (const subject of [1, 2, 3, 4, 5, 6]) calendar.schedule(subject, 9, 0, subject);
    const moved = calendar.schedule(9, 0, 0, 9);
    calendar.pop();
    calendar.reschedule(moved, 1);
    expect([calendar.size, calendar.timeOf(moved), calendar.nextTime]).toEqual([6, 1, 1]);
    expect(drain(calendar)).toEqual([9, 2, 3, 4, 5, 6]);
  });

  it('cancelling all after a pop leaves nothing', () => {
    const calendar = new EventCalendar();
    const handles = [1, 2, 3].map((time) => calendar.schedule(time, 0, 0, time));
    calendar.pop();
    expect(handles.map((handle) => calendar.cancel(handle))).toEqual([false, true, true]);
    expect([calendar.size, calendar.nextTime, calendar.pop()]).toEqual([0, Infinity, false]);
    calendar.schedule(5, 0, 0, 5);
    expect(drain(calendar)).toEqual([5]);
  });

  it('cancelling the next event shows the one after it', () => {
    const calendar = new EventCalendar();
    const next = calendar.schedule(1, 0, 0, 0);
    calendar.schedule(2, 0, 0, 0);
    calendar.cancel(next);
    expect(calendar.nextTime).toBe(2);
  });

  it('a rescheduled event keeps its handle, priority, kind and subject', () => {
    const calendar = new EventCalendar();
    const handle = calendar.schedule(9, 6, 5, 4);
    calendar.schedule(2, 0, 0, 0);
    expect(calendar.reschedule(handle, 1)).toBe(handle);
    expect(calendar.timeOf(handle)).toBe(1);
    expect(calendar.size).toBe(2);
    calendar.pop();
    const { now, poppedPriority, poppedKind, poppedSubject } = calendar;
    expect([now, poppedPriority, poppedKind, poppedSubject]).toEqual([1, 6, 5, 4]);
  });

  it('a handle is stale once its event has run or was cancelled, also when its memory serves another event', () => {
    const calendar = new EventCalendar();
    const ran = calendar.schedule(1, 0, 0, 0);
    calendar.pop();
    const cancelled = calendar.schedule(2, 0, 0, 0);
    calendar.cancel(cancelled);
    const alive = calendar.schedule(3, 0, 0, 0);
    for (const stale of [ran, cancelled]) {
      expect(calendar.isPending(stale)).toBe(false);
      expect(calendar.cancel(stale)).toBe(false);
      expect(() => calendar.reschedule(stale, 5)).toThrow(RangeError);
      expect(() => calendar.timeOf(stale)).toThrow(`event handle must be of a pending event, got ${stale}`);
    }
    expect(calendar.isPending(alive)).toBe(true);
    expect(calendar.timeOf(alive)).toBe(3);
  });

  it('no number that was not handed out is a pending event', () => {
    const calendar = new EventCalendar();
    const handle = calendar.schedule(1, 0, 0, 0);
    for (const other of [NO_EVENT, 0, 1, handle + 0.5, handle + 1, -handle, NaN, Infinity, 2 ** 53]) {
      expect(calendar.isPending(other)).toBe(false);
      expect(calendar.cancel(other)).toBe(false);
    }
    expect(calendar.size).toBe(1);
  });

  it('memory whose handles are used up is retired, so an old handle never turns valid', () => {
    const calendar = new EventCalendar();
    const first = calendar.schedule(1, 0, 0, 0);
    calendar.cancel(first);
    cellsOf(calendar)[0] = -(2 ** 29 - 1);
    const last = calendar.schedule(1, 0, 0, 0);
    expect(Number.isSafeInteger(last)).toBe(true);
    expect(calendar.cancel(last)).toBe(true);
    const handles = Array.from({ length: 200 }, (_, index) => calendar.schedule(index, 0, 0, 0));
    expect(handles.every(Number.isSafeInteger)).toBe(true);
    expect(new Set([first, last, ...handles]).size).toBe(202);
    expect(calendar.isPending(first) || calendar.isPending(last)).toBe(false);
    expect(handles.every((handle) => calendar.isPending(handle))).toBe(true);
    expect(drain(calendar)).toHaveLength(200);
  });
});

describe('refusals', () => {
  it.each([NaN, Infinity, -Infinity, 1.999])('time %s is refused at clock 2, and nothing changes', (time) => {
    const calendar = new EventCalendar();
    calendar.schedule(2, 0, 0, 0);
    calendar.pop();
    const handle = calendar.schedule(4, 0, 0, 0);
    const message = `event time must be finite and not before the clock, got ${time} at clock 2`;
    expect(() => calendar.schedule(time, 0, 0, 0)).toThrow(new RangeError(message));
    expect(() => calendar.stand(time, 0, 0, 0)).toThrow(new RangeError(message));
    expect(() => calendar.reschedule(handle, time)).toThrow(new RangeError(message));
    expect(() => calendar.advanceTo(time)).toThrow(new RangeError(message));
    expect([calendar.size, calendar.now, calendar.timeOf(handle)]).toEqual([1, 2, 4]);
  });

  it('the present time is not refused', () => {
    const calendar = new EventCalendar();
    calendar.advanceTo(2);
    calendar.schedule(2, 0, 0, 9);
    expect(drain(calendar)).toEqual([9]);
  });

  it.each([-1, 256, 0.5, NaN, 2 ** 32])('priority %s is refused', (priority) => {
    const message = `event priority must be an integer from 0 to 255, got ${priority}`;
    expect(() => new EventCalendar().schedule(0, priority, 0, 0)).toThrow(new RangeError(message));
  });

  it.each([0.5, NaN, 2 ** 31, -(2 ** 31) - 1])('kind and subject %s are refused, as they would be cut', (value) => {
    const calendar = new EventCalendar();
    expect(() => calendar.schedule(0, 0, value, 0)).toThrow(`event kind must be a 32-bit integer, got ${value}`);
    expect(() => calendar.schedule(0, 0, 0, value)).toThrow(`event subject must be a 32-bit integer, got ${value}`);
    expect(calendar.size).toBe(0);
  });

  it('sequence numbers stay exact up to their limit in every priority class, and end with an error', () => {
    const calendar = new EventCalendar();
    Reflect.set(calendar, 'sequence', 2 ** 45 - 2);
    calendar.schedule(1, 255, 0, 1);
    const last = calendar.schedule(1, 255, 0, 2);
    expect(() => calendar.schedule(1, 0, 0, 3)).toThrow(RangeError);
    expect(() => calendar.reschedule(last, 2)).toThrow(RangeError);
    calendar.pop();
    expect([calendar.poppedPriority, calendar.poppedSubject]).toEqual([255, 1]);
    expect(drain(calendar)).toEqual([2]);
    calendar.clear();
    expect(calendar.isPending(calendar.schedule(1, 0, 0, 3))).toBe(true);
  });

  it('the clock does not pass a pending event', () => {
    const calendar = new EventCalendar();
    calendar.schedule(3, 0, 0, 0);
    expect(() => calendar.advanceTo(3.5)).toThrow('clock must not pass a pending event, got 3.5 with an event at 3');
    calendar.advanceTo(3);
    expect(calendar.now).toBe(3);
    expect(calendar.size).toBe(1);
  });
});

describe('clear', () => {
  it('gives the same run again, from clock 0 and with the same order of equals', () => {
    const calendar = new EventCalendar();
    const once = (): readonly number[] => {
      for (let index = 0; index < 300; index++) calendar.schedule(index % 7, index % 3, 0, index);
      return drain(calendar);
    };
    const first = once();
    calendar.schedule(50, 0, 0, 0);
    calendar.clear();
    expect([calendar.size, calendar.now, calendar.nextTime, calendar.pop()]).toEqual([0, 0, Infinity, false]);
    expect([calendar.poppedPriority, calendar.poppedKind]).toEqual([-1, -1]);
    expect(once()).toEqual(first);
  });

  it('makes the handles given before stale', () => {
    const calendar = new EventCalendar();
    const before = calendar.schedule(1, 0, 0, 0);
    calendar.clear();
    calendar.schedule(1, 0, 0, 0);
    expect(calendar.cancel(before)).toBe(false);
    expect(calendar.size).toBe(1);
  });

  it('keeps the memory: as many events again create no new array', () => {
    const calendar = new EventCalendar();
    for (let index = 0; index < 1_000; index++) calendar.schedule(index, 0, 0, index);
    const before = cellsOf(calendar);
    for (let round = 0; round < 3; round++) {
      calendar.clear();
      for (let index = 0; index < 1_000; index++) calendar.schedule(index, 0, 0, index);
    }
    expect(cellsOf(calendar)).toBe(before);
  });
});
