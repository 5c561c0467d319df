// `npm run build`: types and modules by tsc, then the program and its threads in few files by Rolldown, which write over
// some of them. dist/.built bears the time at which it began, so that a test run knows what is newer.
import { spawnSync } from 'node:child_process';
import { chmodSync, utimesSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const started = new Date();
/** @param {string} command @returns {number} */
const statusOf = (command) => spawnSync(command, { shell: true, stdio: 'inherit' }).status ?? 1;

// 2: files were written although types do not fit. What can be run is run, the faults are told and the build has failed.
const types = statusOf('tsc -p tsconfig.build.json');
const bundle = types === 0 || types === 2 ? statusOf('rolldown --config rolldown.config.js --log-level warn') : 1;
if (bundle === 0) {
  // npm sees to it only where it links the program for the first time.
  chmodSync('dist/cli/main.js', 0o755);
  const stamp = 'dist/.built';
  writeFileSync(stamp, '');
  // A source that changed during the build is newer than this.
  utimesSync(stamp, started, started);
}
process.exitCode = bundle || types;
