import { meanInterval } from '../../stats/index.js';
import { outcome, type Results } from '../results.js';
import { statusAtEnd, type BaseStatus } from './base-status.js';
import { captionOf, type Caption } from './caption.js';
import { personnelRows } from './personnel.js';

export type MapRow = MapBaseRow | MapMoveRow;

export interface MapBaseRow {
  readonly part: 'base';
  readonly base: string;
  readonly name: string;
  /** Degrees north and east. */
  readonly lat: number;
  readonly lon: number;
  /** Mean over the replications of attacks while the base hosts personnel. */
  readonly attacks: number;
  readonly attacksLabel: string;
  /** At the end of replication 0. */
  readonly status: BaseStatus;
}

/** Everybody who went from one base to another in replication 0. */
export interface MapMoveRow {
  readonly part: 'move';
  readonly fromBase: string;
  readonly toBase: string;
  readonly persons: number;
}

export function mapRows(results: Results): MapRow[] {
  const { scenario, firstReplication } = results;
  const persons = new Map(
    personnelRows(results).flatMap((row) => (row.part === 'summary' && row.group === 'base' ? [[row.place, row]] : [])),
  );
  const bases = Object.entries(scenario.bases).map(([base, { name, location }]): MapBaseRow => {
    const attacks = meanInterval(outcome(results, `attacks.base.${base}`)).value;
    const told = statusAtEnd(firstReplication, base);
    const { atEnd, most } = persons.get(base) ?? {};
    const status = told !== 'hosting' || atEnd !== 0 ? told : most === 0 ? 'unused' : 'empty';
    return {
      part: 'base',
      base,
      name: name ?? base,
      lat: location.lat,
      lon: location.lon,
      attacks,
      attacksLabel: expectedText(attacks),
      status,
    };
  });
  const moves = new Map<string, MapMoveRow>();
  for (const { kind, base, toBase, persons = 0 } of firstReplication) {
    if (kind !== 'departure' || base === undefined || toBase === undefined || !(toBase in scenario.bases)) continue;
    const key = `${base} ${toBase}`;
    const before = moves.get(key)?.persons ?? 0;
    moves.set(key, { part: 'move', fromBase: base, toBase, persons: before + persons });
  }
  return [...bases, ...moves.values()];
}

/** A mean count as a map needs it: 17; 5.8; 0.2; <0.1. */
function expectedText(attacks: number): string {
  if (attacks > 0 && attacks < 0.05) return '<0.1';
  return attacks.toLocaleString('en-US', { maximumFractionDigits: attacks < 9.95 ? 1 : 0 });
}

export function mapCaption(results: Results, rows: readonly MapRow[]): Caption {
  const bases = rows.flatMap((row) => (row.part === 'base' ? [row] : []));
  const namesOf = (is: (status: BaseStatus) => boolean): string =>
    bases
      .filter(({ status }) => is(status))
      .map(({ name }) => name)
      .join(', ');
  const given = namesOf((status) => status !== 'hosting' && status !== 'unused');
  const unused = namesOf((status) => status === 'unused');
  return captionOf(results, {
    title: 'Mean attacks by base in this scenario',
    reading: ['Area of a circle and number: mean attacks while the base hosts personnel; not a forecast for a site.'],
    finding:
      `Map of ${bases.map(({ name, attacksLabel }) => `${name} ${attacksLabel}`).join(', ')} expected attacks.` +
      (given === '' ? '' : ` Handed over, closed or left by the end: ${given}.`) +
      (unused === '' ? '' : ` Never used in the first replication: ${unused}.`),
  });
}
