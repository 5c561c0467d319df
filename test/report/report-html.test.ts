import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { reportHtml, reportId, withoutRun } from '../../src/report/index.js';
import { inlineSvg, titleBottom } from '../../src/report/inline-svg.js';
import { smallFigure, smallReport } from './small-report.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
const page = reportHtml(smallReport, { sha256, fontFaces: '' });

test('the page asks nobody for anything', () => {
  const written = page.slice(0, page.lastIndexOf('<script>'));
  const addresses = [...written.matchAll(/ (?:xlink:)?(?:href|src)="([^"]*)"|url\(([^)]*)\)|@import/g)];
  for (const [, address, url] of addresses) expect(address ?? url).toMatch(/^#/);
  expect(addresses.length).toBeGreaterThan(2);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org\/)/);
});

test('the only script that may run is the page’s own, by its hash', () => {
  const [, policy = ''] = /script-src '([^']+)'/.exec(page) ?? [];
  const script = page.slice(page.lastIndexOf('<script>') + 8, page.lastIndexOf('</script>'));
  expect(policy).toBe(`sha256-${sha256(script)}`);
});

test('no text of a scenario or a figure becomes a tag', () => {
  expect(page).toContain('Two &lt; three &amp; &quot;four&quot;');
  expect(page).toContain('Bars &lt;of&gt; one base');
  expect(page.match(/<\/script>/g)).toHaveLength(2);
  expect(JSON.parse(/<script type="application\/json"[^>]*>(.*?)<\/script>/.exec(page)?.[1] ?? '')).toEqual({
    csv: smallFigure.csv,
    spec: smallFigure.spec,
  });
});

test('the answer comes first, its number apart from no sign', () => {
  expect(page).toContain('<p class="answer">On average 1,200 person-attacks (95\u00a0% interval −3 to 5).</p>');
  expect(page).toContain('<p class="more">With the same luck fewer in 12\u00a0% of futures.</p>');
});

test('a page says which result it is of', () => {
  expect(reportId(page)).toBe('run abc 1 10');
  expect(reportId('<!doctype html><title>mine</title>')).toBeUndefined();
});

test('what tells how the result came about can be taken out, and nothing else', () => {
  const other = reportHtml(
    {
      ...smallReport,
      first: smallReport.first.map((block) =>
        block.kind === 'facts'
          ? { ...block, facts: block.facts.map((fact) => (fact.ofRun ? { ...fact, value: 'precise enough' } : fact)) }
          : block,
      ),
    },
    { sha256, fontFaces: '' },
  );
  expect(other).not.toBe(page);
  expect(withoutRun(other)).toBe(withoutRun(page));
  expect(withoutRun(page)).toContain('Replications');
});

test('a drawing in the page is one image, without its title, with ids of its own', () => {
  const svg = inlineSvg(smallFigure, { prefix: 'bars', names: new Map([['asad', 'Ain al-Asad']]) });
  expect(svg).toContain('role="img" aria-label="One bar &amp; its name."');
  expect(svg).toContain('id="bars-clip0"');
  expect(svg).toContain('url(#bars-clip0)');
  // 80 − 70 + 39 + 20 px down to the last line of the title, and 8 of air.
  expect(titleBottom(smallFigure.svg)).toBe(77);
  expect(svg).toContain('viewBox="0 77 200 73"');
  expect(svg).toContain('data-whole="0 0 200 150"');
  expect(svg).toContain('data-tip="Ain al-Asad: attacks 17.3"');
  expect(svg.match(/data-of="asad"/g)).toHaveLength(2);
  expect(svg.match(/role=/g)).toHaveLength(1);
});

test('no width is forced on a text: letters keep their shape in whatever font is there', () => {
  const svg = inlineSvg(smallFigure, { prefix: 'bars', names: new Map() });
  expect(svg).toMatch(/>Ain al-Asad<\/text>/);
  expect(svg).not.toContain('textLength');
});

test('no switch is there that would switch nothing', () => {
  expect(page).toContain('<legend>Risk</legend>');
  const { id, title, answer, origin } = smallReport;
  const plain = reportHtml({ id, title, answer, origin, first: [], sections: [] }, { sha256, fontFaces: '' });
  expect(plain).not.toContain('class="controls"');
});
