import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCorpus } from '../../src/corpus/read.ts';
import type { PassageId } from '../../src/document/types.ts';
import { type DeskUnderTest, seedsDesk } from './seeds-desk.ts';

/** A paragraph as it is written into a file: what the tests count by, without a word of the desk's own reading. */
interface WrittenParagraph {
  readonly id: PassageId;
  readonly kind: 'title' | 'heading' | 'body' | 'caption';
  readonly sentences: readonly string[];
  readonly text: string;
}

interface WrittenArticle {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published: string | null;
  /** The title is the first. */
  readonly paragraphs: readonly WrittenParagraph[];
}

const NAMES =
  `Alder Birch Cedar Dogwood Elm Fennel Gorse Hazel Ivy Juniper Kelp Larch Mallow Nettle Oak Poplar Quince Rowan
  Sorrel Tansy Umber Verbena Willow Yarrow`.split(/\s+/);

/** In every article. */
export const LANTERN = 'Every harbour keeps a lantern lit until the last boat has come home.';
/** In the first nine articles, beside other sentences. */
export const PILOTS = 'The pilots of the northern coast agreed to share their charts without any charge.';
/** In the first nine as well: as `harbour` in the first and every second one behind it, as `mooring` in the others. */
export const tollWith = (word: string): string =>
  `No captain pays a ${word} toll twice when a storm drives his ship back to the same quay.`;

/** The sentences of a paragraph that no message shows whole beside others. */
export const LONG = [
  'The breakwater was raised by masons who came over the mountains with their families and their tools.',
  'They quarried grey granite for eleven winters, and carried it on flat barges when the ice had gone.',
  'A chronicle names forty of them, and says of three that they never saw the wall that they had begun.',
  'Its foundations rest on oak piles, which divers examine whenever a dry summer lowers the water.',
  'Twice the sea has broken through, and twice the gap was closed before the autumn markets opened.',
  'Today the wall shelters three hundred moorings, a ropewalk, and the yard where ferries are mended.',
  'Visitors may walk along it at their own risk from sunrise until the bell of the customs house rings.',
];

/** Three paragraphs after one another that a quotation can run through, with a picture's caption between them. */
export const RUNNING = [
  'The harbour council met on the eve of the spring fair and heard the keeper of the light.',
  'He reported that gales had torn the shutters away and that repairs would cost nine barrels of oil.',
  'The council granted him ten, and asked that the tenth be kept for the beacon on the outer reef.',
  'Nobody spoke against the grant, although the treasurer wrote a long remark in the margin.',
  'The minutes close with a prayer for calm weather and with the seals of all who were present.',
] as const;

/** What one article alone has: each of these words is nowhere else. */
const OWN =
  `abacus bobbin cobalt damson easel furlong gazebo hammock indigo jackdaw kettle lagoon mandolin nutmeg obelisk
  parsnip quiver rhubarb saddle turnip umbrella vinegar walnut xylophone`.split(/\s+/);

/** How many articles have what `PILOTS` says. */
export const SHARING = 9;

function bodyOf(at: number, name: string): readonly (readonly [WrittenParagraph['kind'], ...string[]])[] {
  const own = OWN[at] ?? 'none';
  return [
    [
      'body',
      `Harbour ${name} lies where a river meets the sea.`,
      `Its people trade in ${own} above all.`,
      LANTERN,
    ],
    ...(at < SHARING
      ? [
          [
            'body',
            `A letter was read in ${name} that year.`,
            PILOTS,
            `The ${own} sellers were glad of it.`,
          ] as const,
          ['body', tollWith(at % 2 === 0 ? 'harbour' : 'mooring'), `So it is written in ${name}.`] as const,
        ]
      : []),
    ...(at === 0
      ? [
          ['body', ...LONG] as const,
          ['body', 'Between the long walls stands one short line about a sextant.'] as const,
          ['body', ...LONG.toReversed()] as const,
          ['heading', 'Tides and tolls'] as const,
          ['body', 'The tide table hangs beside the door of the harbour office for all to read.'] as const,
        ]
      : []),
    ...(at === 1 ? RUNNING.map((sentence) => ['body', sentence] as const) : []),
    ...(at === 2
      ? [
          ['body', RUNNING[0]] as const,
          ['caption', 'The keeper of the light stands on his stairs. Photo: AFP'] as const,
          ['body', RUNNING[1]] as const,
        ]
      : []),
    ...(at === 3
      ? [
          ['body', 'A ferryman repeats his warning about the sandbank to every passenger.'] as const,
          ['body', 'Between the warnings he sings of a periscope.'] as const,
          ['body', 'A ferryman repeats his warning about the sandbank to every passenger.'] as const,
        ]
      : []),
  ];
}

