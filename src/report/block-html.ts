import { wordsHtml } from './escape.js';
import { figureHtml } from './figure-html.js';
import type { Block, Fact } from './report.js';
import { runMarks } from './run-marks.js';
import { tableHtml } from './table-html.js';

/** What blocks of one page share. */
export interface Page {
  readonly names: ReadonlyMap<string, string>;
  /** Numbers its figures, in the order of the page. */
  readonly nextFigure: () => number;
}

/** @param level Of headings in the block. */
export function blockHtml(block: Block, page: Page, level: 2 | 3 = 3): string {
  switch (block.kind) {
    case 'text':
      return `<p>${wordsHtml(block.text)}</p>`;
    case 'heading':
      return `<h${level}>${wordsHtml(block.text)}</h${level}>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${wordsHtml(item)}</li>`).join('\n')}</ul>`;
    case 'facts':
      return `<dl class="facts">${block.facts.map(factHtml).join('\n')}</dl>`;
    case 'warning':
      return `<aside class="warning" aria-label="${wordsHtml(block.title)}">${warningHtml(block)}</aside>`;
    case 'table':
      return tableHtml(block.table);
    case 'figure':
      return figureHtml(block.figure, { number: page.nextFigure(), level, names: page.names });
    case 'equation': {
      const { words, text, mathml } = block.equation;
      return `<div class="equation"><p>${wordsHtml(words)}</p><div class="math" role="group" aria-label="Equation" tabindex="0"><math displaystyle="true" aria-label="${wordsHtml(text)}">${mathml}</math></div></div>`;
    }
    case 'fold':
      return `<details class="fold"><summary>${wordsHtml(block.title)}</summary>\n${block.blocks.map((inner) => blockHtml(inner, page, level)).join('\n')}\n</details>`;
    default:
      return block satisfies never;
  }
}

export function factHtml({ term, value, ofRun }: Fact): string {
  const html = `<div><dt>${wordsHtml(term)}</dt><dd>${wordsHtml(value)}</dd></div>`;
  return ofRun ? `${runMarks.from}${html}${runMarks.to}` : html;
}

/** One item in one line with the title: it stands before the figures, and must not push them away. */
function warningHtml({ title, items }: Extract<Block, { kind: 'warning' }>): string {
  const strong = `<strong>${wordsHtml(title)}</strong>`;
  if (items.length === 1) return `<p>${strong} ${wordsHtml(items[0] ?? '')}</p>`;
  return `<p>${strong}</p><ul>${items.map((item) => `<li>${wordsHtml(item)}</li>`).join('')}</ul>`;
}
