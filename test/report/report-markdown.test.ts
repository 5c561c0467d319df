import { expect, test } from 'vitest';
import { markdownId, reportMarkdown } from '../../src/report/index.js';
import { smallReport } from './small-report.js';

const text = reportMarkdown(smallReport);

test('the Markdown says the same in the same order, with figures as links', () => {
  expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual(['# Two < three & "four"', '## Limits']);
  expect(text).toContain(`**${smallReport.answer}**`);
  expect(text).toContain('![One bar & its name.](figures/bars.svg)');
  expect(text.indexOf('contradicts the record')).toBeLessThan(text.indexOf('figures/bars.svg'));
});

test('signs of Markdown in a text stay signs', () => {
  expect(text).toContain('- attacks\\_per\\_day');
  expect(text).toContain('| a \\| b | 1 |\n');
  expect(text).toContain('| --- | ---: |');
});

test('a file says which result it is of', () => {
  expect(markdownId(text)).toBe('run abc 1 10');
  expect(markdownId('# Mine')).toBeUndefined();
});
