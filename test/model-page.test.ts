import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const lines = readFileSync(`${root}docs/model.md`, 'utf8').split('\n');
const first = lines.findIndex((line) => line.startsWith('| equation'));
const rows = lines
  .slice(
    first + 2,
    lines.findIndex((line, at) => at > first && !line.startsWith('|')),
  )
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`${root}src/${file}`, 'utf8'))
  .join('\n');
const tests = readdirSync(`${root}test`, { recursive: true, encoding: 'utf8' });
const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? '');

describe('the table of equations in docs/model.md', () => {
  test('is there, and long', () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  for (const [equation = '', functions = '', heldBy = '', switchedOnBy = '', ...more] of rows) {
    test(`${equation}: names functions, a test and a scenario or fixture that exist`, () => {
      expect(more).toEqual([]);
      for (const cell of [equation, functions, heldBy, switchedOnBy]) expect(cell).not.toBe('');
      const names = quoted(functions).map((name) => name.split('.').at(-1) ?? '');
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) expect(sources, name).toMatch(new RegExp(`\\b${name}\\b`));
      expect(quoted(heldBy).length).toBeGreaterThan(0);
      for (const name of quoted(heldBy))
        expect(
          tests.some((file) => file.includes(`${name}.test.ts`)),
          name,
        ).toBe(true);
      for (const file of quoted(switchedOnBy)) expect(existsSync(`${root}${file}`), file).toBe(true);
    });
  }
});
