import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { defineStudy } from '../../../src/index.js';
import { faultText } from '../../../src/model/scenario/fault.js';
import { scenarioJsonSchema } from '../../../src/model/scenario/known-keys.js';
import { isStudy, readStudy } from '../../../src/model/study/read-study.js';
import { studyJsonSchema } from '../../../src/model/study/study-json-schema.js';
import { plain } from '../small-scenario.js';

const small = defineStudy({ title: 'test', baseline: 'stay.ts', alternatives: { leave: 'leave.ts' } });

function faultsOf(input: unknown): string[] {
  const read = readStudy(input);
  return read.kind === 'faults' ? read.faults.map(faultText) : [];
}

describe('a study', () => {
  test('compares total risk, risk per person, deaths and attacks where it does not say', () => {
    const read = readStudy(small);
    if (read.kind === 'faults') throw new Error(read.faults.map(faultText).join());
    expect(read.study.metrics.map(({ outcome, direction }) => [outcome, direction])).toEqual([
      ['personAttacks', 'lower'],
      ['personAttacksPer1000PersonDays', 'lower'],
      ['killed', 'lower'],
      ['attacks', 'lower'],
    ]);
    expect([read.study.replications, read.study.seed]).toEqual([2000, 1]);
  });

  test('takes a path, a scenario written out, and one with values changed', () => {
    const study = defineStudy({
      ...small,
      baseline: plain,
      alternatives: {
        path: 'a.ts',
        whole: { ...plain, title: 'another' },
        changed: { scenario: plain, set: { 'convoys.convoySize': 50 } },
        changedFile: { scenario: './b.yaml', set: { end: '2020-02-01' } },
      },
    });
    expect(faultsOf(study)).toEqual([]);
  });

  test('is told from a scenario by its keys', () => {
    expect([small, plain, null, 'text'].map(isStudy)).toEqual([true, false, false, false]);
  });

  test('has all its faults told at once, with a way out', () => {
    const faults = faultsOf({
      ...small,
      titel: 'x',
      alternatives: { '1a': 'a.ts', b: { scenario: 'b.ts', sett: {} } },
      metrics: [{ outcome: 'killed', direction: 'less', indifference: -1 }],
      replications: 1,
    }).join('\n');
    for (const text of [
      'did you mean title',
      'alternatives.1a',
      'metrics[0].direction must be lower or higher',
      'metrics[0].indifference must be at least 0',
      'replications must be at least 2',
    ])
      expect(faults).toContain(text);
  });

  test('must have an alternative, other than the baseline', () => {
    expect(faultsOf({ ...small, alternatives: {} })).toEqual(['alternatives must hold at least one scenario']);
    expect(faultsOf({ ...small, alternatives: { baseline: 'a.ts' } }).join()).toContain('must have another key');
  });

  test('says how many replications once: by number, or by precision with its bound', () => {
    expect(faultsOf(defineStudy({ ...small, precision: '5%', maxReplications: 4000 }))).toEqual([]);
    expect(faultsOf({ ...small, precision: '5%', replications: 500 }).join()).toContain(
      'replications must be left out beside precision',
    );
    expect(faultsOf({ ...small, maxReplications: 500 }).join()).toContain(
      'maxReplications must stand beside precision only',
    );
  });

  test('that changes a scenario says so in set, and nowhere else', () => {
    expect(faultsOf({ ...small, alternatives: { b: { scenario: 'b.ts', sett: { end: '2020-02-01' } } } })).toEqual([
      'alternatives.b.sett must be left out beside scenario; did you mean set?',
    ]);
    expect(faultsOf({ ...small, baseline: { scenario: 3 } }).join()).toContain('baseline.scenario must be the path');
  });
});

test('the JSON Schema of a study takes what is one and looks into the scenarios written out in it', () => {
  const ajv = new Ajv2020({ strict: false }).addSchema(scenarioJsonSchema(), 'scenario.json');
  const validate = ajv.compile(studyJsonSchema());
  expect(validate({ ...small, baseline: plain })).toBe(true);
  expect(validate({ ...small, alternatives: { leave: { scenario: plain, set: { end: '2020-02-01' } } } })).toBe(true);
  expect(validate({ ...small, baseline: { ...plain, basis: {} } })).toBe(false);
  expect(validate({ ...small, metric: [] })).toBe(false);
});
