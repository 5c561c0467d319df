// The program as main.js starts it, but that it keeps its work ten times a second, so that it can be killed soon.
import process from 'node:process';
import { runCli } from '../../dist/cli/run-cli.js';

const quiet = { write: () => undefined, isTTY: false };
await runCli(process.argv.slice(2), {
  stdout: quiet,
  stderr: { ...quiet, write: (text) => void process.stderr.write(text) },
  env: {},
  cwd: process.cwd(),
  signal: new globalThis.AbortController().signal,
  keepWorkAfterSeconds: 0.1,
});
