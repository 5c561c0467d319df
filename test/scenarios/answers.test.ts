import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadScenario, scenarioFiles } from './load-scenario.js';

const page = readFileSync(new URL('../../scenarios/README.md', import.meta.url), 'utf8');

/** File, document and claim of each row between the marks. */
function answered(): string[] {
  const [, block = ''] = /<!-- answers: npm run answers -->(.*)<!-- end of answers -->/s.exec(page) ?? [];
  const rows = block.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, 4)
      .map((cell) => cell.trim().replaceAll('`', ''))
      .join(' / '),
  );
}

test('the page of scenarios answers every claim of every scenario, and no other', async () => {
  const claims: string[] = [];
  for (const file of scenarioFiles)
    for (const { name, document } of (await loadScenario(file)).claims)
      claims.push(`${file} / ${document ?? ''} / ${name}`);
  expect(claims.length).toBeGreaterThan(30);
  expect(answered()).toEqual(claims);
});
