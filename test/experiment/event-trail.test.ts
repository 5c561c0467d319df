import { describe, expect, test } from 'vitest';
import { eventsOf, eventTrail, firstEventDifference, mostTrailEvents } from '../../src/experiment/event-trail.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { compiled, plain, simulate } from '../model/small-scenario.js';

const luck = { seed: 2, replication: 1 };
const often = { ...plain, actors: { militias: { ...plain.actors.militias, baselinePerDay: 1 } } };
const truce = (firstDay: string): ScenarioInput => ({
  ...often,
  regimes: [{ name: 'truce', firstDay, gate: 0.5 }],
});

describe('the trail of a run', () => {
  test('holds every event that a replication counts, in order of time', () => {
    const scenario = compiled(often);
    const counts = simulate(scenario, { n: 3 })('events');
    for (let replication = 0; replication < 3; replication++) {
      const events = eventsOf(scenario, { seed: 1, replication });
      expect(events.length).toBe(counts[replication]);
      expect(events.every(({ day }, i) => i === 0 || day >= events[i - 1]!.day)).toBe(true);
      expect(events.at(-1)).toMatchObject({ kind: 'end', day: 100 });
    }
  });

  test('goes from replication to replication, and ends after so many events', () => {
    const scenario = compiled(often);
    const trail = eventTrail(scenario, { seed: 1, n: 3 });
    expect(trail).toEqual([0, 1, 2].flatMap((replication) => eventsOf(scenario, { seed: 1, replication })));
    expect(eventTrail(scenario, { seed: 1, n: 200 })).toHaveLength(mostTrailEvents);
  });

  test('names the event from which an engine or a world goes another way, and no earlier one', () => {
    const [there, now] = ['2020-02-20', '2020-02-11'].map((day) => eventsOf(compiled(truce(day)), luck));
    const difference = firstEventDifference(there!, { now: now!, isWhole: true });
    // Day 41 is 11 February: the regime begins there now, and what came next before stands there.
    expect(difference?.now).toMatchObject({ day: 41, kind: 'regimeStart' });
    expect(difference?.there?.day).toBeGreaterThan(41);
    const at = difference!.now!.event;
    expect(there!.slice(0, at)).toEqual(now!.slice(0, at));
    expect(at).toBeGreaterThan(10);
  });

  test('is told apart by one bit of one time, and by an event that is missing at its end unless it was cut there', () => {
    const events = eventsOf(compiled(often), luck);
    const later = events.map((event) => (event.event === 7 ? { ...event, day: event.day * (1 + 2 ** -52) } : event));
    expect(firstEventDifference(events, { now: later, isWhole: true })?.there).toEqual(events[7]);
    const cut = events.slice(0, 20);
    expect(firstEventDifference(cut, { now: events, isWhole: true })).toEqual({ now: events[20] });
    expect(firstEventDifference(cut, { now: events, isWhole: false })).toBeUndefined();
    expect(firstEventDifference(events, { now: events, isWhole: true })).toBeUndefined();
  });
});
