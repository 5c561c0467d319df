import process from 'node:process';
import { increments, report } from '../kernel/increments.mjs';

// The hold model in simjs: one entity an item, whose timer is set again and again.
// Usage: node hold-simjs.mjs PENDING EVENTS
// It gives itself to a browser's window only.
globalThis.window = globalThis;
await import('simjs');
const { Entity, Sim } = globalThis.Sim;
const [pending, events] = process.argv.slice(2).map(Number);
const table = increments();
const mask = table.length - 1;
let sequence = 0;

class Item extends Entity {
  start() {
    this.setTimer(table[sequence++ & mask]).done(this.start);
  }
}

const sim = new Sim();
for (let i = 0; i < pending; i++) sim.addEntity(Item);
await report((count) => void sim.simulate(1e12, count), { events, now: () => sim.time() });
