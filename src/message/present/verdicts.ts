import { plural } from '../plural.ts';
import type { Block } from '../types.ts';
import { type Check, difference, type Source } from './difference.ts';
import { EXCERPT_LENGTH, openAction, quotePassage } from './quotation.ts';
import { type Showing, sourceBlocks } from './quotation-source.ts';
import { note } from './remarks.ts';
import { listed, quoted, say } from './words.ts';

const TOLERANCE_NAMES: Readonly<Record<Source['tolerated'][number], string>> = {
  marks: 'quotation marks',
  dashes: 'dashes',
  spacing: 'spacing',
  capital: 'its first capital',
  case: 'letter case',
  punctuation: 'punctuation',
  ending: 'how it ends',
  accents: 'accents',
  forms: 'ligatures',
};

/** What was tolerated, to go behind “word for word”; empty for nothing. */
export const butFor = ({ tolerated }: Source): string =>
  tolerated.length === 0 ? '' : `, but for ${listed(tolerated.map((each) => TOLERANCE_NAMES[each]))}`;

/** What the quotation leaves out, or puts in by its own account, and what the source has there. */
function omissionTexts({ pieces, bracketed, passedOver }: Source): readonly string[] {
  const words = pieces.reduce((sum, piece) => sum + (piece.type === 'omission' ? piece.words : 0), 0);
  const between = passedOver.map(({ id }) => id);
  return [
    ...(words === 0 ? [] : [`At the ellipsis the source has ${plural(words, 'more word')}.`]),
    ...(bracketed ? ['What is in square brackets is the quoter’s own and was not compared.'] : []),
    ...(between.length === 0
      ? []
      : [`It passes over ${listed(between)}, which the article has between its paragraphs.`]),
  ];
}

/** Says them of a source; of a further one without what was said of the first already. */
const omissionNotes = (source: Source, first?: Source): readonly Block[] => {
  const said = first === undefined ? [] : omissionTexts(first);
  return omissionTexts(source).flatMap((each) => (said.includes(each) ? [] : [note(each)]));
};

/** Sources that are shown as passages; further ones are named. */
export const MOST_SOURCES_SHOWN = 3;

/** The sources behind the first `shown`, named or counted. @param said how these are introduced. */
export function others(check: Check, shown: number, said = 'Also in'): readonly Block[] {
  const ids = check.sources.slice(shown).map(({ paragraph }) => paragraph.id);
  const named = ids.slice(0, 12);
  const more = ids.length - named.length + check.more;
  if (ids.length + check.more === 0) return [];
  const rest = more === 0 ? [] : [plural(more, 'more article')];
  return [note(`${said} ${listed([...named, ...rest])}.`)];
}

function exact(check: Check, show: Showing): readonly Block[] {
  const same = check.sources.filter(({ changes }) => changes.length === 0);
  const changed = check.sources.filter(({ changes }) => changes.length > 0);
  const [first] = same;
  const count = same.length + check.more;
  const remark = first === undefined ? '' : butFor(first);
  const isUniform = same.every((each) => butFor(each) === remark);
  const shown = same.slice(0, MOST_SOURCES_SHOWN);
  const where = count === 1 ? 'one article' : plural(count, 'article');
  return [
    note(`Word for word in ${where}${isUniform ? remark : ''}.`),
    ...(first === undefined ? [] : omissionNotes(first)),
    ...shown.flatMap((source) => [
      ...(isUniform ? [] : [note(`Word for word${butFor(source)}:`)]),
      ...(source === first ? [] : omissionNotes(source, first)),
      ...sourceBlocks(source, show),
    ]),
    ...others({ ...check, sources: same }, shown.length),
    ...changed
      .slice(0, MOST_SOURCES_SHOWN)
      .flatMap((source) => [
        note('Another article has other words:'),
        ...difference(source),
        ...omissionNotes(source, first),
        ...sourceBlocks(source, show),
      ]),
    ...others({ ...check, sources: changed, more: 0 }, MOST_SOURCES_SHOWN, 'Other words also in'),
  ];
}

function altered(check: Check, show: Showing): readonly Block[] {
  const [first, ...rest] = check.sources;
  if (first === undefined) return [];
  const differences = plural(first.changes.length, 'difference');
  return [
    note(`No article has it word for word. The nearest wording, with ${differences}:`),
    ...difference(first),
    ...omissionNotes(first),
    ...sourceBlocks(first, show),
    ...rest
      .slice(0, MOST_SOURCES_SHOWN - 1)
      .flatMap((source) => [
        note('In another article, beside your words:'),
        ...difference(source),
        ...omissionNotes(source, first),
        ...sourceBlocks(source, show),
      ]),
    ...others(check, MOST_SOURCES_SHOWN),
  ];
}

/** Parts that no article has and that are listed; further ones are counted. */
const LISTED = 8;

function inPart(check: Check, show: Showing): readonly Block[] {
  const more = check.missing.length - LISTED;
  return [
    ...(check.missing.length === 0
      ? [note('Each part is there, but they do not stand together in any article.')]
      : [
          note(`Not in any article${check.missing.length === 1 ? '' : ', these parts'}:`),
          {
            type: 'list' as const,
            items: [
              ...check.missing.slice(0, LISTED).map((each) => [say(quoted(each))]),
              ...(more > 0 ? [[say(`and ${plural(more, 'more part')}`)]] : []),
            ],
          },
        ]),
    ...check.sources
      .slice(0, MOST_SOURCES_SHOWN)
      .flatMap((source) => [
        note(
          `${source.changes.length === 0 ? `Found word for word${butFor(source)}` : 'Found with changes'}: ${quoted(source.said)}`,
        ),
        ...difference(source),
        ...omissionNotes(source),
        ...sourceBlocks(source, show),
      ]),
    ...others(check, MOST_SOURCES_SHOWN),
  ];
}

function absent({ brief, nearest }: Check, { linkTo, compact }: Showing): readonly Block[] {
  const found = brief
    ? 'Words in marks so short may quote nobody.'
    : 'No article has it, nor any longer stretch of it.';
  if (nearest === null) return [note(found)];
  const share = `${Math.floor(nearest.likeness * 100)} %`;
  const near =
    nearest.by === 'runs'
      ? `The nearest passage, another text, shares ${share} of its runs of three words:`
      : `The nearest passage has ${share} of its words, common ones aside, in another order:`;
  return [
    note(`${found} ${near}`),
    quotePassage(
      nearest,
      {
        sentence: nearest.sentence,
        marks: [],
        most: compact ? 0 : EXCERPT_LENGTH,
        actions: [openAction(nearest)],
      },
      linkTo,
    ),
  ];
}

/** What was found of one quotation. */
export function details(check: Check, show: Showing): readonly Block[] {
  switch (check.verdict) {
    case 'exact':
      return exact(check, show);
    case 'altered':
      return altered(check, show);
    case 'part':
      return inPart(check, show);
    case 'absent':
      return absent(check, show);
  }
}
