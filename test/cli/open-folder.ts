import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runCli } from '../../src/cli/run-cli.js';
import { starterText } from '../../src/cli/starter-text.js';

export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface Conditions {
  readonly isTTY?: boolean;
  readonly env?: Record<string, string>;
  readonly signal?: AbortSignal;
  readonly loadLimitSeconds?: number;
  /** Told what goes to stderr as it comes. */
  readonly stderr?: (text: string) => void;
}

/** A folder outside the repository, so without a package.json, in which commands are run; gone after the test. */
export function openFolder() {
  const path = mkdtempSync(join(tmpdir(), 'garrison-test-'));
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true });
  });
  const write = (name: string, text: string): string => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
    return name;
  };
  return {
    path,
    write,
    /** The starter scenario, with some of its text replaced; every replacement must find its text. */
    starter: (format: 'ts' | 'yaml' | 'json', ...replacements: readonly (readonly [string, string])[]): string => {
      let text = starterText(format);
      for (const [from, to] of replacements) {
        if (!text.includes(from)) throw new Error(`the starter must hold ${from}`);
        text = text.replace(from, to);
      }
      return write(`scenario.${format}`, text);
    },
    read: (name: string): string => readFileSync(join(path, name), 'utf8'),
    files: (): string[] =>
      readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
        .sort(),
    /** Runs a command in this process. */
    garrison: async (argv: readonly string[], conditions: Conditions = {}): Promise<Answer> => {
      const { isTTY = false, env = {}, signal = new AbortController().signal, loadLimitSeconds } = conditions;
      const heard = (text: string): void => {
        stderr += text;
        conditions.stderr?.(text);
      };
      let stdout = '';
      let stderr = '';
      const exitCode = await runCli(argv, {
        stdout: { write: (text) => void (stdout += text), isTTY },
        stderr: { write: heard, isTTY, columns: 100 },
        env: { XDG_CACHE_HOME: join(tmpdir(), 'garrison-test-cache'), ...env },
        cwd: path,
        signal,
        ...(loadLimitSeconds === undefined ? {} : { loadLimitSeconds }),
      });
      return { stdout, stderr, exitCode };
    },
  };
}

export type Folder = ReturnType<typeof openFolder>;

/** The folder that a run says it wrote. */
export function resultFolder(answer: Answer): string {
  const folder = /^Results: (\S+)/m.exec(answer.stdout)?.[1];
  if (folder === undefined) throw new Error(`a card must name its folder, got ${answer.stdout}${answer.stderr}`);
  return folder;
}
