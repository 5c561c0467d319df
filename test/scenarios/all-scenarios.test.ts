import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { traceReplication } from '../../src/experiment/run-replications.js';
import { planFaults } from '../../src/model/check-plan.js';
import { Simulator } from '../../src/model/replication.js';
import { assumptions } from '../../src/model/scenario/assumptions.js';
import { scenarioJsonSchema } from '../../src/model/scenario/known-keys.js';
import { quantitiesOf } from '../../src/model/scenario/quantities.js';
import { readScenario } from '../../src/model/scenario/read-scenario.js';
import { supportOf } from '../../src/random/laws/law.js';
import { citationsIn, citedRows } from '../data/cited-rows.js';
import { cell } from '../data/read-table.js';
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
    expect(citations.length).toBeGreaterThan(0);
    expect(citations.filter((citation) => citedRows(citation).length === 0)).toEqual([]);
  });

  test('stays in the ranges of the parameter table, and calls assumed what the table calls assumed', async () => {
    for (const { path, quantity } of quantitiesOf(await loadScenario(file))) {
      const { value, source = '', note = '' } = quantity;
      for (const citation of citationsIn(`${source}; ${note}`)) {
        if (citation.file !== 'model-parameters.csv') continue;
        const row = citedRows(citation)[0] ?? {};
        const support = typeof value === 'number' ? { low: value, high: value } : supportOf(value);
        expect([path, support.low]).toEqual([path, Math.max(support.low, Number(cell(row, 'low')))]);
        expect([path, support.high]).toEqual([path, Math.min(support.high, Number(cell(row, 'high')))]);
        expect([path, source === '']).toEqual([path, cell(row, 'source') === 'assumed']);
      }
    }
  });
});

function runOnce(compiled: Awaited<ReturnType<typeof loadCompiled>>): Simulator {
  const simulator = new Simulator(compiled);
  simulator.run(luck);
  return simulator;
}
