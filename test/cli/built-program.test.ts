import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openFolder, resultFolder } from './open-folder.js';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

describe('the built program', () => {
  test('tells its version, and ends with the exit code of a fault', () => {
    const { path } = openFolder();
    expect(spawnSync(process.execPath, [main, '--version'], { cwd: path, encoding: 'utf8' }).status).toBe(0);
    // Environments that make libraries colour what is no terminal must not.
    const env = { ...process.env, CI: 'true', FORCE_COLOR: '1' };
    const fault = spawnSync(process.execPath, [main, 'run', 'none.ts'], { cwd: path, encoding: 'utf8', env });
    expect(fault).toMatchObject({ status: 1, stdout: '' });
    expect(fault.stderr).toBe('fault: none.ts must be a file that exists; garrison init writes one\n');
  });

  test.each(['--help', 'run --help', 'figure --help'])('%s says what the sources say', async (words) => {
    const folder = openFolder();
    const built = spawnSync(process.execPath, [main, ...words.split(' ')], { cwd: folder.path, encoding: 'utf8' });
    expect(built.stdout).toBe((await folder.garrison(words.split(' '))).stdout);
  });

  test.each(['1', '2'])('Ctrl-C keeps what is finished, on %s workers', async (workers) => {
    const folder = openFolder();
    folder.starter('yaml');
    const answer = await interrupted(folder.path, [
      'run',
      'scenario.yaml',
      '-n',
      '300000',
      '--no-figures',
      '--workers',
      workers,
    ]);
    expect(answer.exitCode, answer.stderr).toBe(130);
    expect(answer.stderr).toMatch(/Interrupted: the first [\d,]+ of 300,000 replications are kept\./);
    const place = resultFolder(answer);
    const manifest: { readonly replications: number; readonly run: unknown } = JSON.parse(
      folder.read(`${place}/manifest.json`),
    );
    expect(manifest.run).toMatchObject({ interrupted: { requested: 300_000 } });
    const rows = folder.read(`${place}/replications.csv`).trimEnd().split('\n');
    expect(rows).toHaveLength(1 + manifest.replications);
    expect(folder.files().filter((name) => name.includes('.partial'))).toEqual([]);

    // What is kept is what a run of that many replications gives: two threads have done too many to do them all again.
    if (workers === '1') {
      const whole = await folder.garrison([
        'run',
        'scenario.yaml',
        '-n',
        String(manifest.replications),
        '--no-figures',
      ]);
      expect(whole.stdout).toContain('identical to the earlier run, bit for bit');
    } else {
      const few = Math.min(100, manifest.replications);
      const first = await folder.garrison(['run', 'scenario.yaml', '-n', `${few}`, '--no-figures', '--out', 'first']);
      const again = folder.read(`${resultFolder(first)}/replications.csv`).trimEnd();
      expect(rows.slice(0, 1 + few).join('\n')).toBe(again);
      const verified = await folder.garrison(['verify', place, '--sample', '40']);
      expect(verified.stdout).toMatch(/^Verified: \d+ random replications of [\d,]+, the same to the last bit/);
    }
  });
});

/** Runs the program, and presses Ctrl-C once its replications have begun and some are sure to be done. */
async function interrupted(cwd: string, argv: readonly string[]) {
  const child = spawn(process.execPath, [main, ...argv], { cwd });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  // The folder is there just before the first replication; threads take a while to start on a busy machine.
  const begun = setInterval(() => {
    if (!existsSync(join(cwd, 'output'))) return;
    clearInterval(begun);
    setTimeout(() => child.kill('SIGINT'), argv.includes('2') ? 4000 : 500);
  }, 20);
  const exitCode = await new Promise<number>((resolve) => {
    child.once('close', (code) => {
      resolve(code ?? -1);
    });
  });
  clearInterval(begun);
  return { stdout, stderr, exitCode };
}
