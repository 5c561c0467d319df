import { z } from 'zod';
import { describeLaw, lawFaults, supportOf, type Law } from '../../random/laws/law.js';
import { emptySource, text } from './texts.js';

/**
 * Any number of a scenario: a point, a law of what is not known about it (drawn once per replication), or either with
 * where it comes from. Written `0.3`, `{ uniform: { low: 0.2, high: 0.4 } }` or `{ value: …, source: …, note: … }`;
 * after {@link quantity} has read it, always the last form.
 */
export interface Quantity {
  readonly value: number | Law;
  /** Where the number comes from; absent means assumed. */
  readonly source?: string | undefined;
  readonly note?: string | undefined;
}

/** Named, so that the type of the whole schema stays short enough to be written out. */
type QuantityType = z.ZodType<Quantity>;

/** What the schema says of one number: the only place where its range and default stand. */
export interface QuantitySpec {
  readonly about: string;
  readonly unit: string;
  readonly min?: number;
  readonly max?: number;
  /** The bounds themselves are not allowed. */
  readonly above?: number;
  readonly below?: number;
  /** Whole numbers only; a drawn value is rounded to the nearest. */
  readonly whole?: boolean;
  readonly default?: { readonly value: number; readonly source?: string };
}

const finite = z.number();
const low = finite.optional().describe('Cut the law here and renormalise.');
const high = finite.optional().describe('Cut the law here and renormalise.');

/** Each law is an object with one key, its name. */
const lawSchema = z
  .union([
    z.strictObject({ uniform: z.strictObject({ low: finite, high: finite }) }),
    z.strictObject({ triangular: z.strictObject({ low: finite, mode: finite, high: finite }) }),
    z.strictObject({ pert: z.strictObject({ low: finite, mode: finite, high: finite }) }),
    z.strictObject({ normal: z.strictObject({ mean: finite, sd: finite, low, high }) }),
    z.strictObject({
      lognormal: z.union([
        z.strictObject({ p5: finite, p95: finite, low, high }),
        z.strictObject({ median: finite, sigma: finite, low, high }),
        z.strictObject({ mean: finite, sd: finite, low, high }),
      ]),
    }),
    z.strictObject({
      beta: z.union([z.strictObject({ mean: finite, sd: finite }), z.strictObject({ alpha: finite, beta: finite })]),
    }),
    z.strictObject({
      gamma: z.union([
        z.strictObject({ mean: finite, sd: finite, low, high }),
        z.strictObject({ shape: finite, scale: finite, low, high }),
      ]),
    }),
    z.strictObject({ choice: z.array(z.strictObject({ value: finite, weight: finite.default(1) })).min(1) }),
    z.strictObject({ empirical: z.array(finite).min(1) }),
    z.strictObject({
      joint: z
        .strictObject({
          of: text('Name of the table, such as that of the fit it comes from.'),
          values: z.array(finite).min(1).describe('This number’s column, row by row.'),
        })
        .describe('A column of a table of draws: all numbers with the same `of` take the same row in a replication.'),
    }),
  ])
  .meta({
    id: 'Law',
    description:
      'What is not known about a number, drawn once per replication: uniform, triangular, pert, normal, lognormal, beta, gamma, choice, empirical or joint (a table of draws that several numbers share).',
  });

export const lawNames = [
  'uniform',
  'triangular',
  'pert',
  'normal',
  'lognormal',
  'beta',
  'gamma',
  'choice',
  'empirical',
  'joint',
] as const;

/** The schema of one number, with its range, unit, default and description. Its output is always a {@link Quantity}. */
export function quantity(spec: QuantitySpec): QuantityType {
  const id = rangeName(spec);
  const ranged = rangedNumbers.get(id) ?? rangedNumber(spec, id);
  rangedNumbers.set(id, ranged);
  const description = `${spec.about} Unit: ${spec.unit}. ${rangeText(spec)}${defaultText(spec)}`;
  return ranged.meta({ description });
}

/** One schema for all numbers of one range, so that the JSON Schema writes it once and refers to it. */
const rangedNumbers = new Map<string, QuantityType>();

