import { describe, expect, it } from 'vitest';
import { outcome } from '../../../src/experiment/results.js';
import { byWindowCaption, byWindowRows } from '../../../src/experiment/tables/by-window.js';
import { smallResults } from '../small-results.js';

const record = [
  { date: '2020-03-16', base: 'Base 0', scope: 'base', mode: 'rocket' },
  { date: '2020-04-02', base: 'Base 1', scope: 'base', mode: 'rocket' },
  { date: '2020-04-30', base: 'Base 1', scope: 'base', mode: 'rocket' },
];
const april = { firstDay: '2020-04-01', lastDay: '2020-04-30' };
const may = { firstDay: '2020-05-01', lastDay: '2020-05-14' };
const march = { firstDay: '2020-03-16', lastDay: '2020-03-31' };

describe('attacks by window', () => {
  it('are none where there are no two windows to put side by side', () => {
    expect(byWindowRows(smallResults())).toEqual([]);
    expect(byWindowRows(smallResults({ windows: { april } }))).toEqual([]);
  });

  it('come in order of time with the mean of the replications', () => {
    const results = smallResults({ windows: { may, april, march } });
    const means = byWindowRows(results).flatMap((row) =>
      row.part === 'mean' && row.measure === 'attacks' ? [row] : [],
    );
    expect(means.map(({ base }) => base)).toEqual(['march', 'april', 'may']);
    const values = outcome(results, 'attacksOnBases.window.april');
    expect(means[1]!.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 12);
  });

  it('leave other windows aside where two are whole months, and say so in the title', () => {
    const whole = { ...april };
    const results = smallResults({
      windows: { start: march, april: whole, mayAndBefore: { firstDay: '2020-04-15', lastDay: '2020-05-14' } },
    });
    // One month only: all windows are shown, by their dates.
    expect(new Set(byWindowRows(results).map(({ name }) => name))).toEqual(
      new Set(['16 March 2020 to 31 March 2020', 'April 2020', '15 April 2020 to 14 May 2020']),
    );
    expect(byWindowCaption(results, byWindowRows(results)).title).toBe('Attacks on bases by time');
  });

  it('stand beside the record only where it covers the whole window', () => {
    const rows = byWindowRows(smallResults({ windows: { march, april, may }, record }));
    const observed = rows.flatMap((row) => (row.part === 'observed' ? [[row.base, row.observed]] : []));
    expect(observed).toEqual([
      ['march', 1],
      ['april', 2],
    ]);
  });
});
