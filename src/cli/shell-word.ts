/** A file name as one word of a command to copy: in quotes where it holds a space or a sign that a shell reads. */
export function shellWord(name: string): string {
  return /^[\w./\\:@%+,=~-]+$/.test(name) ? name : `"${name}"`;
}
