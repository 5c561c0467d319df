import { EventKind } from './event-kind.js';
import type { Movement } from './movement.js';

/** What each kind of event about moves does, by kind; undefined for all other kinds. */
export function movementHandlers(movement: Movement): readonly (MovementHandler | undefined)[] {
  const handlers: MovementHandler[] = [];
  handlers[EventKind.arrival] = (convoy, day) => movement.arrive(convoy, day);
  handlers[EventKind.rampStep] = (item, day) => movement.rampStep(item, day);
  handlers[EventKind.announcement] = (item) => movement.announce(item);
  handlers[EventKind.comeBack] = (order, day) => movement.comeBack(order, day);
  handlers[EventKind.moveStart] = (order, day) => movement.startMove(order, day);
  handlers[EventKind.departure] = (order, day) => movement.depart(order, day);
  handlers[EventKind.handOver] = (order, day) => movement.handOver(order, day);
  handlers[EventKind.liftTurn] = (way, day) => movement.lift.turn(way, day);
  handlers[EventKind.liftDone] = (way, day) => movement.lift.done(way, day);
  return handlers;
}

type MovementHandler = (subject: number, day: number) => void;
