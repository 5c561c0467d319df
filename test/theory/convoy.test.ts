import { expect, test } from 'vitest';
import { convoyExposure } from '../../src/theory/convoy.js';
import { expectClose } from '../cases/compare.js';
import { meanScore, shareScore, varianceScore } from './sample-scores.js';
import { uniformSource } from './uniform-source.js';

const road = { attacksPerConvoyDay: 0.015, hostility: 1.6 };
const groups = [
  { convoys: 12, roadDays: 1, persons: 80 },
  { convoys: 3, roadDays: 2, persons: 40 },
];

test('attacks along the road, convoy by convoy, come out as expected (|z| ≤ 4)', () => {
  const next = uniformSource('convoys');
  const runs = Array.from({ length: 20_000 }, () => {
    let [attacks, personAttacks] = [0, 0];
    for (const { convoys, roadDays, persons } of groups) {
      for (let convoy = 0; convoy < convoys; convoy++) {
        for (let day = -Math.log(next()) / 0.024; day <= roadDays; day -= Math.log(next()) / 0.024) {
          attacks += 1;
          personAttacks += persons;
        }
      }
    }
    return { attacks, personAttacks };
  });
  const exact = convoyExposure(road, groups);
  const attacks = runs.map((run) => run.attacks);
  const any = attacks.map((count) => count > 0);
  const persons = runs.map((run) => run.personAttacks);
  for (const score of [
    meanScore(attacks, exact.attacks),
    varianceScore(attacks, exact.attacks),
    shareScore(any, exact.anyAttackProbability),
    meanScore(persons, exact.personAttacks),
  ]) {
    expect(Math.abs(score)).toBeLessThanOrEqual(4);
  }
});

test('groups add up, and an empty road is safe', () => {
  const parts = groups.map((group) => convoyExposure(road, [group]));
  expectClose(
    convoyExposure(road, groups).attacks,
    parts.reduce((sum, part) => sum + part.attacks, 0),
    1e-14,
  );
  expect(convoyExposure(road, [])).toEqual({ attacks: 0, anyAttackProbability: 0, personAttacks: 0 });
});
