import { describe, expect, test } from 'vitest';
import { traceReplication } from '../../src/experiment/run-replications.js';
import { Simulator } from '../../src/model/replication.js';
import { loadCompiled, loadScenario, scenarioFiles } from './load-scenario.js';

const strategies = scenarioFiles.filter((file) => file.startsWith('strategies/'));
const consolidating = [
  'as-it-was',
  'consolidate-at-once',
  'consolidate-by-air',
  'consolidate-in-six-months',
  'consolidate-in-three-months',
].map((name) => `strategies/${name}.ts`);
const luck = { seed: 1, replication: 0 };

async function endOf(file: string) {
  const compiled = await loadCompiled(file);
  const simulator = new Simulator(compiled);
  const { shortfalls } = simulator.run(luck);
  return { compiled, world: simulator.world, shortfalls };
}

/** Persons outside the theatre at the end, by contingent. */
async function goneFrom(file: string): Promise<Record<string, number>> {
  const { compiled, world } = await endOf(file);
  return Object.fromEntries(compiled.contingentKeys.map((key, c) => [key, world.outside[c] ?? NaN]));
}

describe('the strategies', () => {
  test('are in one world: all that differs is the plan, the words, the claims, and NATO’s people', async () => {
    const stay = await loadScenario('strategies/stay.ts');
    for (const file of strategies) {
      const loaded = await loadScenario(file);
      const { nato, ...contingents } = loaded.contingents;
      const scenario = { ...loaded, contingents };
      const { title, name, question, plan, claims } = stay;
      expect({ ...scenario, title, name, question, plan, claims }).toEqual(stay);
      expect([file, nato !== undefined]).toEqual([file, file === 'strategies/nato-instead.ts']);
    }
    expect(strategies).toHaveLength(10);
  });

  test('that consolidate end with the same people at the same sites', async () => {
    const { world } = await endOf('iraq-2020-consolidation.ts');
    for (const file of consolidating) {
      const end = await endOf(file);
      expect([file, end.world.present]).toEqual([file, world.present]);
      expect(end.world.personsInTransit).toBe(0);
    }
  });

  test('that consolidate, and the drawdown alone, have the same people gone home', async () => {
    const gone = await goneFrom('iraq-2020-consolidation.ts');
    for (const file of [...consolidating, 'strategies/drawdown-only.ts']) {
      expect([file, await goneFrom(file)]).toEqual([file, gone]);
    }
  });

  test('the drawdown alone leaves no base without people but those whose people all went home', async () => {
    const { compiled, world } = await endOf('strategies/drawdown-only.ts');
    const empty = compiled.baseKeys.filter((_, b) => world.atBase[b] === 0);
    expect(empty).toEqual(['basmaya']);
  });

  test('leaving altogether leaves nobody', async () => {
    const { compiled, world } = await endOf('strategies/leave.ts');
    expect(compiled.baseKeys.filter((_, b) => (world.atBase[b] ?? 0) > 0)).toEqual([]);
  });

  test('the ways of consolidating differ in when', async () => {
    const lastHandOver = async (file: string) =>
      Math.max(
        ...traceReplication(await loadCompiled(file), luck)
          .filter(({ kind }) => kind === 'handOver')
          .map(({ day }) => day),
      );
    expect(await lastHandOver('strategies/consolidate-at-once.ts')).toBeLessThanOrEqual(3);
    expect(await lastHandOver('strategies/consolidate-in-three-months.ts')).toBeCloseTo(90, 0);
    // Nine times nineteen days, less half of the last group's share.
    expect(await lastHandOver('strategies/consolidate-in-six-months.ts')).toBeCloseTo(170, 0);
  });

  test('by air differs from by road in the way only', async () => {
    const road = await loadScenario('strategies/consolidate-in-three-months.ts');
    const air = await loadScenario('strategies/consolidate-by-air.ts');
    expect(air.plan).toEqual(road.plan.map((order) => ('by' in order ? { ...order, by: 'air' } : order)));
    expect(road.plan.filter((order) => 'by' in order && order.by === 'road')).toHaveLength(9);
  });
});
