import { rm } from 'node:fs/promises';
import { verbs } from '../../src/command/table.ts';
import type { Answer, Problem } from '../../src/command/types.ts';
import { citationStyles } from '../../src/command/types.ts';
import type { Desk, Reply } from '../../src/desk/types.ts';
import type { Message } from '../../src/message/types.ts';
import { platformOf } from '../platforms.ts';
import { deskOver, say } from './desk.ts';
import { digestExhibits, hostileDigests, typedDigests } from './digest-exhibits.ts';
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
  'an answer in two articles': 'ask what is the number one precondition for development',
  'an answer, suggestions': 'ask what is the multilaterist Shanghai Spirit',
  'articles, an author': 'ask who wrote SCO to safeguard security?',
  'articles, all authors': 'ask who are the authors?',
  'articles, a publisher': 'ask who published way-forward?',
  'articles, a date': 'ask when was the Global Times article published?',
  'articles by a name': 'ask which articles are by He Yin?',
  'articles by nobody': 'ask which articles are by Jane Doe?',
  'articles of a year': 'ask which articles were published after 2019?',
  'all articles': 'ask how many articles are there?',
  'related, the same words': 'related security-for-all:4',
  'related, on the matter': 'related four-point-approach:13',
  'related, neither': 'related way-forward:6',
  'related to a heading': 'related four-point-approach:4',
  'a quotation, exact': 'quote "Security and stability are the number one precondition"',
  'a quotation, exact but for marks': `quote «resist 'political virus'. 'We need to put the SCO's health»`,
  'a quotation, exact in one article and not in the other': 'quote “the vision of a common, comprehensive”',
  'a quotation, exact but for punctuation': 'quote "an open, inclusive, clean and beautiful World"',
  'a quotation, exact over paragraphs':
    'quote "instead of alliance. The historic 23rd Meeting of the Council of Heads of State"',
  'a quotation, past a caption':
    'quote "by rejecting the narrative of de-coupling. The platform has advanced regional, sub-regional"',
  'a quotation, with an ellipsis': 'quote "Security … concern the core interests of all countries"',
  'a quotation, with brackets':
    'quote "[T]he SCO should play a more active role … and [it should] stay committed to building"',
  'a quotation, of a title': 'quote "SCO Advances the Practice of Regional Convergence"',
  'a quotation, of a heading': 'quote "Four Tasks for Future"',
  'a quotation, altered': 'quote "Each civilization is unique and none is superior to others"',
  'a quotation, spelt otherwise': 'quote "Each civilisation is distinct and none is superior to others"',
  'a quotation, much altered':
    'quote "The SCO countries should strengthen their joint answer to COVID-19 which includes supporting the efforts of each other and the World Health Organization, and oppose all attempts to politicise the pandemic"',
  'a quotation, in part':
    'quote "history has proven that good-neighborliness will prevail over a beggar-thy-neighbor approach, and the moon is made of green cheese, as every child in the region has known for many years now"',
  'a quotation, absent': 'quote "The SCO will build a space station on the Moon by 2030"',
  'a quotation, shuffled': 'quote "none superior is others distinct and to is civilization each"',
  'a quotation, brief and absent': 'quote "win-lose"',
  'a quotation without a verb': 'the “community of security for all” once more',
  'a draft with quotations':
    'quote Xi said that "men of insight see the trend, while men of wisdom ride it" and that “cooperation will supplant zero-sum game”. The “win-lose” view is over, for «multilateralism will triumph over all of its enemies on earth and beyond».',
  'hits, suggestions': 'search summitry cooperation uzbek',
  'hits for a quotation': 'search "common, comprehensive, cooperative and sustainable security"',
  'nothing for a search': 'search zanzibar',
  'nothing for a search, suggestions': 'search uzbek chairmanship',
  'nothing for a question, with the nearest': 'ask does Afganistan have a multilaterist policy?',
  'nothing for a search with filters': 'search zanzibar in:way-forward',
  'nothing for a question': 'ask what is the price of bananas in zanzibar',
  'nothing at random': 'random after:2999-01-01',
  'an excerpt': 'random',
  'an excerpt of one article': 'random in:way-forward',
  sources: 'sources',
  help: 'help',
  ...Object.fromEntries(verbs.map((verb) => [`help on ${verb}`, `help ${verb}`])),
  ...Object.fromEntries(
    citationStyles.map((style) => [`a citation, ${style}`, `cite security-for-all:12 ${style}`]),
  ),
};

