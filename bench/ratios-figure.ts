import type { TopLevelSpec } from 'vega-lite';
import { longestName, type Page } from '../src/figures/page.js';
import { panelTitle, type Panel } from '../src/figures/panel.js';
import { frame, size } from '../src/figures/theme.js';

export interface RatioRow {
  /** What is measured, and in which unit; programs are compared within it. */
  readonly group: string;
  readonly program: string;
  readonly rate: number;
}

const ROW = 28;

/** Rates of garrison and its peers, measured in turns: a panel for each thing measured, on a logarithmic scale. */
export function ratiosFigure(rows: readonly RatioRow[], page: Page): TopLevelSpec {
  const { colour } = page;
  const left = longestName(page) + 30;
  const width = page.contentWidth - left - 90;
  const groups = [...new Set(rows.map(({ group }) => group))];
  const panels = groups.map((group): Panel => {
    const mine = rows.filter((row) => row.group === group);
    const own = mine.find(({ program }) => program === 'garrison')?.rate ?? NaN;
    const values = mine.map((row) => ({
      ...row,
      isOwn: row.program === 'garrison',
      text: `${Number(row.rate.toPrecision(3)).toLocaleString('en')} (×${Number((row.rate / own).toPrecision(2))})`,
    }));
    const rates = mine.map(({ rate }) => rate);
    const domain: number[] = [Math.min(...rates) / 1.5, Math.max(...rates)];
    const y = {
      field: 'program',
      type: 'nominal',
      sort: null,
      axis: { title: null, labelLimit: left, minExtent: left, maxExtent: left },
    } as const;
    const x = { field: 'rate', type: 'quantitative', scale: { type: 'log', domain, nice: false }, axis: null } as const;
    return {
      title: panelTitle(group),
      width,
      height: ROW * mine.length,
      data: { values },
      layer: [
        {
          mark: { type: 'point', filled: true, size: 110, opacity: 1 },
          encoding: {
            x,
            y,
            color: {
              field: 'isOwn',
              type: 'nominal',
              legend: null,
              scale: { domain: [true, false], range: [colour.accentStrong, colour.context] },
            },
          },
        },
        {
          mark: { type: 'text', align: 'left', dx: 10, fontSize: size.text, color: colour.text },
          encoding: { x, y, text: { field: 'text' } },
        },
      ],
    };
  });
  const caption = {
    title: 'How fast garrison is beside its peers',
    subtitle: ['Programs take turns in one run on one machine. In brackets: how many times the rate of garrison.'],
    alt: rows.map(({ group, program, rate }) => `${group}: ${program} ${Number(rate.toPrecision(3))}.`).join(' '),
  };
  return { ...frame({ caption, page }), spacing: 26, vconcat: panels };
}
