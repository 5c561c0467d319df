import type { Page } from './page.js';
import { size } from './theme.js';
import { wrapText } from './wrap-text.js';

/** A y axis whose title lies `above` px over it, `left` px before the panel, where it is read first and takes no width. */
export function titledAbove(title: string, { left, above = 9 }: { readonly left: number; readonly above?: number }) {
  return {
    title,
    titleAngle: 0,
    titleAlign: 'left' as const,
    titleAnchor: 'end' as const,
    titleBaseline: 'bottom' as const,
    titleX: -left,
    titleY: -above,
    minExtent: left,
    maxExtent: left,
  };
}

/** For a title that also tells one panel from another. */
export function strongTitle({ colour }: Page) {
  return { titleFontWeight: 600 as const, titleColor: colour.text };
}

/** An x axis over its panel, its title as a heading that begins `left` px before the panel. */
export function axisAbove(
  title: string,
  { page, left, width }: { readonly page: Page; readonly left: number; readonly width: number },
) {
  return {
    ...strongTitle(page),
    title: wrapText(title, { size: size.text, bold: true, width: left + width }),
    titleAnchor: 'start' as const,
    titleAlign: 'left' as const,
    titleX: -left,
    orient: 'top' as const,
    tickCount: 4,
    grid: true,
    domain: false,
    ticks: false,
  };
}

/** Shares as per cents, with the space that the texts beside them have. */
export const perCent = { format: '.0%', labelExpr: "replace(datum.label, '%', '\u00a0%')" };

/** A scale of counts or rates, from zero; from 0 to 1 where there is nothing but zeros, so that the zeros lie below. */
export function fromZero(values: readonly (number | null)[]) {
  return values.some((value) => value !== null && value > 0) ? { zero: true } : { domain: [0, 1], nice: false };
}

/** Time runs in UTC, so that a figure is the same wherever it is drawn. Short names of months; January is its year. */
export function timeAxis(period: Period, { words, narrow, wide }: Page) {
  return {
    title: `${words.date}, ${yearsOf(period, words.to)}`,
    format: { year: '%Y', quarter: '%b', month: '%b', week: '%-d %b', date: '%-d %b', hours: '%H:%M' },
    tickCount: narrow ? 5 : wide ? 12 : 8,
    labelOverlap: 'parity' as const,
    labelSeparation: 8,
    labelFlush: false,
  };
}

/** First and last instant of a figure, ISO 8601 in UTC; the last may be midnight after the last day. */
export type Period = readonly [from: string, to: string];

/** Every panel's rows run from the first to the last instant, so that the data give all panels the same domain. */
export const timeScale = { type: 'utc' as const, nice: false };

/** First and last of some instants: as texts they sort as they do in time. */
export function periodOf(instants: readonly string[]): Period {
  const sorted = [...instants].sort();
  return [sorted.at(0) ?? '', sorted.at(-1) ?? ''];
}

function yearsOf([from, to]: Period, until: string): string {
  const first = from.slice(0, 4);
  const last = to.slice(4) === '-01-01T00:00:00Z' ? String(Number(to.slice(0, 4)) - 1) : to.slice(0, 4);
  return first === last ? first : `${first} ${until} ${last}`;
}
