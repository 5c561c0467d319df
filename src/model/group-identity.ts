/** Names a group that leaves by an order in its draws: `part` counts the order's groups from 0. */
export function groupIdentity(order: number, part: number): number {
  return order * partsOfOrder + part;
}

/** The order by which a group left. */
export function orderOf(identity: number): number {
  return Math.floor(identity / partsOfOrder);
}

/** Stands for those who leave at a hand-over, after all groups. */
export const restPart = 65535;

const partsOfOrder = 65536;
