import { describe, expect, test } from 'vitest';
import { fitRecord } from '../../../src/calibration/fit/fit-record.js';
import { severityNumbers } from '../../../src/calibration/fit/severity-numbers.js';
import { targetNumbers } from '../../../src/calibration/fit/target-numbers.js';
import { compileScenario } from '../../../src/model/compile.js';
import { readOrFail } from '../../model/small-scenario.js';
import { own, read, recordOf, scenarioInput } from '../record/invented.js';

const strikes = {
  events: [
    { day: '2030-01-20' },
    { day: '2030-02-10', magnitude: 2, name: 'a heavy one' },
    { day: '2030-02-12' },
    { day: '2030-02-12' },
    { day: '2030-03-05' },
  ],
};
const reds = {
  name: 'The Reds',
  branching: { reds: { pert: { low: 0, mode: 0.3, high: 0.9 } }, strikes: 0.5 },
  meanLagDays: { choice: [{ value: 3 }, { value: 5 }] },
};
const compiled = compileScenario(
  readOrFail({
    ...scenarioInput,
    actors: { reds, greens: {} },
    strikes,
    warmStart: { actor: 'reds' },
    record: { rows: [{ date: '2030-02-01', base: 'x', scope: 'base', mode: 'rocket' }] },
  }),
);

// 28 days with an attack on North Valley every other day and one on The Gate in each week; two wounded every other attack.
const lines = Array.from(
  { length: 14 },
  (_, i) => `2030-02-${String(2 * i + 1).padStart(2, '0')},North Valley,,,rocket,base,0,${i % 2},day,`,
);
const gate = [4, 11, 18, 25].map((day) => `2030-02-${String(day).padStart(2, '0')},The Gate,,,rocket,base,1,0,day,`);
const { record } = recordOf(
  read(own(...lines, ...gate), { from: '2030-02-01', until: '2030-02-28', rules: { others: 'reds' } }),
);
const fit = fitRecord({ record, compiled, seed: 1, imputations: 2, periods: ['2030-02-15'] });
const numberAt = (path: string) => fit.numbers.numbers.find((number) => number.path === path);

