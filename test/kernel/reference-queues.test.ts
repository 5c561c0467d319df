import { describe, expect, it } from 'vitest';
import { EventCalendar, runUntil } from '../../src/kernel/index.js';
import type { Random } from './draws.js';
import { categorical, exponential, geometric, stream } from './draws.js';
import type { QueueRun } from './queue-model.js';
import { runQueue } from './queue-model.js';
import { expectMean, expectRejected, expectVariance } from './z-score.js';

// Every queue starts in its stationary law, so there is no warm-up to cut. Sums over the customers who arrive in
// [0, horizon], divided by their expected number, are then unbiased, as Poisson arrivals see time averages (Wolff 1982).

function repeat<Result>(count: number, run: (replication: number) => Result): readonly Result[] {
  return Array.from({ length: count }, (_, replication) => run(replication));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('M/M/1, arrival rate 0.8, service rate 1', () => {
  const horizon = 2_000;
  const expectedArrivals = 0.8 * horizon;
  const runs = repeat(400, (replication) => {
    const random = stream(`mm1/${replication}`);
    // Stationary number in system: P(n) = (1 − ρ) ρⁿ.
    const initialServices = repeat(geometric(random, 0.2), () => exponential(random, 1));
    const drawService = (): number => exponential(random, 1);
    return runQueue({ servers: 1, arrivalRate: 0.8, drawService, initialServices, horizon, random });
  });

  it('has the mean numbers L = ρ/(1 − ρ) = 4 and Lq = ρ²/(1 − ρ) = 3.2, and is empty 0.2 of the time', () => {
    expectMean('L', pick(runs, 'meanNumber'), 4);
    expectMean('Lq', pick(runs, 'meanQueue'), 3.2);
    expectMean('empty', pick(runs, 'emptyShare'), 0.2);
    expectRejected('L with the two swapped', pick(runs, 'meanNumber'), 3.2);
  });

  it('has the mean times W = 1/(μ − λ) = 5 and Wq = ρ/(μ − λ) = 4', () => {
    const sojourns = runs.map((run) => sum(run.sojourns) / expectedArrivals);
    const waits = runs.map((run) => sum(run.waits) / expectedArrivals);
    expectMean('W', sojourns, 5);
    expectMean('Wq', waits, 4);
  });

  it('has 95 % of the sojourns below −ln(0.05)/(μ − λ) = 14.97866', () => {
    const longer = runs.map((run) => run.sojourns.filter((time) => time > 14.97866).length / expectedArrivals);
    expectMean('share beyond p95', longer, 0.05);
  });

  it('has busy periods of mean 1/(μ − λ) = 5 and variance (1 + ρ)/(μ² (1 − ρ)³) = 225', () => {
    const calendar = new EventCalendar();
    const random = stream('mm1/busy');
    const lengths = repeat(40_000, () => busyPeriod(calendar, random));
    expectMean('busy period', lengths, 5);
    expectVariance('busy period', lengths, { mean: 5, variance: 225 });
  });
});

describe('M/M/3, arrival rate 2, service rate 1', () => {
  const horizon = 1_000;
  const runs = repeat(200, (replication) => {
    const random = stream(`mm3/${replication}`);
    const initialServices = repeat(stationaryMm3(random), () => exponential(random, 1));
    const drawService = (): number => exponential(random, 1);
    return runQueue({ servers: 3, arrivalRate: 2, drawService, initialServices, horizon, random });
  });

  it('is empty with probability 1/9 and has 2.888889 in system (Erlang)', () => {
    expectMean('P0', pick(runs, 'emptyShare'), 1 / 9);
    expectMean('L', pick(runs, 'meanNumber'), 2 + 8 / 9);
  });

  it('lets 4/9 of the arrivals wait (Erlang C), 0.444444 on average over all', () => {
    const waiting = runs.map((run) => run.waits.filter((wait) => wait > 0).length / (2 * horizon));
    const waits = runs.map((run) => sum(run.waits) / (2 * horizon));
    expectMean('Erlang C', waiting, 4 / 9);
    expectMean('Wq', waits, 4 / 9);
  });
});

describe('M/G/1, arrival rate 0.8, mean service 1', () => {
  // Hyperexponential with balanced means and squared coefficient of variation 4.
  const branch = (1 + Math.sqrt(0.6)) / 2;
  const rates = [2 * branch, 2 * (1 - branch)];
  // `residual` draws from the equilibrium law, density P(S > x)/E[S]; it makes up the stationary work in system.
  const laws = [
    { name: 'constant', wait: 2, draw: () => 1, residual: (random: Random) => random() },
    {
      name: 'uniform(0.5, 1.5)',
      wait: 13 / 6,
      draw: (random: Random) => 0.5 + random(),
      residual: (random: Random) => random() * Math.sqrt(0.25 + 2 * random()),
    },
    {
      name: 'Erlang-2',
      wait: 3,
      draw: (random: Random) => exponential(random, 2) + exponential(random, 2),
      residual: (random: Random) => exponential(random, 2) + (random() < 0.5 ? exponential(random, 2) : 0),
    },
    {
      name: 'exponential',
      wait: 4,
      draw: (random: Random) => exponential(random, 1),
      residual: (random: Random) => exponential(random, 1),
    },
    {
      name: 'hyperexponential, scv 4',
      wait: 10,
      draw: (random: Random) => exponential(random, rates[random() < branch ? 0 : 1]!),
      residual: (random: Random) => exponential(random, rates[random() < 0.5 ? 0 : 1]!),
    },
  ];
  const horizon = 2_000;

  it.each(laws)('$name service waits $wait on average (Pollaczek–Khinchine)', ({ name, wait, draw, residual }) => {
    const waits = repeat(250, (replication) => {
      const random = stream(`mg1/${name}/${replication}`);
      // Stationary work: a geometric number of residual services, met by the arrivals as one customer already there.
      const work = sum(repeat(geometric(random, 0.2), () => residual(random)));
      const initialServices = work > 0 ? [work] : [];
      const run = runQueue({ servers: 1, arrivalRate: 0.8, drawService: draw, initialServices, horizon, random });
      return sum(run.waits) / (0.8 * horizon);
    });
    expectMean(`Wq with ${name} service`, waits, wait);
    for (const other of laws.filter((law) => Math.abs(law.wait - wait) >= 1)) {
      expectRejected(`Wq with ${name} service as if ${other.name}`, waits, other.wait);
    }
  });
});

describe('M/M/∞ from empty, arrival rate 5, service rate 1, at time 1', () => {
  const mean = 5 * (1 - Math.exp(-1));

  it('has a Poisson number present, mean 5 (1 − e⁻¹) = 3.160603', () => {
    const calendar = new EventCalendar();
    const random = stream('mm-infinity');
    const numbers = repeat(20_000, () => presentAtOne(calendar, random));
    expect(mean).toBeCloseTo(3.160603, 6);
    expectMean('number present', numbers, mean);
    expectVariance('number present', numbers, { mean, variance: mean });
    let probability = Math.exp(-mean);
    for (let count = 0; count <= 8; count++) {
      const hits = numbers.map((number) => (number === count ? 1 : 0));
      expectMean(`P(${count})`, hits, probability);
      probability *= mean / (count + 1);
    }
  });
});

describe('laws that hold on every single run', () => {
  const queues = [
    { servers: 1, arrivalRate: 0.8, initial: 0 },
    { servers: 1, arrivalRate: 1.5, initial: 4 },
    { servers: 3, arrivalRate: 2, initial: 7 },
    { servers: 5, arrivalRate: 0.3, initial: 2 },
  ].map((queue) => {
    const random = stream(`any/${JSON.stringify(queue)}`);
    const initialServices = repeat(queue.initial, () => exponential(random, 1));
    return runQueue({ ...queue, drawService: () => exponential(random, 1), initialServices, horizon: 300, random });
  });

  it("Little's law: the integral of the number present is the sum of the times of presence", () => {
    for (const run of queues) expect(run.numberIntegral / run.presence).toBeCloseTo(1, 10);
  });

  it('flow balance: those there and those who came either left or are still there', () => {
    for (const { flow } of queues) {
      expect(flow.arrivals).toBeGreaterThan(50);
      expect(flow.initial + flow.arrivals).toBe(flow.departures + flow.left);
    }
  });
});

function pick(runs: readonly QueueRun[], name: 'meanNumber' | 'meanQueue' | 'emptyShare'): readonly number[] {
  return runs.map((run) => run[name]);
}

/** Stationary number in M/M/3 with offered load 2: P(0..2) = 1/9, 2/9, 2/9, then P(3 + k) = 4/27 (2/3)ᵏ. */
function stationaryMm3(random: Random): number {
  const number = categorical(random, [1 / 9, 2 / 9, 2 / 9, 4 / 9]);
  return number < 3 ? number : 3 + geometric(random, 1 / 3);
}

function busyPeriod(calendar: EventCalendar, random: Random): number {
  calendar.clear();
  let number = 1;
  const arrival = 0;
  let nextArrival = calendar.schedule(exponential(random, 0.8), 0, arrival, 0);
  calendar.schedule(exponential(random, 1), 0, 1, 0);
  runUntil({
    calendar,
    horizon: Infinity,
    dispatch: (kind, _subject, time) => {
      if (kind === arrival) {
        number++;
        nextArrival = calendar.schedule(time + exponential(random, 0.8), 0, arrival, 0);
      } else if (--number > 0) {
        calendar.schedule(time + exponential(random, 1), 0, 1, 0);
      } else {
        calendar.cancel(nextArrival);
      }
    },
  });
  return calendar.now;
}

function presentAtOne(calendar: EventCalendar, random: Random): number {
  calendar.clear();
  const arrival = 0;
  let number = 0;
  calendar.schedule(exponential(random, 5), 0, arrival, 0);
  runUntil({
    calendar,
    horizon: 1,
    dispatch: (kind, _subject, time) => {
      if (kind === arrival) {
        number++;
        calendar.schedule(time + exponential(random, 1), 0, 1, 0);
        calendar.schedule(time + exponential(random, 5), 0, arrival, 0);
      } else {
        number--;
      }
    },
  });
  return number;
}
