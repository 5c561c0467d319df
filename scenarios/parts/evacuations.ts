// The nine sites that were left in 2020, and where their people go in every strategy that consolidates: the nearest of the kept sites, as in
// iraq-2020-consolidation.ts, half of Qayyarah to Baghdad. A strategy gives day, length and way. Balad is an Iraqi base
// that its few Americans leave without a hand-over.

const note =
  'chosen: a strategy to compare, not what happened; the destinations are those of iraq-2020-consolidation.ts';

export const evacuations = {
  qaim: { name: 'leave al-Qaim', handOver: 'qaim', personnelTo: 'asad', note },
  halfOfQayyarah: {
    name: 'Qayyarah to Baghdad',
    move: { us: { value: 400, note: 'half of them, as in iraq-2020-consolidation.ts' } },
    fromBase: 'qayyarah',
    toBase: 'airport',
    note,
  },
  qayyarah: { name: 'leave Qayyarah West', handOver: 'qayyarah', personnelTo: 'erbil', note },
  k1: { name: 'leave K-1', handOver: 'k1', personnelTo: 'erbil', note },
  nineveh: { name: 'leave Nineveh Operations Center', handOver: 'nineveh', personnelTo: 'erbil', note },
  taqaddum: { name: 'leave al-Taqaddum', handOver: 'taqaddum', personnelTo: 'asad', note },
  abuGhraib: { name: 'leave Abu Ghraib', handOver: 'abuGhraib', personnelTo: 'airport', note },
  balad: { name: 'leave Balad', move: 'all', fromBase: 'balad', toBase: 'airport', note },
  basmaya: { name: 'leave Basmaya', handOver: 'basmaya', personnelTo: 'airport', note },
  taji: { name: 'leave Taji', handOver: 'taji', personnelTo: 'airport', note },
} as const;
