import { expect, test } from 'vitest';
import { expectClose } from './compare.js';

test('numbers agree within the relative tolerance, and absolutely around zero', () => {
  expectClose({ a: [100.000001, true], b: 1e-11 }, { a: [100, true], b: 0 }, 1e-7);
  expect(() => expectClose(100.1, 100, 1e-7)).toThrow();
  expect(() => expectClose(1e-3, 0, 1e-7)).toThrow();
});

test('what is missing, extra, not a number or of another shape never passes', () => {
  expect(() => expectClose({ a: 1 }, { a: 1, b: 2 }, 1)).toThrow(/keys/);
  expect(() => expectClose({ a: 1, b: 2 }, { a: 1 }, 1)).toThrow(/keys/);
  expect(() => expectClose([1], [1, 2], 1)).toThrow(/keys/);
  expect(() => expectClose({ 0: 1 }, [1], 1)).toThrow(/array or object/);
  expect(() => expectClose(NaN, 1, 1)).toThrow();
  expect(() => expectClose(undefined, 1, 1)).toThrow();
  expect(() => expectClose(3, [3], 1)).toThrow();
  expect(() => expectClose('a', 'b', 1)).toThrow();
});
