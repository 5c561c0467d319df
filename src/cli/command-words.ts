/** A garrison command as a shell takes it: words with anything unusual in quotes. */
export function commandLine(words: readonly string[]): string {
  return ['garrison', ...words]
    .map((word) => (/^[\w./:=,@%+[\]-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}
