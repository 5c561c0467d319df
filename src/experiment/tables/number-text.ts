/** A number for a label, to three significant figures: 41,200; 3.07; 0.0123. "n/a" where there is none. */
export function numberText(value: number): string {
  return Number.isFinite(value) ? value.toLocaleString('en-US', { maximumSignificantDigits: 3 }) : 'n/a';
}

/** A count in full: 12,345. */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/** A noun after its count: 1 replication, 2,000 replications. */
export function counted(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? '' : 's'}`;
}
