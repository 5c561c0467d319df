import type { ClosedForm, Held, NoClosedForm } from '../experiment/closed-form.js';
import { figure, percent } from './number-text.js';
import { textTable } from './text-table.js';

export interface Emphasis {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Attacks on bases in closed form beside the simulated ones, or one line that says why there are none. */
export function expectedAttacksText(closed: ClosedForm | NoClosedForm, { bold, dim }: Emphasis): string {
  if (closed.kind === 'open') return dim(`No closed form for expected attacks: ${closed.why}.`);
  const { simulated, distribution } = closed;
  const heading = `${bold('Expected attacks on bases')}, exact and in ${simulated.n} replications with the same draws of what is uncertain`;
  const table = textTable(
    [
      ['', 'exact', 'simulated', '95 % interval'],
      rowOf('mean', closed, figure),
      ...(distribution?.quantiles ?? []).map((row) =>
        rowOf(row.order === 0.5 ? 'median' : `${percent(row.order)} quantile`, row, figure),
      ),
      ...(distribution ? [rowOf('P(no attack)', distribution.probabilityOfNone, percentOrLess)] : []),
    ],
    [1, 2, 3],
  );
  const left = distribution
    ? ''
    : `\n${dim('  Their distribution is left out: it would take too long to work out here.')}`;
  return `${heading}\n${table}${left}`;
}

function rowOf(label: string, { exact, simulated }: Held, text: (value: number) => string): string[] {
  const { value, low, high } = simulated;
  const interval = Number.isNaN(low) || Number.isNaN(high) ? 'no interval' : `${text(low)} to ${text(high)}`;
  return [label, text(exact), text(value), interval];
}

function percentOrLess(probability: number): string {
  return probability > 0 && probability < 0.0001 ? '<0.01 %' : percent(probability);
}
