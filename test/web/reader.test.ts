import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webPlatform } from '../../adapters/web/platform.ts';
import { faintTexts, namelessControls } from './accessibility.ts';
import {
  clipboard,
  looks,
  openBrowser,
  openPage,
  overhang,
  phone,
  screenshot,
  selected,
  styleOf,
  wide,
  withoutClipboard,
} from './browser.ts';
import { type Pages, startPages } from './page-under-test.ts';

const hostile = `---
title: Hostile <script>document.title='owned'</script>
publisher: "\\"><img src=x onerror=document.title='owned'>"
author: \u05d3\u05d5\u05d3 \u202e reversed
---
Hostile <script>document.title='owned'</script>

A paragraph </p></div></main><script>document.title='owned'</script> with [a link](javascript:document.title='owned') and <a href="javascript:alert(1)">another</a>.

${'Donaudampfschifffahrtsgesellschaft'.repeat(12)} is one long word.

\u05d4\u05e2\u05e8\u05d4 \u05d1\u05e2\u05d1\u05e8\u05d9\u05ea, \u0645\u0639 \u0627\u0644\u0639\u0631\u0628\u064a\u0629, reads from the right.
`;

let browser: Browser;
let pages: Pages;
let odd: Pages;
beforeAll(async () => {
  [browser, pages, odd] = await Promise.all([
    openBrowser(),
    startPages(),
    startPages({ files: { 'hostile.md': hostile } }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([pages.stop(), odd.stop()]);
});

describe('a passage that the address names', () => {
  it('is marked and in sight without any script, with ways to its neighbours', async () => {
    const { page, complaints, close } = await openPage(browser, pages.url, {
      ...wide,
      javaScriptEnabled: false,
    });
    await page.goto('/a/security-for-all#p12');
    const marked = page.locator('.passage:target');
    expect(await marked.getAttribute('id')).toBe('p12');
    expect(await styleOf(marked, 'background-color')).not.toBe(
      await styleOf(page.locator('#p11'), 'background-color'),
    );
    const box = await marked.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(600);
    expect(await page.getByRole('button', { name: 'Copy link' }).isVisible()).toBe(false);
    await marked.getByRole('link', { name: 'Next passage' }).click();
    expect(await page.locator('.passage:target').getAttribute('id')).toBe('p13');
    expect(await page.locator('#p12 .tools').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });

  it('moves by the arrow keys, and stays at either end', async () => {
    const { page, complaints, close } = await openPage(browser, pages.url);
    await page.goto('/a/security-for-all');
    const marked = (): Promise<string | null> =>
      page.evaluate<string | null>("document.querySelector('.passage:target')?.id ?? null");
    expect(await marked()).toBeNull();
    await page.keyboard.press('ArrowRight');
    expect(await marked()).toBe('p1');
    await page.keyboard.press('ArrowLeft');
    expect(await marked()).toBe('p1');
    await page.keyboard.press('ArrowRight');
    expect(await marked()).toBe('p2');
    const last = pages.desk.corpus.articles.get('security-for-all')?.paragraphs.length;
    await page.goto(`/a/security-for-all#p${last}`);
    await page.keyboard.press('ArrowRight');
    expect(await marked()).toBe(`p${last}`);
    await page.keyboard.press('Alt+ArrowRight');
    expect(complaints).toEqual([]);
    await close();
  });

  it('gives its link to copy', async () => {
    const { page, complaints, close } = await openPage(browser, pages.url, {
      ...wide,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.goto('/a/security-for-all#p12');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => page.locator('#p12 button').textContent()).toBe('Copied');
    expect(await clipboard(page)).toBe(`${pages.url}/a/security-for-all#p12`);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows its link, selected, where the browser forbids copying', async () => {
    const { page, close } = await openPage(browser, pages.url);
    await withoutClipboard(page);
    await page.goto('/a/security-for-all#p12');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(() => selected(page)).toBe(`${pages.url}/a/security-for-all#p12`);
    await close();
  });

  it('is where the desk’s own links lead', async () => {
    const { page, close } = await openPage(browser, pages.url);
    const who = { platform: webPlatform, workspace: '', channel: '', user: '' };
    const line = 'open way-forward:3';
    const [passage] = pages.desk.json(line, await pages.desk.reply({ ...who, words: line })).passages;
    await page.goto(passage?.url ?? 'about:blank');
    expect(await page.locator('.passage:target').getAttribute('id')).toBe('p3');
    await close();
  });
});

describe('an article', () => {
  it('stands as text in its kinds of paragraph', async () => {
    const { page, close } = await openPage(browser, pages.url);
    await page.goto('/a/four-point-approach');
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await expect(page.getByRole('heading', { level: 2 }).allTextContents()).resolves.toContain(
      'Shanghai Spirit',
    );
    const article = pages.desk.corpus.articles.get('four-point-approach');
    for (const { kind, n, start, end } of article?.paragraphs ?? []) {
      const words = article?.text.slice(start, end) ?? '';
      const place = {
        title: 'h1',
        heading: 'h2',
        caption: 'figcaption',
        byline: '.byline',
        notice: '.notice',
        body: 'p',
      };
      expect(await page.locator(`#p${n} ${place[kind]}`).textContent()).toBe(words);
    }
    await close();
  });

  it('that is hostile is shown as it stands, in a page that does not give way', async () => {
    for (const options of [wide, phone]) {
      const { page, complaints, close } = await openPage(browser, odd.url, options);
      for (const path of [
        '/a/hostile#p2',
        '/a/',
        '/',
        '/?q=sources',
        '/?q=search+paragraph',
        '/a/nope%3Cimg%3E',
      ]) {
        await page.goto(path);
        expect(await page.title()).not.toBe('owned');
        expect(await page.locator('img, main script, [href^="javascript:"]').count()).toBe(0);
        expect(await overhang(page)).toBe(0);
      }
      await page.goto('/a/hostile#p2');
      await expect(page.locator('#p2').textContent()).resolves.toContain('</p></div></main><script>');
      expect(await styleOf(page.locator('#p4 p'), 'direction')).toBe('rtl');
      await screenshot(page, `reader-hostile-${options === phone ? 'phone' : 'light'}`);
      expect(complaints.filter((each) => !each.includes('404'))).toEqual([]);
      await close();
    }
  });

  const paths = {
    reader: '/a/security-for-all#p12',
    'reader-top': '/a/regional-convergence',
    'reader-end': '/a/four-point-approach#p22',
    articles: '/a/',
  };
  it.each(Object.entries(looks))('in the look “%s”: nothing to complain of', async (look, options) => {
    const { page, complaints, close } = await openPage(browser, pages.url, options);
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(path);
      expect(await overhang(page)).toBe(0);
      expect(await faintTexts(page)).toEqual([]);
      expect(await namelessControls(page)).toEqual([]);
      await screenshot(page, `${name}-${look}`);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('prints without what only a screen needs', async () => {
    const { page, close } = await openPage(browser, pages.url);
    await page.goto('/a/security-for-all#p12');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.tools:visible, .mast:visible').count()).toBe(0);
    expect(await page.locator('#p12 p').isVisible()).toBe(true);
    await close();
  });
});

describe('a page that is not there', () => {
  it('says so and leads on', async () => {
    const { page, close } = await openPage(browser, pages.url);
    await page.goto('/a/nowhere');
    expect(await page.getByRole('link', { name: /Way Forward/ }).isVisible()).toBe(true);
    await screenshot(page, 'no-such-article');
    await close();
  });
});
