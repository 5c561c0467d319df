import type { Metric } from '../../experiment/compare/index.js';
import type { Input } from '../../experiment/design/inputs.js';
import type { PlainScenario } from '../../model/compared-together.js';
import type { Manifest } from '../manifest.js';
import type { DesignMethod } from './design-method.js';

/** What a question over uncertain numbers was: enough to repeat it. */
export interface DesignManifest {
  readonly formatVersion: 1;
  readonly kind: 'design';
  /** `sensitivity-tornado`, `break-even`. */
  readonly command: string;
  readonly method: DesignMethod;
  readonly title: string;
  /** SHA-256 of all that decides the numbers beside the seed. */
  readonly hash: string;
  readonly seed: number;
  readonly garrison: string;
  readonly outcome: string;
  /** What scenarios are held against each other by, where it may be several. */
  readonly metrics?: readonly Metric[];
  /** Each `--over`, as given. */
  readonly over: readonly string[];
  readonly inputs: readonly Input[];
  /** Ranges that stand in place of what the scenarios say, by path. */
  readonly ranges: Readonly<Record<string, { readonly low: number; readonly high: number }>>;
  readonly evaluations: number;
  readonly failures: number;
  readonly warnings: readonly string[];
  /** Each with those that it is measured against and drawn with. */
  readonly scenarios: readonly (PlainScenario & { readonly key: string; readonly file: string })[];
  /** How it came about: no part of the result. */
  readonly run: Omit<Manifest['run'], 'file' | 'interrupted' | 'precision'> & { readonly files: readonly string[] };
}
