import { describe, expect, it } from 'vitest';
import type { RunEnd } from '../../src/kernel/index.js';
import { EventCalendar, Fingerprint, runUntil } from '../../src/kernel/index.js';
import { exponential, stream } from './draws.js';

/** A calendar with one event at each time, its subject the place in the list, and a log of what ran. */
function withEventsAt(times: readonly number[]): {
  readonly calendar: EventCalendar;
  readonly log: number[];
  readonly run: (horizon: number, maxEvents?: number) => RunEnd;
} {
  const calendar = new EventCalendar();
  const log: number[] = [];
  for (const [subject, time] of times.entries()) calendar.schedule(time, 0, 0, subject);
  const dispatch = (_kind: number, subject: number): void => {
    log.push(subject);
  };
  return {
    calendar,
    log,
    run: (horizon, maxEvents = Infinity) => runUntil({ calendar, horizon, dispatch, maxEvents }),
  };
}

describe('horizon', () => {
  it('an event at exactly the horizon runs, one a last bit later stays pending', () => {
    const { calendar, log, run } = withEventsAt([1, 2, 2 + 2 * Number.EPSILON]);
    expect(run(2)).toMatchObject({ events: 2, stopped: 'horizon' });
    expect(log).toEqual([0, 1]);
    expect(calendar.size).toBe(1);
    expect(calendar.now).toBe(2);
  });

  it('an event scheduled at the horizon by an event at the horizon runs too', () => {
    const calendar = new EventCalendar();
    calendar.schedule(2, 0, 0, 0);
    const log: number[] = [];
    const dispatch = (_kind: number, subject: number, time: number): void => {
      log.push(subject);
      if (subject < 3) calendar.schedule(time, 0, 0, subject + 1);
    };
    expect(runUntil({ calendar, horizon: 2, dispatch })).toMatchObject({ events: 4, stopped: 'empty' });
    expect(log).toEqual([0, 1, 2, 3]);
  });

  it('the clock stands at the horizon, events left or not', () => {
    for (const times of [[1, 9], [1], []]) {
      const { calendar, run } = withEventsAt(times);
      expect(run(5).stopped).toBe(times.length === 2 ? 'horizon' : 'empty');
      expect(calendar.now).toBe(5);
      expect(() => calendar.schedule(4.5, 0, 0, 0)).toThrow(RangeError);
    }
  });

  it('without a horizon the loop ends with the last event, and the clock there', () => {
    const { calendar, run } = withEventsAt([1, 9]);
    expect(run(Infinity)).toMatchObject({ events: 2, stopped: 'empty' });
    expect(calendar.now).toBe(9);
  });

  it.each([4.9, NaN, -Infinity])('horizon %s is refused at clock 5', (horizon) => {
    const { run } = withEventsAt([6]);
    run(5);
    const message = `horizon must not be before the clock, got ${horizon} at clock 5`;
    expect(() => run(horizon)).toThrow(new RangeError(message));
  });
});

describe('resuming', () => {
  it('loses no event and runs none twice, wherever the horizons lie', () => {
    const times = [0, 1, 1, 2, 2.5, 3, 3, 3, 4, 7];
    const whole = withEventsAt(times);
    whole.run(10);
    const parts = withEventsAt(times);
    let events = 0;
    for (const horizon of [0, 0, 0.5, 1, 1, 2.4, 2.5, 3, 6.9, 10]) events += parts.run(horizon).events;
    expect(parts.log).toEqual(whole.log);
    expect(parts.log).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(events).toBe(times.length);
  });

  it('gives the same run and fingerprint as one go, for a model that draws as it goes', () => {
    const inOneGo = walk([100]);
    const inParts = walk([3, 3, 10.25, 64, 99.999, 100]);
    expect(inParts).toEqual(inOneGo);
    expect(inOneGo.events).toBeGreaterThan(300);
  });
});

