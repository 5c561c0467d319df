import { figure, percent } from './number-text.js';
import type { Headcount, PersonnelByPlan } from './personnel-by-plan.js';
import { textTable } from './text-table.js';

/** Who is where at the start and at the end; a headcount that is not certain as the range of the draws. */
export function personnelText(
  personnel: PersonnelByPlan,
  { bold, dim }: { readonly bold: (text: string) => string; readonly dim: (text: string) => string },
): string {
  const { start, end, onTheWayAtEnd, bases, contingents, draws } = personnel;
  const onTheWay = onTheWayAtEnd.high === 0 ? '' : `, ${countText(onTheWayAtEnd)} of them on the way`;
  const table = textTable(
    [
      ['base', 'start', 'end', ''],
      ...bases.map((base) => [base.name, countText(base.start), countText(base.end), statusText(base)]),
      [],
      ['contingent', 'start', 'end', ''],
      ...contingents.map((one) => [one.name, countText(one.start), countText(one.end)]),
    ],
    [1, 2],
  );
  const varies = [start, end, ...bases, ...contingents].some((one) =>
    'low' in one ? isRange(one) : isRange(one.start) || isRange(one.end),
  );
  const ranges = varies ? `\n${dim(`  a range: lowest to highest of ${draws} draws of what is uncertain`)}` : '';
  return `${bold('Personnel')}: ${countText(start)} at the start, ${countText(end)} at the end by plan${onTheWay}\n${table}${ranges}`;
}

function isRange({ low, high }: Headcount): boolean {
  return low !== high;
}

function countText({ low, high }: Headcount): string {
  return low === high ? figure(low) : `${figure(low)} to ${figure(high)}`;
}

function statusText({ status, statusShare }: PersonnelByPlan['bases'][number]): string {
  if (statusShare < 1) return `${status} in ${percent(statusShare)} of draws`;
  return status === 'hosting' ? '' : status;
}
