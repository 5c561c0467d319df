import type { Fault } from '../../model/scenario/fault.js';

/** How many faults of one rule are told in full. */
const told = 8;

/** The same faults, those of one rule beyond the first eight as one: a column of wrong dates is one slip and not a thousand. */
export function foldFaults(faults: readonly Fault[]): Fault[] {
  const kinds = new Map<string, Fault[]>();
  for (const fault of faults) {
    const alike = kinds.get(kindOf(fault));
    if (alike) alike.push(fault);
    else kinds.set(kindOf(fault), [fault]);
  }
  return [...kinds.values()].flatMap((alike) => {
    const [last] = alike.slice(-1);
    if (alike.length <= told + 1 || !last) return alike;
    const rest = { ...last, rule: `and ${alike.length - told - 1} more before it ${last.rule}` };
    return [...alike.slice(0, told), rest];
  });
}

/** Rule and column: what is in a path but the number of its line. */
function kindOf({ path, rule }: Fault): string {
  return `${path.replace(/ line \d+/, '')} ${rule}`;
}
