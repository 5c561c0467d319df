import { parse } from 'yaml';

export type StarterFormat = 'ts' | 'yaml' | 'json';

/** A scenario to start from, made up and small: as TypeScript, as YAML, or as JSON (which has no comments). */
export function starterText(format: StarterFormat): string {
  switch (format) {
    case 'ts':
      return typescript;
    case 'yaml':
      return yaml;
    case 'json':
      return `${JSON.stringify(parse(yaml), null, 2)}\n`;
    default:
      return format satisfies never;
  }
}

const typescript = `import { defineScenario } from 'garrison';

// A scenario is plain data. Any number may be
//   0.3                                     a number,
//   { uniform: { low: 0.2, high: 0.4 } }    what is not known about it (drawn once per replication), or
//   { value: 0.3, source: 'where it is from', note: 'why' }.
// What has no source counts as assumed. Everything here is made up: put your own in its place.
//   garrison check FILE    tells all faults at once
//   garrison run FILE      simulates it

export default defineScenario({
  title: 'Hand over the river post in April, keep the airfield and the camp',
  question: 'What does giving up the river post do to the people at the other two?',
  start: '2020-03-01', // first day
  end: '2020-12-31', // last day, included
  country: 'Iraq', // whose outline the map draws

  contingents: {
    us: { name: 'United States' },
    // Salience: how strongly a person of a contingent draws attacks, against 1.
    uk: { name: 'United Kingdom', salience: { uniform: { low: 0.3, high: 0.9 } } },
  },

  bases: {
    airfield: { name: 'Airfield', location: { lat: 33.8, lon: 42.4 }, garrison: { us: 1500 } },
    camp: { name: 'Camp', location: { lat: 33.5, lon: 44.3 }, garrison: { us: 1200, uk: 300 } },
    riverPost: { name: 'River post', location: { lat: 34.4, lon: 41.1 }, garrison: { us: 300 } },
  },

  actors: {
    militias: {
      name: 'Militias',
      // Attacks per day that nothing recent provoked: 90 % sure that it lies between these two.
      baselinePerDay: { lognormal: { p5: 0.05, p95: 0.25 } },
      // Attacks that one attack provokes directly, on average. Below 1, or they never die out.
      branching: { militias: { beta: { mean: 0.4, sd: 0.15 } } },
      targetChoice: {
        // 0: total effort is fixed and moves to the bases that are left. 1: nothing moves.
        effortElasticity: { uniform: { low: 0, high: 1 } },
      },
    },
  },

  // Who goes where and when. An item is one of move, withdraw, arrive, handOver, close.
  plan: [
    {
      day: '2020-04-01',
      handOver: 'riverPost',
      handedTo: 'the host country',
      personnelTo: 'airfield',
      by: 'road', // or air, which no road attack reaches
      overDays: 5,
    },
    { day: '2020-06-01', withdraw: { uk: 200 }, fromBase: 'camp' },
  ],

  // Times in which the attack rate is multiplied: a truce below 1, an escalation above.
  regimes: [
    { name: 'truce', firstDay: '2020-10-11', lastDay: '2020-11-17', gate: 0.15, probability: 0.6 },
  ],
});
`;

const yaml = `# A scenario is plain data. Any number may be
#   0.3                                   a number,
#   { uniform: { low: 0.2, high: 0.4 } }  what is not known about it (drawn once per replication), or
#   { value: 0.3, source: where it is from, note: why }.
# What has no source counts as assumed. Everything here is made up: put your own in its place.
#   garrison check FILE    tells all faults at once
#   garrison run FILE      simulates it

title: Hand over the river post in April, keep the airfield and the camp
question: What does giving up the river post do to the people at the other two?
start: '2020-03-01' # first day
end: '2020-12-31' # last day, included
country: Iraq # whose outline the map draws

contingents:
  us: { name: United States }
  # Salience: how strongly a person of a contingent draws attacks, against 1.
  uk: { name: United Kingdom, salience: { uniform: { low: 0.3, high: 0.9 } } }

bases:
  airfield: { name: Airfield, location: { lat: 33.8, lon: 42.4 }, garrison: { us: 1500 } }
  camp: { name: Camp, location: { lat: 33.5, lon: 44.3 }, garrison: { us: 1200, uk: 300 } }
  riverPost: { name: River post, location: { lat: 34.4, lon: 41.1 }, garrison: { us: 300 } }

actors:
  militias:
    name: Militias
    # Attacks per day that nothing recent provoked: 90 % sure that it lies between these two.
    baselinePerDay: { lognormal: { p5: 0.05, p95: 0.25 } }
    # Attacks that one attack provokes directly, on average. Below 1, or they never die out.
    branching: { militias: { beta: { mean: 0.4, sd: 0.15 } } }
    targetChoice:
      # 0: total effort is fixed and moves to the bases that are left. 1: nothing moves.
      effortElasticity: { uniform: { low: 0, high: 1 } }

# Who goes where and when. An item is one of move, withdraw, arrive, handOver, close.
plan:
  - day: '2020-04-01'
    handOver: riverPost
    handedTo: the host country
    personnelTo: airfield
    by: road # or air, which no road attack reaches
    overDays: 5
  - { day: '2020-06-01', withdraw: { uk: 200 }, fromBase: camp }

# Times in which the attack rate is multiplied: a truce below 1, an escalation above.
regimes:
  - { name: truce, firstDay: '2020-10-11', lastDay: '2020-11-17', gate: 0.15, probability: 0.6 }
`;
