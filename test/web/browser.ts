import { mkdir } from 'node:fs/promises';
import {
  type Browser,
  type BrowserContextOptions,
  chromium as driver,
  type Locator,
  type Page,
} from 'playwright-core';
import { findChromium } from './chromium.ts';

/** A system's own Chromium when `CHROMIUM` names one, else the one that comes with the development tools. */
export async function openBrowser(): Promise<Browser> {
  // The package's own arguments switch web security off, which is what these tests are about.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  const { path, environment } = await findChromium();
  return driver.launch({ executablePath: path, args, env: { ...process.env, ...environment } });
}

export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 } };
export const wide: BrowserContextOptions = { viewport: { width: 1280, height: 860 } };

export interface Watched {
  readonly page: Page;
  /** Everything that the browser complained of: policy violations, errors, failed requests. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A page of its own, whose complaints are collected. */
export async function openPage(
  browser: Browser,
  base: string,
  options: BrowserContextOptions = wide,
): Promise<Watched> {
  const context = await browser.newContext({ baseURL: base, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    // The page itself calls a completion off that a next letter has made useless.
    if (why === 'net::ERR_ABORTED' && new URL(request.url()).pathname === '/complete') return;
    complaints.push(`${request.url()}: ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
  });
  return { page, complaints, close: () => context.close() };
}

/** A picture for people to look at, where `SCREENSHOTS` asks for them: no test compares it. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if ((process.env['SCREENSHOTS'] ?? '') === '') return;
  await mkdir('test-output/screenshots', { recursive: true });
  await page.screenshot({ path: `test-output/screenshots/${name}.png`, fullPage: false });
}

/** As source text: the tests are compiled without a browser's types. */
const inTheWindow = '[document.documentElement.scrollWidth, innerWidth]';

/** How far the page is wider than its window, in CSS pixels. */
export async function overhang(page: Page): Promise<number> {
  const [content = 0, window = 0] = await page.evaluate<readonly number[]>(inTheWindow);
  return content - window;
}

/** As much of a browser's element as is asked here. */
interface BrowserElement {
  matches(selector: string): boolean;
  readonly ownerDocument: {
    readonly defaultView: {
      getComputedStyle(element: BrowserElement): { getPropertyValue(name: string): string };
    };
  };
}

export const isFocused = (place: Locator): Promise<boolean> =>
  place.evaluate((element: BrowserElement) => element.matches(':focus'));

/** A computed style of the one element that is found. */
export const styleOf = (place: Locator, property: string): Promise<string> =>
  place.evaluate(
    (element: BrowserElement, name) =>
      element.ownerDocument.defaultView.getComputedStyle(element).getPropertyValue(name),
    property,
  );

export const selected = (page: Page): Promise<string> => page.evaluate<string>('String(getSelection())');

export const clipboard = (page: Page): Promise<string> =>
  page.evaluate<string>('navigator.clipboard.readText()');

/** As in a page that is not served over a secure connection. */
export const withoutClipboard = (page: Page): Promise<unknown> =>
  page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");

export const looks = {
  light: wide,
  dark: { ...wide, colorScheme: 'dark' },
  phone,
  'phone-dark': { ...phone, colorScheme: 'dark' },
} as const;
