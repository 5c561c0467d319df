import type { Story, StoryLine } from '../experiment/story/tell-story.js';
import { wrapWords } from './wrap-words.js';
import { coloursOf, type Terminal } from './terminal.js';

const widest = 100;
const narrowest = 50;
/** Of the longest date, "27 Mar – 12 Apr". */
const dateWidth = 15;

/** The story for a terminal: months as headings, dates on the left; with `withRows` the rows behind each line. */
export function storyText(
  { title, story, withRows }: { readonly title: string; readonly story: Story; readonly withRows: boolean },
  terminal: Pick<Terminal, 'stdout' | 'env'>,
): string {
  const { bold, dim } = coloursOf(terminal.stdout, terminal.env);
  const width = Math.max(narrowest, Math.min(widest, terminal.stdout.columns ?? widest));
  const paragraphs = (texts: readonly string[]): string =>
    texts.map((text) => wrapWords(text, width).join('\n')).join('\n\n');
  const lineText = (line: StoryLine): string => {
    const indent = dateWidth + 4;
    const [first = '', ...rest] = wrapWords(line.text, width - indent);
    const rows = withRows ? dim(`${' '.repeat(indent)}${rowsText(line.rows)}`) : '';
    return [
      `  ${line.when.padEnd(dateWidth)}  ${first}`,
      ...rest.map((text) => `${' '.repeat(indent)}${text}`),
      ...(rows === '' ? [] : [rows]),
    ].join('\n');
  };
  const months = story.months.map(({ name, summary, lines }) =>
    [`${bold(name)}${dim(`  ${summary}`)}`, ...lines.map(lineText)].join('\n'),
  );
  return `${[bold(title), paragraphs(story.opening), ...months, paragraphs(story.closing)].join('\n\n')}\n`;
}

/** The story as Markdown. */
export function storyMarkdown({ title, story }: { readonly title: string; readonly story: Story }): string {
  const months = story.months.map(({ name, summary, lines }) =>
    [`## ${name}`, '', `*${summary}*`, '', ...lines.map(({ when, text }) => `- **${when}.** ${text}`)]
      .join('\n')
      .trimEnd(),
  );
  const note = 'The rows of `rows.csv` that each line rests on stand in `story.csv`.';
  return `${[`# ${title}`, ...story.opening, ...months, '## In all', ...story.closing, note].join('\n\n')}\n`;
}

/** "rows 12–15, 18": runs of numbers drawn together. */
export function rowsText(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  const told = runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  return `${rows.length === 1 ? 'row' : 'rows'} ${told.join(', ')}`;
}