describe('a fit of a scenario to a record', () => {
  test('takes certain strikes of magnitude 1 up to the record’s end as a source, days before it as negative ones', () => {
    expect(fit.strikes).toEqual([-12, 11, 11 + 1 / 86_400]);
    expect(fit.leftOut).toContain(
      'a heavy one: strikes that are not certain or not of magnitude 1 excite nothing here',
    );
  });

  test('fits the actors that the record has attacks of, and says whose numbers stay', () => {
    expect(fit.actors).toEqual(['reds']);
    expect(fit.leftOut).toContain('greens: the record has no attack of theirs, so their numbers stay');
    expect(fit.numbers.numbers.map(({ path }) => path)).toEqual([
      undefined,
      undefined,
      'actors.reds.baselinePerDay',
      'actors.reds.branching.reds',
      'actors.reds.branching.strikes',
      'actors.reds.meanLagDays',
      'strikes.meanLagDays',
      'actors.reds.fatalBoost',
    ]);
  });

  test('believes beforehand what the scenario says where that is a smooth law, and else the usual', () => {
    expect(numberAt('actors.reds.branching.reds')?.prior).toEqual(reds.branching.reds);
    expect(numberAt('actors.reds.meanLagDays')?.prior).toEqual({ lognormal: { p5: 3, p95: 20 } });
  });

  test('the unprovoked rate is that of the last period: total rate times what is not provoked, draw by draw', () => {
    const [, rate] = fit.numbers.numbers;
    const branching = numberAt('actors.reds.branching.reds')!;
    const baseline = numberAt('actors.reds.baselinePerDay')!;
    const boost = numberAt('actors.reds.fatalBoost')!;
    expect(rate?.words).toContain('from 2030-02-15');
    for (const row of [0, 17, fit.numbers.rows - 1]) {
      // Four of the eighteen attacks killed.
      const provoked = branching.draws[row]! * (1 + (boost.draws[row]! * 4) / 18);
      expect(baseline.draws[row]).toBeCloseTo(rate!.draws[row]! * (1 - provoked), 12);
    }
  });

  test('of which no attack killed leaves the weight of such as the scenario has it, and says so', () => {
    const boost = { pert: { low: 0, mode: 1, high: 2 } };
    const { scenario } = compiled;
    const believing = compileScenario({
      ...scenario,
      actors: { ...scenario.actors, reds: { ...scenario.actors['reds']!, fatalBoost: { value: boost } } },
    });
    const asked = { seed: 1, imputations: 2, periods: [] };
    const harmless = { ...record, attacks: record.attacks.map((attack) => ({ ...attack, killed: 0 })) };
    const found = fitRecord({ ...asked, record: harmless, compiled: believing });
    const untold = found.numbers.numbers.at(-1)!;
    expect(untold.words).toContain('extra weight of an attack that killed');
    expect(untold).toMatchObject({ learnt: 'hardly anything', prior: boost, draws: { length: found.numbers.rows } });
    expect(untold.after).toEqual(untold.before);
    expect(untold.path).toBeUndefined();
    expect(found.leftOut.join()).toContain('reds: no attack that killed is told');
    const told = fitRecord({ ...asked, record, compiled: believing });
    expect(told.numbers.numbers.at(-1)).toMatchObject({ path: 'actors.reds.fatalBoost', prior: boost });
    const unknown = record.attacks.map(({ killed, ...attack }, i) => (i < 2 ? attack : { ...attack, killed: killed! }));
    const partly = fitRecord({ ...asked, record: { ...record, attacks: unknown }, compiled: believing });
    expect(partly.leftOut.join()).toContain('2 of 18 attacks without a word of the dead');
  });

  test('one seed gives one answer, another seed another', () => {
    const again = (seed: number) =>
      fitRecord({ record, compiled, seed, imputations: 2, periods: ['2030-02-15'] }).numbers.numbers[0]!.draws;
    expect(again(1)).toEqual(fit.numbers.numbers[0]!.draws);
    expect(again(2)).not.toEqual(fit.numbers.numbers[0]!.draws);
  });

  test('whom attacks fall on: a base without attacks draws fewer than one of its size that was hit, and not none', () => {
    const { targets, chosen } = targetNumbers(record, { compiled, actors: ['reds'], seed: 1 });
    expect(targets.map(({ actor, attacks }) => [actor, attacks])).toEqual([['reds', 18]]);
    const [north, south, theGate] = targets[0]!.sharesOf(chosen.choices[0]!.options);
    expect(north! + south! + theGate!).toBeCloseTo(1, 9);
    expect(south).toBeGreaterThan(0.005);
    // The Gate has half the people of the south, 4 of 18 attacks against none.
    expect(theGate).toBeGreaterThan(south!);
  });

  test('severity comes from the coalition’s dead and wounded, and not where the scenario has the full chain', () => {
    const { scenario } = compiled;
    const found = severityNumbers(record.attacks, { scenario, seed: 1 });
    expect(found?.toldOf).toEqual({ killed: 18, wounded: 18 });
    const fatal = found?.numbers.numbers.find(({ path }) => path === 'severity.fatalProbability');
    // Jeffreys: Beta(4 + ½, 14 + ½), of which the mean is 4.5/19.
    expect(fatal?.after.mean).toBeCloseTo(4.5 / 19, 2);
    const chain = { ...scenario, severity: { ...scenario.severity, law: 'chain' as const } };
    expect(severityNumbers(record.attacks, { scenario: chain, seed: 1 })).toBeUndefined();
    const untold = recordOf(read(own('2030-02-01,North Valley,,,rocket,base,,,day,'))).record.attacks;
    expect(severityNumbers(untold, { scenario, seed: 1 })).toBeUndefined();
  });
});
