import { escapeHtml, wordsHtml } from './escape.js';
import type { Measure, Table } from './report.js';

/** A table with its caption; it scrolls sideways by itself where the page is narrow. */
export function tableHtml(table: Table): string {
  const { caption, head, rows, numeric, rowMeasures, rowSubjects, measure } = table;
  const flush = (i: number): string => (numeric.includes(i) ? ' class="n"' : '');
  const heads = head.map((cell, i) =>
    cell === '' ? '<td></td>' : `<th scope="col"${flush(i)}>${wordsHtml(cell)}</th>`,
  );
  const lines = rows.map((row, r) => {
    const cells = row.map((cell, i) =>
      i === 0 ? `<th scope="row">${wordsHtml(cell)}</th>` : `<td${flush(i)}>${wordsHtml(cell)}</td>`,
    );
    const subject = rowSubjects?.[r];
    const of = subject === undefined ? '' : ` data-of="${escapeHtml(subject)}"`;
    return `<tr${measureAttribute(rowMeasures?.[r])}${of}>${cells.join('')}</tr>`;
  });
  return (
    `<div class="wide" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"${measureAttribute(measure)}>` +
    `<table><caption>${wordsHtml(caption)}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('\n')}</tbody></table></div>`
  );
}

export function measureAttribute(measure: Measure | undefined): string {
  return measure === undefined ? '' : ` data-measure="${measure}"`;
}
