import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder, type Folder } from '../open-folder.js';

// Invented places, groups and attacks.

const scenario = `title: Two valleys
start: 2010-03-01
end: 2010-06-30
contingents: { blue: { name: Blue } }
bases:
  north: { name: North Valley, location: { lat: 10, lon: 20 }, garrison: { blue: 400 } }
  south: { name: South Valley, location: { lat: 10.5, lon: 20 }, garrison: { blue: 100 } }
actors:
  reds: { name: The Reds, branching: { reds: { value: { uniform: { low: 0.1, high: 0.5 } }, source: 'A made-up book' } } }
`;
const attacks = Array.from({ length: 16 }, (_, k) => {
  const date = new Date(Date.UTC(2010, 1, 1 + 7 * k + (k % 3))).toISOString().slice(0, 10);
  return `${date},${k % 4 === 0 ? 'South' : 'North'} Valley,base,rocket,0,${k % 2}`;
});
const record = ['date,base,scope,mode,killed_coalition,wounded_coalition', ...attacks, ''].join('\n');
const commands = {
  calibrate: ['--until', '2010-05-31', '--imputations', '2', '--draws', '20'],
  backtest: ['--until', '2010-05-31', '--past', '58d', '-n', '200'],
} as const;
type Command = keyof typeof commands;

async function made(command: Command, words: readonly string[] = ['--no-figures']) {
  const folder = openFolder();
  folder.write('scenario.yaml', scenario);
  folder.write('attacks.csv', record);
  const argv = [command, 'attacks.csv', '--scenario', 'scenario.yaml', ...commands[command], '--quiet', ...words];
  const answer = await folder.garrison(argv);
  expect(answer.exitCode, answer.stderr).toBe(0);
  return { folder, place: resultFolder(answer) };
}

function change(folder: Folder, file: string, [from, to]: readonly [RegExp, string]): void {
  const path = join(folder.path, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

const formats = { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)), date: /^\d{4}-\d\d-\d\d$/ };
function fits(name: string, value: unknown): void {
  const path = fileURLToPath(new URL(`../../../schema/${name}.json`, import.meta.url));
  const validate = new Ajv2020({ strict: false, formats }).compile(JSON.parse(readFileSync(path, 'utf8')));
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  expect(validate(Object.assign({}, value, { seed: 'one' }))).toBe(false);
}

describe.each([
  ['calibrate', 'calibration', 'calibration.json'],
  ['backtest', 'backtest', 'backtest.json'],
] as const)('a folder of %s', (command, kind, resultFile) => {
  test('has a report, and is reproduced byte for byte from its manifest and the record, wherever that lies now', async () => {
    const { folder, place } = await made(command);
    const [page, text] = ['report.html', 'report.md'].map((file) => folder.read(`${place}/${file}`));
    const { answer } = JSON.parse(folder.read(`${place}/${resultFile}`));
    const asked = { calibrate: 'what does it leave open?', backtest: 'better than a simple rule?' }[command];
    for (const said of [answer, asked, 'A made-up book', 'log L = ', 'what not to read out', 'garrison reproduce'])
      expect(text).toContain(said);
    expect(page).toContain('<math');
    rmSync(join(folder.path, place, 'report.html'));
    const report = await folder.garrison(['report', place]);
    expect([report.exitCode, folder.read(`${place}/report.html`)]).toEqual([0, page]);

    rmSync(join(folder.path, 'scenario.yaml'));
    renameSync(join(folder.path, 'attacks.csv'), join(folder.path, 'moved.csv'));
    const reproduce = ['reproduce', `${place}/manifest.json`];
    const without = await folder.garrison(reproduce);
    expect([without.exitCode, without.stderr]).toEqual([1, expect.stringContaining('attacks.csv must be a CSV file')]);
    const again = await folder.garrison([...reproduce, '--record', 'moved.csv']);
    expect([again.exitCode, again.stdout]).toEqual([0, expect.stringContaining('Reproduced: all')]);
    change(folder, 'moved.csv', [/rocket/, 'drone']);
    const other = await folder.garrison([...reproduce, '--record', 'moved.csv']);
    expect([other.exitCode, other.stderr]).toEqual([
      1,
      expect.stringContaining('must be the record that was read, to the last byte'),
    ]);

    fits(`${kind}-manifest`, JSON.parse(folder.read(`${place}/manifest.json`)));
    fits(kind, JSON.parse(folder.read(`${place}/${resultFile}`)));
    change(folder, `${place}/manifest.json`, [/"attacks": \d+,\n\s*"leftOut"/, '"leftOut"']);
    const broken = await folder.garrison(['verify', place]);
    expect(broken.stderr).toContain(`must be the whole manifest of a ${kind}`);
    expect((await folder.garrison(['report', place])).stderr).toContain(`must be the whole manifest of a ${kind}`);
  });
});

const bare = ['--no-figures', '--no-report'];

test('verify names the first number of a fit that is not what the record gives', async () => {
  const { folder, place } = await made('calibrate', bare);
  expect(folder.files().filter((file) => file.startsWith(`${place}/report`))).toEqual([]);
  change(folder, `${place}/calibration.json`, [/"median": [\d.]+/, '"median": 7']);
  change(folder, `${place}/draws-how-often.csv`, [/\n[\d.]+,/, '\n5,']);
  const told = await folder.garrison(['verify', place]);
  expect([told.exitCode, told.stdout.split('\n').length]).toEqual([1, 4]);
  expect(told.stdout).toMatch(
    /calibration\.json differs; first checks\.statistics\.0\.predicted\.median: 7 there, [\d.]+ now\./,
  );
  expect(told.stdout).toMatch(/draws-how-often\.csv differs; first row 1, .*: 5 there, [\d.]+ now\./);
});

test('verify parts a forecast that the record does not give from a score that the forecasts do not give', async () => {
  const { folder, place } = await made('backtest', bare);
  expect(folder.files().filter((file) => file.startsWith(`${place}/report`))).toEqual([]);
  const same = await folder.garrison(['verify', place, '--sample', '1']);
  expect([same.exitCode, same.stdout]).toEqual([
    0,
    'Verified: 1 origin of 2 and all scores, the same to the last bit.\n',
  ]);
  change(folder, `${place}/scores.csv`, [/total,process,2,[\d.]+/, 'total,process,2,0.5']);
  const score = await folder.garrison(['verify', place, '--sample', '1']);
  expect([score.exitCode, score.stdout]).toEqual([
    1,
    expect.stringMatching(/^Not the same: .*\n {2}scores\.csv differs; first row 1, crps: 0\.5 there, [\d.]+ now\.\n$/),
  ]);
  change(folder, `${place}/forecasts.csv`, [/(2010-04-01,30,process,north,\d+),[\d.]+/, '$1,9.5']);
  const forecast = await folder.garrison(['verify', place, '--replication', '0']);
  expect(forecast.stdout).toMatch(/forecasts\.csv differs; first from 2010-04-01, process, north, mean: 9\.5 there, /);
  const beyond = await folder.garrison(['verify', place, '--replication', '2']);
  expect(beyond.stderr).toContain('must be one of the 2 rows of origins.csv');
  rmSync(join(folder.path, place, 'backtest.json'));
  const report = await folder.garrison(['report', place]);
  expect([report.exitCode, report.stderr]).toEqual([1, expect.stringContaining('backtest.json must be there')]);
});
