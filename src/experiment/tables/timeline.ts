import type { Happening } from '../../model/happening.js';
import { STRIKES } from '../../model/scenario/reference-faults.js';
import { horizonDays } from '../../model/scenario/schema.js';
import { BEFORE, presenceOf } from '../story/presence.js';
import { gateOf } from '../story/turn-words.js';
import type { Trace } from '../trace.js';
import type { Caption } from './caption.js';
import { instant } from './instant.js';
import { countText, counted } from './number-text.js';
import { changesAtBase, changesOnTheWay, stepsOf } from './personnel.js';
import type { RegimeRow } from './regimes.js';

export type TimelineRow =
  | TimelineLaneRow
  | TimelineStepRow
  | TimelineAttackRow
  | TimelineMoveRow
  | TimelineEndRow
  | TimelineStrikeRow
  | RegimeRow;

/** Key of the lane of those on the way. */
const WAY = 'on the way';

export interface TimelineLaneRow {
  readonly part: 'lane';
  /** Key of the base, or `on the way`. */
  readonly place: string;
  readonly name: string;
  readonly most: number;
  /** Days from the start to the end of the scenario, the same in every lane. */
  readonly endDay: number;
  /** "1,200 → 0", or what is at most on the way. */
  readonly label: string;
}

/** From `at` on there are so many persons. */
export interface TimelineStepRow {
  readonly part: 'step';
  readonly place: string;
  readonly at: string;
  readonly persons: number;
}

export type TimelineCause = 'unprovoked' | 'emboldened' | 'vacuum' | 'attacks' | 'strikes';

export interface TimelineAttackRow {
  readonly part: 'attack';
  readonly place: string;
  readonly at: string;
  /** Days since the scenario's start. */
  readonly day: number;
  readonly cause: TimelineCause;
  readonly killed: number;
  readonly wounded: number;
  /** Number of the row of the replication, counted from 1. */
  readonly row: number;
}

/** A group that leaves, in the lane of where it leaves from. */
export interface TimelineMoveRow {
  readonly part: 'move';
  readonly place: string;
  readonly at: string;
  readonly persons: number;
}

export interface TimelineEndRow {
  readonly part: 'end';
  readonly place: string;
  readonly at: string;
}

export interface TimelineStrikeRow {
  readonly part: 'strike';
  readonly at: string;
  readonly name: string;
}

/** One replication over time: a lane for each base where anybody ever was or that was attacked, and one for the road. */
export function timelineRows(trace: Trace): TimelineRow[] {
  const { compiled, rows } = trace;
  const { scenario } = compiled;
  const horizon = horizonDays(scenario);
  const presence = presenceOf(trace);
  const attacks = rows.flatMap((row, index) => attackRow(row, index, trace));
  const lane = (of: {
    readonly place: string;
    readonly name: string;
    readonly start: number;
    readonly changes: readonly { readonly day: number; readonly by: number }[];
  }) => {
    const steps = stepsOf(of.start, of.changes, horizon);
    return { ...of, steps, most: Math.max(...steps.map(({ persons }) => persons)) };
  };
  const lanes = compiled.baseKeys
    .map((place) =>
      lane({
        place,
        name: scenario.bases[place]?.name ?? place,
        start: presence.atBase(place, BEFORE),
        changes: changesAtBase(rows, place),
      }),
    )
    .sort((a, b) => b.most - a.most);
  const way = lane({ place: WAY, name: 'On the way', start: 0, changes: changesOnTheWay(rows) });
  const drawn = [...lanes, way].filter(
    ({ place, most }) => most > 0 || attacks.some((attack) => attack.place === place),
  );
  return [
    ...drawn.flatMap(({ place, name, steps, most }): TimelineRow[] => {
      const [start, end] = [steps[0]?.persons ?? 0, steps.at(-1)?.persons ?? 0];
      const label =
        place === WAY
          ? ''
          : start === end && most === start
            ? countText(start)
            : `${countText(start)} → ${countText(end)}`;
      return [
        { part: 'lane', place, name, most, endDay: horizon, label },
        ...steps.map(({ day, persons }) => ({ part: 'step' as const, place, at: instant(scenario, day), persons })),
      ];
    }),
    ...attacks,
    ...rows.flatMap(({ kind, base, day, persons = 0, name = '' }): TimelineRow[] => {
      const at = instant(scenario, day);
      if (kind === 'departure' && base !== undefined) return [{ part: 'move', place: base, at, persons }];
      if ((kind === 'handOver' || kind === 'closure') && base !== undefined) return [{ part: 'end', place: base, at }];
      return kind === 'strike' && day >= 0 ? [{ part: 'strike', at, name }] : [];
    }),
    ...regimesHeld(trace),
  ];
}

