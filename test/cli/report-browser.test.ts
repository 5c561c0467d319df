import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textWidth } from '../../src/figures/text-width.js';
import { runCli } from '../../src/cli/run-cli.js';
import { starterText } from '../../src/cli/starter-text.js';
import { hasBrowser, openBrowser, openPage } from './open-browser.js';

const isOff = !hasBrowser && !process.env['REQUIRE_ALL'];
if (isOff) process.stdout.write('skipped: the report in a browser needs Chromium (apt-get install chromium)\n');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'garrison-browser-'));
const pages: Record<string, string> = {};
let browser: Browser;

/** Writes a result by the command, and gives the path of its page. */
async function resultOf(argv: readonly string[]): Promise<string> {
  let stdout = '';
  const quiet = { write: () => undefined, isTTY: false, columns: 100 };
  await runCli([...argv, '-n', '12', '--workers', '1', '--quiet'], {
    stdout: { write: (text) => void (stdout += text), isTTY: false },
    stderr: quiet,
    env: {},
    cwd: folder,
    signal: new AbortController().signal,
  });
  return join(folder, /^Results: (\S+)/m.exec(stdout)?.[1] ?? stdout, 'report.html');
}

beforeAll(async () => {
  if (isOff) return;
  browser = await openBrowser();
  const text = starterText('yaml');
  writeFileSync(join(folder, 'one.yaml'), text);
  // Nobody leaves.
  writeFileSync(join(folder, 'two.yaml'), text.replace(/^plan:\n(?:[ #].*\n)*/m, 'plan: []\n'));
  pages['run'] = await resultOf(['run', 'one.yaml']);
  pages['comparison'] = await resultOf(['compare', 'one.yaml', 'two.yaml']);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Faults that matter, as axe names them. */
async function faultsOf(page: Page, rules: object = {}): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (rulesLeftOut) => {
    const checker: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } =
      Reflect.get(globalThis, 'axe');
    // What is right need not be listed: pages hold thousands of marks.
    const { violations } = await checker.run({
      resultTypes: ['violations'],
      selectors: false,
      rules: rulesLeftOut,
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  }, rules);
}

async function openAll(page: Page): Promise<void> {
  for (const each of await page.locator('details').all())
    await each.evaluate((details) => details.setAttribute('open', ''));
}

describe.skipIf(isOff).each(['run', 'comparison'])('the report of a %s', (kind) => {
  test('opens from a file with the network cut, asks for nothing else and complains of nothing', async () => {
    const { page, complaints, requests } = await openPage(browser, { file: pages[kind]!, width: 1280 });
    expect(await page.locator('figure').count()).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([`file://${pages[kind]}`]);
    await page.context().close();
  });

  test('has no fault that axe finds, open and closed', async () => {
    const { page } = await openPage(browser, { file: pages[kind]!, width: 1280 });
    // What can be read closed can be read open too: its contrast is looked at there.
    expect(await faultsOf(page, { 'color-contrast': { enabled: false } })).toEqual([]);
    await openAll(page);
    expect(await faultsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('does not scroll sideways on a phone of 320 px', async () => {
    const { page } = await openPage(browser, { file: pages[kind]!, width: 320 });
    await openAll(page);
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBe(320);
    await page.context().close();
  });

  test('is all there without scripts, and shows no control that would do nothing', async () => {
    const { page } = await openPage(browser, { file: pages[kind]!, width: 1280, scripts: false });
    expect(await page.locator('.answer').innerText()).not.toBe('');
    expect(await page.locator('figure svg').first().isVisible()).toBe(true);
    expect(await page.locator('button, select, input').filter({ visible: true }).count()).toBe(0);
    await page.locator('figure summary').first().click();
    expect(await page.locator('figure table').first().isVisible()).toBe(true);
    await page.context().close();
  });

  test('shows the risk in total, per person, or both, in tables and figures', async () => {
    const { page } = await openPage(browser, { file: pages[kind]!, width: 1280 });
    const figure = page.locator('figure').first().locator('svg');
    const height = async (): Promise<number> => (await figure.boundingBox())?.height ?? 0;
    const shown = (measure: string): Promise<number> =>
      page.locator(`[data-measure="${measure}"]`).filter({ visible: true }).count();
    const [both, total, each] = [await height(), await shown('total'), await shown('per person')];
    expect(total * each).toBeGreaterThan(0);
    await page.getByRole('radio', { name: 'per person' }).check();
    expect([await shown('total'), await shown('per person')]).toEqual([0, each]);
    expect(await height()).toBeLessThan(0.8 * both);
    await page.getByRole('radio', { name: 'both' }).focus();
    await page.keyboard.press('Space');
    expect([await shown('total'), await shown('per person')]).toEqual([total, each]);
    expect(await height()).toBeCloseTo(both, 0);
    await page.context().close();
  });

  test('says the value of a mark under the pointer, and the numbers of what is picked', async () => {
    const { page } = await openPage(browser, { file: pages[kind]!, width: 1280 });
    // The last is drawn over the others.
    const mark = page.locator('figure').first().locator('[data-tip]').last();
    await mark.hover({ force: true });
    expect(await page.locator('#tip').innerText()).toBe(await mark.getAttribute('data-tip'));
    const key = await page.locator('#pick option').nth(1).getAttribute('value');
    await page.locator('#pick').selectOption(key);
    expect(await page.locator('#picked dd').count()).toBeGreaterThan(1);
    expect(await page.locator('svg .dim').count()).toBeGreaterThan(0);
    expect(await page.locator(`svg [data-of="${key}"].dim`).count()).toBe(0);
    await page.locator('#pick').selectOption('');
    expect(await page.locator('#picked dd').count()).toBe(0);
    await page.context().close();
  });

  test('is set in the letters that it carries, as wide as figures were laid out for', async () => {
    const { page } = await openPage(browser, { file: pages[kind]!, width: 1280 });
    const text = 'Person-attacks at kept sites 1,234';
    const width = await page.locator('.answer').evaluate(async (answer, shown) => {
      const span = answer.ownerDocument.createElement('span');
      await answer.ownerDocument.fonts.load('15px Inter');
      span.style.cssText = 'font:15px Inter;position:absolute;white-space:pre';
      span.textContent = shown;
      answer.append(span);
      return span.getBoundingClientRect().width;
    }, text);
    expect(Math.abs(width / textWidth(text, { size: 15 }) - 1)).toBeLessThan(0.01);
    await page.context().close();
  });

  test('gives each figure away as SVG, PNG, CSV and spec', async () => {
    const { page, complaints } = await openPage(browser, { file: pages[kind]!, width: 1280 });
    const figure = page.locator('figure').first();
    const name = await figure.getAttribute('data-name');
    const take = async (what: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: `Download ${what}` }).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const stored = (ending: string): string =>
      readFileSync(join(pages[kind]!, '../figures', `${name}.${ending}`), 'utf8');
    const [svg, png, csv, spec] = [await take('SVG'), await take('PNG'), await take('CSV'), await take('spec')];
    expect([svg.name, png.name, csv.name, spec.name]).toEqual(
      ['svg', 'png', 'csv', 'vl.json'].map((ending) => `${name}.${ending}`),
    );
    expect(csv.bytes.toString()).toBe(stored('csv'));
    expect(JSON.parse(spec.bytes.toString())).toEqual(JSON.parse(stored('vl.json')));
    // The same view box, and the same size on paper.
    for (const attribute of ['viewBox', 'width', 'height'])
      expect(svg.bytes.toString()).toContain(new RegExp(` ${attribute}="[^"]+"`).exec(stored('svg'))?.[0]);
    // PNG: its sign, and twice the width of the drawing.
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.readUInt32BE(16)).toBe(2 * Number(/viewBox="0 0 (\d+)/.exec(stored('svg'))?.[1]));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('prints to A4 with no figure over a page’s end and no control', async () => {
    const { page } = await openPage(browser, { file: pages[kind]!, width: 1280 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button, select, nav').filter({ visible: true }).count()).toBe(0);
    // A4 less its margins, in px at 96 dpi: what is lower than this fits on a page, and is not cut within.
    await page.setViewportSize({ width: Math.round((182 / 25.4) * 96), height: 900 });
    const figures = await page.locator('figure').evaluateAll((all) =>
      all.map((each) => ({
        height: each.getBoundingClientRect().height,
        inside: Reflect.get(globalThis, 'getComputedStyle')(each).breakInside,
      })),
    );
    for (const { height, inside } of figures) {
      expect(height).toBeLessThan((266 / 25.4) * 96);
      expect(inside).toBe('avoid');
    }
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(2);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][\d.]* 84[12]/);
    await page.context().close();
  });
});
