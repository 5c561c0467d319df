import { lawRange } from '../../experiment/design/inputs.js';
import { UserFault } from '../../model/scenario/fault.js';
import type { DesignQuestion } from './design-question.js';

/** One number along which a question goes. */
export interface Axis {
  readonly path: string;
  readonly low: number;
  readonly high: number;
}

/**
 * The one or two numbers of a sweep or break-even: over the range given, or from the 5th to the 95th percentile of the law.
 * @throws UserFault where they are none, more than two, or groups.
 */
export function axesOf({ over, inputs, ranges, scenarios }: DesignQuestion): Axis[] {
  const hint = 'garrison check lists the uncertain numbers; --over PATH=LOW..HIGH gives any number a range';
  if (over.length === 0 || over.length > 2)
    throw new UserFault([{ path: '--over', rule: `must name one number or two, but names ${over.length}`, hint }]);
  const groups = inputs.filter(({ paths }) => paths.length > 1);
  if (groups.length > 0)
    throw new UserFault(
      groups.map(({ name, paths }) => ({
        path: `--over ${name}`,
        rule: `must be the path of one number, but ${paths.length} are below it`,
        hint: `some are ${paths.slice(0, 4).join(', ')}`,
      })),
    );
  return inputs.map(({ name }) => ({
    path: name,
    ...(ranges.get(name) ?? lawRange(name, { scenarios, low: 0.05, high: 0.95 })),
  }));
}
