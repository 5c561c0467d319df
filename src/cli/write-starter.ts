import { existsSync, writeFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { UserFault } from '../model/scenario/fault.js';
import { errorCode } from './error-code.js';
import { exitCode } from './exit-code.js';
import { shellWord } from './shell-word.js';
import { starterText, type StarterFormat } from './starter-text.js';
import { programName } from './program-name.js';
import type { Terminal } from './terminal.js';

interface StarterOptions {
  readonly file: string | undefined;
  readonly format: StarterFormat | undefined;
  readonly terminal: Terminal;
}

const formatOf: Readonly<Record<string, StarterFormat>> = {
  '.ts': 'ts',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.json': 'json',
};

/** `garrison init`: writes a starter scenario that checks and runs as it is. A file that is there already stays. */
export function writeStarter({ file, format, terminal }: StarterOptions): Promise<number> {
  const name = file ?? `scenario.${format ?? 'ts'}`;
  const byEnding = formatOf[extname(name).toLowerCase()];
  if (byEnding === undefined) throw new UserFault([{ path: name, rule: 'must end in .ts, .yaml or .json' }]);
  if (format !== undefined && format !== byEnding) {
    throw new UserFault([
      { path: '--format', value: format, rule: `must fit the ending of ${name}`, hint: 'leave one of them out' },
    ]);
  }
  const path = resolve(terminal.cwd, name);
  try {
    // wx: fails where a file is there, in one step.
    writeFileSync(path, starterText(byEnding), { flag: 'wx' });
  } catch (error) {
    if (existsSync(path)) {
      const hint = `garrison init another-name${extname(name)} writes beside it`;
      throw new UserFault([{ path: name, rule: 'must be a new file, but there is one already', hint }]);
    }
    const code = errorCode(error);
    if (code === undefined) throw error;
    const hint = code === 'ENOENT' ? `is there a folder ${dirname(name)}? make it first` : undefined;
    throw new UserFault([{ path: name, rule: `must be a file that can be written (${code})`, hint }]);
  }
  const program = programName(terminal);
  const word = shellWord(name);
  terminal.stdout.write(`Wrote ${name}. Next: ${program} check ${word}, then ${program} run ${word}\n`);
  return Promise.resolve(exitCode.done);
}
