import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openFolder } from './open-folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const oneSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('the card in the README is what its first command prints', async () => {
  const [, card = ''] =
    /ends with a result card[^\n]*\n\n```\n([\s\S]*?)```/.exec(readFileSync(`${root}README.md`, 'utf8')) ?? [];
  const [answer = '', table = '', record = ''] = card.split('\n\n');
  const folder = openFolder();
  const { stdout } = await folder.garrison([
    'run',
    `${root}scenarios/iraq-2020-consolidation.ts`,
    '--no-figures',
    '--no-report',
    '--quiet',
  ]);
  const printed = oneSpace(stdout);
  // A … stands for words left out.
  const parts = [answer, ...table.split('\n'), ...record.split('…')].map(oneSpace);
  expect(parts.length).toBeGreaterThanOrEqual(7);
  for (const part of parts) expect(printed).toContain(part);
});
