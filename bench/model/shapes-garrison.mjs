import process from 'node:process';
import { Simulator } from '../../dist/model/replication.js';
import { scenarioOf } from './scenario-of.mjs';

// Classes of the engine whose objects change their shape while replications run, as V8 sees it: `node --allow-natives-syntax
// shapes-garrison.mjs FILE`. The objects of a simulator that has run are held against those of one made at the same time.
const [file] = process.argv.slice(2);
const compiled = await scenarioOf(file);
const [used, fresh] = [new Simulator(compiled), new Simulator(compiled)];
for (let replication = 0; replication < 5; replication++) used.run({ seed: 1, replication });
// Not to be read by those who do not know the flag.
const haveSameShape = new Function('a', 'b', 'return %HaveSameMap(a, b)');
const others = new Set();
const seen = new Set();
compare(used, fresh);
process.stdout.write(JSON.stringify([...others].sort()));

/** @param {object} a @param {object} b */
function compare(a, b) {
  if (seen.has(a)) return;
  seen.add(a);
  const { name } = a.constructor;
  const isOurs = name !== 'Object' && name !== 'Array' && !ArrayBuffer.isView(a);
  if (isOurs && !haveSameShape(a, b)) others.add(name);
  for (const [key, value] of Object.entries(a)) if (isObject(value) && isObject(b[key])) compare(value, b[key]);
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === 'object' && value !== null;
}
