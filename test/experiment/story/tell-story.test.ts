import { describe, expect, test } from 'vitest';
import { isAttack } from '../../../src/experiment/story/likely-sources.js';
import { BEFORE, presenceOf } from '../../../src/experiment/story/presence.js';
import { tellStory, type Story } from '../../../src/experiment/story/tell-story.js';
import { openRunner } from '../../../src/experiment/run-replications.js';
import { loadCompiled } from '../../scenarios/load-scenario.js';
import { traceFully, type Trace } from '../../../src/experiment/trace.js';
import { plain } from '../../model/small-scenario.js';
import { busy, busyKeys, traceOf } from './busy-scenario.js';

const traces = Array.from({ length: 8 }, (_, replication) => traceOf(busy, replication));
const stories = new Map(traces.map((trace) => [trace, tellStory(trace)]));
const storyOf = (trace: Trace): Story => stories.get(trace) ?? tellStory(trace);
const linesOf = (story: Story) => story.months.flatMap(({ lines }) => lines);
const textOf = (story: Story): string =>
  [
    ...story.opening,
    ...story.months.flatMap(({ name, summary, lines }) => [name, summary, ...lines.map(({ text }) => text)]),
    ...story.closing,
  ].join('\n');

describe('a traced replication', () => {
  test('has the outcomes that any run with its seed gives it', () => {
    const { compiled } = traces[0]!;
    const { values } = openRunner(compiled, 1)({ from: 0, to: 3 });
    const outcomes = traces.slice(0, 3).flatMap((trace) => [...trace.outcomes.values()]);
    expect(outcomes).toEqual([...values]);
  });

  test('presence follows the rows: person-days at every base are those of the model', () => {
    for (const trace of traces) {
      const { compiled, rows, outcomes } = trace;
      const presence = presenceOf(trace);
      for (const base of compiled.baseKeys) {
        let personDays = 0;
        const days = [0, ...rows.map(({ day }) => Math.max(0, day)), compiled.horizonDays];
        for (let i = 1; i < days.length; i++) personDays += presence.atBase(base, i - 2) * (days[i]! - days[i - 1]!);
        expect(personDays).toBeCloseTo(outcomes.get(`personDays.base.${base}`)!, 6);
      }
      expect(presence.atBases(BEFORE).bases).toBe(4);
    }
  });
});

