import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Logger } from 'pino';
import { describe, expect, it } from 'vitest';
import { answerLine } from '../../adapters/terminal/start.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import { createDesk } from '../../src/desk/desk.ts';
import type { Desk } from '../../src/desk/types.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { runDesk } from '../discord/desk-under-test.ts';
import { BOT, messageEvent } from '../peers/discord-events.ts';
import { visibleWords as discordWords } from '../peers/discord-payload.ts';
import { SlackApp } from '../peers/slack-app.ts';
import { mentionBody } from '../peers/slack-bodies.ts';
import { visibleWords as slackWords } from '../peers/slack-payload.ts';
import { startPages } from '../web/page-under-test.ts';
import { startLines } from './lines/start.ts';
import { LinesWire } from './lines/wire.ts';
import { readableLog } from './logged.ts';

const linkTo = createLinks({ publicUrl: null, sourceUrlTemplate: null, localUrl: 'http://localhost:3000' });
const seeds = await readCorpus('seeds');

/** The articles, one of which cannot be read any more once the desk stands. */
function failingCorpus(): { readonly corpus: Corpus; fail(): void } {
  let failing = false;
  const articles = new Map(
    [...seeds.articles].map(([id, article]) => [
      id,
      {
        ...article,
        get text(): string {
          if (failing) throw new Error('an article is gone');
          return article.text;
        },
      },
    ]),
  );
  return {
    corpus: { ...seeds, articles },
    fail: () => {
      failing = true;
    },
  };
}

/** The real core, on parts of which each fails when it is used. */
function failingDesk(log: Logger): Desk {
  const { corpus, fail } = failingCorpus();
  const desk = createDesk({
    corpus,
    linkTo,
    digest: { run: () => Promise.reject(new Error('the digest is gone')) },
    log,
    random: () => {
      throw new Error('chance is gone');
    },
  });
  fail();
  return desk;
}

/** Everything that a surface shows for a line, in order. */
type Ask = (desk: Desk, log: Logger, line: string) => Promise<readonly string[]>;

const inSlack: Ask = async (desk, log, line) => {
  const slack = new SlackApp({ desk, log, store: createMemoryStore(() => 0) });
  await slack.deliver(mentionBody(line));
  return slack.calls.map(({ sent }) =>
    slackWords({ text: String(sent.text), blocks: Array.isArray(sent.blocks) ? sent.blocks : [] }),
  );
};

const inDiscord: Ask = async (desk, _log, line) => {
  const running = await runDesk({ change: () => desk });
  running.server.dispatch('MESSAGE_CREATE', messageEvent(`<@${BOT}> ${line}`));
  await running.server.called(({ path, method }) => method === 'POST' && path.endsWith('/messages'));
  await running.stop();
  return running.server.messages.map(discordWords);
};

const onThePage: Ask = async (desk, _log, line) => {
  const pages = await startPages({ change: () => desk });
  const response = await fetch(`${pages.url}/api?${new URLSearchParams({ q: line })}`);
  const answer = (await response.json()) as { readonly kind: string; readonly text: string };
  await pages.stop();
  expect(answer.kind).toBe('problem');
  return [answer.text];
};

const inATerminal: Ask = async (desk, _log, line) => {
  const output = new PassThrough();
  expect(await answerLine(desk, line, { output }, { json: false, colour: false })).toBe(2);
  output.end();
  return [await text(output)];
};

const inLines: Ask = async (desk, log, line) => {
  const wire = new LinesWire();
  const surface = startLines({ desk, log, store: createMemoryStore(() => 0) }, wire);
  await wire.listener({ id: '1', room: 'readers', user: 'ann', said: `@desk ${line}` });
  await surface.stop();
  return wire.posts.map((post) => post.text);
};

describe.each<[string, string, Ask]>([
  ['Slack', 'slack', inSlack],
  ['Discord', 'discord', inDiscord],
  ['the page', 'web', onThePage],
  ['the terminal', 'terminal', inATerminal],
  ['a platform of the tests’ own', 'lines', inLines],
])('a fault in the real core on %s', (_name, platform, ask) => {
  it.each([
    ['random', 'chance is gone'],
    ['digest status', 'the digest is gone'],
    ['search multilateralism', 'an article is gone'],
    ['open security-for-all:12', 'an article is gone'],
  ])('is one problem with the reference that is in the log: %s', async (line, message) => {
    const { log, logged } = readableLog();
    const [problem = '', ...more] = await ask(failingDesk(log), log, line);
    expect(more).toEqual([]);
    const said = problem.replace(/\s+/g, ' ');
    expect(said).toContain('Something went wrong in the desk, not in your words.');
    const [, reference] = /the reference `?([0-9a-f]{8})`?, which/.exec(said) ?? [];
    expect(reference).toBeDefined();
    const faults = logged.filter(({ level }) => level >= 50);
    expect(faults).toMatchObject([{ reference, platform, err: { message } }]);
  });
});
