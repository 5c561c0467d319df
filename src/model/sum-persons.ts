/** Persons of all contingents together. */
export function sumPersons(counts: Int32Array): number {
  let total = 0;
  for (let c = 0; c < counts.length; c++) total += counts[c]!;
  return total;
}
