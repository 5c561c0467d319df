import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawFigures } from '../../src/cli/figure-set.js';
import { storedFigureText } from '../../src/cli/stored-figure.js';
import { pageOf, usualLook } from '../../src/figures/index.js';
import { smallResults } from '../experiment/small-results.js';
import { madeUpGeography } from '../figures/made-up-geography.js';
import { openFolder, resultFolder, type Folder } from './open-folder.js';

/** A finished folder that holds nothing but figures, of results that no simulation gave. */
function finished(): { readonly folder: Folder; readonly place: string } {
  const folder = openFolder();
  for (const drawing of drawFigures(smallResults(), { geography: madeUpGeography, page: pageOf(usualLook) })) {
    folder.write(`results/figures/${drawing.name}.json`, storedFigureText(drawing));
    folder.write(`results/figures/${drawing.name}.vl.json`, '{}');
  }
  return { folder, place: 'results' };
}

describe('garrison figure', () => {
  test('in the look of the run draws the same bytes that the run drew, without simulating', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const place = resultFolder(await folder.garrison(['run', 'scenario.yaml', '-n', '20', '--quiet']));
    const stored = folder.files().filter((file) => file.startsWith(`${place}/figures/`) && file.endsWith('.svg'));
    expect(stored.length).toBeGreaterThan(5);
    for (const file of stored) {
      const name = file.slice(`${place}/figures/`.length, -'.svg'.length);
      const answer = await folder.garrison(['figure', name, place, '--out', 'drawn', '--format', 'svg']);
      expect(answer.exitCode, answer.stderr).toBe(0);
      expect(folder.read(`drawn/${name}-170mm.svg`), name).toBe(folder.read(file));
    }
    expect((await folder.garrison(['figure', 'map', place, '--out', 'map.png'])).exitCode).toBe(0);
    const [mine, theirs] = ['map.png', `${place}/figures/map.png`].map((file) => readFileSync(join(folder.path, file)));
    expect(mine!.equals(theirs!)).toBe(true);
  });

  test('at another width and theme gives a file for each format, named after its look', async () => {
    const { folder, place } = finished();
    const words = ['figure', 'weekly-attacks', place, '--width', '8.5cm', '--theme', 'dark', '--out', 'slides'];
    const answer = await folder.garrison(words);
    const names = ['svg', 'png', 'pdf'].map((ending) => `slides/weekly-attacks-85mm-dark.${ending}`);
    expect(answer.stdout).toBe(names.map((name) => `${name}\n`).join(''));
    expect(folder.read(names[0]!)).toMatch(/^<svg[^>]* width="85mm"/);
    expect(folder.read(names[0]!)).toContain('#14181d');
    expect((await folder.garrison(words)).stdout).toContain('identical to the one that is there');
  });

  test('with a folder alone lists what there is', async () => {
    const { folder, place } = finished();
    const { stdout, exitCode } = await folder.garrison(['figure', place]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/by-base +Attacks and person-attacks by base\n/);
    expect(stdout).toContain(`garrison figure by-base ${place} --width 85mm`);
  });

  test.each([
    ['a name that is not there', ['by-bas', 'results'], 'did you mean by-base?'],
    ['a folder that is not there', ['map', 'nowhere'], 'nowhere must be a folder that is there'],
    ['a folder that is no result', ['map', '.'], 'must be a finished folder of results'],
    ['a file for a folder', ['map', 'results/figures/map.json'], 'must be a folder, not a file'],
    ['an ending that clashes', ['map', 'results', '--out', 'a.pdf', '--format', 'svg'], 'must be a folder'],
    ['a file for the folder to write to', ['map', 'results', '--out', 'results/figures/map.json'], 'must be a folder'],
  ])('tells plainly of %s', async (_, words, told) => {
    const { folder } = finished();
    const answer = await folder.garrison(['figure', ...words]);
    expect(answer.exitCode).toBe(1);
    expect(answer.stderr).toContain(told);
    expect(answer.stderr).not.toContain('    at ');
  });

  test.each([
    ['a width out of range', ['--width', '30mm'], '--width must be 80mm to 420mm'],
    ['a width that is none', ['--width', 'wide'], '--width must be 80mm to 420mm'],
    ['a language it does not speak', ['--lang', 'de'], '"en"'],
    ['a format it does not write', ['--format', 'svg,eps'], '--format must be of svg, png, pdf'],
  ])('cannot be read with %s', async (_, words, told) => {
    const answer = await openFolder().garrison(['figure', 'map', 'results', ...words]);
    expect(answer.exitCode).toBe(2);
    expect(answer.stderr).toContain(told);
  });

  test('leaves a file as it is that is there and holds something else', async () => {
    const { folder, place } = finished();
    folder.write('mine.svg', 'of mine');
    const answer = await folder.garrison(['figure', 'map', place, '--out', 'mine.svg']);
    expect(answer.exitCode).toBe(1);
    expect(answer.stderr).toContain('is there already and holds something else');
    expect(folder.read('mine.svg')).toBe('of mine');
  });

  test('tells of a folder without figures, and of a figure whose rows are damaged', async () => {
    const { folder, place } = finished();
    folder.write('bare/manifest.json', '{}');
    expect((await folder.garrison(['figure', 'bare'])).stderr).toContain('has no figures');
    mkdirSync(join(folder.path, 'old/figures'), { recursive: true });
    expect((await folder.garrison(['figure', 'old'])).stderr).toContain('did not keep their rows');
    folder.write(`${place}/figures/map.json`, '{"formatVersion":1,"figure":"map"}');
    const answer = await folder.garrison(['figure', 'map', place]);
    expect(answer.stderr).toContain('must be as garrison wrote it');
    expect(answer.stderr).toContain('caption');
    expect(answer.exitCode).toBe(1);
  });
});
