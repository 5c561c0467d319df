/** Rows as columns of text, two spaces apart; columns whose cells are numbers belong right-aligned. */
export function textTable(rows: readonly (readonly string[])[], rightAligned: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, c) => (widths[c] = Math.max(widths[c] ?? 0, [...cell].length)));
  const padded = (cell: string, c: number): string => {
    const space = ' '.repeat((widths[c] ?? 0) - [...cell].length);
    return rightAligned.includes(c) ? space + cell : cell + space;
  };
  return rows.map((row) => `  ${row.map(padded).join('  ')}`.trimEnd()).join('\n');
}
