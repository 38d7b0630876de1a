import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faintTexts, namelessControls } from './accessibility.ts';
import {
  clipboard,
  isFocused,
  looks,
  openBrowser,
  openPage,
  overhang,
  phone,
  screenshot,
  selected,
  styleOf,
  type Watched,
  wide,
  withoutClipboard,
} from './browser.ts';
import { type Pages, startPages } from './page-under-test.ts';

let browser: Browser;
let pages: Pages;
beforeAll(async () => {
  [browser, pages] = await Promise.all([openBrowser(), startPages()]);
});
afterAll(async () => {
  await browser.close();
  await pages.stop();
});

/** Runs in a page of its own, of which the browser must not have complained. */
async function inPage(
  work: (page: Page, watched: Watched) => Promise<void>,
  options: Parameters<typeof openPage>[2] = wide,
): Promise<void> {
  const watched = await openPage(browser, pages.url, options);
  try {
    await work(watched.page, watched);
    expect(watched.complaints).toEqual([]);
  } finally {
    await watched.close();
  }
}

const ask = async (page: Page, words: string): Promise<void> => {
  const turns = await page.locator('.turn').count();
  await page.getByRole('combobox').fill(words);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page.locator('.turn').nth(turns).waitFor();
};

const turn = (page: Page, n: number) => page.locator('.turn').nth(n - 1);

describe('the first screen', () => {
  it('says what this is and what it knows, and invites a question', () =>
    inPage(async (page) => {
      await page.goto('/');
      const lead = page.locator('.lead');
      await expect(lead.textContent()).resolves.toMatch(/word-for-word passages from five articles/);
      for (const { title } of pages.desk.corpus.articles.values()) {
        expect(await page.getByRole('link', { name: title }).isVisible()).toBe(true);
      }
      expect(await page.getByRole('combobox', { name: 'A question, or a command' }).isVisible()).toBe(true);
      const examples = await page.locator('.example').allTextContents();
      expect(examples).toEqual(pages.desk.commands.map(({ examples: [first] }) => first.line));
    }));

  it('answers every example', () =>
    inPage(async (page) => {
      await page.goto('/');
      const count = await page.locator('.example').count();
      for (let n = 0; n < count; n++) {
        await page.locator('.example').nth(n).click();
        await turn(page, n + 1).waitFor();
        expect(
          await turn(page, n + 1)
            .locator('.undrawable')
            .count(),
        ).toBe(0);
      }
    }));
});

describe('a question', () => {
  it('is answered with the cited passage in Slack, Discord, page, terminal and JSON', () =>
    inPage(async (page) => {
      await page.goto('/');
      await ask(page, 'ask who chairs the SCO next');
      const sentence = /Tajikistan is the next rotational chair of the SCO/;
      const cited = /Xi outlines 4-point approach.*India Writes Network.*undated.*four-point-approach:18/s;
      for (const panel of ['slack', 'discord']) {
        const text = await turn(page, 1).locator(`.panel-${panel}`).textContent();
        expect(text).toMatch(sentence);
        expect(text).toMatch(cited);
      }
      const marked = turn(page, 1).locator('.panel-slack blockquote strong').first();
      await expect(marked.textContent()).resolves.toMatch(sentence);
      for (const [view, shown] of [
        ['Page', '.panel-page mark'],
        ['Terminal', '.panel-terminal pre'],
        ['JSON', '.panel-json pre'],
      ] as const) {
        await turn(page, 1).getByRole('radio', { name: view }).check();
        const place = turn(page, 1).locator(shown).first();
        await place.waitFor({ state: 'visible' });
        expect((await place.textContent())?.replace(/\s+/g, ' ')).toMatch(sentence);
        expect(await turn(page, 1).locator('.panel-slack').isVisible()).toBe(false);
      }
      const json: unknown = JSON.parse((await turn(page, 1).locator('.panel-json pre').textContent()) ?? '');
      const api = await page.request.get('/api', { params: { q: 'ask who chairs the SCO next' } });
      expect(json).toEqual(await api.json());
    }));

  it('stands in the address, opens from it, and the browser’s way back leads to it', () =>
    inPage(async (page) => {
      await page.goto('/?q=search+multilateralism');
      await expect(turn(page, 1).getByRole('heading', { level: 2 }).textContent()).resolves.toContain(
        'search multilateralism',
      );
      await ask(page, 'sources');
      expect(new URL(page.url()).search).toBe('?q=sources');
      expect(await page.title()).toBe('sources · SCO Desk');
      await page.goBack();
      expect(new URL(page.url()).search).toBe('?q=search+multilateralism');
      await expect.poll(() => page.title()).toBe('search multilateralism · SCO Desk');
      expect(await page.locator('.turn').count()).toBe(2);
      await page.reload();
      expect(await page.locator('.turn').count()).toBe(1);
    }));

  it('keeps the chosen view for the next one', () =>
    inPage(async (page) => {
      await page.goto('/?q=help');
      await turn(page, 1).getByRole('radio', { name: 'Terminal' }).check();
      await ask(page, 'sources');
      expect(await turn(page, 2).locator('.panel-terminal').isVisible()).toBe(true);
      expect(await turn(page, 2).locator('.panel-slack').isVisible()).toBe(false);
    }));

  it.each([
    '',
    '   ',
    '<img src=x onerror="document.title=\'owned\'">',
    '\u202e\u0007 "><script>document.title="owned"</script>',
    'x'.repeat(10_000),
  ])('of %j gets its one answer, and is inert', (words) =>
    inPage(async (page) => {
      await page.goto('/');
      await page.getByRole('combobox').fill(words);
      await page.keyboard.press('Enter');
      await turn(page, 1).waitFor();
      expect(await page.locator('.turn').count()).toBe(1);
      expect(await page.title()).not.toBe('owned');
      expect(await page.locator('.turn img, .turn script').count()).toBe(0);
      expect(await overhang(page)).toBe(0);
    }),
  );

  it('that cannot reach the desk says so', async () => {
    const watched = await openPage(browser, pages.url);
    const { page } = watched;
    await page.goto('/');
    await page.route('**/play?*', (route) => route.abort());
    await page.getByRole('combobox').fill('help');
    await page.keyboard.press('Enter');
    await expect.poll(() => turn(page, 1).textContent()).toContain('The desk could not be reached');
    await watched.close();
  });
});

