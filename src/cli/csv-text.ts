/** One line of CSV (RFC 4180): numbers in full, NaN and what is missing as blanks. */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(cellText).join(',')}\n`;
}

function cellText(cell: string | number | undefined): string {
  if (cell === undefined || Number.isNaN(cell)) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
