import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import type * as markModule from '../../src/random/mark.js';
import type * as streams from '../../src/random/stream.js';
import type { CompiledScenario } from '../../src/model/compile.js';
import { EventKind } from '../../src/model/event-kind.js';
import { Simulator } from '../../src/model/replication.js';
import { rich } from '../model/rich-scenario.js';
import { compiled } from '../model/small-scenario.js';
import { loadCompiled } from '../scenarios/load-scenario.js';
import { countEvents } from '../model/count-events.js';

// What a replication costs in counts that no machine and no load changes: how often streams are opened and drawn from, marks
// drawn, logarithms and exponentials taken, events run. Times would say more and be worth less. Each count must lie within
// 0.8 and 1.05 times the recorded one (bytes: 0.6 and 1.25); after a change that is meant: RENEW_WORK_COUNTS=1 npx vitest run test/bench/work-counts.test.ts

const tally = vi.hoisted(() => ({ streamsOpened: 0, draws: 0, marks: 0 }));

vi.mock('../../src/random/stream.js', async (original) => {
  const real = await original<typeof streams>();
  return {
    ...real,
    openStream: (key: Parameters<typeof real.openStream>[0]) => {
      const draw = real.openStream(key);
      tally.streamsOpened++;
      return () => {
        tally.draws++;
        return draw();
      };
    },
  };
});
vi.mock('../../src/random/mark.js', async (original) => {
  const real = await original<typeof markModule>();
  return {
    ...real,
    markUniform: (...words: Parameters<typeof real.markUniform>) => {
      tally.marks++;
      return real.markUniform(...words);
    },
    markBits: (...words: Parameters<typeof real.markBits>) => {
      tally.marks++;
      return real.markBits(...words);
    },
  };
});

const file = fileURLToPath(new URL('work-counts.json', import.meta.url));
const isRenewed = Boolean(process.env['RENEW_WORK_COUNTS']);
type Counts = Record<string, number>;
const recorded: Record<string, Counts> = JSON.parse(readFileSync(file, 'utf8'));
const usual = { least: 0.8, most: 1.05 };
/** Other versions of Node lay objects out otherwise. */
const bounds: Record<string, typeof usual> = { kibibytes: { least: 0.6, most: 1.25 } };

/** Per replication, over the first so many of seed 1. */
function workOf(scenario: CompiledScenario, replications: number): Counts {
  const simulator = new Simulator(scenario);
  const functions = ['exp', 'expm1', 'log', 'log1p'] as const;
  const real = functions.map((name) => Math[name]);
  const byKind = countEvents(simulator);
  let [transcendentals, events] = [0, 0];
  Object.assign(tally, { streamsOpened: 0, draws: 0, marks: 0 });
  functions.forEach((name, i) => {
    Math[name] = (x) => {
      transcendentals++;
      return real[i]!(x);
    };
  });
  try {
    for (let replication = 0; replication < replications; replication++)
      events += simulator.run({ seed: 1, replication }).events;
  } finally {
    functions.forEach((name, i) => (Math[name] = real[i]!));
  }
  const totals = { events, candidates: byKind[EventKind.candidate]!, ...tally, transcendentals };
  return Object.fromEntries(Object.entries(totals).map(([name, total]) => [name, total / replications]));
}

function mustBeAsRecorded(name: string, counts: Counts): void {
  if (isRenewed) {
    recorded[name] = Object.fromEntries(
      Object.entries(counts).map(([key, value]) => [key, Math.round(value * 100) / 100]),
    );
    writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`);
  }
  expect(outside(counts, recorded[name] ?? {}), name).toEqual([]);
}

/** Counts that are not within the bounds of what is recorded, in words. */
function outside(counts: Counts, before: Counts): string[] {
  return Object.entries(counts).flatMap(([key, count]) => {
    const ratio = count / (before[key] ?? NaN);
    const { least, most } = bounds[key] ?? usual;
    if (ratio >= least && ratio <= most) return [];
    return [`${key}: ${count} a replication, recorded ${before[key]}; if meant, RENEW_WORK_COUNTS=1`];
  });
}

describe('a replication costs what is recorded', () => {
  test('of the bundled scenario of 2020, all moves and numbers of it', async () => {
    mustBeAsRecorded('iraq-2020-consolidation', workOf(await loadCompiled('iraq-2020-consolidation.ts'), 50));
  });

  test('of two actors, with an uncertain truce', () => {
    mustBeAsRecorded('rich', workOf(compiled(rich), 200));
  });

  test('and allocates as many bytes', () => {
    const script = fileURLToPath(new URL('../../bench/model/bytes-garrison.mjs', import.meta.url));
    const scenario = fileURLToPath(new URL('../../scenarios/iraq-2020-consolidation.ts', import.meta.url));
    // So large a nursery is never collected, so that what the heap grows by is what was allocated.
    const flags = ['--expose-gc', '--min-semi-space-size=128', '--max-semi-space-size=128'];
    const ran = spawnSync(process.execPath, [...flags, script, scenario, '100', '1'], { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    const told: { readonly bytesPerReplication: number } = JSON.parse(ran.stdout);
    mustBeAsRecorded('allocation', { kibibytes: told.bytesPerReplication / 1024 });
  });
});

test('a count that rose by a tenth, or is not recorded, is refused', () => {
  expect(outside({ events: 110, draws: 100 }, { events: 100, draws: 100 })).toEqual([
    'events: 110 a replication, recorded 100; if meant, RENEW_WORK_COUNTS=1',
  ]);
  expect(outside({ marks: 1 }, {})).toHaveLength(1);
});
