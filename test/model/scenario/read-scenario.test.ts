import { describe, expect, test } from 'vitest';
import { faultText } from '../../../src/model/scenario/fault.js';
import { readScenario } from '../../../src/model/scenario/read-scenario.js';
import { plain } from '../small-scenario.js';

/** The faults of a good scenario after a change, as lines of text. */
function faultsOf(change: (scenario: Record<string, never> & { [key: string]: unknown }) => void): string[] {
  const scenario = structuredClone(plain) as never;
  change(scenario);
  const read = readScenario(scenario);
  return read.kind === 'faults' ? read.faults.map(faultText) : [];
}

/** Puts a value at a dotted path. */
function put(path: string, value: unknown) {
  return (scenario: object): void => {
    const steps = path.split('.');
    const last = steps.pop()!;
    const inner = steps.reduce<object>((node, step) => Reflect.get(node, step) as object, scenario);
    Reflect.set(inner, last, value);
  };
}

describe('a scenario with a fault', () => {
  const cases: readonly [string, unknown, string | RegExp][] = [
    ['end', '2019-01-01', 'end must not be before start 2020-01-01, got "2019-01-01"'],
    ['start', '2020-02-30', 'start must be a date of the calendar like 2020-03-16, got "2020-02-30"'],
    ['start', 20200101, 'start must be a date like 2020-03-16, got 20200101'],
    ['title', undefined, 'title must be given'],
    ['title', '', /title must not be empty/],
    ['colour', 1, /colour must be a known key, got 1/],
    [
      'actors.militias.meanLagDay',
      3,
      'actors.militias.meanLagDay must be a known key, got 3; did you mean meanLagDays?',
    ],
    ['actors.militias.baselinePerDay', NaN, /baselinePerDay must be a number, a law such as .* got NaN/],
    ['actors.militias.baselinePerDay', Infinity, /baselinePerDay must be a number, a law such as .* got Infinity/],
    ['actors.militias.baselinePerDay', '0.2', /baselinePerDay must be a number, a law/],
    ['actors.militias.baselinePerDay', -1, 'actors.militias.baselinePerDay must be at least 0, got -1'],
    ['actors.militias.meanLagDays', 0, 'actors.militias.meanLagDays must be more than 0, got 0'],
    ['severity', { fatalProbability: 1.2 }, 'severity.fatalProbability must be at most 1, got 1.2'],
    [
      'severity',
      { fatalProbability: { normal: { mean: 0.05, sd: 0.01 } } },
      /must be at least 0 and at most 1, but .* reaches from -Infinity to Infinity; cut it with low and high/,
    ],
    [
      'actors.militias.baselinePerDay',
      { uniform: { low: 3, high: 1 } },
      /low must be (at most|less than) high, got low 3 and high 1/,
    ],
    [
      'actors.militias.baselinePerDay',
      { unifrom: { low: 1, high: 3 } },
      /baselinePerDay.unifrom must be a known key.*did you mean uniform\?/,
    ],
    [
      'actors.militias.baselinePerDay',
      { uniform: { low: 1 } },
      'actors.militias.baselinePerDay.uniform.high must be given',
    ],
    ['actors.militias.baselinePerDay', { value: 'x' }, /baselinePerDay.value must be a number, a law/],
    [
      'actors.militias.baselinePerDay',
      { value: 1, sauce: 'x' },
      /baselinePerDay.sauce must be a known key.*did you mean source\?/,
    ],
    [
      'actors.militias.branching.milita',
      0.1,
      'actors.militias.branching.milita must name an actor of this scenario, got "milita"; did you mean militias?',
    ],
    ['bases.alpha.garrison.uk', 3, /bases.alpha.garrison.uk must name a contingent of this scenario/],
    ['bases.alpha.garrison.us', 2.5, /bases.alpha.garrison.us must be a whole number.* got 2.5/],
    ['bases.alpha.location.lat', 95, 'bases.alpha.location.lat must be at most 90, got 95'],
    ['bases', {}, 'bases must name at least one base'],
    ['bases.home', plain.bases.alpha, 'bases.home must have another key: home is outside the theatre'],
    ['bases.1st', plain.bases.alpha, /bases.1st must be a base key/],
    ['warmStart', { actor: 'militias' }, /warmStart must come with a record/],
    ['plan', {}, /plan must be a list/],
    ['plan', [{ day: '2020-01-02' }], /plan\[0\] must hold one of move, withdraw, arrive, handOver, close/],
    [
      'plan',
      [{ day: '2020-01-02', withdraw: 'all', fromBase: 'alpah' }],
      'plan[0].fromBase must name a base of this scenario, got "alpah"; did you mean alpha?',
    ],
    [
      'plan',
      [{ day: '2021-01-02', withdraw: 'all', fromBase: 'alpha' }],
      /plan\[0\].day must lie between start 2020-01-01 and end 2020-04-09/,
    ],
    ['plan', [{ day: '2020-01-02', move: { us: 3 }, fromBase: 'alpha' }], 'plan[0].toBase must be given'],
    [
      'plan',
      [{ day: '2020-01-02', move: { us: 3 }, fromBase: 'alpha', toBase: 'alpha' }],
      /toBase must be another base/,
    ],
    [
      'plan',
      [{ day: '2020-01-02', handOver: 'alpha', personelTo: 'home' }],
      /plan\[0\].personelTo must be a known key.*did you mean personnelTo\?/,
    ],
    [
      'plan',
      [{ day: '2020-01-02', handOver: 'alpha', personnelTo: 'home', by: 'sea' }],
      /plan\[0\].by must be road or air, got "sea"/,
    ],
    [
      'regimes',
      [{ name: 'x', firstDay: '2020-02-01', lastDay: '2020-01-01', gate: 1 }],
      /lastDay must not be before firstDay/,
    ],
    [
      'regimes',
      [{ name: 'x', firstDay: '2020-02-01', gate: 1, actors: ['nobody'] }],
      /regimes\[0\].actors must name an actor/,
    ],
    ['note', () => 1, 'note must be plain data (text, number, true, false, list or object), not a function'],
    ['start', new Date(0), /start must be plain data.*write dates as text/],
  ];
  for (const [path, value, expected] of cases) {
    test(`${path} = ${String(typeof value === 'object' ? JSON.stringify(value) : value)} is told with path, rule and value`, () => {
      const faults = faultsOf(put(path, value));
      expect(faults.length, faults.join('\n')).toBeGreaterThan(0);
      if (typeof expected === 'string') expect(faults).toContain(expected);
      else
        expect(
          faults.some((fault) => expected.test(fault)),
          faults.join('\n'),
        ).toBe(true);
    });
  }

  test('one slip gives one fault', () => {
    for (const [path, value] of cases.filter(([, v]) => typeof v !== 'function')) {
      if (path === 'bases' || path === 'bases.alpha.garrison.uk') continue;
      expect(faultsOf(put(path, value)), path).toHaveLength(1);
    }
  });

  test('all faults are told at once, those of form beside those of reference', () => {
    const faults = faultsOf((scenario) => {
      put('end', '2019-12-01')(scenario);
      put('title', undefined)(scenario);
      put('actors.militias.meanLagDays', -2)(scenario);
      put('plan', [{ day: '2020-01-02', withdraw: 'all', fromBase: 'nowhere' }])(scenario);
    });
    expect(faults).toHaveLength(5); // with an end before the start, the day of the plan lies outside as well
  });

  test('what contains itself is told, not followed for ever', () => {
    const loop: Record<string, unknown> = structuredClone(plain);
    loop['self'] = loop;
    expect(readScenario(loop)).toMatchObject({
      kind: 'faults',
      faults: [{ path: 'self', rule: 'must not contain itself' }],
    });
    for (const nothing of [undefined, null, 3, 'text', []]) expect(readScenario(nothing).kind).toBe('faults');
  });
});

test('a good scenario is read with every default, and every number in its long form', () => {
  const read = readScenario(plain);
  if (read.kind === 'faults') throw new Error(read.faults.map(faultText).join('\n'));
  expect(read.scenario.severity.fatalProbability).toEqual({
    value: 0.05,
    source: expect.any(String) as string,
    note: 'default of garrison',
  });
  expect(read.scenario.actors['militias']!.baselinePerDay).toEqual({ value: 0.2 });
  expect(read.scenario.actors['militias']!.meanLagDays.value).toBe(10);
});
