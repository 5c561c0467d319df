import { defineStudy } from 'garrison';

// Ways of consolidating in Iraq in 2020, and what they are to be held against: everybody stays; the same people go home but no
// base is left; everybody goes home, which is bound to look best, as nobody is left to be attacked. All start in one world.
export default defineStudy({
  title: 'Iraq 2020: whether, how fast and by which way to leave nine of thirteen sites',
  question:
    'How exposed are the people in Iraq, in total and each of them, if they stay, thin out, consolidate at once, in three or in six months, by road or by air, or leave?',
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
    // Indifference: one attack more or less on a base of 1,000 people, and one in fifty of what staying gives per person.
    { outcome: 'personAttacks', indifference: 1000 },
    { outcome: 'personAttacksPer1000PersonDays', indifference: 0.5 },
    { outcome: 'killed', threshold: 0 },
    { outcome: 'attacks' },
  ],
  replications: 2000,
});
