import { describe, expect, test } from 'vitest';
import { compileScenario } from '../../src/model/compile.js';
import { quantitiesOf } from '../../src/model/scenario/quantities.js';
import { readScenario } from '../../src/model/scenario/read-scenario.js';
import { cell, readTable } from './read-table.js';

const rows = readTable('model-parameters.csv');

describe('the table of parameters', () => {
  test('every term stands once', () => {
    const terms = rows.map((row) => cell(row, 'term'));
    expect(new Set(terms).size).toBe(terms.length);
  });

  test('every default lies in its range', () => {
    const outside = rows.filter((row) => {
      const [value, low, high] = ['default', 'low', 'high'].map((column) => cell(row, column));
      return (low !== '' && Number(value) < Number(low)) || (high !== '' && Number(value) > Number(high));
    });
    expect(outside).toEqual([]);
  });

  test('every row says where it comes from, or that it is assumed', () => {
    expect(rows.filter((row) => cell(row, 'source') === '')).toEqual([]);
  });

  // A scenario has no default for the gate of a regime, and its default salience is that of the reference contingent.
  const otherwise = ['regimes.*.gate', 'contingents.*.salience'];
  test.each(rows.filter((row) => cell(row, 'path') !== '').map((row) => [cell(row, 'term'), row] as const))(
    '%s: its path is a number of a scenario, and its default the schema’s',
    (_term, row) => {
      const path = cell(row, 'path');
      const value = defaults.get(
        path.replace('<itself>', 'militias').replace('<other>', 'rivals').replace('actors.*', 'actors.militias'),
      );
      if (otherwise.includes(path)) expect(value).toBeDefined();
      else expect(value).toBe(Number(cell(row, 'default')));
    },
  );
});

/** Every number of a scenario that says as little as it may, by path; list items and contingents under a star. */
const defaults = new Map(
  quantitiesOf(leastScenario()).map(({ path, quantity }) => [
    path.replace(/^regimes\[.*?\]/u, 'regimes.*').replace(/^contingents\.us/u, 'contingents.*'),
    quantity.value,
  ]),
);

function leastScenario() {
  const read = readScenario({
    title: 'defaults only',
    start: '2020-01-01',
    end: '2020-01-02',
    contingents: { us: {} },
    bases: { taji: { location: { lat: 33.5, lon: 44.3 } } },
    actors: { militias: {}, rivals: {} },
    regimes: [{ name: 'truce', firstDay: '2020-01-01', gate: 0.15 }],
    strikes: { events: [{ day: '2020-01-01' }] },
  });
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults));
  return compileScenario(read.scenario).scenario;
}
