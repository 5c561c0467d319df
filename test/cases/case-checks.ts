import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { expectClose } from './compare.js';

/** One object of a case file: a known answer with its source. */
export interface KnownCase {
  readonly name: string;
  readonly description: string;
  readonly parameters: unknown;
  readonly expected: unknown;
  readonly tolerance: { readonly rel: number };
  readonly source: string;
}

/** Computes the `expected` of a case from its `parameters`. */
export type CaseCheck = (parameters: unknown) => unknown;

/** A check that first reads the parameters by a schema, so that the computation is typed. */
export function caseCheck<T>(schema: z.ZodType<T>, compute: (parameters: T) => unknown): CaseCheck {
  return (parameters) => compute(schema.parse(parameters));
}

/** One test a case. `elsewhere` names the cases of the file that another test holds. */
export function checkCaseFile(
  file: { readonly name: string; readonly cases: readonly KnownCase[]; readonly elsewhere?: readonly string[] },
  checks: Readonly<Record<string, CaseCheck>>,
): void {
  describe(`known answers of ${file.name}`, () => {
    test('every case has a check and every check has a case', () => {
      const names = file.cases.map((known) => known.name);
      expect([...Object.keys(checks), ...(file.elsewhere ?? [])].sort()).toEqual(names.sort());
    });
    for (const known of file.cases) {
      const check = checks[known.name];
      if (check === undefined) continue;
      test(`${known.name} (${known.source})`, () => {
        expectClose(check(known.parameters), known.expected, known.tolerance.rel, known.name);
      });
    }
  });
}
