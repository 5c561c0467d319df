/** A name without what spellings differ in: case, accents, marks and blanks. "Ain al-Asad" and "AIN AL ASAD" are one. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a name is among those listed; a listed name that ends in `*` stands for all that begin so. */
export function isListed(name: string, listed: readonly string[]): boolean {
  const plain = plainName(name);
  return listed.some((one) => (one.endsWith('*') ? plain.startsWith(plainName(one)) : plain === plainName(one)));
}
