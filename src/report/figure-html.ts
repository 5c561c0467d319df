import { escapeHtml, scriptJson, wordsHtml } from './escape.js';
import { figureTables } from './figure-table.js';
import { inlineSvg } from './inline-svg.js';
import type { Figure } from './report.js';
import { tableHtml } from './table-html.js';

interface InPage {
  /** Counted through the page. */
  readonly number: number;
  /** Level of its heading. */
  readonly level: 2 | 3;
  readonly names: ReadonlyMap<string, string>;
}

/** A figure: its title, the drawing, how to read it, buttons to take it away, and its numbers as tables. */
export function figureHtml(figure: Figure, { number, level, names }: InPage): string {
  const { name, title, caption, csv, spec } = figure;
  const { tables, left } = figureTables(figure, names);
  const id = `figure-${name}`;
  const rest =
    left.length === 0
      ? ''
      : `<p class="small">Not listed here: ${escapeHtml(left.join(', '))}; the CSV file has them.</p>`;
  return `<figure id="${id}" data-name="${escapeHtml(name)}">
<h${level}>${wordsHtml(title)}</h${level}>
<div class="drawing${isTall(figure.svg) ? ' tall' : ''}">${inlineSvg(figure, { prefix: name, names })}</div>
<figcaption>Figure ${number}. ${wordsHtml(caption)}</figcaption>
<div class="take" hidden><span aria-hidden="true">Take away:</span> ${['SVG', 'PNG', 'CSV', 'spec']
    .map(
      (what) =>
        `<button type="button" data-take="${what}" aria-label="Download ${what} of figure ${number}">${what}</button>`,
    )
    .join(' ')}</div>
<details class="numbers"><summary>Numbers of figure ${number}</summary>
${tables.map(tableHtml).join('\n')}
${rest}</details>
<script type="application/json" id="${id}-data">${scriptJson({ csv, spec })}</script>
</figure>`;
}

/** Higher than wide, such as a map: on paper it may take most of a page. */
function isTall(svg: string): boolean {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  return Number(height) > 1.22 * Number(width);
}
