import { faultText, type Fault } from '../model/scenario/fault.js';
import { coloursOf, type Terminal } from './terminal.js';

/** A fault whose line in the user's file is known. */
export interface LocatedFault extends Fault {
  /** `scenario.yaml:12:5` */
  readonly at?: string | undefined;
}

/** All faults at once, a line each. */
export function faultsText(faults: readonly LocatedFault[], terminal: Pick<Terminal, 'stderr' | 'env'>): string {
  const { red, bold } = coloursOf(terminal.stderr, terminal.env);
  const lines = faults.map((fault) => `${fault.at === undefined ? '' : `${bold(fault.at)} `}${faultText(fault)}`);
  const count = lines.length === 1 ? 'fault' : `${lines.length} faults`;
  return lines.length === 1
    ? `${red(count)}: ${lines[0] ?? ''}\n`
    : `${red(count)}:\n${lines.map((l) => `  ${l}\n`).join('')}`;
}
