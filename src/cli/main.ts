#!/usr/bin/env node
import { runCli } from './run-cli.js';

const interrupt = new AbortController();
process.on('SIGINT', () => {
  // The first Ctrl-C keeps what is finished; a second one does not wait for that.
  if (interrupt.signal.aborted) process.exit(130);
  interrupt.abort();
});
// A reader that has seen enough (`garrison check … | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  program: process.argv[1] ?? '',
  signal: interrupt.signal,
});

function outputOf(stream: NodeJS.WriteStream) {
  return { write: (text: string) => void stream.write(text), isTTY: stream.isTTY, columns: stream.columns };
}
