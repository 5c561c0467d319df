import type { EventCalendar } from '../kernel/index.js';
import type { AttackProcess } from './attack-process.js';
import type { CompiledScenario } from './compile.js';
import { OUTSIDE, type Count, type Departure } from './compile-plan.js';
import type { GoAction } from './compile-rules.js';
import { EventKind, Priority } from './event-kind.js';
import type { HappeningSink } from './happening.js';
import type { Movement } from './movement.js';
import type { Pauses } from './pauses.js';
import type { Regimes } from './regimes.js';
import type { Firing } from './rules.js';
import type { Truces } from './truces.js';
import { Status, type World } from './world.js';

/** What an action may touch. */
export interface RuleScene {
  readonly compiled: CompiledScenario;
  readonly values: Float64Array;
  readonly calendar: EventCalendar;
  readonly world: World;
  readonly movement: Movement;
  readonly process: AttackProcess;
  readonly regimes: Regimes;
  readonly truces: Truces;
  readonly pauses: Pauses;
  /** A strike happens: the same path as one by date. */
  readonly strike: (strike: { readonly day: number; readonly magnitude: number; readonly name: string }) => void;
  /** First day on which a rule made people of a contingent go; NaN before. */
  readonly leftDay: Float64Array;
  readonly sink: HappeningSink | undefined;
}

/** Carries out what a rule decided, by the same paths as what is scheduled (model, section 8). */
export function carryOut({ rule, action, base }: Firing, day: number, scene: RuleScene): void {
  const { name, contingent } = scene.compiled.rules[rule]!;
  const { values, sink } = scene;
  switch (action.kind) {
    case 'strike':
      scene.strike({ day, magnitude: values[action.magnitude]!, name });
      return;
    case 'leave':
    case 'halve':
    case 'relocate':
      go(action, { rule, day }, scene);
      return;
    case 'pause': {
      const end = scene.pauses.begin(contingent, day, values[action.forDays]!);
      scene.calendar.schedule(end, Priority.rule, EventKind.pauseEnd, contingent);
      sink?.({ kind: 'pause', day, name, contingent: scene.compiled.contingentKeys[contingent]! });
      return;
    }
    case 'hold':
      scene.movement.hold(day, values[action.forDays]!);
      sink?.({ kind: 'hold', day, name });
      return;
    case 'harden': {
      const place = action.base < 0 ? base : action.base;
      // An attack on the road hardens no base.
      if (place < 0) return;
      scene.process.harden(place, scene.world.hardening[place]! + values[action.rise]!);
      sink?.({ kind: 'hardening', day, base: scene.compiled.baseKeys[place]!, name });
      return;
    }
    case 'truce':
      scene.truces.begin(rule, action, day);
      scene.regimes.setGates(day);
      sink?.({ kind: 'regime', day, name });
      return;
    default:
      action satisfies never;
  }
}

/** One order for each base where people of the contingent are. None to a base that hosts nobody any more. */
function go(action: GoAction, { rule, day }: { readonly rule: number; readonly day: number }, scene: RuleScene): void {
  const { world, compiled, values } = scene;
  const { contingent, name, path } = compiled.rules[rule]!;
  if (action.to !== OUTSIDE && world.status[action.to] !== Status.hosting) return;
  const count: Count = { kind: action.kind === 'halve' ? 'half' : 'all' };
  const persons = compiled.contingentKeys.map((_, c) => (c === contingent ? count : undefined));
  for (let from = 0; from < world.bases; from++) {
    const there = world.present[from * world.contingents + contingent]!;
    if (from === action.to || (action.from >= 0 && from !== action.from)) continue;
    if (there < (action.kind === 'halve' ? 2 : 1)) continue;
    if (Number.isNaN(scene.leftDay[contingent]!)) scene.leftDay[contingent] = day;
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
    scene.movement.order(order);
  }
}
