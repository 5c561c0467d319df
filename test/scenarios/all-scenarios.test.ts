import { Ajv2020 } from 'ajv/dist/2020.js';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { traceReplication } from '../../src/experiment/run-replications.js';
import { planFaults } from '../../src/model/check-plan.js';
import { Simulator } from '../../src/model/replication.js';
import { ringHolds } from '../../src/model/ring.js';
import { assumptions } from '../../src/model/scenario/assumptions.js';
import { scenarioJsonSchema } from '../../src/model/scenario/known-keys.js';
import { basesOffMap } from '../../src/model/scenario/map-faults.js';
import { quantitiesOf } from '../../src/model/scenario/quantities.js';
import { readScenario } from '../../src/model/scenario/read-scenario.js';
import { supportOf } from '../../src/random/laws/law.js';
import { citationsIn, citedRows } from '../data/cited-rows.js';
import { cell } from '../data/read-table.js';
import { expectMean } from '../kernel/z-score.js';
import { simulate } from '../model/small-scenario.js';
import { loadCompiled, loadInput, loadScenario, scenarioFiles } from './load-scenario.js';

const takes = new Ajv2020({ strict: false, allErrors: true }).compile(scenarioJsonSchema());
const luck = { seed: 2020, replication: 0 };

test('there are scenarios to hold to these laws', () => {
  expect(scenarioFiles.length).toBeGreaterThan(0);
});

// A new file in scenarios/ is held to all of this without a line here.
describe.each(scenarioFiles)('%s', (file) => {
  test('has no fault', async () => {
    expect(readScenario(await loadInput(file))).toMatchObject({ kind: 'scenario' });
  });

  test('is what the JSON Schema of the editors takes', async () => {
    expect(takes(JSON.parse(JSON.stringify(await loadInput(file)))), JSON.stringify(takes.errors)).toBe(true);
  });

  test('has a plan that can be carried out, whatever is drawn', async () => {
    expect(planFaults(await loadCompiled(file))).toEqual([]);
  });

  test('moves nobody who is not there', async () => {
    expect(new Simulator(await loadCompiled(file)).run(luck).shortfalls).toEqual([]);
  });

  test('conserves the personnel of every contingent', async () => {
    const compiled = await loadCompiled(file);
    const { world, values } = runOnce(compiled);
    compiled.contingentKeys.forEach((key, c) => {
      const atStart = compiled.garrison
        .filter((slot, i) => slot >= 0 && i % compiled.contingentKeys.length === c)
        .reduce((sum, slot) => sum + Math.round(values[slot] ?? NaN), 0);
      expect([key, world.everywhere(c)]).toEqual([key, atStart]);
    });
  });

  test('gives the same rows for the same seed, and others for another', async () => {
    const compiled = await loadCompiled(file);
    const rows = traceReplication(compiled, luck);
    expect(traceReplication(compiled, luck)).toEqual(rows);
    expect(traceReplication(compiled, { ...luck, seed: luck.seed + 1 })).not.toEqual(rows);
  });

  test('counts on average the attacks and person-attacks that its rates give over time', async () => {
    const outcome = simulate(await loadCompiled(file), { n: 25 });
    for (const [counted, expected] of [
      ['attacks', 'expectedAttacks'],
      ['personAttacks', 'expectedPersonAttacks'],
    ] as const) {
      const integral = outcome(expected);
      const surplus = outcome(counted).map((value, r) => value - integral[r]!);
      if (surplus.some((value) => value !== 0)) expectMean(`${counted} less ${expected}`, surplus, 0);
    }
  });

  test('says of every number, base, order, regime and strike what it rests on, or why it is assumed', async () => {
    const silent = assumptions(await loadScenario(file)).filter(
      ({ source, note }) => source === undefined && note === undefined,
    );
    expect(silent).toEqual([]);
  });

  test('points only at rows of data/ that are there', async () => {
    const scenario = await loadScenario(file);
    const texts = [
      ...assumptions(scenario).flatMap(({ source, note }) => [source, note]),
      ...Object.values(scenario.contingents).map(({ source }) => source),
    ];
    const citations = texts.flatMap((text) => citationsIn(text ?? ''));
    // What is invented rests on nothing, and says so (below).
    expect(citations.length > 0).toBe(scenario.map === undefined);
    expect(citations.filter((citation) => citedRows(citation).length === 0)).toEqual([]);
  });

  test('stays in the ranges of the parameter table, and calls assumed what the table calls assumed', async () => {
    for (const { path, quantity } of quantitiesOf(await loadScenario(file))) {
      const { value, source = '', note = '' } = quantity;
      for (const citation of citationsIn(`${source}; ${note}`)) {
        if (citation.file !== 'model-parameters.csv') continue;
        const row = citedRows(citation)[0] ?? {};
        const support = typeof value === 'number' ? { low: value, high: value } : supportOf(value);
        // A row without a range bounds nothing.
        const [low, high] = ['low', 'high'].map((end) => (cell(row, end) === '' ? NaN : Number(cell(row, end))));
        expect([path, support.low < (low ?? NaN), support.high > (high ?? NaN)]).toEqual([path, false, false]);
        expect([path, source === '']).toEqual([path, cell(row, 'source') === 'assumed']);
      }
    }
  });
});

const invented = await withOwnMap();

test('a country with a map of its own is among the scenarios', () => {
  expect(invented.length).toBeGreaterThan(0);
});

describe.each(invented)('%s, a scenario of an invented country,', (file) => {
  test('says of every number and line that it is invented, and gives no source', async () => {
    const defaults = assumptions(await loadScenario(file)).filter(({ note }) => note === 'default of garrison');
    const own = assumptions(await loadScenario(file)).filter(
      (line) => !defaults.some(({ path }) => path === line.path),
    );
    expect(own.filter(({ source, note }) => source !== undefined || !note?.includes('invented'))).toEqual([]);
    expect(own.length).toBeGreaterThan(100);
  });

  test('has all bases and towns on its map, and none of them in a country of the atlas', async () => {
    const scenario = await loadScenario(file);
    expect(basesOffMap(scenario)).toEqual([]);
    const places = [...Object.values(scenario.bases).map(({ location }) => location), ...(scenario.map?.cities ?? [])];
    expect(countriesAt(places)).toEqual([]);
    expect(countriesAt([{ lat: 33.3, lon: 44.4 }])).toEqual(['Iraq']);
  });
});

/** Files of scenarios that bring their own map. */
async function withOwnMap(): Promise<string[]> {
  const loaded = await Promise.all(scenarioFiles.map(async (file) => ({ file, map: (await loadInput(file)).map })));
  return loaded.flatMap(({ file, map }) => (map === undefined ? [] : [file]));
}

/** Real countries in which one of the places lies, outlines at 1:50 million. */
function countriesAt(places: readonly { readonly lat: number; readonly lon: number }[]): string[] {
  const atlas: Topology<{ countries: GeometryCollection<{ name: string }> }> = createRequire(import.meta.url)(
    'world-atlas/countries-50m.json',
  );
  return feature(atlas, atlas.objects.countries).features.flatMap(({ geometry, properties }) => {
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    const holds = polygons.some(([outer = []]) => places.some((place) => ringHolds(outer, place)));
    return holds ? [properties.name] : [];
  });
}

function runOnce(compiled: Awaited<ReturnType<typeof loadCompiled>>): Simulator {
  const simulator = new Simulator(compiled);
  simulator.run(luck);
  return simulator;
}
