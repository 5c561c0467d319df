import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as figureSet from '../../src/cli/figure-set.js';
import { openFolder, resultFolder } from './open-folder.js';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Those of the starter scenario, which has no record and no windows. */
const usual = [
  'base-by-week',
  'by-base',
  'by-month',
  'causes-over-time',
  'exceedance',
  'exposure-distribution',
  'map',
  'map-before-after',
  'personnel',
  'personnel-by-contingent',
  'quantile-dots',
  'risk-over-time',
  'weekly-attacks',
  'weekly-by-base',
];

describe('the figures of a run', () => {
  test.each([
    ['2', 'but for convergence'],
    ['40', 'drawn twice all are the same bytes, and so is the report'],
  ])('each is there as spec, rows, SVG and PNG, after %s replications: %s', async (n) => {
    const folder = openFolder();
    folder.starter('yaml');
    const answer = await folder.garrison(['run', 'scenario.yaml', '-n', n, '--quiet']);
    expect(answer.exitCode, answer.stderr).toBe(0);
    expect(answer.stdout).toContain('figures/');
    const place = `${resultFolder(answer)}/figures/`;
    const files = folder.files().filter((file) => file.startsWith(place));
    const names = [...new Set(files.map((file) => file.slice(place.length).split('.')[0]))];
    // Two replications converge to nothing.
    expect(new Set(names)).toEqual(new Set(n === '2' ? usual : [...usual, 'convergence']));
    for (const name of names) {
      const spec: { readonly $schema: string } = JSON.parse(folder.read(`${place}${name}.vl.json`));
      expect(spec.$schema).toContain('vega-lite');
      const rows: unknown[] = parse(folder.read(`${place}${name}.csv`), { columns: true });
      expect(rows.length, name).toBeGreaterThan(0);
      expect(folder.read(`${place}${name}.csv`)).not.toContain('[object');
      expect(folder.read(`${place}${name}.svg`)).toMatch(/^<svg/);
      expect(folder.read(`${place}${name}.png`).slice(1, 4)).toBe('PNG');
    }
    if (n === '2') return;
    expect(folder.files()).toContain(`${resultFolder(answer)}/report.html`);
    const again = await folder.garrison(['run', 'scenario.yaml', '-n', n, '--quiet']);
    expect(again.stdout).toContain('identical to the earlier run, bit for bit');
  });

  test('are added to an earlier run that was made without them', async () => {
    const folder = openFolder();
    folder.starter('yaml');
    const bare = await folder.garrison(['run', 'scenario.yaml', '-n', '20', '--quiet', '--no-figures']);
    expect(bare.stdout).not.toContain('figures/');
    const drawn = await folder.garrison(['run', 'scenario.yaml', '-n', '20', '--quiet']);
    expect(drawn.stdout).toContain('new files were added');
    const place = resultFolder(drawn);
    expect(place).toBe(resultFolder(bare));
    // The report is made anew with them.
    expect(folder.read(`${place}/report.html`)).toContain('<figure');
    // A run without figures leaves it as it is; somebody's own words in it are kept, beside.
    const fewer = await folder.garrison(['run', 'scenario.yaml', '-n', '20', '--quiet', '--no-figures']);
    expect(fewer.stdout).toContain('identical to the earlier run');
    expect(folder.read(`${place}/report.html`)).toContain('<figure');
    folder.write(`${place}/report.html`, 'mine');
    const beside = await folder.garrison(['run', 'scenario.yaml', '-n', '20', '--quiet', '--no-figures']);
    expect(resultFolder(beside)).toBe(`${place}-2`);
    expect(folder.read(`${place}/report.html`)).toBe('mine');
  });

  test.each([
    ['worked out', 'no such mark'],
    ['drawn by its thread', 'figure must be one that is known, got sketch'],
  ])('one that cannot be %s is told as a bug, and loses no result', async (where, message) => {
    vi.spyOn(figureSet, 'figuresOf').mockImplementation(function* () {
      if (where === 'worked out') throw new Error('no such mark');
      const caption = { title: '', subtitle: [], alt: '' };
      yield { name: 'sketch', about: '', rows: [], caption, draw: () => ({ mark: 'bar', data: { values: [] } }) };
    });
    const folder = openFolder();
    folder.starter('yaml');
    const answer = await folder.garrison(['run', 'scenario.yaml', '-n', '20', '--quiet']);
    expect(answer.exitCode).toBe(1);
    expect(answer.stderr).toContain('bug in garrison');
    expect(answer.stderr).toContain(message);
    expect(folder.files()).toContain(`${resultFolder(answer)}/replications.csv`);
    expect(folder.files()).toContain(`${resultFolder(answer)}/report.html`);
    expect(folder.files().filter((file) => file.includes('figures/'))).toEqual([]);
  });
});
