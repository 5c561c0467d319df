import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
const location = { lat: 33, lon: 44 };

/** Two contingents, three bases, two actors that provoke each other, moves by road and air, a hand-over, a truce, a strike. */
export const rich: ScenarioInput = {
  title: 'rich',
  start: '2020-01-01',
  end: '2020-04-09',
  contingents: { us: {}, uk: { salience: { uniform: { low: 0.3, high: 0.9 } }, tags: ['EU'] } },
  bases: {
    alpha: { location, garrison: { us: 1200, uk: 300 } },
    beta: { location: { lat: 34, lon: 43 }, garrison: { us: 600 } },
    gamma: { location: { lat: 35, lon: 44 }, garrison: { us: 250, uk: 50 } },
  },
  actors: {
    militias: {
      baselinePerDay: { lognormal: { p5: 0.05, p95: 0.25 } },
      branching: { militias: { beta: { mean: 0.4, sd: 0.2 } } },
      region: [location],
    },
    others: { baselinePerDay: 0.05 },
  },
  convoys: { hazardPerConvoyDay: 0.2 },
  strikes: { events: [{ day: '2020-02-20', name: 'raid' }] },
  regimes: [{ name: 'truce', firstDay: '2020-03-01', lastDay: '2020-03-20', gate: 0.1, probability: 0.6 }],
  plan: [
    { day: '2020-01-10', handOver: 'gamma', personnelTo: 'alpha', by: 'road', overDays: 6, handOverDay: '2020-01-20' },
    { day: '2020-01-15', withdraw: { uk: 100, us: { share: 0.25 } }, fromBase: 'alpha', overDays: 10 },
    { day: '2020-02-01', arrive: { us: 333 }, toBase: 'beta', overDays: 10 },
    { day: '2020-03-01', move: 'all', fromBase: 'beta', toBase: 'alpha', overDays: 3 },
  ],
};
