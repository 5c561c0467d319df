import type { Block, Report, Table } from './report.js';
import { runMarks } from './run-marks.js';

/** A report as Markdown, to be pasted into a document: the figures are linked from the folder it lies in. */
export function reportMarkdown(report: Report): string {
  const { id, title, question, answer, first, sections, origin } = report;
  const blocks = [
    `<!-- garrison-result ${id} -->`,
    `# ${title}`,
    question ?? '',
    `**${answer}**`,
    '*Model output, not observation.*',
    ...first.map((block) => blockText(block, 2)),
    ...sections.flatMap((section) => [`## ${section.title}`, ...section.blocks.map((block) => blockText(block, 3))]),
    '---',
    origin,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** What a file says it is a report of; undefined where it is none. */
export function markdownId(text: string): string | undefined {
  return /^<!-- garrison-result (.*) -->/.exec(text)?.[1];
}

function blockText(block: Block, level: 2 | 3): string {
  switch (block.kind) {
    case 'text':
      return plain(block.text);
    case 'heading':
      return `${'#'.repeat(level)} ${block.text}`;
    case 'list':
      return listText(block.items);
    case 'facts':
      return block.facts
        .map(({ term, value, ofRun }) => {
          const line = `- ${term}: ${plain(value)}`;
          return ofRun ? `${runMarks.from}${line}${runMarks.to}` : line;
        })
        .join('\n');
    case 'warning':
      return [`> **${block.title}**`, ...block.items.map((item) => `> ${plain(item)}`)].join('\n>\n');
    case 'table':
      return tableText(block.table);
    case 'figure': {
      const { name, title, caption, alt } = block.figure;
      return `![${alt.replaceAll(/[[\]]/g, '')}](figures/${name}.svg)\n\n*${title}.* ${plain(caption)} Numbers: [figures/${name}.csv](figures/${name}.csv).`;
    }
    case 'equation':
      return `${plain(block.equation.words)}\n\n    ${block.equation.text}`;
    case 'fold':
      return [`**${block.title}**`, ...block.blocks.map((inner) => blockText(inner, level))].join('\n\n');
    default:
      return block satisfies never;
  }
}

function listText(items: readonly string[]): string {
  return items.map((item) => `- ${plain(item)}`).join('\n');
}

function tableText({ caption, head, rows, numeric }: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => plain(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = head.map((_, i) => (numeric.includes(i) ? '---:' : '---'));
  return [`**${caption}**`, '', line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Signs that Markdown would take for its own. */
function plain(text: string): string {
  return text.replaceAll(/([*_<])/g, '\\$1');
}