describe('a drawn button', () => {
  it.each(['slack', 'discord'])('of %s runs its command as if it were typed', (panel) =>
    inPage(async (page) => {
      await page.goto('/?q=search+multilateralism');
      await turn(page, 1).locator(`.panel-${panel}`).getByRole('button', { name: 'Open' }).first().click();
      await turn(page, 2).waitFor();
      const opened = new URL(page.url()).searchParams.get('q') ?? '';
      expect(opened).toMatch(/^open [a-z-]+:\d+$/);
      expect(await turn(page, 2).getAttribute('data-asked')).toBe(opened);
      expect(await isFocused(turn(page, 2).locator('.asked'))).toBe(true);
      await expect(turn(page, 2).locator(`.panel-${panel}`).textContent()).resolves.toContain(
        opened.slice(5),
      );
    }),
  );

  it('that shares posts a copy for the whole channel, which cannot be shared again', () =>
    inPage(async (page) => {
      await page.goto('/?q=search+multilateralism');
      const share = turn(page, 1).locator('.panel-slack').getByRole('button', { name: 'Share to channel' });
      await share.click();
      await turn(page, 2).waitFor();
      for (const panel of ['.panel-slack', '.panel-discord']) {
        const shared = turn(page, 2).locator(panel);
        await expect(shared.textContent()).resolves.toContain(
          'Shared to the channel: everyone in it sees this',
        );
        await expect(shared.textContent()).resolves.toContain('multilateralism');
        expect(await shared.getByRole('button', { name: 'Share to channel' }).count()).toBe(0);
      }
    }));

  it.each([
    ['a citation in Slack', 'search multilateralism', '.panel-slack .slack-rich-text a'],
    ['a citation in Discord', 'search multilateralism', '.panel-discord .discord-subtext a'],
    ['a citation on the page', 'search multilateralism', '.panel-page figcaption a'],
    ['a link button in Slack', 'cite way-forward:5', '.panel-slack a.slack-button'],
    ['a link below a citation in Discord', 'cite way-forward:5', '.panel-discord .discord-text a'],
  ])('and %s opens the passage in the reader, marked', (_where, words, link) =>
    inPage(async (page) => {
      await page.goto(`/?${new URLSearchParams({ q: words })}`);
      if (link.includes('page')) await turn(page, 1).getByRole('radio', { name: 'Page' }).check();
      const place = turn(page, 1).locator(link).first();
      const [reader] = await Promise.all([page.waitForEvent('popup'), place.click()]);
      await reader.waitForLoadState();
      expect(await reader.locator('.passage:target').count()).toBe(1);
      await expect(reader.locator('.passage:target .id').textContent()).resolves.toMatch(/^[a-z-]+:\d+$/);
      expect(await page.locator('.turn').count()).toBe(1);
    }),
  );

  it('works with no script at all', () =>
    inPage(
      async (page) => {
        await page.goto('/');
        await page.locator('#box').fill('search multilateralism');
        await page.keyboard.press('Enter');
        await page.waitForURL('**/?q=search+multilateralism');
        await turn(page, 1).locator('.panel-slack').getByRole('button', { name: 'Open' }).first().click();
        await page.waitForURL('**/?q=open+*');
        expect(await turn(page, 1).locator('.panel-discord').isVisible()).toBe(true);
        await turn(page, 1).getByRole('radio', { name: 'Terminal' }).check();
        expect(await turn(page, 1).locator('.panel-terminal').isVisible()).toBe(true);
        expect(await page.locator('.needs-script:visible').count()).toBe(0);
      },
      { ...wide, javaScriptEnabled: false },
    ));
});

