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

describe('the published schemas of what a comparison writes', () => {
  const [manifest, comparison] = [validatorOf('comparison-manifest'), validatorOf('comparison')];
  const camp = (people: number) => `
    title: Camp of ${people}
    start: 2020-01-01
    end: 2020-03-31
    contingents: { us: {} }
    bases: { camp: { location: { lat: 33, lon: 44 }, garrison: { us: ${people} } } }
    actors: { militias: { baselinePerDay: { uniform: { low: 0.1, high: 0.3 } } } }
    claims: [{ name: more, says: s, source: s, outcome: attacks, relation: above, than: { outcome: attacks, scenario: ./one.yaml } }]`;
  test.each([
    ['a plain one, with a claim of one on the other', ['-n', '20']],
    ['antithetic pairs', ['-n', '20', '--antithetic']],
    ['one that stops by itself', ['--precision', '20%', '--max-replications', '40']],
  ])('hold for %s', async (_what, argv) => {
    const folder = openFolder();
    folder.write('one.yaml', camp(500).replace(/\n.*claims.*$/, ''));
    folder.write('two.yaml', camp(800));
    const files = ['compare', 'one.yaml', 'two.yaml'];
    const answer = await folder.garrison([...files, ...argv, '--no-figures', '--no-report', '--quiet']);
    expect(answer.exitCode, answer.stderr).toBe(0);
    const read = (name: string) => JSON.parse(folder.read(`${resultFolder(answer)}/${name}`));
    expect(manifest(read('manifest.json')), JSON.stringify(manifest.errors)).toBe(true);
    expect(comparison(read('comparison.json')), JSON.stringify(comparison.errors)).toBe(true);
    expect(manifest({ ...read('manifest.json'), kind: 'run' })).toBe(false);
    expect(comparison({ ...read('comparison.json'), extra: 1 })).toBe(false);
  });
});
