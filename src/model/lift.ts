import type { EventCalendar } from '../kernel/index.js';
import type { CompiledScenario } from './compile.js';
import { EventKind, Priority } from './event-kind.js';

/** A group of one order that waits until there is lift for it. */
export interface LiftRequest {
  /** Index of the order in the plan. */
  readonly order: number;
  /** Those who came after the last group had left, rather than one of the order's groups. */
  readonly rest: boolean;
  readonly byRoad: boolean;
  readonly plannedDay: number;
  /** How many they are by the order. */
  readonly persons: number;
}

/** Who rides. */
export interface LiftListener {
  /** How many would leave if the group left now. */
  readonly wouldTake: (request: LiftRequest) => number;
  /** The group leaves; gives how many they were. */
  readonly ride: (request: LiftRequest, day: number) => number;
  /** Priority of an order, of the plan or of a rule. */
  readonly priorityOf: (order: number) => number;
}

/** One way of going: a server that carries `perDay` persons a day. */
interface Server {
  readonly way: number;
  /** NaN where there is no limit. */
  perDay: number;
  readonly queue: LiftRequest[];
  serving: LiftRequest | undefined;
  paid: number;
  turnDue: boolean;
}

const road = 0;
const air = 1;

/**
 * Lift as two servers, by road and by air. Groups wait by priority of their order, higher first, then first come; a group
 * is never cut, and never pushed aside once its turn has come. It leaves when its persons have been paid for: its turn
 * lasts persons / (persons per day), and lift that nobody asks for is lost. Where a capacity is not given nothing waits.
 */
export class Lift {
  private readonly compiled: CompiledScenario;
  private readonly calendar: EventCalendar;
  private readonly values: Float64Array;
  private readonly listener: LiftListener;
  private readonly servers: readonly [Server, Server];
  private waited = NaN;

  constructor(parts: {
    readonly compiled: CompiledScenario;
    readonly calendar: EventCalendar;
    readonly values: Float64Array;
    readonly listener: LiftListener;
  }) {
    this.compiled = parts.compiled;
    this.calendar = parts.calendar;
    this.values = parts.values;
    this.listener = parts.listener;
    this.servers = [serverOf(road), serverOf(air)];
  }

  reset(): void {
    this.waited = 0;
    const slots = [this.compiled.lift.byRoad, this.compiled.lift.byAir];
    for (const server of this.servers) {
      const slot = slots[server.way]!;
      server.perDay = slot < 0 ? NaN : this.values[slot]!;
      server.queue.length = 0;
      server.serving = undefined;
      server.paid = 0;
      server.turnDue = false;
    }
  }

  /** Whether groups that go this way queue at all. */
  limits(byRoad: boolean): boolean {
    return !Number.isNaN(this.servers[byRoad ? road : air].perDay);
  }

  join(request: LiftRequest, day: number): void {
    const server = this.servers[request.byRoad ? road : air];
    server.queue.push(request);
    this.callTurn(server, day);
  }

  /** Everybody who asks at this instant stands in the queue: the first by priority gets its turn. */
  turn(way: number, day: number): void {
    const server = this.servers[way]!;
    server.turnDue = false;
    if (server.serving || server.queue.length === 0 || server.perDay === 0) return;
    const request = this.takeFirst(server.queue);
    server.serving = request;
    server.paid = 0;
    this.pay(server, day);
  }

  /** A turn is over. Those who joined the group meanwhile are paid for before it leaves. */
  done(way: number, day: number): void {
    const server = this.servers[way]!;
    const request = server.serving!;
    if (this.listener.wouldTake(request) > server.paid) {
      this.pay(server, day);
      return;
    }
    server.serving = undefined;
    this.waited += this.listener.ride(request, day) * (day - request.plannedDay);
    this.callTurn(server, day);
  }

  /** Person-days between planned and actual departure; of those who still wait, up to `day`. */
  waitedPersonDays(day: number): number {
    let sum = this.waited;
    for (const { persons, plannedDay } of this.waiting()) sum += persons * (day - plannedDay);
    return sum;
  }

  /** Those whose turn has not come or is not over. */
  waiting(): LiftRequest[] {
    return this.servers.flatMap(({ queue, serving }) => (serving ? [serving, ...queue] : queue));
  }

  private pay(server: Server, day: number): void {
    const persons = this.listener.wouldTake(server.serving!);
    const doneDay = day + Math.max(0, persons - server.paid) / server.perDay;
    server.paid = persons;
    // Beyond all days there is no event; the group waits for ever.
    if (doneDay < Infinity) this.calendar.schedule(doneDay, Priority.departure, EventKind.liftDone, server.way);
  }

  private callTurn(server: Server, day: number): void {
    if (server.turnDue) return;
    server.turnDue = true;
    this.calendar.schedule(day, Priority.departure, EventKind.liftTurn, server.way);
  }

  private takeFirst(queue: LiftRequest[]): LiftRequest {
    let first = 0;
    for (let i = 1; i < queue.length; i++) if (this.priority(queue[i]!) > this.priority(queue[first]!)) first = i;
    return queue.splice(first, 1)[0]!;
  }

  private priority({ order }: LiftRequest): number {
    return this.listener.priorityOf(order);
  }
}

function serverOf(way: number): Server {
  return { way, perDay: NaN, queue: [], serving: undefined, paid: 0, turnDue: false };
}
