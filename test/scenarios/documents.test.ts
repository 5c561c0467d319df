import { describe, expect, test } from 'vitest';
import { countsOnBases } from '../../src/model/compile.js';
import { loadScenario } from './load-scenario.js';

const brief = await loadScenario('s000-eight-bases.ts');

/** Attacks of the record in a window of the brief's scenario, on bases with a tag or on all. */
function recorded(window: string, tag?: string): number {
  const { firstDay = '', lastDay = '' } = brief.windows[window] ?? {};
  const names = Object.values(brief.bases)
    .filter(({ tags }) => tag === undefined || tags.includes(tag))
    .flatMap(({ name = '', recordNames }) => recordNames ?? [name]);
  const rows = (brief.record?.rows ?? []).filter(countsOnBases);
  return rows.filter(({ base, date }) => names.includes(base) && date >= firstDay && date <= lastDay).length;
}

describe('the BIC brief', () => {
  test('what the notes of its claims say of the record is what the record says', () => {
    expect([recorded('before', 'kept'), recorded('after', 'kept')]).toEqual([26, 24]);
    expect([recorded('before', 'larger'), recorded('after', 'larger')]).toEqual([6, 3]);
    expect([recorded('before', 'left'), recorded('after', 'left')]).toEqual([4, 0]);
    expect(['january', 'february', 'march'].map((month) => recorded(month))).toEqual([10, 2, 7]);
  });

  test('every attack of the record in its time fell on a place of its scenario', () => {
    const rows = (brief.record?.rows ?? []).filter(countsOnBases);
    const inTime = rows.filter(({ date }) => date >= brief.start && date <= brief.end);
    expect(recorded('before') + recorded('after')).toBe(inTime.length);
  });

  test('of its eight attacked bases Erbil was hit by Iran’s missiles only, and al-Qaim, the ninth site, by nothing', () => {
    const rows = brief.record?.rows ?? [];
    const hit = (key: string) => {
      const { name = '', recordNames = [name] } = brief.bases[key] ?? {};
      return rows
        .filter(({ base, date }) => recordNames.includes(base) && date <= '2020-03-29')
        .map(({ mode }) => mode);
    };
    const untouched = Object.keys(brief.bases).filter((key) => hit(key).length === 0);
    expect(untouched).toEqual(['qaim']);
    expect(hit('erbil')).toEqual(['ballistic missile']);
  });

  test('before and after are windows of one length that meet', () => {
    const days = ({ firstDay = '', lastDay = '' } = {}) => (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000;
    expect(days(brief.windows['before'])).toBe(days(brief.windows['after']));
    expect(
      days({ firstDay: brief.windows['before']?.lastDay ?? '', lastDay: brief.windows['after']?.firstDay ?? '' }),
    ).toBe(1);
  });
});

describe('what a claim is held against', () => {
  test.each([
    ['s000-eight-bases.ts', 's000-all-kept.ts'],
    ['s001-three-of-eight.ts', 's001-all-eight.ts'],
    ['january-2020-out-and-back.ts', 'january-2020-nobody-left.ts'],
  ])('%s and %s differ in plan, words and claims only', async (file, other) => {
    const { title, question, plan, claims, ...world } = await loadScenario(file);
    const against = await loadScenario(other);
    expect(against).toEqual({ ...world, title: against.title, question: against.question, plan: [], claims: [] });
    expect([title === against.title, question === against.question]).toEqual([false, false]);
    expect([plan.length > 0, claims.length > 0]).toEqual([true, true]);
  });
});