function rangedNumber(spec: QuantitySpec, id: string): QuantityType {
  let point: z.ZodNumber = spec.whole ? z.int() : finite;
  if (spec.min !== undefined) point = point.min(spec.min);
  if (spec.max !== undefined) point = point.max(spec.max);
  if (spec.above !== undefined) point = point.gt(spec.above);
  if (spec.below !== undefined) point = point.lt(spec.below);
  const law = lawSchema.check((context) => {
    const found = lawFaults(context.value);
    const faults = found.length > 0 ? found : supportFaults(context.value, spec);
    for (const message of faults) context.issues.push({ code: 'custom', input: context.value, message });
  });
  return z
    .union(
      [
        point,
        law,
        z.strictObject({
          value: z.union([point, law], { error: expectedForm(spec) }),
          source: z
            .string()
            .min(1, { error: emptySource })
            .optional()
            .describe('Where the number comes from. Without one it is "assumed".'),
          note: z.string().optional(),
        }),
      ],
      { error: expectedForm(spec) },
    )
    .transform((input): Quantity => (typeof input === 'object' && 'value' in input ? input : { value: input }))
    .meta({
      id,
      description: `${spec.whole ? 'A whole number' : 'A number'}, a law of what is not known about it, or either with its source. ${rangeText(spec)}`,
    });
}

/** A quantity that may be left out: its default stands in, source and all. */
export function quantityOr(
  spec: QuantitySpec & { readonly default: { readonly value: number; readonly source?: string } },
): z.ZodPrefault<QuantityType> {
  const base = quantity(spec);
  const fallback = { note: 'default of garrison', ...spec.default };
  return base.prefault(fallback).meta({ description: base.meta()?.description ?? spec.about });
}

function expectedForm(spec: QuantitySpec): string {
  return `must be a ${spec.whole ? 'whole ' : ''}number, a law such as { uniform: { low, high } }, or { value, source, note }`;
}

function supportFaults(law: Law, spec: QuantitySpec): string[] {
  const support = supportOf(law);
  const { min = -Infinity, max = Infinity, above = -Infinity, below = Infinity } = spec;
  // An open bound is met by a law that only approaches it (a lognormal at 0, a beta at 1): the end has probability 0.
  const fits = support.low >= Math.max(min, above) && support.high <= Math.min(max, below);
  if (fits) return [];
  const reach = `from ${support.low} to ${support.high}`;
  return [`must be ${rangeWords(spec)}, but ${describeLaw(law)} reaches ${reach}; cut it with low and high`];
}

function rangeWords(spec: QuantitySpec): string {
  const parts: string[] = [];
  if (spec.min !== undefined) parts.push(`at least ${spec.min}`);
  if (spec.above !== undefined) parts.push(`more than ${spec.above}`);
  if (spec.max !== undefined) parts.push(`at most ${spec.max}`);
  if (spec.below !== undefined) parts.push(`less than ${spec.below}`);
  return parts.length > 0 ? parts.join(' and ') : 'a finite number';
}

function rangeText(spec: QuantitySpec): string {
  return `Must be ${spec.whole ? 'whole and ' : ''}${rangeWords(spec)}.`;
}

function defaultText(spec: QuantitySpec): string {
  if (!spec.default) return '';
  const { value, source } = spec.default;
  return ` Default: ${value} (${source ?? 'assumed'}).`;
}

/** Name of a range among the definitions of the JSON Schema, and of its TypeScript type: `NumberAtLeast0`. */
function rangeName({ whole, ...bounds }: QuantitySpec): string {
  const words = [
    ['AtLeast', bounds.min],
    ['Above', bounds.above],
    ['AtMost', bounds.max],
    ['Below', bounds.below],
  ] as const;
  const range = words.flatMap(([word, bound]) =>
    bound === undefined ? [] : [`${word}${String(bound).replace('-', 'Minus').replace('.', 'Point')}`],
  );
  return `${whole ? 'WholeNumber' : range.length > 0 ? 'Number' : 'AnyNumber'}${range.join('')}`;
}
