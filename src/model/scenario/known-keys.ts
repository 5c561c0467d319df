import { z } from 'zod';
import { scenarioSchema } from './schema.js';

type Node = z.core.JSONSchema.JSONSchema;

/** The JSON Schema (draft 2020-12) of what a user writes: published for editors, and the source of the TypeScript type. */
export function scenarioJsonSchema(): Node {
  return z.toJSONSchema(scenarioSchema, { io: 'input', override: plainDefault });
}

/** An editor fills in the number itself; where it comes from stands in the description. */
function plainDefault({ jsonSchema }: { readonly jsonSchema: Node }): void {
  const fallback: unknown = jsonSchema.default;
  if (isNode(fallback) && 'value' in fallback) jsonSchema.default = fallback.value;
}

let root: Node | undefined;

/** Keys that the schema knows at a path, over all branches of a union: what "did you mean" chooses from. */
export function knownKeys(path: readonly PropertyKey[]): string[] {
  return [...new Set(nodesAt(path).flatMap((node) => Object.keys(node.properties ?? {})))];
}

function nodesAt(path: readonly PropertyKey[]): Node[] {
  root ??= scenarioJsonSchema();
  return nodesOf(root, path);
}

/** Keys that a JSON Schema knows at a path, over all branches of a union. */
export function keysAt(top: Node, path: readonly PropertyKey[]): string[] {
  return [...new Set(nodesOf(top, path).flatMap((node) => Object.keys(node.properties ?? {})))];
}

function nodesOf(top: Node, path: readonly PropertyKey[]): Node[] {
  let nodes = branches(top, top);
  for (const step of path) nodes = nodes.flatMap((node) => children(node, step)).flatMap((node) => branches(node, top));
  return nodes;
}

function children(node: Node, step: PropertyKey): Node[] {
  // A step in brackets is the name of a list's item (quantities.ts): no key begins with one.
  if (typeof step === 'number' || String(step).startsWith('[')) return isNode(node.items) ? [node.items] : [];
  const named = node.properties?.[String(step)] ?? node.additionalProperties;
  return isNode(named) ? [named] : [];
}

function branches(node: Node, top: Node): Node[] {
  if (node.$ref !== undefined) {
    const target = top.$defs?.[node.$ref.replace('#/$defs/', '')];
    // The words about a number stand beside the reference to the form that it shares with others.
    return isNode(target) ? [node, ...branches(target, top)] : [node];
  }
  const inner = [...(node.anyOf ?? []), ...(node.allOf ?? []), ...(node.oneOf ?? [])].filter(isNode);
  return [node, ...inner.flatMap((branch) => branches(branch, top))];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
