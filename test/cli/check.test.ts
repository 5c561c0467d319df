import { describe, expect, test } from 'vitest';
import { programName } from '../../src/cli/program-name.js';
import { openFolder } from './open-folder.js';

describe('garrison check', () => {
  test('tells the plan in words, personnel, assumptions, stability and hash', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const { stdout, stderr, exitCode } = await folder.garrison(['check', 'scenario.yaml']);
    expect(exitCode, stderr).toBe(0);
    for (const text of [
      '1 March 2020 to 31 December 2020, 306 days',
      'Personnel: 3,300 at the start, 3,100 at the end by plan',
      'River post        300      0  handed over',
      '1 April 2020  River post is handed over to the host country; personnel to Airfield by road, over 5 days',
      '1 June 2020   200 United Kingdom from Camp for home by air',
      'truce, 11 October 2020 to 17 November 2020: attack rates times 0.15, with probability 0.6',
      'spectral radius of branching',
      'No faults. Scenario ',
    ])
      expect(stdout).toContain(text);
    expect(stdout).toMatch(/Assumptions: \d+ sourced, \d+ assumed \(list them with --assumptions\)/);
    expect(stdout).not.toContain('convoys.hazardPerConvoyDay');
  });

  test('tells when people come back, and what is announced to no effect', async () => {
    const folder = openFolder();
    folder.starter('yaml', [
      'plan:\n',
      `plan:
  - { day: '2020-05-01', announced: '2020-04-20', withdraw: { uk: 10 }, fromBase: camp, returnDay: '2020-09-01' }
  - { day: '2020-05-02', announced: '2020-04-21', arrive: { uk: 10 }, toBase: camp }
`,
    ]);
    const { stdout, stderr } = await folder.garrison(['check', 'scenario.yaml']);
    expect(stdout, stderr).toContain(
      '10 United Kingdom from Camp for home by air; back on 1 September 2020; announced on 20 April 2020\n',
    );
    expect(stdout).toContain(
      '10 United Kingdom arrive at Camp; announced on 21 April 2020, which changes nothing here\n',
    );
  });

  test('--assumptions lists them all', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const { stdout } = await folder.garrison(['check', 'scenario.yaml', '--assumptions']);
    expect(stdout).toContain('convoys.hazardPerConvoyDay');
  });

  test('a branching that is one number has one spectral radius: n (1 + θ p)', async () => {
    const folder = openFolder();
    folder.starter('yaml', ['{ beta: { mean: 0.4, sd: 0.15 } }', '0.4']);
    const { stdout } = await folder.garrison(['check', 'scenario.yaml', '--json']);
    const told: { readonly stability: unknown } = JSON.parse(stdout);
    // Defaults: θ_f 0.5, p_f 0.05.
    expect(told.stability).toEqual({ kind: 'point', spectralRadius: expect.closeTo(0.4 * 1.025, 12) });
  });

  test('draws that would run away are counted', async () => {
    const folder = openFolder();
    folder.starter('yaml', ['{ beta: { mean: 0.4, sd: 0.15 } }', '{ uniform: { low: 0.5, high: 1.5 } }']);
    const { stdout } = await folder.garrison(['check', 'scenario.yaml', '--json']);
    const told: { readonly stability: { readonly redrawnShare: number } } = JSON.parse(stdout);
    // P(1.025 n ≥ 1) for n uniform on 0.5 to 1.5; ±4 standard errors of 1,000 draws.
    const share = 1.5 - 1 / 1.025;
    expect(Math.abs(told.stability.redrawnShare - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 1000));
  });

  test('the hash follows what is set, and not the order of keys', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    folder.write('other.yaml', 'country: Iraq\n' + folder.read('scenario.yaml').replace('country: Iraq', ''));
    const hashOf = async (...argv: readonly string[]): Promise<unknown> => {
      const { stdout } = await folder.garrison(['check', ...argv, '--json']);
      const told: { readonly hash: unknown } = JSON.parse(stdout);
      return told.hash;
    };
    const hash = await hashOf('scenario.yaml');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOf('other.yaml')).toBe(hash);
    expect(await hashOf('scenario.yaml', '--set', 'plan[0].overDays=6')).not.toBe(hash);
  });

  test('gives the exact distribution of attacks where there is one, in words and as JSON, else says why not', async () => {
    const folder = openFolder();
    folder.write(
      'simple.yaml',
      `title: simple
start: 2020-01-01
end: 2020-03-30
contingents: { us: {} }
bases: { alpha: { location: { lat: 33, lon: 44 }, garrison: { us: 100 } } }
actors: { militias: { baselinePerDay: 0.02, branching: { militias: 0 } } }
`,
    );
    const { stdout } = await folder.garrison(['check', 'simple.yaml']);
    expect(stdout).toMatch(/mean +1\.8 /);
    // e^{−1.8}.
    expect(stdout).toMatch(/P\(no attack\) +17 % /);
    const json = await folder.garrison(['check', 'simple.yaml', '--json']);
    const { expectedAttacks: found }: { readonly expectedAttacks: unknown } = JSON.parse(json.stdout);
    expect(found).toMatchObject({
      kind: 'closed',
      exact: expect.closeTo(1.8, 9),
      distribution: {
        probabilityOfNone: { exact: expect.closeTo(Math.exp(-1.8), 4), simulated: { n: 200 } },
        // Poisson of mean 1.8: P(N ≤ 0) .165, P(N ≤ 1) .463, P(N ≤ 2) .731, P(N ≤ 3) .891, P(N ≤ 4) .964.
        quantiles: [
          { order: 0.05, exact: 0 },
          { order: 0.5, exact: 2 },
          { order: 0.95, exact: 4 },
        ],
      },
    });
    folder.starter('yaml');
    expect((await folder.garrison(['check', 'scenario.yaml'])).stdout).toContain(
      'No closed form for expected attacks: the plan changes who or what is there.',
    );
  });

  test('says lift, supply and what regimes do to it, and gives uncertain headcounts as the range of draws', async () => {
    const folder = openFolder();
    folder.write(
      'uncertain.yaml',
      `title: uncertain
start: 2020-01-01
end: 2020-03-30
contingents: { us: { name: United States }, logistics: { name: Contractors } }
bases:
  alpha: { location: { lat: 33, lon: 44 }, garrison: { us: { choice: [{ value: 800 }, { value: 900 }] } } }
  beta: { location: { lat: 34, lon: 44 }, garrison: { us: 500 } }
actors: { militias: {} }
lift: { byAir: 50 }
supply: { contingent: logistics, convoysPerBaseDay: 0.2 }
plan: [{ name: out, day: 2020-02-10, handOver: beta, personnelTo: home, by: air, overDays: 5 }]
branches: [{ name: talks, day: 2020-02-01, probability: 0.4, then: { plan: [out] }, otherwise: {} }]
regimes: [{ name: pause, firstDay: 2020-03-05, gate: 1, activity: 0.5 }]
`,
    );
    const { stdout, stderr } = await folder.garrison(['check', 'uncertain.yaml']);
    expect(stderr).toBe('');
    for (const text of [
      'Personnel: 1,300 to 1,400 at the start, 800 to 1,400 at the end by plan',
      'a range: lowest to highest of 100 draws of what is uncertain',
      'Lift: no limit by road, 50 persons a day by air; groups queue for it',
      'Supply: 0.2 convoys a day to each base with people, each with 20 of Contractors for 1 day; fewer under regimes',
      'pause, 5 March 2020 to the end: attack rates as usual, routine supply times 0.5',
    ])
      expect(stdout).toContain(text);
    expect(stdout).toMatch(/alpha +800 to 900 +800 to 900\n/);
    expect(stdout).toMatch(/beta +500 +0 to 500 +hosting in \d\d % of draws\n/);
    const json = await folder.garrison(['check', 'uncertain.yaml', '--json']);
    const { personnel }: { readonly personnel: unknown } = JSON.parse(json.stdout);
    expect(personnel).toMatchObject({ draws: 100, start: { low: 1300, high: 1400 }, end: { low: 800, high: 1400 } });
  });

  test('names the next command as the program was called: by npx, from node_modules, or by its own name', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const next = async (env: Record<string, string>): Promise<string | undefined> =>
      /Next: (.*) run/.exec((await folder.garrison(['check', 'scenario.yaml'], { env })).stdout)?.[1];
    expect(await next({})).toBe('garrison');
    expect(await next({ npm_command: 'exec' })).toBe('npx garrison');
    expect(programName({ env: {}, program: '/home/me/project/node_modules/.bin/garrison' })).toBe('npx garrison');
    expect(programName({ env: {}, program: '/usr/local/bin/garrison' })).toBe('garrison');
  });
});
