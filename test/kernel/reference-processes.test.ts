import { describe, it } from 'vitest';
import type { EventHandle } from '../../src/kernel/index.js';
import type { Replication } from './replicate.js';
import { replicate } from './replicate.js';
import { TimeWeighted } from './tally.js';
import { expectMean, expectRejected, expectVariance } from './z-score.js';

describe('alternating renewal, failing at 0.1, repaired at 0.5', () => {
  function upTime(
    { run, scheduleNext }: Replication,
    start: { readonly isUp: boolean; readonly horizon: number },
  ): { share: number; isUp: boolean } {
    const { horizon } = start;
    let { isUp } = start;
    const state = new TimeWeighted();
    state.set(isUp ? 1 : 0, 0);
    scheduleNext(isUp ? 0.1 : 0.5, 0, 0);
    run(horizon, (_kind, _subject, time) => {
      isUp = !isUp;
      state.set(isUp ? 1 : 0, time);
      scheduleNext(isUp ? 0.1 : 0.5, 0, 0);
    });
    return { share: state.read(horizon).mean, isUp };
  }

  it('is up 5/6 of the time from its stationary law', () => {
    const shares = replicate(
      { name: 'renewal/long', count: 400 },
      (replication) => upTime(replication, { isUp: replication.random() < 5 / 6, horizon: 1_000 }).share,
    );
    expectMean('availability', shares, 5 / 6);
  });

  it('is up at 2 with probability 5/6 + e^{−1.2}/6 = 0.8835324 if up at 0', () => {
    const ups = replicate({ name: 'renewal/short', count: 40_000 }, (replication) =>
      upTime(replication, { isUp: true, horizon: 2 }).isUp ? 1 : 0,
    );
    expectMean('A(2)', ups, 0.8835324);
    expectRejected('A(2) as if stationary', ups, 5 / 6);
  });
});

describe('birth-death, rates 0.3 and 0.5 each, 10 at the start, at time 5', () => {
  it('has mean 3.678794, variance 9.301766 and is extinct with probability 0.1233407', () => {
    const birth = 0;
    const death = 1;
    const numbers = replicate({ name: 'birth-death', count: 20_000 }, ({ calendar, run, scheduleNext }) => {
      const births: EventHandle[] = [];
      let number = 0;
      const enter = (): void => {
        number++;
        scheduleNext(0.5, death, births.length);
        births.push(scheduleNext(0.3, birth, births.length));
      };
      for (let first = 0; first < 10; first++) enter();
      run(5, (kind, subject) => {
        if (kind === birth) {
          enter();
          births[subject] = scheduleNext(0.3, birth, subject);
        } else {
          number--;
          calendar.cancel(births[subject]!);
        }
      });
      return number;
    });
    expectMean('number', numbers, 3.678794);
    expectVariance('number', numbers, { mean: 3.678794, variance: 9.301766 });
    const extinct = numbers.map((number) => (number === 0 ? 1 : 0));
    expectMean('extinction', extinct, 0.1233407);
  });
});

describe('the last of twenty clocks, Exp(0.1) each', () => {
  it('strikes at 10 (1 + 1/2 + … + 1/20) = 35.977397 on average, variance 159.616324', () => {
    const lasts = replicate({ name: 'last of twenty', count: 20_000 }, ({ calendar, run, scheduleNext }) => {
      for (let clock = 0; clock < 20; clock++) scheduleNext(0.1, 0, clock);
      run(Infinity, () => undefined);
      return calendar.now;
    });
    expectMean('last', lasts, 35.977397);
    expectVariance('last', lasts, { mean: 35.977397, variance: 159.616324 });
  });
});

describe('stochastic square law of Lanchester, 10 against 8, equal rates', () => {
  it('is won by the larger side with probability 0.7913584', () => {
    const wins = replicate({ name: 'lanchester', count: 20_000 }, ({ calendar, run, scheduleNext }) => {
      // Two stacks of units; each unit removes, at rate 1, the top unit of the other stack.
      const stacks: [EventHandle[], EventHandle[]] = [[], []];
      for (const [side, size] of [10, 8].entries()) {
        for (let unit = 0; unit < size; unit++) stacks[side]!.push(scheduleNext(1, side, unit));
      }
      run(Infinity, (side, unit) => {
        const removed = stacks[1 - side]!.pop();
        if (removed !== undefined) calendar.cancel(removed);
        if (stacks[1 - side]!.length > 0) stacks[side]![unit] = scheduleNext(1, side, unit);
        else calendar.clear();
      });
      return stacks[0].length > 0 ? 1 : 0;
    });
    expectMean('wins of the larger side', wins, 0.7913584);
    expectRejected('wins as if by the linear law', wins, 10 / 18);
  });
});
