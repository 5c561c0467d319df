import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadStudy } from '../../src/cli/load-study.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = readdirSync(`${root}/scenarios/studies`).map((name) => `scenarios/studies/${name}`);

const terminal = {
  stdout: { write: () => undefined, isTTY: false },
  stderr: { write: () => undefined, isTTY: false },
  env: {},
  cwd: root,
  signal: new AbortController().signal,
  loadLimitSeconds: 120,
};

// A new file in scenarios/studies/ is held to this without a line here.
describe.each(files)('%s', (file) => {
  test('names scenarios without faults, all in one world, and metrics that all of them have', async () => {
    const study = await loadStudy({ files: [file], set: [] }, terminal);
    expect(study.members.length).toBeGreaterThan(1);
    expect(study.question).toBeDefined();
    for (const { key, compiled } of study.members) expect([key, compiled.reference]).toEqual([key, undefined]);
  });
});
