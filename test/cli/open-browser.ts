import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env['CHROMIUM'] ?? places.find((path) => existsSync(path));

/** Whether tests in a browser can run. */
export const hasBrowser = executablePath !== undefined;

export function openBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('Chromium must be installed: apt-get install chromium');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

/** A page of a file with the network cut, and everything that it complained of or asked for. */
export async function openPage(
  browser: Browser,
  about: { readonly file: string; readonly width: number; readonly scripts?: boolean },
): Promise<{ readonly page: Page; readonly complaints: string[]; readonly requests: string[] }> {
  const context = await browser.newContext({
    viewport: { width: about.width, height: 900 },
    javaScriptEnabled: about.scripts ?? true,
    offline: true,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`file://${about.file}`);
  return { page, complaints, requests };
}
