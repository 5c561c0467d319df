import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { probabilityInWords } from '../../src/stats/probability-words.js';

const at = (value: number) => probabilityInWords({ value, low: value, high: value });

describe('the bands of ICD 203', () => {
  test.each([
    ['almost no chance', 0.01, 0.0499],
    ['very unlikely', 0.05, 0.1999],
    ['unlikely', 0.2, 0.4499],
    ['roughly even chance', 0.45, 0.5499],
    ['likely', 0.55, 0.7999],
    ['very likely', 0.8, 0.9499],
    ['almost certain', 0.95, 0.9899],
  ])('"%s" holds its lower end %f and all below the next band', (word, from, last) => {
    expect(at(from).word).toBe(word);
    expect(probabilityInWords({ value: from, low: from, high: last }).word).toBe(word);
  });

  test('below 1 % and above 99 % there is a number and no word', () => {
    expect(at(0)).toEqual({ word: undefined, number: '<1 %' });
    expect(at(0.0099)).toEqual({ word: undefined, number: '<1 %' });
    expect(at(0.991)).toEqual({ word: undefined, number: '>99 %' });
    expect(at(1)).toEqual({ word: undefined, number: '>99 %' });
    expect(at(0.99)).toEqual({ word: undefined, number: '99 %' });
  });
});

test('a word only if the whole interval lies in one band, the number always', () => {
  expect(probabilityInWords({ value: 0.63, low: 0.58, high: 0.68 })).toEqual({ word: 'likely', number: '63 %' });
  expect(probabilityInWords({ value: 0.63, low: 0.5, high: 0.68 })).toEqual({ word: undefined, number: '63 %' });
  expect(probabilityInWords({ value: 0.63, low: 0.58, high: 0.8 })).toEqual({ word: undefined, number: '63 %' });
  expect(probabilityInWords({ value: 0, low: 0, high: 0.0362 })).toEqual({ word: undefined, number: '<1 %' });
});

test('a word for an interval is the word for both its ends', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(probability, probability, (x, y) => {
      const [low, high] = [Math.min(x, y), Math.max(x, y)];
      const { word } = probabilityInWords({ value: low, low, high });
      if (word !== undefined) expect([at(low).word, at(high).word]).toEqual([word, word]);
      else if (at(low).word !== undefined) expect(at(high).word).not.toBe(at(low).word);
    }),
  );
});

test('what is not estimable says so, without a word; per cents are refused', () => {
  expect(probabilityInWords({ value: NaN, low: NaN, high: NaN })).toEqual({ word: undefined, number: 'not estimable' });
  expect(probabilityInWords({ value: 0.3, low: NaN, high: NaN })).toEqual({ word: undefined, number: '30 %' });
  expect(() => probabilityInWords({ value: 0.5, low: 0.4, high: 60 })).toThrow(
    new RangeError('high must be a probability from 0 to 1, got 60'),
  );
});
