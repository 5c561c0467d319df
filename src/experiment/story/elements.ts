import type { Happening } from '../../model/happening.js';
import { isAttack } from './likely-sources.js';

/** Rows of a replication that make one line of its story: an attack and what is decided on it, a whole move, a month's supply. */
export interface Element {
  readonly kind: ElementKind;
  /** Indices of its rows, ascending; the first decides where it stands. */
  readonly rows: readonly number[];
  readonly first: Happening;
}

export type ElementKind =
  | 'attack'
  | 'move'
  | 'ramp'
  | 'return'
  | 'supply'
  | 'ruleAlone'
  | 'before'
  | Exclude<Happening['kind'], 'departure' | 'arrival'>;

/** Sorts every row into exactly one element. `monthOf` names the month that a day lies in. */
export function elementsOf(rows: readonly Happening[], monthOf: (day: number) => string): Element[] {
  const elements = new Map<string, { kind: ElementKind; rows: number[]; first: Happening }>();
  const convoys = new Map<number, string>();
  let attack: { readonly key: string; readonly day: number } | undefined;
  /** Where a rule's decision stands, by its name and instant: what it does at once stands there too. */
  const decisions = new Map<string, string>();
  const instantOf = (row: Happening): string => `${row.day} ${row.name ?? ''}`;
  rows.forEach((row, index) => {
    const own = `row ${index}`;
    const { key, kind } = ((): { readonly key: string; readonly kind: ElementKind } => {
      switch (row.kind) {
        case 'attackOnBase':
        case 'attackOnConvoy':
        case 'attackOnHandedOver':
          return { key: own, kind: 'attack' };
        case 'rule': {
          // Rules are tested right after the attack that meets their conditions.
          const key = attack?.day === row.day ? attack.key : own;
          decisions.set(instantOf(row), key);
          return { key, kind: key === own ? 'ruleAlone' : 'attack' };
        }
        case 'pause':
        case 'hold':
        case 'hardening':
        case 'regime':
          return { key: decisions.get(instantOf(row)) ?? own, kind: row.kind };
        case 'waitsForLift':
          return { key: `move ${row.order ?? ''}`, kind: 'move' };
        case 'departure':
          if (row.convoy !== undefined) convoys.set(row.convoy, `move ${row.order ?? ''}`);
          return { key: `move ${row.order ?? ''}`, kind: 'move' };
        case 'arrival': {
          const sent = row.convoy === undefined ? undefined : convoys.get(row.convoy);
          if (sent !== undefined) return { key: sent, kind: 'move' };
          return row.share === undefined
            ? { key: `ramp ${row.order ?? ''}`, kind: 'ramp' }
            : { key: `return ${row.order ?? ''}`, kind: 'return' };
        }
        case 'supplySetOut':
        case 'supplyReturn':
          return { key: `supply ${monthOf(row.day)}`, kind: 'supply' };
        case 'strike':
          return { key: own, kind: row.day < 0 ? 'before' : 'strike' };
        default:
          return { key: own, kind: row.kind };
      }
    })();
    if (isAttack(row)) attack = { key, day: row.day };
    const element = elements.get(key);
    if (element) element.rows.push(index);
    else elements.set(key, { kind, rows: [index], first: row });
  });
  return [...elements.values()];
}
