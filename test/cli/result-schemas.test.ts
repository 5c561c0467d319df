import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder } from './open-folder.js';

const formats = { 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) };
const validatorOf = (name: string) =>
  new Ajv2020({ strict: false, formats }).compile(
    JSON.parse(readFileSync(fileURLToPath(new URL(`../../schema/${name}.json`, import.meta.url)), 'utf8')),
  );
const claims = `claims=[{ name: few, says: s, source: s, outcome: attacks, than: 60, relation: below }]`;

describe('the published schemas of what a run writes', () => {
  const [manifest, summary, scenario] = [validatorOf('manifest'), validatorOf('summary'), validatorOf('scenario')];
  test.each([
    ['one replication, without intervals', ['-n', '1']],
    ['a plain run with a claim', ['-n', '60', '--set', claims]],
    ['a run that stops by itself', ['--precision', '5%', '--max-replications', '40']],
  ])('hold for %s', async (_what, argv) => {
    const folder = openFolder();
    folder.starter('yaml');
    const answer = await folder.garrison(['run', 'scenario.yaml', ...argv, '--no-figures', '--quiet']);
    expect(answer.exitCode, answer.stderr).toBe(0);
    const read = (name: string) => JSON.parse(folder.read(`${resultFolder(answer)}/${name}`));
    expect(manifest(read('manifest.json')), JSON.stringify(manifest.errors)).toBe(true);
    expect(summary(read('summary.json')), JSON.stringify(summary.errors)).toBe(true);
    // A resolved scenario is one that a user may write.
    expect(scenario(read('manifest.json').scenario), JSON.stringify(scenario.errors)).toBe(true);
    expect(manifest({ ...read('manifest.json'), seed: 'one' })).toBe(false);
    expect(summary({ ...read('summary.json'), extra: 1 })).toBe(false);
  });
});
