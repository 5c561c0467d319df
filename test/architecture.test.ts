import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// The arrows of CONTRIBUTING.md: what each folder of src/ may import. They point one way.
const arrows: Record<string, readonly string[]> = {
  kernel: [],
  random: [],
  stats: [],
  theory: [],
  model: ['kernel', 'random', 'theory'],
  experiment: ['model', 'random', 'stats', 'theory'],
  calibration: ['model', 'random', 'stats', 'theory', 'experiment'],
  figures: ['experiment', 'calibration', 'model'], // types only
  render: ['figures'],
  report: ['figures', 'experiment', 'calibration', 'model'],
  cli: ['kernel', 'random', 'stats', 'theory', 'model', 'experiment', 'calibration', 'figures', 'render', 'report'],
};
/** Folders that may touch the machine: files, processes, clock. */
const impure = ['cli', 'render'];

const root = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const roomOf = (file: string): string => (file.includes(sep) ? (file.split(sep)[0] ?? '') : 'index');

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

function importsOf(text: string): Import[] {
  const found = text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm);
  return [...found].map(([, type, from]) => ({ from: from ?? '', typeOnly: type !== undefined }));
}

describe('the architecture', () => {
  test('every folder of src is known', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => room !== 'index').sort()).toEqual(
      Object.keys(arrows).sort(),
    );
  });

  for (const file of files) {
    const room = roomOf(file);
    const text = readFileSync(join(root, file), 'utf8');
    test(`${file} keeps the arrows and is as pure as its folder`, () => {
      for (const { from, typeOnly } of importsOf(text)) {
        if (from.startsWith('node:')) expect(impure, `${file} imports ${from}`).toContain(room);
        if (!from.startsWith('.')) continue;
        const target = roomOf(relative(root, normalize(join(root, dirname(file), from))));
        if (target === room || target === 'index' || room === 'index') continue;
        expect(arrows[room], `${file} imports ${from}`).toContain(target);
        if (room === 'figures') expect(typeOnly, `${file} may import only types, not ${from}`).toBe(true);
      }
      if (impure.includes(room)) return;
      const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(code, file).not.toMatch(
        /Math\.random|Date\.now|new Date\(\)|(?<![.\w])(?:performance|console)\.|(?<![.\w])process\.(?:env|argv|cwd|exit|stdout|stderr|hrtime|memoryUsage|nextTick|on)\b|setTimeout|setImmediate/,
      );
    });
  }

  test('the kernel knows no word of the domain', () => {
    const words = /\b(base|attack|soldier|troop|contingent|convoy|militia|garrison|casualt)/i;
    for (const file of files.filter((name) => roomOf(name) === 'kernel')) {
      expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(words);
    }
  });
});
