import { OUTSIDE, type Count, type Departure } from './compile-plan.js';
import type { GoAction, HardenAction } from './compile-rules.js';
import { EventKind, Priority } from './event-kind.js';
import type { ReplicationParts } from './replication-parts.js';
import type { Firing } from './rules.js';
import { Status } from './world.js';

/** Carries out what a rule decided, by the same paths as what is scheduled (model, section 8). */
export function carryOut({ rule, action, base }: Firing, day: number, parts: ReplicationParts): void {
  const { name, contingent } = parts.compiled.rules[rule]!;
  const { values, sink } = parts;
  switch (action.kind) {
    case 'strike':
      parts.strikes.happen({ day, magnitude: values[action.magnitude]!, name });
      return;
    case 'leave':
    case 'halve':
    case 'relocate':
      go(action, { rule, day }, parts);
      return;
    case 'pause': {
      const end = parts.pauses.begin(contingent, day, values[action.forDays]!);
      parts.calendar.schedule(end, Priority.rule, EventKind.pauseEnd, contingent);
      sink?.({ kind: 'pause', day, name, contingent: parts.compiled.contingentKeys[contingent]! });
      return;
    }
    case 'hold':
      parts.movement.hold(day, values[action.forDays]!);
      sink?.({ kind: 'hold', day, name });
      return;
    case 'harden': {
      const place = action.base < 0 ? base : action.base;
      // An attack on the road hardens no base.
      if (place < 0) return;
      protect(place, action, parts);
      const at = { day, base: parts.compiled.baseKeys[place]!, name };
      if (action.airDefence) sink?.({ kind: 'airDefence', ...at });
      if (action.rise >= 0) sink?.({ kind: 'hardening', ...at });
      return;
    }
    case 'truce':
      parts.truces.begin(rule, action, day);
      parts.regimes.setGates(day);
      sink?.({ kind: 'regime', day, name });
      return;
    default:
      action satisfies never;
  }
}

/** Air defence comes to a base, its hardening rises, or both; and with them its weight changes. */
function protect(base: number, { rise, airDefence }: HardenAction, parts: ReplicationParts): void {
  const { defences, process, world, values } = parts;
  if (airDefence) defences.install(base, airDefence);
  if (rise >= 0) process.harden(base, world.hardening[base]! + values[rise]!);
  else process.defend(base);
}

/** One order for each base where people of the contingent are. None to a base that hosts nobody any more. */
function go(
  action: GoAction,
  { rule, day }: { readonly rule: number; readonly day: number },
  parts: ReplicationParts,
): void {
  const { world, compiled, values } = parts;
  const { contingent, name, path } = compiled.rules[rule]!;
  if (action.to !== OUTSIDE && world.status[action.to] !== Status.hosting) return;
  const count: Count = { kind: action.kind === 'halve' ? 'half' : 'all' };
  const persons = compiled.contingentKeys.map((_, c) => (c === contingent ? count : undefined));
  for (let from = 0; from < world.bases; from++) {
    const there = world.present[from * world.contingents + contingent]!;
    if (from === action.to || (action.from >= 0 && from !== action.from)) continue;
    if (there < (action.kind === 'halve' ? 2 : 1)) continue;
    if (Number.isNaN(parts.leftDay[contingent]!)) parts.leftDay[contingent] = day;
    const order: Departure = {
      kind: 'departure',
      path,
      label: `${name}: ${action.kind}`,
      day,
      announced: undefined,
      priority: 0,
      from,
      to: action.to,
      toHome: action.to === OUTSIDE,
      byRoad: action.byRoad,
      overDays: action.overDays,
      transitDays: action.transitDays,
      routeFactor: action.routeFactor,
      persons,
      returnDay: action.forDays < 0 ? undefined : day + values[action.forDays]!,
    };
    parts.movement.order(order);
  }
}