/** Fourteen publishers and authors, the rest without: more than a message names one by one. */
const named = (at: number, of: readonly string[]): string | null => of[at] ?? null;
const PUBLISHERS = NAMES.slice(0, 14).map((name) => `${name} Courier`);
const AUTHORS =
  'Ada Brook;Ben Carver;Cleo Dunn;Dora Evans;Egon Frost;Fay Glover;Gil Hart;Hope Irwin;Ira Judd;Jane Keel;Karl Lunt;Lena Moss;Milo North;Nora Oldham'.split(
    ';',
  );

/** 24 articles on harbours, of which every third is undated and the others are of one day a month from January 2019. */
export const written: readonly WrittenArticle[] = NAMES.map((name, at) => {
  const id = `harbour-${name.toLowerCase()}`;
  const title = `The harbour book of ${name}`;
  return {
    id,
    title,
    publisher: named(at, PUBLISHERS),
    author: named(at, AUTHORS),
    published:
      at % 3 === 2 ? null : `${2019 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-15`,
    paragraphs: [['title', title] as const, ...bodyOf(at, name)].map(([kind, ...sentences], n) => ({
      id: `${id}:${n + 1}`,
      kind,
      sentences,
      text: sentences.join(' '),
    })),
  };
});

const fileOf = ({ paragraphs, id, title, publisher, author, published }: WrittenArticle): string => {
  const facts = Object.entries({ id, title, publisher, author, published });
  const front = facts.flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}\n`]));
  return `---\n${front.join('')}---\n${paragraphs.map(({ text }) => text).join('\n\n')}\n`;
};

/** Every paragraph, searched or not. */
export const paragraphs = written.flatMap((article) => article.paragraphs);

/** Every paragraph that is searched, each wording of an article once: the last of those that repeat. */
export const passages: readonly WrittenParagraph[] = written.flatMap((article) =>
  article.paragraphs.filter(
    ({ kind, text }, at) =>
      (kind === 'body' || kind === 'caption') &&
      !article.paragraphs.slice(at + 1).some((later) => later.text === text),
  ),
);

/** `1 passage`, `3 passages`. */
export const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** The ids that a text names. */
export const idsIn = (text: string): readonly string[] => text.match(/harbour-[a-z]+:\d+/g) ?? [];

/** Words without another form in these articles, so that a plain comparison counts their passages. */
export const WORDS =
  `lantern abacus bobbin cobalt kettle walnut granite barges sextant periscope sandbank charts quay pilots
  treasurer beacon barrels captain ropewalk river`.split(/\s+/);

/** The words of a text of plain ASCII, in small letters. */
export const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** A desk over these articles, and two files that cannot be read. */
export async function harbourDesk(): Promise<DeskUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'harbours-'));
  for (const article of written) await writeFile(join(folder, `${article.id}.md`), fileOf(article));
  await writeFile(join(folder, 'empty.md'), '');
  await writeFile(join(folder, 'open.md'), '---\ntitle: "never closed\n---\n\nText');
  return seedsDesk(await readCorpus(folder));
}
