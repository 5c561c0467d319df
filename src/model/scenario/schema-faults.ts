import { distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { didYouMean } from './did-you-mean.js';
import type { Fault } from './fault.js';

type Issue = z.core.$ZodIssue;
type KnownKeys = (path: readonly PropertyKey[]) => readonly string[];

/** Turns the schema library's issues into faults: path, value, rule and a way out, the likeliest branch of every union. */
export function schemaFaults(issues: readonly Issue[], input: unknown, knownKeys: KnownKeys): Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, [], input, knownKeys));
}

function faultsOf(issue: Issue, above: readonly PropertyKey[], input: unknown, knownKeys: KnownKeys): Fault[] {
  const path = [...above, ...issue.path];
  const value = valueAt(input, path);
  const at = pathText(path);
  switch (issue.code) {
    case 'invalid_union': {
      const branch = likeliestBranch(issue.errors);
      const own =
        branch === undefined || branch.some((inner) => inner.path.length === 0 && inner.code === 'invalid_type');
      if (own)
        return [{ path: at, value, rule: issue.message.startsWith('must') ? issue.message : 'must have another form' }];
      return branch.flatMap((inner) => faultsOf(inner, path, input, knownKeys));
    }
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({
        path: pathText([...path, name]),
        value: valueAt(input, [...path, name]),
        rule: 'must be a known key',
        hint: didYouMean(name, knownKeys(path)),
      }));
    case 'invalid_key':
      return [{ path: at, rule: issue.issues[0]?.message ?? 'must be a valid key' }];
    case 'invalid_type':
      if (value === undefined) return [{ path: at, rule: 'must be given' }];
      return [
        { path: at, value, rule: issue.message.startsWith('must') ? issue.message : typeRule(issue.expected, value) },
      ];
    case 'invalid_value':
      return [{ path: at, value, rule: `must be ${issue.values.map((v) => String(v)).join(' or ')}` }];
    case 'too_small':
      return [
        {
          path: at,
          value,
          rule: issue.message.startsWith('must') ? issue.message : `must be at least ${String(issue.minimum)}`,
        },
      ];
    case 'too_big':
      return [{ path: at, value, rule: `must be at most ${String(issue.maximum)}` }];
    case 'custom':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_element':
      return [{ path: at, value, rule: issue.message }];
  }
}

/** The branch that fits best: right kind of value first, then fewest missing or unknown keys, then fewest slips of spelling. */
function likeliestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  let best: readonly Issue[] | undefined;
  let least = Infinity;
  for (const branch of branches) {
    const cost = branchCost(branch);
    if (cost < least) [best, least] = [branch, cost];
  }
  return best;
}

function branchCost(branch: readonly Issue[]): number {
  let cost = 0;
  const unknown: string[] = [];
  const missing: string[] = [];
  for (const issue of branch) {
    cost += 1;
    if (issue.code === 'invalid_type' && issue.path.length === 0) cost += 1000;
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) unknown.push(...issue.keys);
    if (issue.code === 'invalid_type' && issue.path.length === 1) missing.push(String(issue.path[0]));
    if (issue.code === 'invalid_union' && issue.path.length === 0)
      cost += branchCost(likeliestBranch(issue.errors) ?? []);
  }
  cost += 20 * unknown.length + 10 * missing.length;
  for (const name of missing) cost += Math.min(8, ...unknown.map((other) => distance(name, other)));
  return cost;
}

function typeRule(expected: string, value: unknown): string {
  const words: Record<string, string> = {
    number: 'a finite number',
    int: 'a whole number',
    string: 'a text',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    boolean: 'true or false',
  };
  const hint = expected === 'array' && value !== null && typeof value === 'object' ? ' (in square brackets)' : '';
  return `must be ${words[expected] ?? expected}${hint}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const step of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** `plan[2].fromBase`. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (text === '' || String(step).startsWith('[')) text += String(step);
    else text += `.${String(step)}`;
  }
  return text;
}
