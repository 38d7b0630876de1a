import { describe, expect, it } from 'vitest';
import { aboutArticles } from '../../src/answer/about/about.ts';
import type { Article } from '../../src/document/types.ts';
import { parseQuery } from '../../src/search/query.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';
import { growth, LINEAR } from '../growth.ts';
import { corpusOf } from '../search/articles.ts';

const { json, reply, corpus } = await seedsDesk();

function about(line: string, articles: Iterable<Article> = corpus.articles.values()) {
  const parsed = parseQuery(line);
  if (!('query' in parsed)) throw new Error(`${line} is no query`);
  return aboutArticles(parsed.query, articles);
}

/** The passages that are cited, and what they are cited for. */
const cited = (line: string): readonly string[] => {
  const found = about(line);
  if (found === null || found === 'sources') return [String(found)];
  return found.statements.map(
    ({ paragraph, value, role, by }) => `${paragraph.id} ${value ?? role ?? 'unknown'} (${by})`,
  );
};

const HE_YIN = 'security-for-all:2 He Yin (line)';
const TIMES_AUTHOR =
  'upcoming-meetings:16 director of Institute of European and Asian Studies, China Institute of Contemporary International Relations (line)';
const TIMES_DATE = 'upcoming-meetings:2 2020-11-04 (line)';
const TIMES = 'upcoming-meetings:1 Global Times (front matter)';
const FOCUS = 'regional-convergence:27 China Focus (front matter)';
const NOBODY = 'regional-convergence:1 unknown (nothing)';

describe('a question about an article', () => {
  it.each([
    ['who wrote SCO to safeguard security?', [HE_YIN]],
    ['Who wrote “SCO to safeguard security”?', [HE_YIN]],
    ['who wrote security-for-all?', [HE_YIN]],
    ['tell me who wrote security for all', [HE_YIN]],
    ['who wrote SCO to safegard secuirty, stability?', [HE_YIN]],
    ['who wrote this in:security-for-all', [HE_YIN]],
    ['Who is the author of the Global Times article?', [TIMES_AUTHOR]],
    ['who wrote the article on the upcoming SCO meetings', [TIMES_AUTHOR]],
    ['what is the name of the author of upcoming-meetings?', [TIMES_AUTHOR]],
    ['who’s the author of the China Focus piece?', [NOBODY]],
    ['who wrote Regional Convergence', [NOBODY]],
    ['when was Upcoming SCO meetings … published?', [TIMES_DATE]],
    [
      'when was "Upcoming SCO meetings eye on Eurasia’s rising peace and development" published?',
      [TIMES_DATE],
    ],
    ['when did the Global Times publish Upcoming SCO meetings eye on Eurasia?', [TIMES_DATE]],
    ['what is the date of the Global Times article?', [TIMES_DATE]],
    ['how old is the Global Times article?', [TIMES_DATE]],
    ['what is the date of the article by He Yin?', ['security-for-all:1 unknown (nothing)']],
    ['who published SCO Advances the Practice of Regional Convergence?', [FOCUS]],
    ['who published way-forward?', ['way-forward:1 unknown (nothing)']],
    [
      'who wrote SCO Way Forward for Regional Stability and Integration?',
      ['way-forward:1 unknown (nothing)'],
    ],
    [
      'where was Xi outlines 4-point approach published?',
      ['four-point-approach:20 India Writes Network (front matter)'],
    ],
    ['which articles are by He Yin?', [HE_YIN]],
    ['which article did He Yin write?', [HE_YIN]],
    ['what did He Yin write', [HE_YIN]],
    ['what has Yin written?', [HE_YIN]],
    ['which articles are from the Global Times?', [TIMES]],
    ['what did the Global Times publish?', [TIMES]],
    ['which articles were published in 2020', [TIMES_DATE]],
    ['which articles were published in November 2020', [TIMES_DATE]],
    ['which articles are from 2020-11-04?', [TIMES_DATE]],
    ['which articles were published after 2019', [TIMES_DATE]],
    ['which articles were published since 2020', [TIMES_DATE]],
    ['which articles were published between 2019 and 2021', [TIMES_DATE]],
    ['which articles were published after 2020', []],
    ['which articles were published before November 4, 2020', []],
    ['which articles are by Putin?', []],
  ])('%s cites %j', (line, expected) => {
    expect(cited(line)).toEqual(expected);
  });

  it('may be about all of them, those that state it before the others', () => {
    expect(cited('who are the authors?')).toEqual([
      'four-point-approach:20 India Writes Network (front matter)',
      HE_YIN,
      TIMES_AUTHOR,
      NOBODY,
      'way-forward:1 unknown (nothing)',
    ]);
    expect(cited('how many articles are there?')).toHaveLength(5);
    expect(cited('which articles are undated?')).toHaveLength(4);
    expect(cited('which articles have no author?')).toHaveLength(3);
  });

  it.each([
    'who wrote this article?',
    'when was this published?',
    'who is the author of the article?',
    'which articles did he write?',
    'which articles are from last year?',
  ])('“%s” does not say which, and gets the list', async (line) => {
    expect(about(line)).toBe('sources');
    expect((await json(`ask ${line}`)).kind).toBe('sources');
  });
});

