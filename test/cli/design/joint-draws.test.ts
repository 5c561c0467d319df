import { expect, test } from 'vitest';
import { openFolder, resultFolder } from '../open-folder.js';

// Nothing provokes anything: the expected attacks of a day are the sum of the three rates, exactly.
const scenario = `title: Three made-up groups
start: 2020-01-01
end: 2020-01-10
contingents: { us: { name: US } }
bases: { one: { name: One, location: { lat: 33, lon: 44 }, garrison: { us: 100 } } }
actors:
  reds: { branching: { reds: 0 }, baselinePerDay: { joint: { of: a made-up fit, values: [0.1, 0.2, 0.3, 0.4] } } }
  blues: { branching: { blues: 0 }, baselinePerDay: { joint: { of: a made-up fit, values: [0.4, 0.1, 0.3, 0.6] } } }
  greens: { branching: { greens: 0 }, baselinePerDay: { uniform: { low: 0.1, high: 0.7 } } }
`;
const asked = ['sensitivity', 'a.yaml', '--outcome', 'expectedAttacks', '--no-report', '--quiet', '--workers', '1'];

test('Sobol’ indices take joint draws as one number, to their exact share; verify puts them there again', async () => {
  const folder = openFolder();
  folder.write('a.yaml', scenario);
  const answer = await folder.garrison([...asked, '--method', 'sobol', '-n', '64']);
  expect(answer.exitCode, answer.stderr).toBe(0);
  expect(answer.stdout).toContain('joint draws: a made-up fit');
  expect(answer.stdout).toContain('Joint draws are one number here');
  const place = resultFolder(answer);
  const { inputs } = JSON.parse(folder.read(`${place}/result.json`));
  // Sums of the rows: 0.5, 0.3, 0.6, 1, of variance 0.065; the uniform law has 0.03.
  const shares = new Map<string, number>(
    inputs.map((each: { input: { name: string }; total: { value: number } }) => [each.input.name, each.total.value]),
  );
  expect(Math.abs(shares.get('joint draws: a made-up fit')! - 0.065 / 0.095)).toBeLessThan(0.1);
  expect(Math.abs(shares.get('actors.greens.baselinePerDay')! - 0.03 / 0.095)).toBeLessThan(0.1);
  expect(folder.read(`${place}/figures/sobol-indices.csv`)).toContain('joint draws: a made-up fit');
  const verified = await folder.garrison(['verify', place]);
  expect([verified.exitCode, verified.stdout]).toEqual([0, expect.stringContaining('the same to the last bit')]);
});

test('Morris refuses to take a table apart, and names the way out', async () => {
  const folder = openFolder();
  folder.write('a.yaml', scenario);
  const morris = await folder.garrison([...asked, '--method', 'morris', '-n', '4']);
  expect(morris.exitCode).toBe(1);
  expect(morris.stderr).toContain('--method sobol takes the table as one');
  const twice = ['--over', 'actors.reds', '--over', 'actors.blues'];
  const groups = await folder.garrison([...asked, '--method', 'sobol', '-n', '8', ...twice]);
  expect(groups.exitCode, groups.stderr).toBe(0);
});
