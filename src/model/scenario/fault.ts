/** One thing wrong with what a user gave: where, what was there, the rule, and a way out. Text comes last, all faults at once. */
export interface Fault {
  /** Path of keys, such as `actors.militias.baselinePerDay`; empty for the whole. */
  readonly path: string;
  /** What was found there; absent where something is missing. */
  readonly value?: unknown;
  /** What it must be: "must be at least 0". */
  readonly rule: string;
  /** A way out: "did you mean toBase?". */
  readonly hint?: string | undefined;
}

/** A user's fault, told plainly and without a stack. Anything else that is thrown is a bug. */
export class UserFault extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(faultText).join('\n'));
    this.name = 'UserFault';
    this.faults = faults;
  }
}

/** "actors.militias.baselinePerDay must be at least 0, got -1". */
export function faultText(fault: Fault): string {
  const where = fault.path === '' ? 'the scenario' : fault.path;
  // Some rules say themselves what was found; once is enough.
  const got = 'value' in fault && !fault.rule.includes(', got ') ? `, got ${valueText(fault.value)}` : '';
  const hint = fault.hint === undefined ? '' : `; ${fault.hint}`;
  return `${where} ${fault.rule}${got}${hint}`;
}

/** A value as a reader would write it, cut where it is long. */
export function valueText(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'function') return 'a function';
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? typeof value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
