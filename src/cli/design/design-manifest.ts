import { basename, dirname, resolve } from 'node:path';
import { UserFault } from '../../model/scenario/fault.js';
import type { Manifest } from '../manifest.js';
import { parseManifest } from '../read-manifest.js';
import { questionOf, type DesignPlan } from './design-plan.js';
import type { DesignQuestion } from './design-question.js';
import { designManifestSchema } from './design-schema.js';

/** What a question over uncertain numbers was: enough to repeat it. */
export interface DesignManifest extends DesignPlan {
  readonly formatVersion: 1;
  readonly kind: 'design';
  readonly evaluations: number;
  readonly failures: number;
  /** How it came about: no part of the result. */
  readonly run: Omit<Manifest['run'], 'file' | 'interrupted' | 'precision'> & { readonly files: readonly string[] };
}

export interface ReadDesign {
  readonly manifest: DesignManifest;
  readonly question: DesignQuestion;
  /** The folder it lies in. */
  readonly folder: string;
}

/**
 * Reads the manifest of a design whose numbers this engine can give again; undefined where it is of something else.
 * @throws UserFault that names what differs.
 */
export function readDesign(file: string, cwd: string): ReadDesign | undefined {
  const parsed: Partial<DesignManifest> | null = parseManifest(file, cwd);
  if (parsed?.kind !== 'design') return undefined;
  if (!isDesignManifest(parsed))
    throw new UserFault([{ path: file, rule: 'must be the whole manifest of a design, as garrison wrote it' }]);
  const folder = dirname(resolve(cwd, file));
  const name = basename(dirname(folder));
  return { manifest: parsed, question: questionOf(parsed, { file, name }), folder };
}

/** Whether something read is the whole manifest of a design. */
export function isDesignManifest(value: unknown): value is DesignManifest {
  return designManifestSchema.safeParse(value).success;
}
