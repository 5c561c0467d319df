import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { expect, test } from 'vitest';
import { Simulator } from '../../src/model/replication.js';
import { loadCompiled } from '../scenarios/load-scenario.js';

// V8 compiles the engine for the shapes of the objects that it has seen. Where a number that was 0 at first turns into a
// fraction, its object takes another shape; the next simulator's objects have that one from the start, and all that was
// compiled for the first is thrown away. Numbers that can be fractions are NaN, therefore, until they are drawn.

setFlagsFromString('--allow-natives-syntax');
// V8 alone can say what it holds of two objects.
const haveSameShape = new Function('a', 'b', 'return %HaveSameMap(a, b)') as (a: object, b: object) => boolean;

const bundled = readdirSync('scenarios').filter((name) => name.endsWith('.ts'));

test.each(bundled)('a second simulator of %s has the shapes of the first', async (name) => {
  const compiled = await loadCompiled(name.replace(/\.ts$/, ''));
  const first = new Simulator(compiled);
  for (let replication = 0; replication < 5; replication++) first.run({ seed: 1, replication });
  expect(othersIn(first, new Simulator(compiled))).toEqual([]);
});

/** Names of the classes whose objects at the same place of two simulators have not the same shape. */
function othersIn(first: object, second: object): string[] {
  const others = new Set<string>();
  const seen = new Set<object>();
  const compare = (a: object, b: object): void => {
    if (seen.has(a)) return;
    seen.add(a);
    const { name } = a.constructor;
    const isOurs = name !== 'Object' && name !== 'Array' && !ArrayBuffer.isView(a);
    if (isOurs && !haveSameShape(a, b)) others.add(name);
    for (const [key, value] of Object.entries(a)) {
      const other: unknown = Reflect.get(b, key);
      if (isObject(value) && isObject(other)) compare(value, other);
    }
  };
  compare(first, second);
  return [...others];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
