import { describe, expect, test } from 'vitest';
import { fittedShares, type SharesQuestion } from '../../../src/calibration/backtest/target-shares.js';
import { fitTargetChoice } from '../../../src/calibration/target-choice/fit-target-choice.js';
import { openStream } from '../../../src/random/stream.js';

const baseKeys = ['a', 'b', 'left', 'empty'];
const hosts = [
  { base: 0, personnel: 900 },
  { base: 1, personnel: 100 },
];
const days = [1, 4, 9, 11, 20, 22, 31, 40];
/** Three in four on a; day by day. */
const choices = days.map((day, k) => ({ day, options: hosts, chosen: k % 4 === 3 ? 1 : 0 }));
const attacks = choices.map(({ day, chosen }) => ({ day, base: chosen }));
const question: SharesQuestion = {
  record: { days: 60, bases: baseKeys, attacks: [...attacks, { day: 12, base: 2 }, { day: 13, base: -1 }] },
  day: 35,
  targets: { baseKeys, choices, sizeExponent: undefined, elsewhere: true },
  hosts,
  seed: 3,
  draws: 200,
};
const before = choices.filter(({ day }) => day < 35);
const fit = fitTargetChoice({ bases: baseKeys, choices: before, seed: 3, draws: 600 });

function meanShares(of: SharesQuestion, runs: number): number[] {
  const shares = fittedShares(of);
  const next = openStream({ seed: 2, replication: 0, purpose: 'shares', entity: '' });
  const sums = baseKeys.map(() => 0);
  for (let run = 0; run < runs; run++) shares.draw(run, next).forEach((share, b) => (sums[b]! += share / runs));
  return sums;
}

describe('shares of the next attacks', () => {
  test('are the choice fitted to the past, but for how often attacks fell where nobody was, or on no base', () => {
    const runs = 1500;
    const mean = meanShares(question, runs);
    // Dirichlet(7.5, 1.5, 1.5) over bases with people, without, none; the share without goes by 1.5 to 0.5.
    const [withPeople, without] = [7.5 / 10.5, 1.5 / 10.5];
    const [onA, onB] = fit.meanShares(hosts);
    const expected = [withPeople * onA!, withPeople * onB!, (without * 1.5) / 2, (without * 0.5) / 2];
    // A share of a Dirichlet law has a standard deviation of less than 0.14 here.
    expected.forEach((share, b) => expect(Math.abs(mean[b]! - share)).toBeLessThan((4 * 0.14) / Math.sqrt(runs)));
  });

  test('never look at what comes after the day', () => {
    const more = { day: 36, options: hosts, chosen: 1 };
    const later = { ...question.targets, choices: [...choices, more, more, more] };
    expect(meanShares({ ...question, targets: later }, 50)).toEqual(meanShares(question, 50));
  });

  test('add up to 1 where every attack falls on a base, and are all with the empty where nobody is anywhere', () => {
    const { targets, record } = question;
    const onBases = { ...question, record: { ...record, attacks }, targets: { ...targets, elsewhere: false } };
    expect(meanShares(onBases, 50).reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
    const nobody = meanShares({ ...onBases, hosts: [] }, 50);
    // By past attacks and a half: 6, 1 and none of seven.
    expect(nobody).toEqual([6.5, 1.5, 0.5, 0.5].map((weight) => expect.closeTo(weight / 9, 12)));
  });

  test('of equal bases grow with the share of past attacks', () => {
    const equal = [0, 1].map((base) => ({ base, personnel: 500 }));
    const skewed = choices.map((choice) => ({ ...choice, options: equal }));
    const [onA, onB] = meanShares(
      { ...question, targets: { ...question.targets, choices: skewed }, hosts: equal },
      400,
    );
    expect(onA!).toBeGreaterThan(1.3 * onB!);
  });
});
