import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder } from './open-folder.js';
import { contentsOf, smallStudy } from './small-study.js';

const lean = ['--no-figures', '--quiet'];
const goal = ['--precision', 'personAttacks=30%,attacks=1'];

describe('garrison compare --precision', () => {
  test('stops all scenarios where the differences are precise enough, on any number of workers, and says why', async () => {
    const folder = openFolder();
    const study = smallStudy(folder);
    const one = await folder.garrison(['compare', study, ...goal, '--workers', '1', '--out', 'a', ...lean]);
    const two = await folder.garrison(['compare', study, ...goal, '--workers', '2', '--out', 'b', ...lean]);
    const plain = await folder.garrison(['compare', study, '-n', '1000', '--out', 'c', ...lean]);
    expect([one.exitCode, two.exitCode], one.stderr + two.stderr).toEqual([0, 0]);
    expect(one.stdout).toMatch(
      /^Precise enough at 500 and at 1,000 replications of each, where it stopped: differences in person-attacks ±[\d.]+ % \(one\), attacks ±[\d.]+ \(one\) \(goal personAttacks=30%,attacks=1, % of the baseline’s mean\)\.$/m,
    );
    const expected = contentsOf(folder, resultFolder(plain));
    expect(contentsOf(folder, resultFolder(one))).toEqual(expected);
    expect(contentsOf(folder, resultFolder(two))).toEqual(expected);
    expect(JSON.parse(folder.read(`${resultFolder(one)}/manifest.json`))).toMatchObject({
      replications: 1000,
      run: {
        command: expect.stringContaining('--precision personAttacks=30%,attacks=1 --seed'),
        precision: {
          why: 'precise',
          cap: 100_000,
          looks: [500, 1000],
          differences: [
            { metric: 'personAttacks', scenario: 'one', reached: true, goal: { kind: 'relative', share: 0.3 } },
            { metric: 'attacks', scenario: 'one', reached: true, allowed: 1 },
          ],
        },
      },
    });
    expect(folder.files().filter((name) => name.includes('.work'))).toEqual([]);
  });

  test('stops at the same number where it was interrupted on the way', async () => {
    const folder = openFolder();
    const study = smallStudy(folder);
    const stop = new AbortController();
    const afterLook = (text: string): void => void (text.startsWith('at 500 of each') && stop.abort());
    const argv = ['compare', study, ...goal, '--workers', '1', '--no-figures'];
    const first = await folder.garrison(argv, { signal: stop.signal, stderr: afterLook });
    expect(first.exitCode).toBe(130);
    expect(first.stdout).toMatch(/^Interrupted before it was precise enough: at 500 replications of each differences/m);
    expect(first.stderr).toContain(
      'compared is what all came to at the last look. The same command goes on from there',
    );
    const second = await folder.garrison(argv);
    expect(second.stderr).toContain('base: continuing, 500 of 500 replications were done');
    const fresh = await folder.garrison([...argv, '--out', 'fresh']);
    expect(resultFolder(second)).toContain('/1-1000-');
    expect(contentsOf(folder, resultFolder(second))).toEqual(contentsOf(folder, resultFolder(fresh)));
  });

  test('a study asks for it as the command line does, which goes first; a cap that comes first is told', async () => {
    const folder = openFolder();
    const study = smallStudy(folder, 'precision: 2%\nmaxReplications: 60\n');
    const card = await folder.garrison(['compare', study, ...lean]);
    expect(card.exitCode, card.stderr).toBe(0);
    expect(card.stdout).toMatch(
      /^Not precise enough: stopped at the cap of 60 replications of each \(--max-replications\) with differences in person-attacks ±.* person-attacks would need ±2 %/m,
    );
    const fixed = await folder.garrison(['compare', study, '-n', '20', '--json', ...lean]);
    const told: unknown = JSON.parse(fixed.stdout);
    expect(told).toMatchObject({ replications: 20 });
    expect(told).not.toHaveProperty('precision');
    const most = await folder.garrison(['compare', study, '--max-replications', '40', '--json', ...lean]);
    expect(JSON.parse(most.stdout)).toMatchObject({
      replications: 40,
      precision: { why: 'cap', asked: '2%', cap: 40 },
    });
  });

  test('what is no metric is a fault with the nearest name; what cannot be read or clashes is told', async () => {
    const folder = openFolder();
    const study = smallStudy(folder);
    const run = (...argv: readonly string[]) => folder.garrison(['compare', study, ...argv, ...lean]);
    const unknown = await run('--precision', 'personAttack=1%,rounds=3');
    expect([unknown.exitCode, unknown.stderr.match(/--precision must name a metric/g)?.length]).toEqual([1, 2]);
    expect(unknown.stderr).toContain('did you mean personAttacks?');
    expect((await run('--precision', '5%', '-n', '40')).exitCode).toBe(2);
    const alone = await run('--max-replications', '40');
    expect([alone.exitCode, alone.stderr]).toEqual([
      1,
      expect.stringContaining('--max-replications is for a precision'),
    ]);
    const bad = await folder.garrison(['compare', smallStudy(folder, 'precision: five\n'), ...lean]);
    expect([bad.exitCode, bad.stderr]).toEqual([1, expect.stringContaining('precision must be a share such as 5%')]);
  });
});
