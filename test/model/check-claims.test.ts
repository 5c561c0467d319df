import { expect, test } from 'vitest';
import { checkClaims, sideUnit } from '../../src/model/check-claims.js';
import { outcomeColumns } from '../../src/model/outcome-columns.js';
import { faultText } from '../../src/model/scenario/fault.js';
import type { ScenarioInput } from '../../src/model/scenario/scenario-input.js';
import { compiled, plain } from './small-scenario.js';

type Claim = NonNullable<ScenarioInput['claims']>[number];
const claim: Claim = { name: 'c', says: 's', source: 'd', outcome: 'attacks', relation: 'above', than: 1 };
const world: ScenarioInput = {
  ...plain,
  bases: { alpha: { ...plain.bases.alpha, tags: ['kept'] } },
  windows: {
    before: { firstDay: '2020-01-01', lastDay: '2020-01-10' },
    after: { firstDay: '2020-02-01', lastDay: '2020-02-10' },
    long: { firstDay: '2020-02-01', lastDay: '2020-02-20' },
  },
};
const shorter = compiled({ ...plain, end: '2020-03-31' });

function told(change: object, other = shorter) {
  const checked = checkClaims(compiled({ ...world, claims: [{ ...claim, ...change }] }), new Map([['./b.ts', other]]));
  return [...checked.faults.map(faultText), ...checked.warnings];
}

test('a claim names outcomes that replications have, or is told the nearest', () => {
  expect(told({})).toEqual([]);
  expect(told({ outcome: 'attacks.baseTag.kept', per: 'personDays.baseTag.kept' })).toEqual([]);
  expect(told({ outcome: 'attacks.baseTag.kep' })).toEqual([
    'claims[0].outcome must be an outcome of this scenario, got "attacks.baseTag.kep"; did you mean attacks.baseTag.kept?',
  ]);
  expect(told({ per: 'killed.byNation' })).toEqual([
    'claims[0].per must be an outcome of this scenario, got "killed.byNation"; known are killed, killed.contingent.us, killed.window.before, killed.window.after, killed.window.long',
  ]);
  expect(told({ than: { outcome: 'personAttack' } })).toEqual([
    'claims[0].than.outcome must be an outcome of this scenario, got "personAttack"; did you mean personAttacks?',
  ]);
  expect(
    told({ outcome: 'attacks.window.after', than: { outcome: 'attacks.window.after', scenario: './b.ts' } }),
  ).toEqual([
    expect.stringContaining('claims[0].than.outcome must be an outcome of ./b.ts, got "attacks.window.after"'),
  ]);
  expect(told({ outcome: 'fingerprint' })).toHaveLength(1);
});

test('a claim about what is compared with itself, or with another unit, is a fault', () => {
  expect(told({ than: { outcome: 'attacks' } })).toEqual([
    'claims[0].than must be something else than what the claim is about',
  ]);
  expect(told({ than: { outcome: 'personAttacks' } })).toEqual([
    'claims[0].than must have the unit of what the claim is about (attacks), got "person-attacks"',
  ]);
  expect(told({ per: 'personDays', than: { outcome: 'attacksOnBases' } })).toEqual([
    'claims[0].than must have the unit of what the claim is about (attacks / person-days), got "attacks"',
  ]);
  expect(told({ outcome: 'provokedShare', than: { outcome: 'attacksOnBases', per: 'attacks' } })).toEqual([]);
});

test('counts over unequal times are a fault between scenarios, a warning between windows, and nothing as rates', () => {
  expect(told({ than: { outcome: 'attacks', scenario: './b.ts' } })).toEqual([
    'claims[0].than must be counted over as many days as what the claim is about, but these are 100 and 91 days; compare rates (per) or windows of the same days, or give times',
  ]);
  const rate = { outcome: 'attacks', per: 'personDays' };
  expect(told({ ...rate, than: { ...rate, scenario: './b.ts' } })).toEqual([
    'Claim "c" compares 2020-01-01 to 2020-04-09 with 2020-01-01 to 2020-03-31 in ./b.ts; compare rates (per) or windows of the same days, or give times.',
  ]);
  const window = { outcome: 'attacks.window.after' };
  expect(told({ ...window, than: { outcome: 'attacks.window.before' } })).toEqual([]);
  expect(told({ ...window, than: { outcome: 'attacks.window.long' } })).toEqual([
    'Claim "c" compares counts over 10 and 20 days; compare rates (per) or windows of the same days, or give times.',
  ]);
  expect(told({ ...window, times: 0.5, than: { outcome: 'attacks.window.long' } })).toEqual([]);
  const twin = compiled({ ...world, end: '2020-03-31' });
  expect(told({ ...window, than: { ...window, scenario: './b.ts' } }, twin)).toEqual([]);
});

test('shares and ratios have no unit, and like over like has none', () => {
  const columns = outcomeColumns(compiled(world));
  const unit = (outcome: string, per?: string): string => sideUnit(columns, { outcome, per });
  expect(unit('killed')).toBe('persons');
  expect(unit('killed', 'personDays')).toBe('persons / person-days');
  expect(unit('attacksOnConvoys', 'attacks')).toBe('');
  expect(unit('hhiMean')).toBe('');
});
