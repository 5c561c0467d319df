import type { Fault } from './fault.js';
import { dayOf, field, keysOf, listOf } from './reference-faults.js';

/** Faults of windows and claims that show when they are held against the rest of the scenario, names of outcomes apart. */
export function claimFaults(input: unknown): Fault[] {
  return [...windowFaults(input), ...repeatedNames(input)];
}

function windowFaults(input: unknown): Fault[] {
  const faults: Fault[] = [];
  const [start, end] = [field(input, 'start'), field(input, 'end')];
  for (const key of keysOf(field(input, 'windows'))) {
    const window = field(input, 'windows', key);
    for (const edge of ['firstDay', 'lastDay']) {
      const value = field(window, edge);
      if (!(dayOf(value) < dayOf(start) || dayOf(value) > dayOf(end))) continue;
      const rule = `must lie between start ${String(start)} and end ${String(end)}`;
      faults.push({ path: `windows.${key}.${edge}`, value, rule });
    }
    const [firstDay, lastDay] = [field(window, 'firstDay'), field(window, 'lastDay')];
    if (dayOf(lastDay) < dayOf(firstDay)) {
      const rule = `must not be before firstDay ${String(firstDay)}`;
      faults.push({ path: `windows.${key}.lastDay`, value: lastDay, rule });
    }
  }
  return faults;
}

function repeatedNames(input: unknown): Fault[] {
  const names = listOf(field(input, 'claims')).map((claim) => field(claim, 'name'));
  return names.flatMap((name, index) =>
    name === undefined || names.indexOf(name) === index
      ? []
      : [{ path: `claims[${index}].name`, value: name, rule: 'must be a name of its own' }],
  );
}
