import type { PlanItem } from './plan-schema.js';

/** A line of a plan in a few words, where it has no name of its own. */
export function planWords(item: PlanItem): string {
  if ('move' in item) return `move from ${item.fromBase} to ${item.toBase} by ${item.by}`;
  if ('withdraw' in item) return `withdrawal from ${item.fromBase} by ${item.by}`;
  if ('arrive' in item) return `arrival at ${item.toBase}`;
  if ('harden' in item) return `hardening of ${item.harden}`;
  const to = item.personnelTo === undefined ? '' : `, personnel to ${item.personnelTo} by ${item.by}`;
  return 'handOver' in item ? `hand-over of ${item.handOver}${to}` : `closure of ${item.close}${to}`;
}
