import { defineStudy } from 'garrison';

// Ways of consolidating in Iraq in 2020, and the two ways of not consolidating that they are to be held against: everybody
// stays, and the same people go home without a base being left. All start in one world on 16 March 2020.
export default defineStudy({
  title: 'Iraq 2020: whether, how fast and by which way to leave nine of thirteen sites',
  question: 'Which way of consolidating exposes the people in Iraq least, in total and each of them, against staying?',
  baseline: '../strategies/stay.ts',
  alternatives: {
    drawdownOnly: '../strategies/drawdown-only.ts',
    atOnce: '../strategies/consolidate-at-once.ts',
    threeMonths: '../strategies/consolidate-in-three-months.ts',
    threeMonthsByAir: '../strategies/consolidate-by-air.ts',
    sixMonths: '../strategies/consolidate-in-six-months.ts',
    leave: '../strategies/leave.ts',
  },
  metrics: [
    // One attack more or less on the smallest of the kept sites is 1,000 person-attacks.
    { outcome: 'personAttacks', indifference: 1000 },
    { outcome: 'personAttacksPer1000PersonDays', indifference: 1 },
    { outcome: 'killed', threshold: 0 },
    { outcome: 'attacks' },
  ],
  replications: 2000,
});
