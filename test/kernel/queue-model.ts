import { EventCalendar, runUntil } from '../../src/kernel/index.js';
import type { Random } from './draws.js';
import { exponential } from './draws.js';
import { TimeWeighted } from './tally.js';

const ARRIVAL = 0;
const DEPARTURE = 1;

interface QueueCase {
  readonly servers: number;
  readonly arrivalRate: number;
  readonly drawService: (random: Random) => number;
  /** Service times of the customers present at time 0, first come first. */
  readonly initialServices: readonly number[];
  readonly horizon: number;
  readonly random: Random;
}

export interface QueueRun {
  /** Time averages over [0, horizon]. */
  readonly meanNumber: number;
  readonly meanQueue: number;
  readonly emptyShare: number;
  /** Integral of the number in system over [0, horizon]. */
  readonly numberIntegral: number;
  /** Time spent in system within [0, horizon], summed over all customers. */
  readonly presence: number;
  /** Of each customer who arrives in [0, horizon], in order of arrival, followed to the end. */
  readonly waits: readonly number[];
  readonly sojourns: readonly number[];
  /** Customers at time 0, arrivals and departures in [0, horizon], customers at the horizon. */
  readonly flow: {
    readonly initial: number;
    readonly arrivals: number;
    readonly departures: number;
    readonly left: number;
  };
}

/**
 * First come, first served at one or more servers, Poisson arrivals. Runs to the horizon, reads the averages, closes
 * the door and resumes until the last customer has left.
 */
export function runQueue(queue: QueueCase): QueueRun {
  const { servers, arrivalRate, drawService, initialServices, horizon, random } = queue;
  const calendar = new EventCalendar();
  const initial = initialServices.length;
  const arrivedAt: number[] = initialServices.map(() => 0);
  const services: number[] = [...initialServices];
  const startedAt: number[] = [];
  const leftAt: number[] = [];
  let number = initial;
  let started = 0;
  const inSystem = new TimeWeighted();
  const inQueue = new TimeWeighted();
  const empty = new TimeWeighted();

  const record = (time: number): void => {
    inSystem.set(number, time);
    inQueue.set(Math.max(0, number - servers), time);
    empty.set(number === 0 ? 1 : 0, time);
  };
  const startNext = (time: number): void => {
    const customer = started++;
    startedAt[customer] = time;
    calendar.schedule(time + services[customer]!, 0, DEPARTURE, customer);
  };
  const dispatch = (kind: number, subject: number, time: number): void => {
    if (kind === ARRIVAL) {
      arrivedAt.push(time);
      services.push(drawService(random));
      number++;
      if (number <= servers) startNext(time);
      nextArrival = calendar.schedule(time + exponential(random, arrivalRate), 0, ARRIVAL, 0);
    } else {
      leftAt[subject] = time;
      number--;
      if (number >= servers) startNext(time);
    }
    record(time);
  };

  record(0);
  for (let server = 0; server < Math.min(servers, initial); server++) startNext(0);
  let nextArrival = calendar.schedule(exponential(random, arrivalRate), 0, ARRIVAL, 0);
  runUntil({ calendar, horizon, dispatch });
  const system = inSystem.read(horizon);
  const meanQueue = inQueue.read(horizon).mean;
  const emptyShare = empty.read(horizon).mean;
  const left = number;
  calendar.cancel(nextArrival);
  runUntil({ calendar, horizon: Infinity, dispatch });

  const customers = arrivedAt.map((arrival, customer) => ({
    arrival,
    wait: startedAt[customer]! - arrival,
    departure: leftAt[customer]!,
  }));
  const arrivals = customers.slice(initial);
  return {
    meanNumber: system.mean,
    meanQueue,
    emptyShare,
    numberIntegral: system.integral,
    presence: customers.reduce((sum, { arrival, departure }) => sum + Math.min(departure, horizon) - arrival, 0),
    waits: arrivals.map(({ wait }) => wait),
    sojourns: arrivals.map(({ arrival, departure }) => departure - arrival),
    flow: {
      initial,
      arrivals: arrivals.length,
      departures: leftAt.filter((time) => time <= horizon).length,
      left,
    },
  };
}
