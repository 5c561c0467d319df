/** Around what tells how the result came about, in the page and in Markdown. */
export const runMarks = { from: '<!--run-->', to: '<!--/run-->' } as const;

/** A report without what tells how the result came about: of one result that is always the same. */
export function withoutRun(text: string): string {
  return text.replaceAll(new RegExp(`${runMarks.from}[\\s\\S]*?${runMarks.to}`, 'g'), '');
}
