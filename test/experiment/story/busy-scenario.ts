import { traceFully, type Trace } from '../../../src/experiment/trace.js';
import { compileScenario } from '../../../src/model/compile.js';
import { readScenario } from '../../../src/model/scenario/read-scenario.js';
import type { ScenarioInput } from '../../../src/model/scenario/scenario-input.js';

/** Everything that a story has to tell: two actors, rules, supply, lift, a chain, a branch point, hand-over, closure, return. */
export const busy: ScenarioInput = {
  title: 'Two camps and a post',
  start: '2020-01-01',
  end: '2020-08-31',
  contingents: {
    kus: { name: 'United States' },
    kuk: { name: 'United Kingdom', salience: { uniform: { low: 0.2, high: 1 } } },
    kco: { name: 'Contractors' },
  },
  bases: {
    knorth: {
      name: 'North Camp',
      location: { lat: 35, lon: 44 },
      garrison: { kus: 900, kuk: 200 },
      airDefence: { since: '2020-03-01', interception: { rocket: 0.5 } },
    },
    ksouth: {
      name: 'South Camp',
      location: { lat: 33, lon: 44 },
      garrison: { kus: { uniform: { low: 500, high: 700 } }, kuk: 300 },
    },
    kpost: { name: 'River Post', location: { lat: 34, lon: 43 }, garrison: { kus: 150 } },
    kyard: { name: 'Old Yard', location: { lat: 34, lon: 42 }, garrison: { kus: 80 } },
  },
  modes: { rocket: {}, armedDrone: {} },
  actors: {
    kmil: {
      name: 'militias',
      baselinePerDay: { lognormal: { p5: 0.08, p95: 0.2 } },
      modeShares: { rocket: 0.8, armedDrone: 0.2 },
      branching: { kmil: 0.5, kins: 0, strikes: 0.9 },
      emboldening: { perShareWithdrawn: 2 },
      targetChoice: { sameTargetRepeat: 0.5 },
    },
    kins: {
      name: 'insurgents',
      baselinePerDay: 0.05,
      branching: { kmil: 0.2, kins: 0.2, strikes: 0 },
      vacuum: { sensitivity: 2, adjustDays: 30 },
    },
  },
  severity: { fatalProbability: 0.2 },
  supply: { contingent: 'kco', convoysPerBaseDay: 0.1, personsPerConvoy: 20, transitDays: 1 },
  convoys: { hazardPerConvoyDay: 0.05 },
  handOverResidual: { first: 0.5, final: 0.5 },
  lift: { byAir: 20 },
  plan: [
    {
      name: 'thin out',
      day: '2020-02-01',
      announced: '2020-01-10',
      withdraw: { kus: 300 },
      fromBase: 'knorth',
      by: 'air',
      overDays: 5,
    },
    { day: '2020-01-20', handOver: 'kyard', handedTo: 'the host army', personnelTo: 'ksouth' },
    { day: '2020-03-05', close: 'kpost', personnelTo: 'ksouth', by: 'road', overDays: 2 },
    { name: 'come', day: '2020-06-01', arrive: { kus: 200 }, toBase: 'ksouth', overDays: 20 },
    { day: '2020-05-01', withdraw: { kuk: 50 }, fromBase: 'ksouth', returnDay: '2020-06-10' },
    { day: '2020-04-01', harden: 'ksouth', to: 0.5 },
  ],
  regimes: [
    { name: 'talks truce', firstDay: '2020-07-01', lastDay: '2020-07-20', gate: { uniform: { low: 0.1, high: 0.2 } } },
  ],
  branches: [{ name: 'the vote', day: '2020-06-15', probability: 0.6, then: { regimes: ['talks truce'] } }],
  regimeChains: [
    {
      name: 'mood',
      start: 'calm',
      states: {
        calm: { gate: 1, stayDays: { mean: 40, sd: 20 }, next: { tense: 1 } },
        tense: { gate: 1.3, stayDays: { mean: 20, sd: 10 }, next: { calm: 1 } },
      },
    },
  ],
  rules: [
    { name: 'retaliate', after: { killedAtLeast: 1 }, then: { strike: {} } },
    {
      name: 'first dead',
      contingent: 'kuk',
      after: { ownKilledAtLeast: 1 },
      then: [{ leave: { probability: 0.5, delayDays: { mean: 5 } } }, { pause: { probability: 0.5 } }],
    },
    { name: 'long quiet', after: { daysWithoutStrike: 30 }, then: { truce: { forDays: 20 } } },
    { name: 'shelter', after: { killedAtLeast: 2 }, then: { harden: { rise: 0.3 } } },
    { name: 'wait', after: { attacksAtLeast: 4, withinDays: 10 }, then: { hold: { forDays: 10 } } },
  ],
  strikes: { events: [{ day: '2019-12-20', name: 'the depot' }, { day: '2020-01-20' }] },
};

/** Keys of the busy scenario, none of which may be told. */
export const busyKeys = /\bk(?:us|uk|co|north|south|post|yard|mil|ins)\b/;

export function traceOf(input: ScenarioInput, replication: number, seed = 1): Trace {
  const read = readScenario(input);
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults));
  return traceFully(compileScenario(read.scenario), { seed, replication });
}
