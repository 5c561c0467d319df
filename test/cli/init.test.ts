import { describe, expect, test } from 'vitest';
import { openFolder } from './open-folder.js';

describe('garrison init', () => {
  test.each(['ts', 'yaml', 'json'] as const)('writes a %s scenario that checks and runs as it is', async (format) => {
    const folder = openFolder();
    const written = await folder.garrison(['init', '--format', format]);
    expect(written).toMatchObject({ exitCode: 0, stderr: '' });
    expect(written.stdout).toContain(`garrison check scenario.${format}`);
    const checked = await folder.garrison(['check', `scenario.${format}`]);
    expect(checked.stdout).toContain('No faults');
    const run = await folder.garrison(['run', `scenario.${format}`, '-n', '5', '--no-figures']);
    expect(run.exitCode, run.stderr).toBe(0);
  });

  test('never overwrites a file', async () => {
    const folder = openFolder();
    folder.write('mine.yaml', 'mine');
    const { exitCode, stderr } = await folder.garrison(['init', 'mine.yaml']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('mine.yaml must be a new file');
    expect(folder.read('mine.yaml')).toBe('mine');
  });

  test('a format that does not fit the name is a fault', async () => {
    const folder = openFolder();
    const { exitCode, stderr } = await folder.garrison(['init', 'a.yaml', '--format', 'json']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('--format must fit the ending of a.yaml');
    expect(folder.files()).toEqual([]);
  });
});
