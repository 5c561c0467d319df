// What `npm run lint` checks, side by side: one after another the checks take twice as long and leave a core idle.
import { spawn } from 'node:child_process';
import process from 'node:process';

const checks = [
  'tsc -p tsconfig.json --noEmit',
  'eslint --max-warnings 0 .',
  'prettier --check --log-level warn .',
  'tsc -p gallery/tsconfig.json --noEmit',
];

/** Runs one check and shows all it said once it has ended. @param {string} check @returns {Promise<boolean>} it found nothing */
async function isClean(check) {
  const child = spawn(check, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  const [code, signal] = await new Promise((resolve) => child.once('close', (...end) => resolve(end)));
  if (said) process.stderr.write(`$ ${check}\n${said}\n`);
  if (code !== 0) process.stderr.write(`${check} must end with 0, got ${code ?? signal}\n\n`);
  return code === 0;
}

const clean = await Promise.all(checks.map(isClean));
process.exitCode = clean.every(Boolean) ? 0 : 1;
