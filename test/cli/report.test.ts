import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportId } from '../../src/report/index.js';
import { openFolder, resultFolder } from './open-folder.js';

const quick = ['--workers', '1', '--quiet', '-n', '20'];

test('a run ends with a report, which its folder alone gives again byte for byte', async () => {
  const folder = openFolder();
  folder.starter('yaml');
  const ran = await folder.garrison(['run', 'scenario.yaml', ...quick]);
  const place = resultFolder(ran);
  expect(ran.stdout).toContain('Read on: report.html');
  const [page, markdown] = ['html', 'md'].map((ending) => folder.read(`${place}/report.${ending}`));
  const { hash, run } = JSON.parse(folder.read(`${place}/manifest.json`));
  expect(reportId(page!)).toBe(`run ${hash} 1 20`);
  // The same sentence as on the card.
  const [answer = ''] = ran.stdout.split('\n\n');
  expect(markdown).toContain(`**${answer.replaceAll('\n', ' ')}**`);
  for (const fact of [run.started, run.host.cpu, run.host.platform]) expect(page).not.toContain(fact);

  for (const ending of ['html', 'md']) rmSync(join(folder.path, `${place}/report.${ending}`));
  const again = await folder.garrison(['report', place]);
  expect(again).toMatchObject({ exitCode: 0, stderr: '' });
  expect(again.stdout).toContain(`${place}/report.html`);
  expect(folder.read(`${place}/report.html`)).toBe(page);
  expect(folder.read(`${place}/report.md`)).toBe(markdown);

  // Once more over itself. That the same run and its reproduction give the page too is told beside their figures.
  expect((await folder.garrison(['report', place, '--json'])).stdout).toContain('"ok": true');
});

test('--no-report and --no-figures leave out what they say', async () => {
  const folder = openFolder();
  folder.starter('yaml');
  const without = await folder.garrison(['run', 'scenario.yaml', ...quick, '--no-report', '--no-figures']);
  expect(folder.files().filter((file) => file.includes('report'))).toEqual([]);
  expect(without.stdout).not.toContain('report.html');
  const place = resultFolder(without);
  await folder.garrison(['report', place]);
  expect(folder.read(`${place}/report.html`)).not.toContain('<figure');
  expect(folder.read(`${place}/report.html`)).toContain('person-attacks in total');
});

test('how a run came to stop is in the report and makes no other result of it', async () => {
  const folder = openFolder();
  folder.starter('yaml');
  const words = ['run', 'scenario.yaml', '--workers', '1', '--quiet', '--no-figures'];
  const precise = await folder.garrison([...words, '--precision', 'attacks=1000']);
  const place = resultFolder(precise);
  expect(folder.read(`${place}/report.html`)).toContain('Precise enough at');
  const { replications } = JSON.parse(folder.read(`${place}/manifest.json`));
  const asked = await folder.garrison([...words, '-n', String(replications)]);
  expect(asked.stdout).toContain('identical to the earlier run');
});

test('the report of a comparison answers no more than the comparison does', async () => {
  const folder = openFolder();
  folder.starter('yaml', ['effortElasticity', 'effortElasticity']);
  folder.write('other.yaml', folder.read('scenario.yaml').replace(/^title:.*$/m, 'title: The same under another name'));
  const compared = await folder.garrison(['compare', 'scenario.yaml', 'other.yaml', ...quick]);
  const place = resultFolder(compared);
  const { answer, rows } = JSON.parse(folder.read(`${place}/comparison.json`));
  const markdown = folder.read(`${place}/report.md`);
  expect(markdown).toContain(`**${answer}**`);
  const verdicts = rows.filter((row: { verdict?: string }) => row.verdict !== undefined);
  for (const { verdict } of verdicts) expect(['no practical difference', 'not resolved']).toContain(verdict);
  expect(markdown).not.toMatch(/: (better|worse) \|/);
  expect(markdown).toContain('Nothing differs.');
});

test('a missing, an empty and a foreign folder are told plainly', async () => {
  const folder = openFolder();
  folder.write('empty/notes.txt', 'nothing');
  for (const [place, rule] of [
    ['nowhere', 'must be a folder of results'],
    ['empty', 'manifest.json must be there'],
  ] as const) {
    const told = await folder.garrison(['report', place]);
    expect(told.exitCode).toBe(1);
    expect(told.stderr).toContain(rule);
    expect(told.stderr).not.toContain(' at ');
  }
  folder.starter('yaml');
  const traced = await folder.garrison(['trace', 'scenario.yaml', '--replication', '0']);
  const told = await folder.garrison(['report', /^(?:Results|Folder): (\S+)/m.exec(traced.stdout)?.[1] ?? '?']);
  expect(told.exitCode).toBe(1);
  expect(told.stderr).toContain('must be a folder of garrison run or compare');
});

test('everything that is damaged is told at once, and what is not ours is kept', async () => {
  const folder = openFolder();
  folder.starter('yaml');
  const place = resultFolder(await folder.garrison(['run', 'scenario.yaml', ...quick]));
  const copy = join(folder.path, 'copy');
  cpSync(join(folder.path, place), copy, { recursive: true });
  const edit = (name: string, change: (text: string) => string): void => {
    writeFileSync(join(copy, name), change(readFileSync(join(copy, name), 'utf8')));
  };
  edit('summary.json', (text) =>
    text.replace('"seed": 1', '"seed": 2').replace('"method": "Student t"', '"method": 5'),
  );
  edit('figures/exceedance.svg', (text) => text.slice(0, text.length / 2));
  rmSync(join(copy, 'figures/map.csv'));
  const told = await folder.garrison(['report', 'copy']);
  expect(told.exitCode).toBe(1);
  for (const part of [
    'summary.json: seed must be of the same run as manifest.json',
    'summary.json: rows.',
    'exceedance.svg must be a whole SVG drawing',
    'map.csv must be there',
  ])
    expect(told.stderr).toContain(part);

  const mine = join(folder.path, place, 'report.md');
  writeFileSync(mine, 'my own notes');
  const kept = await folder.garrison(['report', place]);
  expect(kept.exitCode).toBe(1);
  expect(kept.stderr).toContain('it is another file and is kept');
  expect(readFileSync(mine, 'utf8')).toBe('my own notes');
});
