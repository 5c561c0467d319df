import process from 'node:process';
import { EventCalendar } from '../../dist/kernel/index.js';
import { increments, report } from './increments.mjs';

// Usage: node hold-garrison.mjs PENDING EVENTS
const [pending, events] = process.argv.slice(2).map(Number);
const table = increments();
const mask = table.length - 1;
const calendar = new EventCalendar();
let sequence = 0;
for (let i = 0; i < pending; i++) calendar.schedule(table[sequence++ & mask], 0, 0, i);

function hold(count) {
  for (let i = 0; i < count; i++) {
    calendar.pop();
    calendar.schedule(calendar.now + table[sequence++ & mask], 0, calendar.poppedKind, calendar.poppedSubject);
  }
}
await report(hold, { events, now: () => calendar.now });
