import type { Fault } from './fault.js';
import { dayOf, field, isObject, keysOf, listOf } from './reference-faults.js';

const mostYears = 20;
const mostPersons = 1_000_000;

/**
 * Sizes that are a slip of the pen, and would be simulated for hours: a period of more than 20 years, a headcount of more
 * than a million. Reads the input as it was written; of a law its largest number counts.
 */
export function sizeFaults(input: unknown): Fault[] {
  const faults: Fault[] = [];
  const [start, end] = [field(input, 'start'), field(input, 'end')];
  if (dayOf(end) - dayOf(start) > mostYears * 365.25) {
    const rule = `must be at most ${mostYears} years after start ${String(start)}`;
    faults.push({ path: 'end', value: end, rule, hint: 'is the year right? Longer times: several scenarios' });
  }
  const persons = (count: unknown, path: string): void => {
    if (!(largestNumber(count) > mostPersons)) return;
    const rule = `must be at most ${mostPersons.toLocaleString('en')} persons`;
    faults.push({ path, value: count, rule, hint: 'persons are counted one by one, not in thousands' });
  };
  for (const base of keysOf(field(input, 'bases'))) {
    for (const contingent of keysOf(field(input, 'bases', base, 'garrison')))
      persons(field(input, 'bases', base, 'garrison', contingent), `bases.${base}.garrison.${contingent}`);
  }
  listOf(field(input, 'plan')).forEach((item, index) => {
    for (const contingent of keysOf(field(item, 'arrive')))
      persons(field(item, 'arrive', contingent), `plan[${index}].arrive.${contingent}`);
  });
  return faults;
}

function largestNumber(node: unknown): number {
  if (typeof node === 'number') return node;
  const inner: readonly unknown[] = isObject(node) ? Object.values(node) : listOf(node);
  return Math.max(-Infinity, ...inner.map(largestNumber));
}
