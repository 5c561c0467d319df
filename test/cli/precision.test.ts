import { describe, expect, test } from 'vitest';
import { parsePrecision } from '../../src/cli/parse-precision.js';
import { openFolder, resultFolder } from './open-folder.js';

// A short scenario, so that a thousand replications are quick.
const short = ['--set', 'end=2020-03-31', '--set', 'plan=[]'];
const lean = ['--no-figures', '--quiet', ...short];

describe('garrison run --precision', () => {
  test.each([
    ['5%', [{ outcome: undefined, target: { kind: 'relative', share: 0.05 } }]],
    [
      'killed = 0.1, personAttacks=5 %',
      [
        { outcome: 'killed', target: { kind: 'absolute', halfWidth: 0.1 } },
        { outcome: 'personAttacks', target: { kind: 'relative', share: 0.05 } },
      ],
    ],
  ])('%s is read', (text, asked) => {
    expect(parsePrecision(text).asked).toEqual(asked);
  });

  test.each(['', '5', '0%', '-5%', 'killed', 'killed=', '=5%', 'killed=1,killed=2', '5%,killed=1', 'killed=1,,a=2'])(
    '"%s" is refused with the way out',
    (text) => {
      expect(() => parsePrecision(text)).toThrow('--precision must be a share such as 5%, or outcomes');
    },
  );

  test('the run stops where it is precise enough, says so, and the rows are those of as many replications', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const goal = ['--precision', 'attacks=15%,personAttacks=9000'];
    const one = await folder.garrison(['run', 'scenario.yaml', ...goal, '--workers', '1', '--out', 'a', ...lean]);
    const two = await folder.garrison(['run', 'scenario.yaml', ...goal, '--workers', '2', '--out', 'b', ...lean]);
    const plain = await folder.garrison(['run', 'scenario.yaml', '-n', '1000', '--out', 'c', ...lean]);
    expect([one.exitCode, two.exitCode], one.stderr + two.stderr).toEqual([0, 0]);
    expect(one.stdout).toMatch(
      /^Precise enough at 500 and at 1,000 replications, where it stopped: attacks ±[\d.]+ %, personAttacks ±[\d,]+ \(goal attacks=15%,personAttacks=9000; 15 % of the true value, so ±13 % of the estimate\)\.$/m,
    );
    for (const name of ['replications.csv', 'summary.csv', 'summary.json'])
      expect(folder.read(`${resultFolder(two)}/${name}`)).toBe(folder.read(`${resultFolder(one)}/${name}`));
    const rows = `${resultFolder(one)}/replications.csv`;
    expect(folder.read(`${resultFolder(plain)}/replications.csv`)).toBe(folder.read(rows));
    expect(JSON.parse(folder.read(`${resultFolder(one)}/manifest.json`))).toMatchObject({
      replications: 1000,
      run: {
        command: expect.stringContaining('--precision attacks=15%,personAttacks=9000 --seed'),
        precision: {
          why: 'precise',
          cap: 100_000,
          looks: [500, 1000],
          metrics: [{ reached: true }, { reached: true }],
        },
      },
    });
  });

  test('a cap that comes first is told, with what would be needed', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const cap = ['--max-replications', '60'];
    const card = await folder.garrison(['run', 'scenario.yaml', '--precision', '1%', ...cap, ...lean]);
    expect(card.exitCode).toBe(0);
    expect(card.stdout).toMatch(
      /^Not precise enough: stopped at the cap of 60 replications \(--max-replications\) with attacks ±.* would need ±0.99 %/m,
    );
    const json = await folder.garrison(['run', 'scenario.yaml', '--precision', '1%', ...cap, '--json', ...lean]);
    expect(JSON.parse(json.stdout)).toMatchObject({ replications: 60, precision: { why: 'cap', cap: 60 } });
  });

  test('Ctrl-C keeps what is finished, and says that the goal was not met', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const interrupt = new AbortController();
    setTimeout(() => {
      interrupt.abort();
    }, 400);
    const answer = await folder.garrison(['run', 'scenario.yaml', '--precision', 'killed=0.001', ...lean], {
      signal: interrupt.signal,
    });
    expect(answer.exitCode).toBe(130);
    if (answer.stdout === '') expect(answer.stderr).toContain('nothing is kept');
    else expect(answer.stdout).toMatch(/^Interrupted before it was (looked whether it is )?precise enough/m);
  });

  test('an unknown outcome is a fault with the nearest name, options that clash are usage', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const run = (...argv: readonly string[]) => folder.garrison(['run', 'scenario.yaml', ...argv, ...lean]);
    const unknown = await run('--precision', 'kiled=0.1,firstFatalDay=3');
    expect([unknown.exitCode, unknown.stderr.match(/--precision must name/g)?.length]).toEqual([1, 2]);
    expect(unknown.stderr).toContain('did you mean killed?');
    expect((await run('--precision', '5%', '-n', '40')).exitCode).toBe(2);
    expect((await run('--max-replications', '40')).exitCode).toBe(2);
    expect((await run('--precision', '5%', '--max-replications', '1000000000')).stderr).toContain(
      'must be at most 50,000,000',
    );
  });

  test('whoever watches sees how far off the goal is', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const argv = ['run', 'scenario.yaml', '--precision', '20%', '--max-replications', '6000', '--no-figures', ...short];
    const { stderr } = await folder.garrison(argv, { isTTY: true });
    expect(stderr).toMatch(/\r[\d,]+ · (a|personA)ttacks ±[\d.]+ %, to be ±17 %, perhaps at [\d,]+ · [\d.,]+ a second/);
  });
});
