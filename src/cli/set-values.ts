import { parse } from 'yaml';
import { didYouMean } from '../model/scenario/did-you-mean.js';
import type { Fault } from '../model/scenario/fault.js';
import { knownKeys } from '../model/scenario/known-keys.js';
import { pathSteps, type PathStep } from './path-steps.js';

interface Changed {
  readonly input: unknown;
  readonly faults: readonly Fault[];
}

/**
 * What a user wrote, with `path=value` put in for each `--set`, in their order. The value is read as YAML; the path must
 * be one that the schema knows or that the file holds. The input is left as it is.
 */
export function setValues(input: unknown, assignments: readonly string[]): Changed {
  if (assignments.length === 0) return { input, faults: [] };
  const copy: unknown = structuredClone(input);
  const faults = assignments.flatMap((assignment) => setValue(copy, assignment) ?? []);
  return { input: copy, faults };
}

function setValue(input: unknown, assignment: string): Fault | undefined {
  const equals = assignment.indexOf('=');
  const path = assignment.slice(0, Math.max(0, equals)).trim();
  const steps = pathSteps(path);
  const text = assignment.slice(equals + 1);
  if (!steps || text.trim() === '') {
    return { path: '--set', value: assignment, rule: 'must be PATH=VALUE, such as convoys.convoySize=50' };
  }
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    return { path: `--set ${path}`, value: text, rule: 'must have a value that can be read as YAML' };
  }
  return put(input, steps, value);
}

function put(input: unknown, steps: readonly PathStep[], value: unknown): Fault | undefined {
  let node: unknown = input;
  const above: (string | number)[] = [];
  for (const [depth, step] of steps.entries()) {
    const last = depth === steps.length - 1;
    const place = placeIn(node, step, above);
    if (typeof place === 'object') return { ...place, path: `--set ${textOf(steps.slice(0, depth + 1))}` };
    if (node === null || typeof node !== 'object') return undefined;
    const unknown = Array.isArray(node) ? undefined : unknownKey({ node, key: place, above, last });
    if (unknown) return { ...unknown, path: `--set ${textOf(steps.slice(0, depth + 1))}` };
    if (last) Reflect.set(node, place, value);
    else {
      if (Reflect.get(node, place) === undefined) Reflect.set(node, place, {});
      node = Reflect.get(node, place);
    }
    above.push(place);
  }
  return undefined;
}

/** The key or index that a step means, or what is wrong with it. */
function placeIn(node: unknown, step: PathStep, above: readonly PathStep[]): string | number | Fault {
  const where = above.length === 0 ? 'the scenario' : textOf(above);
  if (node === null || typeof node !== 'object') {
    const hint = `give ${where} as a whole, such as ${where}={ uniform: { low: 1, high: 2 } }`;
    return { path: '', rule: `must lie in an object, but ${where} is one value`, hint };
  }
  if (!Array.isArray(node)) return step;
  const index = typeof step === 'number' ? step : node.findIndex((item: unknown) => nameOf(item) === step);
  if (index >= 0 && index < node.length) return index;
  const names = node.flatMap((item: unknown) => nameOf(item) ?? []);
  const byPlace = typeof step === 'number' || /^\d+$/.test(step);
  const hint = byPlace
    ? `they count from 0: ${where}[0]`
    : (didYouMean(step, names) ?? `write ${where}[0] for the first`);
  return { path: '', rule: `must name one of the ${node.length} items of ${where}`, hint };
}

interface Place {
  readonly node: object;
  readonly key: string | number;
  readonly above: readonly (string | number)[];
  readonly last: boolean;
}

/** A key that neither the schema knows nor the file holds. In a list by key (bases, garrison) a last step may be new. */
function unknownKey({ node, key, above, last }: Place): Fault | undefined {
  if (Object.hasOwn(node, key)) return undefined;
  const known = knownKeys(above);
  if (known.includes(String(key))) return undefined;
  const byKey = known.length === 0;
  const there = Object.keys(node);
  if (byKey && last && key !== '__proto__') return undefined;
  return {
    path: '',
    rule: 'must be a known path',
    hint:
      didYouMean(String(key), byKey ? there : known) ??
      (there.length > 0 ? `in the file are ${there.slice(0, 12).join(', ')}` : undefined),
  };
}

function nameOf(item: unknown): string | undefined {
  return item !== null && typeof item === 'object' && 'name' in item && typeof item.name === 'string'
    ? item.name
    : undefined;
}

function textOf(steps: readonly PathStep[]): string {
  return steps
    .map((step, i) => (typeof step === 'number' || step.includes(' ') ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('');
}
