import { blockHtml, factHtml, type Page } from './block-html.js';
import { escapeHtml, wordsHtml } from './escape.js';
import { pageScript } from './page-script.js';
import { pageStyle } from './page-style.js';
import type { Block, Report, Section, Subject } from './report.js';

/** Names the result that a report is of, in the page's head: see {@link reportId}. */
const idName = 'garrison-result';

interface PageParts {
  /** SHA-256 of a text in base64: the page allows no script but its own. */
  readonly sha256: (text: string) => string;
  /** CSS that carries the letters of the font. */
  readonly fontFaces: string;
}

/** A report as one page that needs nothing else: no network, no font, no script to be read. */
export function reportHtml(report: Report, { sha256, fontFaces }: PageParts): string {
  const { title, question, answer, first, sections, pick, origin } = report;
  let figures = 0;
  const names = new Map(pick?.subjects.map(({ key, name }) => [key, name]));
  const page: Page = { names, nextFigure: () => ++figures };
  const shown = firstHtml(first, page);
  const parts = sections.map((section) => sectionHtml(section, page)).join('\n');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${sha256(pageScript)}'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="${idName}" content="${escapeHtml(report.id)}">
<title>${escapeHtml(title)}</title>
<style id="letters">${fontFaces}</style>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the answer</a>
<header><div class="page">
<p class="over">Model output, not observation · garrison</p>
<h1>${wordsHtml(title)}</h1>
${question === undefined ? '' : `<p class="question">${wordsHtml(question)}</p>`}
</div></header>
<main id="main" tabindex="-1"><div class="page">
${answerHtml(answer)}
<div class="first">
${controlsHtml(report, shown + parts)}
${shown}
</div>
<nav aria-label="Parts of the report"><ol>${sections.map(({ id, title: of }) => `<li><a href="#${id}">${escapeHtml(of)}</a></li>`).join('')}</ol></nav>
${parts}
</div></main>
<footer><div class="page"><p>${wordsHtml(origin)}</p></div></footer>
<div id="tip" role="presentation" hidden></div>
${(pick?.subjects ?? []).map(factsTemplate).join('\n')}
<script>${pageScript}</script>
</body>
</html>
`;
}

/** What a page says it is a report of; undefined where it is no report of garrison. */
export function reportId(html: string): string | undefined {
  return new RegExp(`<meta name="${idName}" content="([^"]*)">`).exec(html.slice(0, 4000))?.[1];
}

/** The answer itself in large letters, what is to be known with it below. */
function answerHtml(answer: string): string {
  const [, head = answer, rest = ''] = /^(.*?[^\d]\.) (?=[“A-Z])(.*)$/.exec(answer) ?? [];
  return `<p class="answer">${wordsHtml(head)}</p>${rest === '' ? '' : `\n<p class="more">${wordsHtml(rest)}</p>`}`;
}

/** Figures that follow each other stand side by side where the page is wide. */
function firstHtml(blocks: readonly Block[], page: Page): string {
  const html: string[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const [block, next] = [blocks[at]!, blocks[at + 1]];
    if (block.kind === 'figure' && (next?.kind === 'figure' || next?.kind === 'table')) {
      html.push(
        `<div class="pair"><div>${blockHtml(block, page, 2)}</div><div>${restHtml(blocks, at + 1, page)}</div></div>`,
      );
      at += restOf(blocks, at + 1).length;
    } else html.push(blockHtml(block, page, 2));
  }
  return html.join('\n');
}

/** Beside a figure: another, or the tables that follow it. */
function restOf(blocks: readonly Block[], from: number): readonly Block[] {
  if (blocks[from]?.kind === 'figure') return [blocks[from]];
  const end = blocks.findIndex((block, i) => i > from && !['table', 'text', 'facts'].includes(block.kind));
  return blocks.slice(from, end < 0 ? blocks.length : end);
}

function restHtml(blocks: readonly Block[], from: number, page: Page): string {
  return restOf(blocks, from)
    .map((block) => blockHtml(block, page, 2))
    .join('\n');
}

function sectionHtml({ id, title, blocks }: Section, page: Page): string {
  const isGallery = blocks.filter(({ kind }) => kind === 'figure').length > 1;
  const inner = blocks.map((block) => blockHtml(block, page)).join('\n');
  return `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${escapeHtml(title)}</h2>\n${
    isGallery ? `<div class="gallery">${inner}</div>` : inner
  }</section>`;
}

/** Only for those who can use them: without a script they are not shown. */
/** What a reader can switch or pick in `content`; no switch that would switch nothing. */
function controlsHtml({ pick }: Report, content: string): string {
  const radio = (value: string, text: string, checked = ''): string =>
    `<label><input type="radio" name="measure" value="${value}"${checked}> ${text}</label>`;
  const options = (pick?.subjects ?? []).map(
    ({ key, name }) => `<option value="${escapeHtml(key)}">${escapeHtml(name)}</option>`,
  );
  const select =
    pick === undefined || options.length < 2
      ? ''
      : `<label>Pick a ${escapeHtml(pick.word)} <select id="pick"><option value="">all</option>${options.join('')}</select></label>`;
  const measures = content.includes(' data-measure="')
    ? `<fieldset><legend>Risk</legend>${radio('both', 'both', ' checked')}${radio('total', 'in total')}${radio('per person', 'per person')}</fieldset>`
    : '';
  if (measures === '' && select === '') return '';
  return `<div class="controls" hidden>
${measures}
${select}</div>
<div id="picked" aria-live="polite"></div>`;
}

function factsTemplate({ key, name, facts }: Subject): string {
  return `<template id="facts-${escapeHtml(key)}"><p><strong>${escapeHtml(name)}</strong></p><dl class="facts">${facts.map(factHtml).join('')}</dl></template>`;
}
