import { dirname, resolve } from 'node:path';
import { UserFault } from '../../model/scenario/fault.js';
import { parseManifest } from '../read-manifest.js';
import type { RecordManifest } from './record-manifest.js';

export interface ReadRecordManifest<Manifest extends RecordManifest> {
  readonly manifest: Manifest;
  /** As named. */
  readonly file: string;
  /** The folder it lies in. */
  readonly folder: string;
}

/**
 * Reads a manifest of one kind; undefined where it is of another.
 * @throws UserFault where it is not whole.
 */
export function readRecordManifest<Manifest extends RecordManifest>(about: {
  readonly file: string;
  readonly cwd: string;
  readonly kind: 'calibration' | 'backtest';
  readonly isWhole: (value: unknown) => value is Manifest;
}): ReadRecordManifest<Manifest> | undefined {
  const { file, cwd, kind, isWhole } = about;
  const parsed: unknown = parseManifest(file, cwd);
  if (Reflect.get(Object(parsed), 'kind') !== kind) return undefined;
  if (!isWhole(parsed)) throw new UserFault([{ path: file, rule: notWhole(kind) }]);
  return { manifest: parsed, file, folder: dirname(resolve(cwd, file)) };
}

export function notWhole(kind: 'calibration' | 'backtest'): string {
  return `must be the whole manifest of a ${kind}, as this garrison writes it`;
}