/** Questions about what the articles are about: passages answer them. */
const TOPICS = `who wrote the SCO charter?
when was the SCO founded?
who published the joint statement?
when was the Belt and Road Initiative proposed?
who wrote about regional stability?
who proposed the four-point approach?
who is the author of the Belt and Road Initiative?
who wrote the Shanghai Convention?
when was the Shanghai Convention signed?
what is the date of the summit?
what was the date of the 20th meeting of the heads of state?
when did Belarus join the SCO?
who wrote the text of the treaty?
who wrote Article 5 of the NATO treaty?
what did Putin write?
what did Xi Jinping say about security?
what did China publish?
when did China publish the white paper on security?
when was the Moscow declaration issued?
who published the Moscow Declaration?
who wrote the SCO development strategy?
who wrote the security strategy?
which countries are in the SCO?
what is security-for-all about?
which articles mention NATO?
which articles are about security?
which articles of the charter deal with trade?
how many articles mention Belarus?
what do the articles say about Afghanistan?
what does the Global Times article say about Russia?
when did the Global Times article say the summit would take place?
where was the summit held?
where did the Shanghai Spirit come from?
what is the source of the instability?
which texts were adopted in 2020?
what stories do people tell about the Silk Road?
how old is the SCO?
who wrote SCO?
who wrote that NATO is expanding?
when was peace and development published?
who put forward the initiative?`.split('\n');

describe('a question about the matter of the articles', () => {
  it.each(TOPICS)('“%s” is left to the passages', (line) => {
    expect(about(line)).toBeNull();
  });

  it.each([
    ['The SCO charter at twenty: what it says of trade', 'who wrote the SCO charter?', false],
    ['The SCO charter at twenty: what it says of trade', 'who wrote The SCO charter at twenty?', true],
    ['SCO summit declaration on terrorism: a reading', 'who wrote the SCO summit declaration?', false],
    [
      'SCO summit declaration on terrorism: a reading',
      'who wrote SCO summit declaration on terrorism?',
      true,
    ],
  ])('stays one where a title, %s, speaks of the same: %s', (title, line, isAbout) => {
    const titled = corpusOf({ a: 'The text.' }, { title });
    expect(about(line, titled.articles.values()) !== null).toBe(isAbout);
  });
});

describe('what scripts get', () => {
  it('is an answer whose quote is the line that states it', async () => {
    const { kind, passages, total } = await json('who wrote SCO to safeguard security?');
    expect([kind, total, passages.map(({ id, quote }) => [id, quote])]).toEqual([
      'answer',
      1,
      [['security-for-all:2', 'By He Yin']],
    ]);
  });

  it('is the title where the front matter alone states it', async () => {
    const { kind, passages, text } = await json('ask who published the Global Times article?');
    expect(kind).toBe('answer');
    expect(passages.map(({ quote }) => quote)).toEqual([corpus.articles.get('upcoming-meetings')?.title]);
    expect(text).toContain('front matter');
  });

  it.each([
    ['ask who published way-forward?', /Publisher not given/],
    ['ask when was the China Focus article published?', /Undated/],
    ['ask which articles are by Jane Doe?', /No article by “Jane Doe”[\s\S]*“He Yin”/],
    ['ask which articles were published in 2031?', /No article published in 2031[\s\S]*no date: 4 articles/],
  ])('of %s is nothing, and says so', async (line, expected) => {
    const { kind, passages, text } = await json(line);
    expect([kind, passages]).toEqual(['nothing', []]);
    expect(text).toMatch(expected);
  });

  it('leaves out the articles that do not state it', async () => {
    const { kind, passages } = await json('who are the authors?');
    expect([kind, passages.map(({ article }) => article)]).toEqual([
      'answer',
      ['four-point-approach', 'security-for-all', 'upcoming-meetings'],
    ]);
  });

  it('is narrowed by filters', async () => {
    const { passages } = await json('ask who are the authors? by:yin');
    expect(passages.map(({ id }) => id)).toEqual(['security-for-all:2']);
  });
});

it('shows five articles and counts the others', async () => {
  const many = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`text-${n}`, `Text ${n}.`]));
  const desk = await seedsDesk(corpusOf(many));
  const { message } = await desk.reply('how many articles are there?');
  expect(message.blocks[0]).toEqual({ type: 'heading', text: '8 articles' });
  expect(message.blocks.filter(({ type }) => type === 'quotation')).toHaveLength(5);
  expect(JSON.stringify(message.blocks)).toContain('3 more articles');
});

it.each(['of ', 'which ', 'who wrote a b '])(
  'answers a line of “%s” in time that grows as it does',
  async (part) => {
    const ask = (size: number) => reply(`ask ${part.repeat(Math.ceil(size / part.length))}`);
    expect(await growth(980, ask)).toBeLessThan(LINEAR);
  },
);
