import type { Evaluation } from '../../experiment/design/evaluate.js';
import { tablesApart, type TableApart } from '../../experiment/design/tables-apart.js';
import { UserFault, type Fault } from '../../model/scenario/fault.js';

/**
 * Refuses a design that would move numbers of one table of draws apart.
 * @throws UserFault that names the others.
 */
export function mustKeepTables(asked: Pick<Evaluation, 'scenarios' | 'paths' | 'space' | 'points'>): void {
  const apart = tablesApart(asked);
  const drawn = apart.flatMap(({ paths }) => paths);
  const others = asked.paths.filter((path) => !drawn.includes(path));
  if (apart.length > 0) throw new UserFault(apart.map((table) => apartFault(table, others)));
}

function apartFault({ of, paths }: TableApart, others: readonly string[]): Fault {
  return {
    path: '--over',
    value: paths.join(', '),
    rule: `must leave out the numbers that ${of} draws together, as this design would move each over its own law`,
    hint:
      others.length === 0
        ? 'garrison sensitivity --method sobol takes such a table as one; without --method it moves one number at a time'
        : `name the others, --over ${others.join(' --over ')}: those of ${of} are then drawn as in a run; --method sobol takes the table as one`,
  };
}