describe('the raw payload', () => {
  it('can be looked at and copied', () =>
    inPage(
      async (page) => {
        await page.goto('/?q=search+multilateralism');
        for (const platform of ['slack', 'discord'] as const) {
          const panel = turn(page, 1).locator(`.panel-${platform}`);
          await panel.locator('summary').click();
          await panel.getByRole('button', { name: 'Copy the payload' }).click();
          await expect.poll(() => panel.locator('.raw button').textContent()).toBe('Copied');
          const copied: unknown = JSON.parse(await clipboard(page));
          expect(copied).toHaveProperty(platform === 'slack' ? 'blocks' : 'components');
          expect(copied).toEqual(JSON.parse((await panel.locator('pre[id]').textContent()) ?? ''));
        }
      },
      { ...wide, permissions: ['clipboard-read', 'clipboard-write'] },
    ));

  it('is selected instead where the browser forbids copying', () =>
    inPage(async (page) => {
      await withoutClipboard(page);
      await page.goto('/?q=help');
      const panel = turn(page, 1).locator('.panel-slack');
      await panel.locator('summary').click();
      await panel.getByRole('button', { name: 'Copy the payload' }).click();
      await expect.poll(() => panel.locator('.raw button').textContent()).toContain('Ctrl+C');
      expect(await selected(page)).toContain('"blocks"');
    }));
});

describe('completion', () => {
  it('is used by the keyboard alone', () =>
    inPage(async (page) => {
      await page.goto('/');
      const box = page.getByRole('combobox');
      await box.focus();
      await page.keyboard.type('open way');
      const options = page.getByRole('option');
      await options.first().waitFor();
      expect(await box.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const active = (await box.getAttribute('aria-activedescendant')) ?? '';
      expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
      expect(await options.nth(1).getAttribute('id')).toBe(active);
      await page.keyboard.press('Enter');
      expect(await box.getAttribute('aria-expanded')).toBe('false');
      expect(await box.inputValue()).toMatch(/^open way-forward:\d+$/);
      expect(await page.locator('.turn').count()).toBe(0);
      await page.keyboard.press('Enter');
      await turn(page, 1).waitFor();
      expect(await box.inputValue()).toBe('');
      expect(await isFocused(box)).toBe(true);
    }));

  it('closes on Escape and leaves what was typed', () =>
    inPage(async (page) => {
      await page.goto('/');
      const box = page.getByRole('combobox');
      await box.focus();
      await page.keyboard.type('se');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowUp');
      expect(await page.getByRole('option').last().getAttribute('aria-selected')).toBe('true');
      await page.keyboard.press('Escape');
      expect(await page.getByRole('listbox').isVisible()).toBe(false);
      expect(await box.inputValue()).toBe('se');
    }));

  it('takes a press of the pointer', () =>
    inPage(async (page) => {
      await page.goto('/');
      await page.getByRole('combobox').pressSequentially('search multi');
      await page.getByRole('option', { name: 'multilateralism', exact: true }).click();
      expect(await page.getByRole('combobox').inputValue()).toBe('search multilateralism');
    }));
});

describe('every state of the page', () => {
  const states = {
    home: '/',
    search: '/?q=search+multilateralism',
    ask: '/?q=ask+who+chairs+the+SCO+next',
    nothing: '/?q=search+zebra',
    open: '/?q=open+way-forward:5',
    cite: '/?q=cite+way-forward:5+bibtex',
    sources: '/?q=sources',
    help: '/?q=help',
    shared: '/?share=search+multilateralism',
  };
  it.each(Object.entries(looks))(
    'in the look “%s”: nothing to complain of, nothing wider than the window',
    (look, options) =>
      inPage(async (page) => {
        for (const [state, path] of Object.entries(states)) {
          await page.goto(path);
          expect(await overhang(page)).toBe(0);
          expect(await page.locator('.undrawable').count()).toBe(0);
          expect(await styleOf(page.locator('html'), 'background-color')).toBe(
            look.endsWith('dark') ? 'rgb(23, 23, 22)' : 'rgb(252, 251, 249)',
          );
          expect(await faintTexts(page)).toEqual([]);
          expect(await namelessControls(page)).toEqual([]);
          await screenshot(page, `${state}-${look}`);
        }
      }, options),
  );

  it.each(['Page', 'Terminal', 'JSON'])('the view “%s”: legible, and no wider than the window', (view) =>
    inPage(async (page) => {
      await page.goto('/?q=search+multilateralism');
      await page.getByRole('radio', { name: view }).check();
      expect(await turn(page, 1).locator(`.panel-${view.toLowerCase()}`).isVisible()).toBe(true);
      expect(await overhang(page)).toBe(0);
      expect(await faintTexts(page)).toEqual([]);
      await screenshot(page, `search-${view.toLowerCase()}`);
    }),
  );

  it('completions, and a raw payload, on a phone', () =>
    inPage(async (page) => {
      await page.goto('/?q=help');
      await page.locator('.panel-slack summary').click();
      await page.getByRole('combobox').pressSequentially('open sec');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await overhang(page)).toBe(0);
      await screenshot(page, 'completions-phone');
    }, phone));
});
