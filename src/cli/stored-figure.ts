import { z } from 'zod';
import type { Geography } from '../figures/index.js';
import type { FigureDrawing } from './figure-set.js';

/** What a figure is drawn from, as `figures/NAME.json` keeps it: enough to draw it again in another look. */
export type StoredFigure = z.infer<typeof storedFigure>;

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Rows are of the figure that wrote them: which columns they have, its own type says. */
export const storedFigure = z.object({
  formatVersion: z.literal(1),
  figure: z.string(),
  caption: z.object({ title: z.string(), subtitle: z.array(z.string()), alt: z.string() }),
  geography: z.custom<Geography>((value) => typeof value === 'object' && value !== null).optional(),
  rows: z.array(z.record(z.string(), cell)).pipe(z.custom<never[]>()),
});

/** A row a line; numbers in full, as they come back. */
export function storedFigureText({ name, caption, geography, rows }: Omit<FigureDrawing, 'about' | 'spec'>): string {
  const lines = [
    '"formatVersion": 1',
    `"figure": ${JSON.stringify(name)}`,
    `"caption": ${JSON.stringify(caption)}`,
    ...(geography ? [`"geography": ${JSON.stringify(geography)}`] : []),
    `"rows": [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
  ];
  return `{\n${lines.join(',\n')}\n}\n`;
}
