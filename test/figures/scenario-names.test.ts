import { expect, test } from 'vitest';
import { nameLines } from '../../src/figures/scenario-names.js';

test('a name goes on in its line without a stray space, and breaks at spaces, hyphens and capitals', () => {
  const text = 'attacks per convoy-day and perConvoyDay';
  for (const width of [60, 90, 120, 150, 180, 400]) {
    const lines = nameLines(text, width);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(lines.join('|')).not.toMatch(/convoy- |per Convoy|Convoy Day|\u200b/);
  }
  expect(nameLines(text, 1000)).toEqual([text]);
  expect(nameLines('attacks per convoy-day', 110)).toEqual(['attacks per', 'convoy-day']);
});