/** A line that leads to each problem; `fault` cannot be typed, and `not-allowed` not in a terminal. */
export const problemLines: Readonly<Record<Exclude<Problem['code'], 'fault' | 'not-allowed'>, string>> = {
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
  'unknown-action': 'digest onn',
  'bad-time': 'digest on 25:00',
  'bad-zone': 'digest on 08:30 Asia/Shangai',
  'ambiguous-zone': 'digest on 08:30 CST',
  'bad-days': 'digest on mon-frii',
  'repeated-option': 'digest on 08:30 09:30',
  'nothing-selected': 'digest on before:1990-01-01',
};

/** The answers that the gallery is to hold, one at least of each: the compiler names a kind that is missing here. */
export const answerKinds = Object.keys({
  hits: true,
  answer: true,
  nothing: true,
  about: true,
  related: true,
  quotation: true,
  passage: true,
  citation: true,
  sources: true,
  digest: true,
  help: true,
  problem: true,
} satisfies Readonly<Record<Answer['kind'], true>>);

const titled = (prefix: string, all: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(all).map(([name, line]) => [`${prefix}${name}`, line]);

async function realAnswers(): Promise<readonly Exhibit[]> {
  const desk = await deskOver('seeds');
  const opened = [...desk.corpus.articles.values()].flatMap(({ paragraphs }) =>
    paragraphs.map(({ id, kind }) => [`opened, ${kind}, ${id}`, `open ${id}`] as const),
  );
  const all = [...titled('', lines), ...titled('problem, ', problemLines), ...opened];
  const answers = await Promise.all(
    all.map(async ([name, line]) => {
      const reply = await say(desk, line);
      return { name, message: reply.message, reply };
    }),
  );
  const digests = await typedDigests(await deskOver('seeds'));
  return [...answers, ...digests, ...digestExhibits(desk.corpus), ...(await notAllowed(desk))];
}

/** What those get who may not change a channel's digest: on Slack while somebody else's is on. */
async function notAllowed(desk: Desk): Promise<readonly Exhibit[]> {
  const place = { workspace: 'T1', channel: 'C1' };
  await desk.reply({ platform: platformOf('slack'), ...place, user: 'U1', words: 'digest on' });
  return Promise.all(
    (['slack', 'discord'] as const).map(async (platform) => {
      const reply = await desk.reply({
        platform: platformOf(platform),
        ...place,
        user: 'U2',
        words: 'digest on 10:00',
      });
      return { name: `problem, not-allowed, ${platform}`, message: reply.message, reply };
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
      'ask who are the authors?',
      'ask how many articles are there?',
      'related everything:3',
      'quote "<!channel> @everyone [x](javascript:alert(1)) </script> *all* `of` it"',
      'quote "<!channel> @everyone [x](javascript:alert(1)) </script> *none* `of` it \u202e\u0007"',
      'quote "The hostile paragraph about a script reads <b>onerror</b> and ends here in war."',
      'quote "<@U123> _Hostile_ | *Press* @here ~~struck~~ ||spoiler|| [-not-] {+so+}"',
      'quote The hostile paragraph “about a heading reads” @everyone and “</script> *all* of it <!channel> || ~~x~~”',
      `quote "${'The member states agreed on mutual trust, mutual benefit and equality, as they had before. '.repeat(90)}"`,
      `quote "${'<!channel> *@everyone* '.repeat(430)}"`,
      `quote ${'“The member states agreed on mutual mistrust” '.repeat(200)}`,
      `quote ${'🙂'.repeat(4000)}a`,
      'sources',
      'random in:everything',
      'search "</script> @everyone" <!channel>',
      'search <!channel>zzz `*_~ from:<script>',
      'frobnicate:@everyone peace',
      'digest <!channel> @everyone',
      'digest on @everyone/<!channel> [x](javascript:alert(1))',
      'digest on 25:99@everyone',
      ...citationStyles.map((style) => `cite everything:3 ${style}`),
      ...citationStyles.map((style) => `cite long-title:1 ${style}`),
      ...opened,
    ];
    const answers = await Promise.all(
      typed.map(async (line) => {
        const reply = await say(desk, line);
        return { name: `hostile corpus, ${line}`, message: reply.message, reply };
      }),
    );
    return [...answers, ...hostileDigests(desk.corpus)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeGallery(): Promise<readonly Exhibit[]> {
  const made = [...hostileMessages].map(([name, message]) => ({ name, message, reply: null }));
  const broken = await deskOver('seeds', () => {
    throw new Error('chance is out of order');
  });
  const reply = await say(broken, 'random');
  const fault = { name: 'problem, fault', message: reply.message, reply };
  return [...(await realAnswers()), fault, ...(await hostileAnswers()), ...made];
}

let made: Promise<readonly Exhibit[]> | undefined;

/** Every kind of block and of answer, harmless and hostile, made once. Names are unique. */
export function gallery(): Promise<readonly Exhibit[]> {
  made ??= makeGallery();
  return made;
}
