import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../src/corpus/read.ts';
import type { Corpus } from '../../../src/corpus/types.ts';
import { isSame } from '../../../src/digest/draw.ts';
import { LONGEST_EXCERPT, SHORTEST_EXCERPT } from '../../../src/digest/excerpt/cut.ts';
import { excerptsOf, prepareExcerpts } from '../../../src/digest/excerpt/excerpts.ts';
import type { Excerpt } from '../../../src/digest/types.ts';
import { counter } from '../../reached.ts';
import { corpusOf, textOfExcerpt } from '../articles.ts';

const five = await readCorpus('seeds');
const all = excerptsOf(five);
const texts = all.map(textOfExcerpt);

/** The excerpts of one article. */
const cut = (text: string): readonly string[] => excerptsOf(corpusOf({ a: text })).map(textOfExcerpt);

const LONG =
  'and the ministers of trade agreed on a plan for railways, harbours and dry ports across the region';
const FIRST = `Kazakhstan opened a new corridor to the sea in the spring, ${LONG}.`;

describe('excerpts of the five articles', () => {
  it('are there from every article, enough of each for its turns', () => {
    const count = (id: string): number => all.filter(({ article }) => article.id === id).length;
    expect([...five.articles.keys()].map((id) => [id, count(id)])).toEqual([
      ['four-point-approach', 7],
      ['regional-convergence', 18],
      ['security-for-all', 15],
      ['upcoming-meetings', 8],
      ['way-forward', 18],
    ]);
  });

  it('are slices of body text, one or two whole sentences long, none overlapping another', () => {
    for (const { article, paragraph, start, end } of all) {
      expect(paragraph.kind).toBe('body');
      expect(paragraph.repeats).toBeNull();
      expect(end - start).toBeGreaterThanOrEqual(SHORTEST_EXCERPT);
      expect(end - start).toBeLessThanOrEqual(LONGEST_EXCERPT);
      const first = paragraph.sentences.findIndex((each) => each.start === start);
      const last = paragraph.sentences.findIndex((each) => each.end === end);
      expect(first).toBeGreaterThanOrEqual(0);
      expect([0, 1]).toContain(last - first);
      const overlapping = all.filter(
        (other) => other.article === article && other.start < end && other.end > start,
      );
      expect(overlapping).toHaveLength(1);
    }
  });

  it('open with no word that refers to something before', () => {
    const opener =
      /^["“‘(]?(?:it|its|he|his|she|her|they|their|we|our|you|this|that|these|those|such|both|another|others?|also|but|and|so|yet|or|however|therefore|besides|furthermore|meanwhile|third|finally|in addition|as a result|for example|in this|by doing so|to this end)\b/i;
    expect(texts.filter((text) => opener.test(text))).toEqual([]);
  });

  it.each([
    ['“we” behind a quotation mark', 'We need to put the SCO’s health cooperation'],
    ['a list that counts on', 'As a first task, he said'],
    ['“the second task”', 'The second task is to safeguard'],
    ['“he added” of nobody named', 'China has joined the COVAX facility'],
    [
      'a quotation of somebody named in another paragraph',
      'number one precondition for a country’s development, and thus concern the core interests of all countries. We need to act on the vision of a common',
    ],
    ['a quotation that is never closed', 'We need to foster an open, fair'],
    ['a sentence from the middle of a quotation', 'We need to promote mutual learning'],
    ['“these tasks” of the paragraph before', 'President Xi believes that these tasks'],
    ['a conference that is not named', 'The conference also marked'],
    ['an organization that is not named', 'The organization was led to a model'],
    ['“in his speech”', 'In his keynote speech'],
    ['“in this situation”', 'In this uncertain situation'],
    ['“these” behind an opening phrase', 'While providing broad horizons'],
    ['an example', 'was settled with a friendly and good-faith'],
    ['“among other actions”', 'Among other significant actions'],
    ['a caption', 'File photo taken'],
    ['a notice', 'The article reflects the author’s opinions'],
    ['a byline', 'The author is director'],
    ['a heading', 'Four Tasks for Future'],
    ['a publisher’s profile', 'IWN has carved a niche'],
    ['a standfirst twice', 'It has been noted that China is working'],
    ['the announcement of a list', 'Among the plans are'],
  ])('leave out %s', (_, part) => {
    const source = [...five.articles.values()].map(({ text }) => text).join('\n');
    expect(source).toContain(part);
    expect(texts.filter((text) => text.includes(part))).toEqual([]);
  });

  it.each([
    [
      'a sentence that refers back goes with the one it refers to',
      'China and Russia working together. They serve as both',
    ],
    ['a quotation goes whole, with who said it', '“Security and stability are the number one precondition'],
    [
      'of two short ones neither is lost',
      'Nothing is more beneficial than stability, and nothing is more detrimental than chaos. Security',
    ],
  ])('%s', (_, part) => {
    expect(texts.filter((text) => text.includes(part))).toHaveLength(1);
  });

  it('say nothing twice: no two of them are the same', () => {
    const same = all.flatMap((excerpt, at) =>
      all.slice(0, at).flatMap((other) => {
        const shown = { passage: other.paragraph.id, text: textOfExcerpt(other) };
        return isSame(shown, excerpt) ? [[shown.text, textOfExcerpt(excerpt)]] : [];
      }),
    );
    expect(same).toEqual([]);
  });

  it('come from the articles that are admitted', () => {
    const chosen = excerptsOf(five, ({ id }) => id === 'upcoming-meetings');
    expect(chosen).toEqual(all.filter(({ article }) => article.id === 'upcoming-meetings'));
    expect(excerptsOf(five, () => false)).toEqual([]);
  });
});

describe('what stands on its own', () => {
  it.each([
    `Sultanov told the assembly that it had waited too long, ${LONG}.`,
    `Although Kazakhstan had doubts, ${LONG}.`,
    `As Kazakhstan and its partners grew closer, ${LONG}.`,
    `The Second World War changed the railways of the continent, ${LONG}.`,
    `The treaty between Kazakhstan and China was signed at last, ${LONG}.`,
    `Not only the ministers but also the governors were heard, ${LONG}.`,
    `12 states sent their ministers to the capital in the spring, ${LONG}.`,
    `“Trade is a road in both directions for all of us,” Ambassador Bekov told the press, ${LONG}.`,
    `The 'old road' isn't the ministers' first choice, ${LONG}.`,
  ])('%s', (text) => {
    expect(cut(text)).toEqual([text]);
  });

  it.each([
    'But they waited too long in the capital,',
    'However, it took the ministers ten years,',
    'In this context the railways were built at last,',
    'To this end the railways were built at last,',
    'At that meeting the railways were agreed,',
    'In his speech, the railways came up at last,',
    'Meanwhile, these railways were built at last,',
    '“It was a long road to the sea,” Bekov said,',
    '(Such railways are rare in the region) the paper wrote,',
    'The two countries had waited too long,',
    'The meeting went on for three long days,',
    'At the meeting, Kazakhstan opened a corridor,',
    'The tract’s railways were built at last,',
    'After the railways were built, they were forgotten,',
    'Bridges were built, the minister said,',
    'Railways are a good thing, he said in the capital,',
    'Second, Kazakhstan opened a corridor,',
    'The former was built before the war,',
    'Railways, for example, are a good thing,',
    'Others were built before the war,',
    'Many of their railways were built before the war,',
    'One is the railway along the coast,',
    'Bridges are shown above, as table 3 says,',
    'The same is true of Kazakhstan and China,',
    'Later that year Kazakhstan opened a corridor,',
    'THIS RAILWAY WAS BUILT BEFORE THE WAR,',
    'The success of the organization rests on trade,',
    'Kazakhstan opened a corridor in the autumn of that year,',
    'A long railway was her first love in politics,',
  ])('is not: %s', (opening) => {
    const text = `${opening} ${LONG}.`;
    expect(cut(opening === opening.toUpperCase() ? text.toUpperCase() : text)).toEqual([]);
  });

  it.each([
    ['ends in a colon', `Kazakhstan asked for three things, ${LONG}:`],
    ['announces a list', `Kazakhstan is known, ${LONG}, for the following reasons.`],
    ['asks a question', `Kazakhstan opened a corridor, ${LONG}, and what does that mean for Europe?`],
    ['breaks off', `Kazakhstan opened a corridor, ${LONG}…`],
    ['has no full stop', `Kazakhstan opened a corridor, ${LONG}`],
    ['does not start as a sentence', `kazakhstan opened a corridor in the spring, ${LONG}.`],
    ['is the item of a list', `- Kazakhstan opened a corridor in the spring, ${LONG}.`],
    ['is the item of a numbered list', `1. Kazakhstan opened a corridor in the spring, ${LONG}.`],
    ['leaves a quotation open', `Kazakhstan said “the corridor is open, ${LONG}.`],
    ['closes a quotation that is not open', `Kazakhstan opened the corridor”, ${LONG}.`],
    ['quotes nobody', `“Kazakhstan opened the corridor in spring, ${LONG}.”`],
    ['gives an address to write to', `Kazakhstan answers at press@example.org, ${LONG}.`],
    ['is an aside in brackets', `(Kazakhstan opened a corridor in the spring, ${LONG}.)`],
    ['is too short', 'Kazakhstan opened a corridor to the sea in the spring of that long year.'],
    ['is too long', `Kazakhstan opened a corridor, ${`${LONG}, `.repeat(6)}it was said.`],
  ])('is nothing that %s', (_, text) => {
    expect(cut(text)).toEqual([]);
  });

  it('is no sentence from within a quotation of several sentences', () => {
    const text = `Bekov said: “Kazakhstan opened a corridor, ${LONG}. Railways matter to the whole of Asia, ${LONG}. Bridges matter to the whole of Asia as well, ${LONG}.”`;
    expect(cut(text)).toEqual([]);
  });

  it('is no sentence of a quotation that goes on in the next paragraph', () => {
    const opened = `“Kazakhstan is far from the sea, Bekov thought. Railways matter to the whole of Asia, ${LONG}.`;
    expect(cut(`${opened}\n\n“Bridges matter,” Bekov said.`)).toEqual([]);
    // Without the next paragraph's mark the quotation was left open by mistake, and takes its own sentence alone.
    expect(cut(`${opened}\n\nBridges matter.`)).toEqual([`Railways matter to the whole of Asia, ${LONG}.`]);
  });
});

describe('one sentence or two', () => {
  const IT = 'It is said to be the longest of the continent.';

  it('takes a sentence that refers back along with the one before', () => {
    expect(cut(`${FIRST} ${IT}`)).toEqual([`${FIRST} ${IT}`]);
  });

  it('takes the first alone where both are too long', () => {
    const long = `It is long, ${`${LONG}, `.repeat(5)}as people know.`;
    expect(cut(`${FIRST} ${long}`)).toEqual([FIRST]);
  });

  it('takes long sentences one by one', () => {
    const second = FIRST.replace('Kazakhstan', 'Uzbekistan').replace(
      'corridor to the sea',
      'bank in Tashkent',
    );
    expect(
      cut(
        `${FIRST}\n\n${second.replaceAll(LONG, 'where farmers and small firms of every province can borrow money at low rates')}`,
      ),
    ).toHaveLength(2);
  });

  it('takes two short ones together', () => {
    const text =
      'Kazakhstan opened a corridor to the sea in the spring of 2019. Uzbekistan followed with a railway of its own to the south.';
    expect(cut(text)).toEqual([text]);
  });

  it('does not take “he said” along with a sentence that names nobody', () => {
    const said = '“Railways are the veins of the continent,” he said.';
    expect(cut(`Railways are short. ${said}`.padEnd(60))).toEqual([]);
    const named = `President Tokayev said that ${LONG}, in the spring.`;
    expect(cut(`${named} ${said}`)).toEqual([`${named} ${said}`]);
  });

  it('does not take along what begins to count', () => {
    const short = 'Kazakhstan opened a corridor to the sea in the spring of the year 2019.';
    expect(cut(`${short} First, trade across the region was to be made much easier at last.`)).toEqual([]);
    expect(cut(`${short} Trade across the region was to be made much easier at last.`)).toHaveLength(1);
  });

  it('reaches into no other paragraph', () => {
    expect(cut(`${FIRST}\n\n${IT}`)).toEqual([FIRST]);
  });
});

describe('the same words in two articles', () => {
  const other = FIRST.replace('in the spring', 'last spring');

  it('are an excerpt of the first alone', () => {
    const corpus = corpusOf({ b: other, a: FIRST });
    expect(excerptsOf(corpus).map(({ article }) => article.id)).toEqual(['a']);
  });

  it('are cited from the body, not from a standfirst that repeats it', () => {
    const corpus = corpusOf({ a: `${FIRST}\n\n${LONG}.\n\n${FIRST} It is long.` });
    expect(excerptsOf(corpus).map(({ paragraph }) => paragraph.n)).toEqual([3]);
  });

  it('are an excerpt of the other where the first is not admitted', () => {
    const corpus = corpusOf({ a: FIRST, b: other });
    expect(excerptsOf(corpus, ({ id }) => id === 'b').map(textOfExcerpt)).toEqual([other]);
  });
});

describe('texts of other shapes', () => {
  it.each([
    ['capitals', FIRST.toUpperCase(), 1],
    ['no punctuation', LONG.repeat(20), 0],
    ['a list', Array.from({ length: 9 }, (_, at) => `- ${LONG} ${at}`).join('\n'), 0],
    [
      'Chinese',
      '上海合作组织成员国元首理事会会议在撒马尔罕举行，各方就深化务实合作和维护地区安全稳定交换意见，并且一致同意扩大在贸易和能源方面的合作。成员国外交部长在塔什干会晤，讨论了铁路建设、数字经济、粮食安全以及人文交流等领域的具体项目，决定在明年春天再次举行会议。',
      1,
    ],
    ['a hard-wrapped paragraph', FIRST.replaceAll(', ', ',\n'), 1],
    ['numbers', '12 345 678 90 '.repeat(20), 0],
    ['dialogue', '“Are you there?” “I am,” said Anna. “Who is it?” “Me,” said Boris.', 0],
  ])('%s', (_, text, count) => {
    expect(cut(text)).toHaveLength(count);
  });

  it('whatever stands in them, excerpts keep their limits and never cut a quotation', () => {
    /** Sentences of one text, whose quotations are all in one kind of marks. */
    const sentencesIn = ([open, close]: readonly [string, string]) => {
      const clause = fc.constantFrom(
        'the ministers of trade agreed on a plan for railways',
        'farmers of every province can borrow money at low rates',
        'harbours and dry ports were built along the northern coast',
        'a long corridor to the sea was opened in the spring of 2019',
        `${open}the road to the sea is open to all of us${close}`,
        `${open}the road`,
        `to the sea${close}`,
        'which it had not been (so people say) for years',
      );
      const odd = fc.constantFrom('as He told them…', '1. railways', '\n', '\n\n');
      const clauses = fc.array(fc.oneof({ weight: 9, arbitrary: clause }, { weight: 1, arbitrary: odd }), {
        minLength: 2,
        maxLength: 5,
      });
      const subject = fc.constantFrom(
        'Kazakhstan said that',
        'Uzbekistan wrote in the autumn of 2019 that',
        'Ambassador Bekov told the press in Astana that',
        'It said that',
        `${open}We`,
      );
      const end = fc.constantFrom('.', '.', '.', '.', '.', '?', ':', `.${close}`, '。', '');
      const sentence = fc
        .tuple(subject, clauses, end)
        .map(([who, said, mark]) => `${who} ${said.join(', ')}${mark}`);
      return fc.array(sentence, { minLength: 1, maxLength: 6 });
    };
    const texts = fc.oneof(sentencesIn(['“', '”']), sentencesIn(['"', '"']));
    const reached = counter();
    fc.assert(
      fc.property(texts, (sentences) => {
        const source = sentences.join(' ');
        const excerpts = cut(source);
        reached('no excerpt', excerpts.length === 0);
        for (const text of excerpts) {
          reached('an excerpt');
          reached('an excerpt with a quotation', /[“"]/.test(text));
          reached('an excerpt beside a quotation that is cut', !/[“"]/.test(text) && /[“"]/.test(source));
          expect(text.length).toBeGreaterThanOrEqual(SHORTEST_EXCERPT);
          expect(text.length).toBeLessThanOrEqual(LONGEST_EXCERPT);
          expect(text.split('“')).toHaveLength(text.split('”').length);
          expect(text.split('"').length % 2).toBe(1);
        }
      }),
      { numRuns: 500 },
    );
    reached.atLeast({
      'no excerpt': 200,
      'an excerpt': 100,
      'an excerpt with a quotation': 50,
      'an excerpt beside a quotation that is cut': 40,
    });
  });
});

describe('prepareExcerpts', () => {
  it('does the work in steps, between which others run, and leaves the same excerpts', async () => {
    const [corpus, same] = await Promise.all([readCorpus('seeds'), readCorpus('seeds')]);
    let breaths = 0;
    await prepareExcerpts(corpus, async () => void breaths++);
    expect(breaths).toBeGreaterThan(60);
    const texts = (of: Corpus) =>
      excerptsOf(of).map(({ paragraph, start, end }) => [paragraph.id, start, end]);
    expect(texts(corpus)).toEqual(texts(same));
  });

  it('leaves nothing undone where it is overtaken', async () => {
    const corpus = await readCorpus('seeds');
    let early: readonly Excerpt[] = [];
    await prepareExcerpts(corpus, async () => {
      if (early.length === 0) early = excerptsOf(corpus);
    });
    expect(excerptsOf(corpus)).toEqual(early);
  });
});