function attackRow(row: Happening, index: number, { compiled }: Trace): TimelineAttackRow[] {
  const { kind, base, day, cause, killed = 0, wounded = 0 } = row;
  if (kind !== 'attackOnBase' && kind !== 'attackOnConvoy' && kind !== 'attackOnHandedOver') return [];
  const causes: Readonly<Record<string, TimelineCause>> = {
    background: 'unprovoked',
    emboldened: 'emboldened',
    vacuum: 'vacuum',
    [STRIKES]: 'strikes',
  };
  const at = instant(compiled.scenario, day);
  return [
    {
      part: 'attack',
      place: base ?? WAY,
      at,
      day,
      cause: causes[cause ?? ''] ?? 'attacks',
      killed,
      wounded,
      row: index + 1,
    },
  ];
}

/**
 * Regimes as they held in this replication: until their end, another of the same track, a breach, or the end. Those whose
 * gate was drawn as 1 change nothing and are left out.
 */
function regimesHeld({ compiled, rows, values }: Trace): RegimeRow[] {
  const { scenario, regimes, horizonDays: horizon } = compiled;
  const trackOf = (name = ''): string => {
    const regime = regimes.find((candidate) => candidate.name === name);
    const chain = compiled.chains.find((candidate) => name.startsWith(`${candidate.name}: `));
    return regime ? `track ${regime.track}` : chain ? `chain ${chain.name}` : `rule ${name}`;
  };
  return rows.flatMap((row, index): RegimeRow[] => {
    const gate = gateOf(row.name ?? '', compiled);
    if (row.kind !== 'regime' || (gate !== undefined && values[gate] === 1)) return [];
    const end = rows
      .slice(index + 1)
      .find(
        (later) =>
          ((later.kind === 'regimeEnd' || later.kind === 'truceBroken') && later.name === row.name) ||
          (later.kind === 'regime' && trackOf(later.name) === trackOf(row.name)),
      );
    const toDay = end?.day ?? horizon;
    if (toDay <= row.day) return [];
    return [
      {
        part: 'regime',
        name: compiled.rules.some(({ name }) => name === row.name) ? `truce (${row.name ?? ''})` : (row.name ?? ''),
        regimeStart: instant(scenario, row.day),
        regimeEnd: instant(scenario, toDay),
        fromDay: row.day,
        toDay,
      },
    ];
  });
}

export function timelineCaption(
  { compiled, outcomes, replication, seed }: Trace,
  rows: readonly TimelineRow[],
): Caption {
  const { title } = compiled.scenario;
  const total = (name: string): number => outcomes.get(name) ?? NaN;
  const came = `${counted(total('attacks'), 'attack')}, ${countText(total('killed'))} killed, ${countText(total('wounded'))} wounded`;
  const reading =
    'A mark is an attack, larger with more killed and wounded; the number in a mark is killed, left out where another mark covers it. Grey is personnel, all on one scale; right, at the start → at the end.';
  const capped = total('capped') === 1 ? ['The cap on events ended it early: its counts are lower bounds.'] : [];
  const origin = `Replication ${countText(replication)}, seed ${seed}: one draw of chance. Model output, not observation.`;
  const lanes = rows.flatMap((row) => (row.part === 'lane' && row.label !== '' ? [`${row.name} ${row.label}`] : []));
  return {
    title: 'One possible future, attack by attack',
    subtitle: [title, `${came}.`, reading, ...capped, origin],
    alt: [
      'One possible future, attack by attack.',
      `${title}.`,
      `Timeline of one replication with ${came}, in a lane for each base.`,
      `Personnel at the start and at the end: ${lanes.join(', ')}.`,
      ...capped,
      origin,
    ].join(' '),
  };
}
