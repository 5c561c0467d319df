import type { Block, Figure, Section } from '../../report/index.js';

/** Where figures stand in the report, by the beginnings of their names; what is not named here comes last, by name. */
const chapters: readonly { readonly id: string; readonly title: string; readonly names: readonly string[] }[] = [
  {
    id: 'figures-exposure',
    title: 'How it comes out',
    names: [
      'strategy-intervals',
      'paired-differences',
      'total-against',
      'regret',
      'exposure',
      'quantile-dots',
      'exceedance',
      'convergence',
    ],
  },
  {
    id: 'figures-time',
    title: 'Over time',
    names: ['risk-over-time', 'weekly-attacks', 'by-window', 'causes', 'record-by-month', 'personnel'],
  },
  {
    id: 'figures-places',
    title: 'By place',
    names: ['map', 'by-base', 'weekly-by-base', 'base-', 'heat', 'record-by-base'],
  },
  { id: 'figures-more', title: 'More figures', names: [''] },
];

/** The figures that are not on the first screen, as chapters. */
export function figureSections(figures: readonly Figure[], first: readonly string[]): Section[] {
  const left = figures.filter(({ name }) => !first.includes(name));
  return chapters.flatMap(({ id, title, names }) => {
    const found: Figure[] = [];
    for (const begin of names)
      for (const each of left.filter(({ name }) => name.startsWith(begin) && chapterOf(name) === id))
        if (!found.includes(each)) found.push(each);
    return found.length === 0 ? [] : [{ id, title, blocks: found.map(figureBlock) }];
  });
}

export function figureBlock(figure: Figure): Block {
  return { kind: 'figure', figure };
}

/** The chapter with the longest beginning that fits. */
function chapterOf(name: string): string {
  const fits = chapters.flatMap(({ id, names }) =>
    names.filter((begin) => name.startsWith(begin)).map((begin) => ({ id, begin })),
  );
  return fits.toSorted((a, b) => b.begin.length - a.begin.length)[0]?.id ?? '';
}