describe('cap', () => {
  it('stops after maxEvents with the clock at the last of them, and can go on', () => {
    const { calendar, log, run } = withEventsAt([1, 2, 3, 4]);
    expect(run(10, 3)).toMatchObject({ events: 3, stopped: 'cap' });
    expect(calendar.now).toBe(3);
    expect(run(10, 3)).toMatchObject({ events: 1, stopped: 'empty' });
    expect(log).toEqual([0, 1, 2, 3]);
  });

  it('is not what stopped a run that needed exactly maxEvents', () => {
    expect(withEventsAt([1, 2]).run(10, 2).stopped).toBe('empty');
    expect(withEventsAt([1, 2, 11]).run(10, 2).stopped).toBe('horizon');
    expect(withEventsAt([1, 2, 10]).run(10, 2).stopped).toBe('cap');
  });

  it('ends a model that never lets time pass', () => {
    const calendar = new EventCalendar();
    calendar.schedule(1, 0, 0, 0);
    const dispatch = (): void => {
      calendar.schedule(calendar.now, 0, 0, 0);
    };
    expect(runUntil({ calendar, horizon: 2, dispatch, maxEvents: 1_000 })).toMatchObject({
      events: 1_000,
      stopped: 'cap',
    });
  });

  it('of 0 runs nothing; a NaN or a negative one is refused', () => {
    const { log, run } = withEventsAt([1]);
    expect(run(10, 0)).toMatchObject({ events: 0, stopped: 'cap' });
    expect(log).toEqual([]);
    for (const maxEvents of [NaN, -1]) {
      expect(() => run(10, maxEvents)).toThrow(new RangeError(`maxEvents must be at least 0, got ${maxEvents}`));
    }
  });
});

describe('dispatch', () => {
  it('sees the clock at the time of its event, and that event no longer pending', () => {
    const calendar = new EventCalendar();
    const handle = calendar.schedule(3, 0, 5, 6);
    const seen: unknown[] = [];
    runUntil({
      calendar,
      horizon: 10,
      dispatch: (kind, subject, time) => {
        seen.push(kind, subject, time, calendar.now, calendar.isPending(handle), calendar.cancel(handle));
      },
    });
    expect(seen).toEqual([5, 6, 3, 3, false, false]);
  });

  it('what it schedules at its own instant runs after those already there with the same priority', () => {
    const calendar = new EventCalendar();
    const log: number[] = [];
    for (const subject of [0, 1, 2]) calendar.schedule(1, 5, 0, subject);
    calendar.schedule(1, 6, 0, 3);
    runUntil({
      calendar,
      horizon: 1,
      dispatch: (_kind, subject, time) => {
        log.push(subject);
        if (subject !== 0) return;
        calendar.schedule(time, 5, 0, 10);
        calendar.schedule(time, 6, 0, 12);
        calendar.schedule(time, 4, 0, 11);
      },
    });
    expect(log).toEqual([0, 11, 1, 2, 10, 3, 12]);
  });

  it('may cancel and move events of its own instant', () => {
    const calendar = new EventCalendar();
    const log: number[] = [];
    calendar.schedule(1, 0, 0, 0);
    const cancelled = calendar.schedule(1, 0, 0, 1);
    const later = calendar.schedule(1, 0, 0, 2);
    const sooner = calendar.schedule(9, 0, 0, 3);
    runUntil({
      calendar,
      horizon: 5,
      dispatch: (_kind, subject) => {
        log.push(subject);
        if (subject !== 0) return;
        calendar.cancel(cancelled);
        calendar.reschedule(later, 6);
        calendar.reschedule(sooner, 1);
      },
    });
    expect(log).toEqual([0, 3]);
    expect(calendar.nextTime).toBe(6);
  });

  it('lets its error through, and the rest stays pending', () => {
    const { calendar, log, run } = withEventsAt([1, 2, 3]);
    const dispatch = (): void => {
      throw new Error('from the model');
    };
    expect(() => runUntil({ calendar, horizon: 5, dispatch })).toThrow('from the model');
    expect(calendar.size).toBe(2);
    run(5);
    expect(log).toEqual([1, 2]);
  });
});

/** Events that breed and cancel at random, run through the given horizons. */
function walk(horizons: readonly number[]): { readonly events: number; readonly fingerprint: number } {
  const calendar = new EventCalendar();
  const random = stream('walk');
  const fingerprint = new Fingerprint();
  let last = calendar.schedule(0, 0, 0, 0);
  let events = 0;
  let value = 0;
  for (const horizon of horizons) {
    const dispatch = (kind: number, subject: number, time: number): void => {
      if (calendar.size > 20 || random() < 0.1) calendar.cancel(last);
      for (let child = calendar.size < 4 ? 2 : 1; child > 0; child--) {
        last = calendar.schedule(time + exponential(random, 1), kind % 4, (kind + child) % 9, subject + 1);
      }
    };
    const end = runUntil({ calendar, horizon, dispatch, fingerprint });
    events += end.events;
    value = end.fingerprint;
  }
  return { events, fingerprint: value };
}
