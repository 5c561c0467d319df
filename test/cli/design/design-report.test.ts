import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { openFolder, resultFolder } from '../open-folder.js';

const scenario = (rate: string): string => `title: A made-up camp
start: 2020-01-01
end: 2020-01-10
contingents: { us: { name: US } }
bases:
  one: { name: One, location: { lat: 33, lon: 44 }, garrison: { us: 100 } }
actors:
  militias:
    baselinePerDay: ${rate}
    meanLagDays: 3
`;

test('a design ends with a report: answer, what was varied and what that rests on, equations, limits; report makes it again', async () => {
  const folder = openFolder();
  const sourced = "{ value: { uniform: { low: 0.1, high: 0.5 } }, source: 'A made-up book' }";
  folder.write('a.yaml', scenario(sourced));
  folder.write('b.yaml', `name: Go at once\n${scenario('0.3')}`);
  const over = ['--over', 'actors.militias.baselinePerDay', '--over', 'actors.militias.meanLagDays=1..5'];
  const words = ['sensitivity', 'a.yaml', 'b.yaml', ...over, '-n', '10', '--workers', '1', '--quiet', '--no-figures'];
  const answer = await folder.garrison(words);
  expect(answer.exitCode, answer.stderr).toBe(0);
  const place = resultFolder(answer);
  const [page, text] = ['report.html', 'report.md'].map((file) => folder.read(`${place}/${file}`));
  const told: { readonly answer: string } = JSON.parse(folder.read(`${place}/result.json`));
  const schema = readFileSync(fileURLToPath(new URL('../../../schema/design-manifest.json', import.meta.url)), 'utf8');
  const validate = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(JSON.parse(schema));
  const manifest = JSON.parse(folder.read(`${place}/manifest.json`));
  expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...manifest, evaluations: -1 })).toBe(false);
  for (const said of [
    'Which uncertain number moves the answer most?',
    told.answer,
    'What was varied, and what that rests on',
    'A made-up book',
    'a range given for this question (--over)',
    'swing = (1/n)',
    'One number at a time',
    'Model output, not observation.',
    '“Go at once” minus a',
  ])
    expect(text).toContain(said);
  expect(page).toContain('<math');
  rmSync(join(folder.path, place, 'report.html'));
  const again = await folder.garrison(['report', place]);
  expect([again.exitCode, folder.read(`${place}/report.html`)]).toEqual([0, page]);
  const without = await folder.garrison([...words, '--no-report', '--out', 'without']);
  expect(folder.files().some((file) => file.startsWith(`${resultFolder(without)}/report`))).toBe(false);
});
