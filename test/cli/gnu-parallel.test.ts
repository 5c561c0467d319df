import { spawnSync } from 'node:child_process';
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openFolder, resultFolder } from './open-folder.js';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const guide = fileURLToPath(new URL('../../docs/many-machines.md', import.meta.url));

// Another program of that name, of moreutils, knows no --version.
const isThere = spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout?.startsWith('GNU parallel') ?? false;
if (!isThere && !process.env['REQUIRE_ALL'])
  process.stdout.write('skipped: the guide with GNU parallel needs parallel (apt-get install parallel)\n');

test.skipIf(!isThere && !process.env['REQUIRE_ALL'])(
  'the lines of the guide for GNU parallel give the folder of one run',
  { timeout: 120_000 },
  async () => {
    expect(isThere, 'GNU parallel must be installed: apt-get install parallel').toBe(true);
    const folder = openFolder();
    folder.starter('yaml');
    const section = readFileSync(guide, 'utf8').split('## GNU parallel')[1] ?? '';
    const lines = /```sh\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
    const bin = join(folder.path, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'garrison'), `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`, { mode: 0o755 });
    await folder.garrison(['jobs', 'scenario.yaml', '-n', '20', '--shard-size', '7']);
    const shell = spawnSync('sh', ['-e', '-c', lines], {
      cwd: folder.path,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder.path, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
    });
    expect(shell.status, shell.stderr).toBe(0);
    const place = resultFolder({ stdout: shell.stdout, stderr: shell.stderr, exitCode: 0 });
    const run = await folder.garrison([
      'run',
      'scenario.yaml',
      '-n',
      '20',
      '--workers',
      '1',
      '--quiet',
      '--out',
      'one',
    ]);
    for (const file of ['replications.csv', 'summary.json', 'figures/map.vl.json'])
      expect(folder.read(`${place}/${file}`)).toBe(folder.read(`${resultFolder(run)}/${file}`));
  },
);
