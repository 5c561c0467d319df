import { describe, expect, test } from 'vitest';
import { countryOutline, farLocationWarnings, swappedLocationFaults } from '../../src/cli/location-faults.js';

const place = (lat: number, lon: number) => ({ bases: { here: { location: { lat, lon } } } });

describe('where a base lies', () => {
  test.each([
    ['Baghdad in Iraq', 'Iraq', 33.3, 44.4, 0],
    ['Baghdad with its numbers swapped', 'Iraq', 44.4, 33.3, 1],
    ['Kuwait, near Iraq', 'Iraq', 29.4, 48, 0],
    ['Diego Garcia, far from Iraq however it is written', 'Iraq', -7.3, 72.4, 0],
    // Swapped it would lie in Turkey, but it is next to it as it is.
    ['Aleppo beside Turkey', 'Turkey', 36.2, 37.2, 0],
    ['Kabul with its numbers swapped', 'Afghanistan', 69.2, 34.5, 1],
  ])('%s', async (_, country, lat, lon, faults) => {
    const outline = (await countryOutline(country))!;
    expect(swappedLocationFaults(place(lat, lon), outline)).toHaveLength(faults);
  });

  test('is warned of beyond 1,500 km from the country, with the distance', async () => {
    const outline = (await countryOutline('Iraq'))!;
    expect(farLocationWarnings(place(29.4, 48).bases, outline)).toEqual([]);
    expect(farLocationWarnings(place(-7.3, 72.4).bases, outline)).toEqual([
      'bases.here.location {"lat":-7.3,"lon":72.4} lies 4,900 km from Iraq: is it meant? The map shows both.',
    ]);
  });

  test('is not asked where the country has no outline', async () => {
    expect(await countryOutline('Atlantis')).toBeUndefined();
  });
});