describe('a story', () => {
  test('has every row in exactly one line, and no line without a row', () => {
    for (const trace of traces) {
      const story = storyOf(trace);
      const told = [...story.rowsBefore, ...linesOf(story).flatMap(({ rows }) => rows)].sort((a, b) => a - b);
      expect(told).toEqual(trace.rows.map((_, index) => index + 1));
      for (const { rows, text } of linesOf(story)) {
        expect(rows.length, text).toBeGreaterThan(0);
        expect(rows).toEqual([...rows].sort((a, b) => a - b));
      }
    }
  });

  test('lines of attacks name place, presence and casualties as their rows have them', () => {
    for (const trace of traces) {
      for (const { rows, text } of linesOf(storyOf(trace))) {
        const attacks = rows.flatMap((row) => trace.rows[row - 1] ?? []).filter(isAttack);
        const [attack] = attacks;
        if (!attack || attack.kind !== 'attackOnBase') continue;
        expect(text).toContain(trace.compiled.scenario.bases[attack.base!]!.name);
        if (attacks.length > 1) {
          expect(attacks.every(({ killed = 0, wounded = 0 }) => killed + wounded === 0)).toBe(true);
          continue;
        }
        expect(text).toContain(`${attack.persons!.toLocaleString('en-US')} `);
        const told = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(text)?.[1] ?? 0);
        expect([told('killed'), told('wounded')]).toEqual([attack.killed, attack.wounded]);
      }
    }
  });

  test('months add up to the outcomes, in order of time', () => {
    for (const trace of traces) {
      const story = storyOf(trace);
      const sum = (word: RegExp): number =>
        story.months.reduce((total, { summary }) => total + Number(word.exec(summary)?.[1] ?? 0), 0);
      expect(sum(/^(\d+) attack/)).toBe(trace.outcomes.get('attacks'));
      expect(sum(/(\d+) killed/)).toBe(trace.outcomes.get('killed'));
      expect(sum(/(\d+) wounded/)).toBe(trace.outcomes.get('wounded'));
      expect(story.months.map(({ name }) => name)).toEqual(
        'January February March April May June July August'.split(' ').map((month) => `${month} 2020`),
      );
      for (const { lines } of story.months) {
        const days = lines
          .filter(({ text }) => !text.includes('supply convoys set out') && !text.includes('supply convoy sets out'))
          .map(({ fromDay }) => fromDay);
        expect(days).toEqual([...days].sort((a, b) => a - b));
      }
    }
  });

  test('tells names and never keys, and nothing undefined', () => {
    for (const trace of traces) {
      const text = textOf(storyOf(trace));
      expect(text).not.toMatch(busyKeys);
      expect(text).not.toMatch(/undefined|NaN|\[object|armedDrone/);
    }
  });

  test('tells the longest quiet once: before the attack that ends it, or at the end', () => {
    for (const trace of traces) expect(textOf(storyOf(trace)).match(/the longest quiet/g)).toHaveLength(1);
  });

  test('says that it is a draw of chance, and no forecast', () => {
    for (const trace of traces)
      expect(storyOf(trace).opening[0]).toMatch(/Model output, not observation.*nothing in it is a forecast/);
  });

  test('of a world where nothing happens is short', () => {
    const still = tellStory(
      traceOf(
        { ...plain, end: '2020-02-10', actors: { militias: { ...plain.actors.militias, baselinePerDay: 0 } } },
        0,
      ),
    );
    expect(linesOf(still)).toEqual([]);
    expect(still.months.map(({ summary }) => summary)).toEqual(
      Array(2).fill('no attack; 1,000 people at 1 base at its end'),
    );
    expect(still.closing).toEqual([
      'In 41 days no attack finds personnel.',
      'Nobody moves: 1,000 people are at 1 base on the last of 41 days.',
    ]);
  });

  test('says where the cap on events ended it', () => {
    const runaway = traceOf(
      { ...plain, maxEvents: 1000, actors: { militias: { ...plain.actors.militias, baselinePerDay: 100 } } },
      0,
    );
    const { months, closing } = tellStory(runaway);
    expect(closing.join(' ')).toContain('The cap on events (maxEvents) ended this replication');
    // At 100 attacks a day 1,000 events last ten days at most; nothing is said of the rest.
    expect(Number(/^In (\d+) days /.exec(closing[0]!)?.[1])).toBeLessThanOrEqual(10);
    expect(closing[0]).not.toContain('without an attack');
    expect(months.map(({ name }) => name)).toEqual(['January 2020']);
  });

  test('of the busy scenario stays as it is, word for word', async () => {
    const story = tellStory(traces[3]!);
    const lines = story.months.flatMap(({ name, summary, lines: told }) => [
      '',
      `${name}: ${summary}`,
      ...told.map(({ when, text, rows }) => `${when}. ${text} [${rows.join(' ')}]`),
    ]);
    await expect(`${[...story.opening, ...lines, '', ...story.closing].join('\n')}\n`).toMatchFileSnapshot(
      'golden/busy-story.txt',
    );
  });

  test('of the bundled consolidation tells every hand-over on its day', async () => {
    const compiled = await loadCompiled('iraq-2020-consolidation.ts');
    const lines = linesOf(tellStory(traceFully(compiled, { seed: 1, replication: 17 })));
    const told = lines
      .filter(({ text }) => text.includes('is handed over'))
      .map(({ when, text }) => `${when}: ${text.split(' is ')[0] ?? ''}`);
    expect(told).toEqual([
      '17 March: Al-Qaim',
      '26 March: Qayyarah West',
      '29 March: K-1',
      '30 March: Nineveh Operations Center',
      '4 April: Al-Taqaddum',
      '7 April: Abu Ghraib',
      '25 July: Basmaya',
      '23 August: Camp Taji',
    ]);
  });
});
