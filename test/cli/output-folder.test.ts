import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openOutputFolder } from '../../src/cli/output-folder.js';
import { openFolder } from './open-folder.js';

function put(parent: string, files: Record<string, string>) {
  const folder = openOutputFolder(parent);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder.path, name), text);
  return folder.finish('result');
}

describe('a folder of results', () => {
  test('appears under its name only when it is whole', () => {
    const parent = join(openFolder().path, 'out', 'scenario');
    const folder = openOutputFolder(parent);
    writeFileSync(join(folder.path, 'a.csv'), '1');
    expect(readdirSync(parent).every((name) => name.startsWith('.partial-'))).toBe(true);
    expect(folder.finish('result')).toEqual({ path: join(parent, 'result'), kind: 'new' });
    expect(readdirSync(parent)).toEqual(['result']);
  });

  test('is dropped where the earlier one is identical, bit for bit, whatever machine and time say', () => {
    const parent = join(openFolder().path, 'out');
    put(parent, { 'a.csv': '1', 'manifest.json': '{"hash":"x","run":{"seconds":1}}' });
    const placed = put(parent, { 'a.csv': '1', 'manifest.json': '{"hash":"x","run":{"seconds":2}}' });
    expect(placed).toEqual({ path: join(parent, 'result'), kind: 'same' });
    expect(readdirSync(parent)).toEqual(['result']);
    expect(readFileSync(join(parent, 'result', 'manifest.json'), 'utf8')).toContain('"seconds":1');
  });

  test('is kept beside an earlier one that differs, which stays as it was', () => {
    const parent = join(openFolder().path, 'out');
    put(parent, { 'a.csv': '1' });
    expect(put(parent, { 'a.csv': '2' })).toEqual({ path: join(parent, 'result-2'), kind: 'differs' });
    expect(put(parent, { 'a.csv': '3' })).toEqual({ path: join(parent, 'result-3'), kind: 'differs' });
    expect(put(parent, { 'a.csv': '2' })).toEqual({ path: join(parent, 'result-2'), kind: 'same' });
    expect(readFileSync(join(parent, 'result', 'a.csv'), 'utf8')).toBe('1');
  });

  test('gives its new files to an earlier one that is identical in the rest', () => {
    const parent = join(openFolder().path, 'out');
    put(parent, { 'a.csv': '1' });
    expect(put(parent, { 'a.csv': '1', 'b.svg': 'x' })).toEqual({ path: join(parent, 'result'), kind: 'grown' });
    expect(readdirSync(join(parent, 'result')).sort()).toEqual(['a.csv', 'b.svg']);
  });

  test('goes where the run that opened it was killed, and stays where it still runs', () => {
    const { path } = openFolder();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const [dead, alive, elsewhere] = [
      `${hostname()}-${pid}`,
      `${hostname()}-${process.ppid}`,
      `${hostname()}x-${pid}`,
    ].map((owner) => `.partial-${owner}-01234567-89ab-cdef-0123-456789abcdef`);
    for (const name of [dead!, alive!, elsewhere!]) mkdirSync(join(path, name));
    const folder = openOutputFolder(path);
    expect(folder.remarks).toEqual([`Removed ${join(path, dead!)}: a run that was killed had left it.`]);
    folder.discard();
    expect(readdirSync(path).sort()).toEqual([alive!, elsewhere!].sort());
  });

  test('leaves nothing behind when it is discarded, not even the folders made for it', () => {
    const { path } = openFolder();
    openOutputFolder(join(path, 'out', 'scenario')).discard();
    expect(existsSync(join(path, 'out'))).toBe(false);
  });
});
