import { expect, test } from 'vitest';
import { faultText } from '../../../src/model/scenario/fault.js';
import { readScenario } from '../../../src/model/scenario/read-scenario.js';
import { plain } from '../small-scenario.js';

const faultsOf = (change: object): string[] => {
  const read = readScenario({ ...plain, ...change });
  return read.kind === 'faults' ? read.faults.map(faultText) : [];
};

const regimes = [
  { name: 'truce', firstDay: '2020-03-01', gate: 0.1 },
  { name: 'war', firstDay: '2020-02-01', gate: 3, lastDay: '2020-02-10' },
];
const branch = { name: 'talks', day: '2020-03-01', probability: 0.4, then: { regimes: ['truce'] } };

test('a branch point names regimes and lines of the plan that are there, once, and not before its day', () => {
  expect(faultsOf({ regimes, branches: [branch] })).toEqual([]);
  expect(faultsOf({ regimes, branches: [{ ...branch, then: { regimes: ['truse'] } }] })).toEqual([
    'branches[0].then.regimes[0] must be the name of a regime of this scenario, got "truse"; did you mean truce?',
  ]);
  expect(faultsOf({ regimes, branches: [{ ...branch, then: { plan: ['go'] } }] })).toEqual([
    'branches[0].then.plan[0] must be the name of a line of the plan of this scenario, got "go"; give a line of the plan that name',
  ]);
  expect(faultsOf({ regimes, branches: [{ ...branch, otherwise: { regimes: ['truce'] } }] })).toEqual([
    'branches[0].otherwise.regimes[0] must be named once, got "truce"; what both sides have needs no branch',
  ]);
  expect(faultsOf({ regimes, branches: [{ ...branch, then: { regimes: ['war'] } }] })).toEqual([
    'branches[0].then.regimes[0] must begin on 2020-03-01 or later, when it is decided, but its firstDay is 2020-02-01, got "war"',
  ]);
  const announced = { name: 'go', announced: '2020-02-20', day: '2020-03-09', withdraw: 'all', fromBase: 'alpha' };
  expect(faultsOf({ plan: [announced], branches: [{ ...branch, then: { plan: ['go'] } }] })[0]).toMatch(
    /^branches\[0\]\.then\.plan\[0\] must begin on 2020-03-01 or later, when it is decided, but its announced is 2020-02-20/,
  );
});

test('a branch point that switches nothing, lies outside the scenario or shares its name is a fault', () => {
  expect(faultsOf({ regimes, branches: [{ ...branch, then: {} }] })).toEqual([
    'branches[0] must name a regime or a line of the plan; in then or in otherwise',
  ]);
  expect(faultsOf({ regimes, branches: [{ ...branch, day: '2021-03-01' }] })[0]).toMatch(
    /^branches\[0\]\.day must lie between start 2020-01-01 and end 2020-04-09, got "2021-03-01"/,
  );
  expect(faultsOf({ regimes, branches: [branch, branch] })).toEqual([
    'branches[1].name must be a name of its own, got "talks"; names tell draws apart',
  ]);
  expect(faultsOf({ regimes, branches: [{ ...branch, probability: 1.2 }] })).toEqual([
    'branches[0].probability must be at most 1, got 1.2',
  ]);
});

const calm = { gate: 1, stayDays: { mean: 60, sd: 30 }, next: { war: 1 } };
const war = { gate: 3, stayDays: { shape: 2, scale: 5 }, next: { calm: 1 } };
const chain = { name: 'conflict', start: 'calm', states: { calm, war } };
const chainFaultsOf = (change: object): string[] => faultsOf({ regimeChains: [{ ...chain, ...change }] });

test('a chain names its own states and known actors, and tells what it lacks', () => {
  expect(chainFaultsOf({})).toEqual([]);
  expect(chainFaultsOf({ start: 'clam' })).toEqual([
    'regimeChains[0].start must name a state of this chain, got "clam"; did you mean calm?',
  ]);
  expect(chainFaultsOf({ states: { calm: { ...calm, next: { warr: 1 } }, war } })[0]).toMatch(
    /^regimeChains\[0\]\.states\.calm\.next\.warr must name a state of this chain, got "warr"; did you mean war/,
  );
  expect(chainFaultsOf({ states: { calm: { ...calm, next: { calm: 1 } } } })).toEqual([
    'regimeChains[0].states.calm.next.calm must be another state; lengthen stayDays instead',
  ]);
  expect(chainFaultsOf({ states: { calm: { ...calm, next: { war: 0 } }, war } })).toEqual([
    'regimeChains[0].states.calm.next must give some state a weight above 0; or leave next out',
  ]);
  expect(chainFaultsOf({ states: { calm: { gate: 1, next: { war: 1 } }, war } })).toEqual([
    'regimeChains[0].states.calm.stayDays must be given, since another state follows',
  ]);
  expect(chainFaultsOf({ states: { calm: { gate: 1, stayDays: { scale: 3 } } } })).toEqual([
    'regimeChains[0].states.calm.next must be given, since the state does not last for ever; name the state that follows, or leave stayDays out',
  ]);
  expect(chainFaultsOf({ actors: ['militia'] })).toEqual([
    'regimeChains[0].actors[0] must name an actor of this scenario, got "militia"; did you mean militias?',
  ]);
  expect(chainFaultsOf({ firstDay: '2020-03-01', lastDay: '2020-02-01' })).toEqual([
    'regimeChains[0].lastDay must not be before firstDay 2020-03-01, got "2020-02-01"',
  ]);
  expect(faultsOf({ regimes: [{ ...regimes[0], track: 'conflict' }], regimeChains: [chain] })).toEqual([
    'regimeChains[0].name must not be the track of a regime, got "conflict"; a chain is a track of its own',
  ]);
});

test('stays of no length and gates below 0 are refused', () => {
  expect(chainFaultsOf({ states: { calm: { ...calm, stayDays: { mean: 0, sd: 1 } }, war } })).toEqual([
    'regimeChains[0].states.calm.stayDays.mean must be more than 0, got 0',
  ]);
  expect(chainFaultsOf({ states: { calm: { ...calm, gate: -1 }, war } })).toEqual([
    'regimeChains[0].states.calm.gate must be at least 0, got -1',
  ]);
});
