import { expect, test } from 'vitest';
import { openFolder } from './open-folder.js';

const scenario = {
  title: 'Talks',
  start: '2020-01-01',
  end: '2020-04-09',
  contingents: { us: {} },
  bases: { alpha: { location: { lat: 0, lon: 0 }, garrison: { us: 1000 } } },
  actors: { militias: { branching: { militias: 0.4 } } },
  severity: { fatalProbability: 0 },
  regimes: [
    { name: 'truce', firstDay: '2020-03-01', gate: 0.1 },
    { name: 'war', firstDay: '2020-03-01', lastDay: '2020-03-20', gate: 4 },
  ],
  plan: [{ name: 'go', day: '2020-03-05', withdraw: { us: 400 }, fromBase: 'alpha' }],
  branches: [
    {
      name: 'talks',
      day: '2020-03-01',
      probability: 0.6,
      then: { regimes: ['truce'], plan: ['go'] },
      otherwise: { regimes: ['war'] },
    },
  ],
  regimeChains: [
    {
      name: 'mood',
      start: 'calm',
      states: {
        calm: { gate: 1, stayDays: { mean: 40, sd: 20 }, next: { tense: 2, over: 1 } },
        tense: { gate: 0.9, stayDays: { shape: 2, scale: 6 }, next: { calm: 1 } },
        over: { gate: 0.5 },
      },
    },
  ],
};

test('check tells branch points and chains in words, and warns of a regime above criticality with its growth', async () => {
  const folder = openFolder();
  const file = folder.write('talks.json', JSON.stringify(scenario));
  const { stdout, stderr, exitCode } = await folder.garrison(['check', file]);
  expect(exitCode, stderr).toBe(0);
  for (const text of [
    '1 March 2020  talks, with probability 0.6: truce, go; otherwise: war',
    'mood, the start to the end: a chain that starts in calm',
    'mood: calm: attack rates times 1, for a Gamma time of mean 40 and sd 20 days, then tense (0.667) or over (0.333)',
    'mood: tense: attack rates times 0.9, for a Gamma time of shape 2 and scale 6 days, then calm',
    'mood: over: attack rates times 0.5, for good',
    // g = 0.1 (4 × 0.4 − 1) over 20 days.
    `attacks multiply, at worst by ${Math.exp(1.2).toPrecision(3)} over 20 days`,
  ])
    expect(stdout).toContain(text);
});

test('a run warns of it too, and gives the branch point as a probability', async () => {
  const folder = openFolder();
  const file = folder.write('talks.json', JSON.stringify(scenario));
  const run = await folder.garrison(['run', file, '-n', '200', '--no-figures', '--workers', '1']);
  expect(run.exitCode, run.stderr).toBe(0);
  expect(run.stdout).toMatch(/In \d+ of 200 replications regimes held in which each attack provokes one other or more/);
  const summary = folder.files().find((name) => name.endsWith('summary.csv'))!;
  expect(folder.read(summary)).toMatch(/^branch\.talks,P\(yes\),probability,0\.\d+/m);
  expect(folder.read(summary)).toMatch(/^regimeDays\.mood\.calm,mean,days,/m);
});
