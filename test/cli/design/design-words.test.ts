import { expect, test } from 'vitest';
import { memberNames } from '../../../src/cli/design/design-words.js';

const member = (key: string, name: string) => ({ key, name, file: '', title: '' });

test('scenarios are called by their names, in quotation marks where that is several words', () => {
  expect(memberNames([member('a', 'stay'), member('b', 'All at once')])).toEqual(['stay', '“All at once”']);
});

test('scenarios of one name are called by their keys, so that nobody takes one for the other', () => {
  expect(memberNames([member('a', 'Drawdown'), member('b', 'Drawdown')])).toEqual(['a', 'b']);
});
