import { titledAbove } from './axes.js';
import type { Page } from './page.js';
import { size } from './theme.js';
import { wrapText } from './wrap-text.js';

/** Room for numbers on the left. */
export const valueLeft = 66;

/** Axes of a panel over the values of a number: names are wrapped to the panel, the upright one's stands above it. */
export function valueAxes(
  titles: { readonly x: string; readonly y: string },
  { page, width }: { readonly page: Page; readonly width: number },
) {
  const wrapped = (text: string, room: number): string[] => wrapText(text, { size: size.text, width: room });
  return {
    x: { title: wrapped(titles.x, width), grid: false, tickCount: page.narrow ? 4 : 7, format: ',~r' },
    y: {
      ...titledAbove('', { left: valueLeft }),
      title: wrapped(titles.y, width + valueLeft),
      titleLineHeight: size.lineHeight,
      grid: true,
      domain: false,
      ticks: false,
      tickCount: 5,
    },
  };
}
