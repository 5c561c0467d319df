import { distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { didYouMean, nearest } from './did-you-mean.js';
import type { Fault } from './fault.js';

type Issue = z.core.$ZodIssue;
type KnownKeys = (path: readonly PropertyKey[]) => readonly string[];

/** Turns the schema library's issues into faults: path, value, rule and a way out, the likeliest branch of every union. */
export function schemaFaults(issues: readonly Issue[], input: unknown, knownKeys: KnownKeys): Fault[] {
  const faults = issues.flatMap((issue) => faultsOf(issue, [], input, knownKeys));
  const meant = new Set(faults.flatMap(({ meantPath }) => meantPath ?? []));
  return faults.filter(({ path, rule }) => rule !== given || !meant.has(path)).map(withoutMeant);
}

/** A key misspelt and the same key missing are one fault: the first tells where the second was meant. */
type Found = Fault & { readonly meantPath?: string | undefined };
const given = 'must be given';

function withoutMeant(found: Found): Fault {
  const { path, rule, hint } = found;
  return { path, rule, ...('value' in found ? { value: found.value } : {}), ...(hint === undefined ? {} : { hint }) };
}

function faultsOf(issue: Issue, above: readonly PropertyKey[], input: unknown, knownKeys: KnownKeys): Found[] {
  const path = [...above, ...issue.path];
  const value = valueAt(input, path);
  const at = pathText(path);
  switch (issue.code) {
    case 'invalid_union': {
      if (value === undefined) return [{ path: at, rule: given }];
      const branch = likeliestBranch(issue.errors, value);
      if (branch === undefined) return [{ path: at, value, rule: issue.message }];
      return branch.flatMap((inner) => faultsOf(inner, path, input, knownKeys));
    }
    case 'unrecognized_keys':
      return issue.keys.map((name) => {
        const known = knownKeys(path).filter((key) => key !== name);
        const elsewhere = known.length < knownKeys(path).length;
        const near = elsewhere ? undefined : nearest(name, known);
        return {
          path: pathText([...path, name]),
          value: valueAt(input, [...path, name]),
          rule: elsewhere ? 'must be left out of an entry of this kind' : 'must be a known key',
          hint: elsewhere ? undefined : didYouMean(name, known),
          meantPath: near === undefined ? undefined : pathText([...path, near]),
        };
      });
    case 'invalid_key':
      return [{ path: at, rule: issue.issues[0]?.message ?? 'must be a valid key' }];
    case 'invalid_type':
      if (value === undefined) return [{ path: at, rule: given }];
      return [
        { path: at, value, rule: issue.message.startsWith('must') ? issue.message : typeRule(issue.expected, value) },
      ];
    case 'invalid_value':
      return [{ path: at, value, rule: `must be ${issue.values.map((v) => String(v)).join(' or ')}` }];
    case 'too_small': {
      const rule = `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${String(issue.minimum)}`;
      return [{ path: at, value, rule: issue.message.startsWith('must') ? issue.message : rule }];
    }
    case 'too_big':
      return [
        {
          path: at,
          value,
          rule: `must be ${issue.inclusive === false ? 'less than' : 'at most'} ${String(issue.maximum)}`,
        },
      ];
    case 'custom':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_element':
      return [{ path: at, value, rule: issue.message }];
  }
}

/**
 * The branch that the writer most likely meant: fewest unknown and missing keys, then fewest slips of spelling. None where
 * the value is of the wrong kind for all, or holds nothing that tells one branch from the others.
 */
function likeliestBranch(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | undefined {
  const possible = branches.filter((branch) => !isOfWrongKind(branch));
  const best = possible.toSorted((a, b) => branchCost(a, value) - branchCost(b, value))[0];
  if (best?.some((issue) => isMissing(issue, value)) && !possible.some(hasUnknownKeys)) return undefined;
  return best;
}

function isOfWrongKind(branch: readonly Issue[]): boolean {
  return branch.some(
    (issue) =>
      issue.path.length === 0 &&
      (issue.code === 'invalid_type' ||
        issue.code === 'invalid_value' ||
        (issue.code === 'invalid_union' && issue.errors.every(isOfWrongKind))),
  );
}

function hasUnknownKeys(branch: readonly Issue[]): boolean {
  return branch.some(
    (issue) =>
      issue.path.length === 0 &&
      (issue.code === 'unrecognized_keys' || (issue.code === 'invalid_union' && issue.errors.some(hasUnknownKeys))),
  );
}

function branchCost(branch: readonly Issue[], value: unknown): number {
  let cost = 0;
  const unknown: string[] = [];
  const missing: string[] = [];
  for (const issue of branch) {
    cost += 1;
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) unknown.push(...issue.keys);
    else if (isMissing(issue, value)) missing.push(String(issue.path[0]));
    else if (issue.code === 'invalid_union' && issue.path.length === 0) {
      const inner = likeliestBranch(issue.errors, value);
      cost += inner === undefined ? 50 : branchCost(inner, value);
    }
  }
  cost += 20 * unknown.length + 10 * missing.length;
  for (const name of missing) cost += Math.min(8, ...unknown.map((other) => distance(name, other)));
  return cost;
}

function isMissing(issue: Issue, value: unknown): boolean {
  return issue.path.length === 1 && valueAt(value, issue.path) === undefined;
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
