import { expect, test } from 'vitest';
import { drawnNumbers } from '../../../src/experiment/story/drawn-numbers.js';
import { worldWords } from '../../../src/experiment/story/world-words.js';
import type { ScenarioInput } from '../../../src/model/scenario/scenario-input.js';
import { plain } from '../../model/small-scenario.js';
import { traceOf } from './busy-scenario.js';

type ScenarioLaw = NonNullable<ScenarioInput['actors'][string]['baselinePerDay']>;

const uncertain = (baselinePerDay: ScenarioLaw, branching: ScenarioLaw): ScenarioInput => ({
  ...plain,
  actors: { militias: { baselinePerDay, branching: { militias: branching } } },
});

test('a drawn number lies where its law says: u of a uniform, the middle of a jump of a choice', () => {
  const trace = traceOf(
    uncertain({ uniform: { low: 0.2, high: 0.4 } }, { choice: [{ value: 0.1 }, { value: 0.3 }] }),
    4,
  );
  const [baseline, branching] = drawnNumbers(trace);
  expect(baseline!.shareBelow).toBeCloseTo((baseline!.value - 0.2) / 0.2, 9);
  expect(branching!.shareBelow).toBeCloseTo(branching!.value === 0.1 ? 0.25 : 0.75, 9);
});

test('what lies in an outer tenth is told in words, the rest is not', () => {
  for (let replication = 0; replication < 40; replication++) {
    const trace = traceOf(
      uncertain({ uniform: { low: 0.1, high: 0.3 } }, { uniform: { low: 0.1, high: 0.6 } }),
      replication,
    );
    const [baseline, branching] = drawnNumbers(trace);
    const text = worldWords(trace);
    expect(text.includes('unprovoked attacks are more frequent')).toBe(baseline!.shareBelow >= 0.9);
    expect(text.includes('unprovoked attacks are rarer')).toBe(baseline!.shareBelow <= 0.1);
    expect(text.includes('attacks provoke more attacks')).toBe(branching!.shareBelow >= 0.9);
    expect(text.includes('An ordinary world')).toBe(!text.includes('tenth)'));
  }
});

test('a scenario of points says that there is nothing to draw', () => {
  expect(worldWords(traceOf(plain, 0))).toContain('no uncertain number');
});
