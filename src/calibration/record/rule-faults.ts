import { didYouMean } from '../../model/scenario/did-you-mean.js';
import type { Fault } from '../../model/scenario/fault.js';
import { othersOf } from './match-actor.js';
import type { RecordFormat } from './record-format.js';
import type { RecordRules } from './record-rules.js';
import type { RecordWorld } from './record-world.js';

/** What in the rules names nothing of the scenario, or leaves open whose attacks are whose. */
export function ruleFaults(about: {
  readonly rules: RecordRules;
  readonly world: RecordWorld;
  readonly format: RecordFormat;
}): Fault[] {
  const { rules, world } = about;
  const bases = world.bases.map(({ key }) => key);
  const actors = world.actors.map(({ key }) => key);
  const unknown = (path: string, what: string, key: string, known: readonly string[]): Fault[] =>
    known.includes(key) ? [] : [{ path, value: key, rule: `must be ${what}`, hint: didYouMean(key, known) }];
  const { others } = rules;
  return [
    ...Object.keys(rules.places).flatMap((key) => unknown(`rules.places.${key}`, 'a base of the scenario', key, bases)),
    ...Object.keys(rules.actors).flatMap((key) =>
      unknown(`rules.actors.${key}`, 'an actor of the scenario', key, actors),
    ),
    ...(others === undefined || others === 'leaveOut'
      ? []
      : unknown('rules.others', 'an actor of the scenario, or leaveOut', others, [...actors, 'leaveOut'])),
    ...(others === undefined && Object.keys(rules.actors).length === 0 && othersOf(about) === undefined
      ? [
          {
            path: 'rules.others',
            rule: 'must be given, as the scenario has several actors and no warmStart.actor',
            hint: `which one are attacks put down to that nobody claimed? known are ${actors.join(', ')}`,
          },
        ]
      : []),
  ];
}
