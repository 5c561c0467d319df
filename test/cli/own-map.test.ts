import { expect, test } from 'vitest';
import { openFolder, resultFolder } from './open-folder.js';

const map = 'map: { name: Nowhere, outline: [[41, 33], [43, 33], [43, 35], [41, 35]] }';

test('a scenario with a map of its own is drawn on it, and check names the bases that lie beside it', async () => {
  const folder = openFolder();
  folder.starter('yaml', ['country: Iraq', map]);
  const { stdout, exitCode } = await folder.garrison(['check', 'scenario.yaml']);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Warning: Camp lies outside the outline of the map; corners are [longitude, latitude]');
  expect(JSON.parse((await folder.garrison(['check', 'scenario.yaml', '--json'])).stdout)).toMatchObject({
    basesOffMap: ['camp'],
  });

  const ran = await folder.garrison(['run', 'scenario.yaml', '-n', '20', '--workers', '1', '--quiet']);
  expect(ran.exitCode, ran.stderr).toBe(0);
  expect(folder.read(`${resultFolder(ran)}/figures/map.svg`)).toContain('Outline of Nowhere as the scenario gives it.');
});

test('a map changes no number', async () => {
  const folder = openFolder();
  const rows: string[] = [];
  for (const country of ['country: Iraq', map]) {
    folder.starter('yaml', ['country: Iraq', country]);
    const ran = await folder.garrison([
      'run',
      'scenario.yaml',
      '-n',
      '20',
      '--workers',
      '1',
      '--quiet',
      '--no-figures',
    ]);
    rows.push(folder.read(`${resultFolder(ran)}/replications.csv`));
  }
  expect(rows[0]).toBe(rows[1]);
});

test('a country and a map are one too many', async () => {
  const folder = openFolder();
  folder.starter('yaml', ['country: Iraq', `country: Iraq\n${map}`]);
  const { stderr, exitCode } = await folder.garrison(['check', 'scenario.yaml']);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('map must not be given beside country');
});
