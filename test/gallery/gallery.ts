import { rm } from 'node:fs/promises';
import type { Answer, Problem } from '../../src/command/types.ts';
import { citationStyles } from '../../src/command/types.ts';
import type { Reply } from '../../src/desk.types.ts';
import type { Message } from '../../src/message/types.ts';
import { deskOver, say } from './desk.ts';
import { writeHostileCorpus } from './hostile-corpus.ts';
import { hostileMessages } from './hostile-messages.ts';

/** A message and what it is of: an answer of the desk to a line, or made by hand. */
export interface Exhibit {
  readonly name: string;
  readonly message: Message;
  readonly reply: Reply | null;
}

/** Lines to type, by what they are answered with, over the five articles. */
const lines: Readonly<Record<string, string>> = {
  'hits on one page': 'search vaccine',
  'hits, every form of a word': 'search multilateralism',
  'hits on several pages': 'search cooperation',
  'hits, second page': 'search cooperation page:2',
  'hits, one passage': 'search "community of security for all" in:security-for-all',
  'hits, filtered': 'search security in:security-for-all -terrorism',
  'hits, corrected': 'search multilateralizm',
  'hits, word missing': 'search multilateralism zanzibar',
  'hits, dated': 'search security after:2000-01-01',
  'hits for common words': 'search the of and',
  'an answer': 'ask who chairs the SCO next',
  'an answer without a verb': 'What is the Shanghai Spirit?',
  'an answer, word missing': 'ask what does the Shanghai Spirit say of zanzibar',
  'nothing for a search': 'search zanzibar',
  'nothing for a search with filters': 'search zanzibar in:way-forward',
  'nothing for a question': 'ask what is the price of bananas in zanzibar',
  'nothing at random': 'random after:2999-01-01',
  'an excerpt': 'random',
  'an excerpt of one article': 'random in:way-forward',
  sources: 'sources',
  help: 'help',
  ...Object.fromEntries(
    ['search', 'ask', 'open', 'cite', 'random', 'sources', 'help'].map((verb) => [
      `help on ${verb}`,
      `help ${verb}`,
    ]),
  ),
  ...Object.fromEntries(
    citationStyles.map((style) => [`a citation, ${style}`, `cite security-for-all:12 ${style}`]),
  ),
};

/** A line that leads to each problem; only `fault` cannot be typed. */
export const problemLines: Readonly<Record<Exclude<Problem['code'], 'fault'>, string>> = {
  empty: '',
  'too-long': `search ${'multilateralism '.repeat(700)}`,
  'only-common-words': 'ask what is it',
  'unknown-verb': 'serch multilateralism',
  'unknown-filter': 'search form:xinhua peace',
  'missing-value': 'search peace from:',
  'repeated-filter': 'search peace in:way-forward in:security-for-all',
  'bad-date': 'search peace after:2020-13-40',
  'bad-page': 'search multilateralism page:99',
  'bad-style': 'cite security-for-all:12 harvard',
  'missing-id': 'open',
  'unknown-id': 'open security-for-all:9999',
  'no-such-source': 'search peace from:zanzibar',
  'unexpected-words': 'random multilateralism',
};

/** The answers that the gallery is to hold, one at least of each. */
export const answerKinds = [
  'hits',
  'answer',
  'nothing',
  'passage',
  'citation',
  'sources',
  'help',
  'problem',
] as const satisfies readonly Answer['kind'][];

const titled = (prefix: string, all: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(all).map(([name, line]) => [`${prefix}${name}`, line]);

async function realAnswers(): Promise<readonly Exhibit[]> {
  const desk = await deskOver('seeds');
  const opened = [...desk.corpus.articles.values()].flatMap(({ paragraphs }) =>
    paragraphs.map(({ id, kind }) => [`opened, ${kind}, ${id}`, `open ${id}`] as const),
  );
  const all = [...titled('', lines), ...titled('problem, ', problemLines), ...opened];
  return Promise.all(
    all.map(async ([name, line]) => {
      const reply = await say(desk, line);
      return { name, message: reply.message, reply };
    }),
  );
}

async function hostileAnswers(): Promise<readonly Exhibit[]> {
  const folder = await writeHostileCorpus();
  try {
    const desk = await deskOver(folder);
    const opened = [...desk.corpus.articles.values()].flatMap(({ paragraphs }) =>
      paragraphs.map(({ id }) => `open ${id}`),
    );
    const typed = [
      'search hostile',
      'search hostile page:2',
      'search zanzibar',
      'search lighthouses',
      'ask what does the paragraph about a script say',
      'sources',
      'random in:everything',
      'search "</script> @everyone" <!channel>',
      'search <!channel>zzz `*_~ from:<script>',
      'frobnicate:@everyone peace',
      ...citationStyles.map((style) => `cite everything:3 ${style}`),
      ...citationStyles.map((style) => `cite long-title:1 ${style}`),
      ...opened,
    ];
    return await Promise.all(
      typed.map(async (line) => {
        const reply = await say(desk, line);
        return { name: `hostile corpus, ${line}`, message: reply.message, reply };
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every kind of block and of answer, harmless and hostile. Names are unique. */
export async function gallery(): Promise<readonly Exhibit[]> {
  const made = [...hostileMessages].map(([name, message]) => ({ name, message, reply: null }));
  const broken = await deskOver('seeds', () => {
    throw new Error('chance is out of order');
  });
  const reply = await say(broken, 'random');
  const fault = { name: 'problem, fault', message: reply.message, reply };
  return [...(await realAnswers()), fault, ...(await hostileAnswers()), ...made];
}
