import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { EventCalendar, runUntil } from '../../src/kernel/index.js';
import { Tally, TimeWeighted } from './tally.js';

describe('values over time', () => {
  it('tallies 5, 3, 8, −1, 2 to mean 3.4 and variance 11.3', () => {
    const calendar = new EventCalendar();
    const tally = new Tally();
    for (const [index, value] of [5, 3, 8, -1, 2].entries()) calendar.schedule(index, 0, 0, value);
    runUntil({ calendar, horizon: 10, dispatch: (_kind, value) => tally.add(value) });
    expect(tally.mean).toBeCloseTo(3.4, 12);
    expect(tally.variance).toBeCloseTo(11.3, 12);
  });

  it('weighs 5@2, 3@4, 8@5, −1@8, 2@9, read at 12, to integral 42, mean 4.2 and variance 8.76', () => {
    const calendar = new EventCalendar();
    const level = new TimeWeighted();
    const changes: readonly (readonly [number, number])[] = [
      [8, 5],
      [2, 9],
      [5, 2],
      [-1, 8],
      [3, 4],
    ];
    for (const [value, time] of changes) calendar.schedule(time, 0, 0, value);
    runUntil({ calendar, horizon: 12, dispatch: (_kind, value, time) => level.set(value, time) });
    const { integral, mean, variance } = level.read(calendar.now);
    expect(integral).toBe(42);
    expect(mean).toBeCloseTo(4.2, 12);
    expect(variance).toBeCloseTo(8.76, 12);
  });
});

describe('the generator under these tests', () => {
  it('gives the numbers that seedrandom 3.0.5 documents', () => {
    expect(seedrandom('hello.')()).toBe(0.9282578795792454);
    const alea = seedrandom.alea('hello.');
    expect([alea(), alea()]).toEqual([0.4783254903741181, 0.8297006865032017]);
  });
});
