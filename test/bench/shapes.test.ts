import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// V8 compiles the engine for the shapes of the objects that it has seen. Where a number that was 0 at first turns into a
// fraction, or a field comes later, its object takes another shape; the next simulator's objects have that one from the
// start, and what was compiled for the first is thrown away. So numbers that can be fractions are NaN until they are drawn.

const script = fileURLToPath(new URL('../../bench/model/shapes-garrison.mjs', import.meta.url));

test.each([
  'iraq-2020-consolidation',
  'iraq-2020-stay',
  'invented-three-valleys',
  's001-insiders',
  's002-strikes-and-answers',
  's004-half-the-troops',
])('objects of replications of %s keep the shape that they begin with', (scenario) => {
  const file = fileURLToPath(new URL(`../../scenarios/${scenario}.ts`, import.meta.url));
  const ran = spawnSync(process.execPath, ['--allow-natives-syntax', script, file], { encoding: 'utf8' });
  expect(ran.stderr).toBe('');
  expect(JSON.parse(ran.stdout)).toEqual([]);
});
