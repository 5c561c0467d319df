import { writeSync } from 'node:fs';
import process from 'node:process';
import { setImmediate } from 'node:timers';
import { Entity, Simulation } from 'simscript';
import { increments } from '../kernel/increments.mjs';

// The hold model in SimScript: one asynchronous script an item.
// Usage: node hold-simscript.mjs PENDING EVENTS
const [pending, events] = process.argv.slice(2).map(Number);
const table = increments();
const mask = table.length - 1;
let sequence = 0;
let done = 0;
let start;

function spentSince(before) {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

class Item extends Entity {
  async script() {
    for (;;) {
      await this.delay(table[sequence++ & mask]);
      done++;
      if (done === events / 5) start = process.cpuUsage();
      if (done === events / 5 + events) {
        const eventsPerSecond = Math.round((1e6 * events) / spentSince(start));
        // Its loop gives no turn to anything else.
        writeSync(1, JSON.stringify({ eventsPerSecond, now: this.simulation.timeNow }));
        process.exit(0);
      }
    }
  }
}

class Hold extends Simulation {
  onStarting() {
    super.onStarting();
    for (let i = 0; i < pending; i++) this.activate(new Item());
  }
}

// It paints between steps: a browser's frame is the next turn of the loop here.
globalThis.requestAnimationFrame = (step) => setImmediate(step);
const simulation = new Hold();
simulation.yieldInterval = 1e9;
simulation.start();
