/** What the desk's own pages are made of; anything else came out of a text. */
const TAGS =
  /^(?:a|blockquote|button|code|del|div|em|figcaption|figure|h3|hr|ins|li|mark|ol|p|pre|rect|s|span|strong|svg|u|ul)$/;
const ATTRIBUTES =
  /^(?:aria-hidden|class|dir|disabled|fill|form|height|href|name|rel|tabindex|target|type|value|width)$/;

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>/gi;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};
const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);

const attributesOf = (written: string): readonly (readonly [name: string, value: string])[] =>
  [...written.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescaped(value)]);

/** What a reader sees of a page. */
export const htmlWords = (page: string): string => unescaped(page.replace(TAG, ' '));

export const htmlLinks = (page: string): readonly string[] =>
  [...page.matchAll(TAG)].flatMap(([, , , written = '']) =>
    attributesOf(written).flatMap(([name, value]) => (name === 'href' ? [value] : [])),
  );

/** Tags and attributes that the desk does not write itself, what cannot be drawn, and text that was not escaped. */
export function htmlFaults(page: string): readonly string[] {
  const tags = [...page.matchAll(TAG)];
  const bare = page.replace(TAG, '');
  return [
    ...tags.flatMap(([all, , name = '', written = '']) => [
      ...(TAGS.test(name) ? [] : [`tag ${all}`]),
      ...attributesOf(written)
        .filter(([attribute]) => !ATTRIBUTES.test(attribute))
        .map(([attribute]) => `attribute ${attribute} in ${all}`),
    ]),
    ...[...bare.matchAll(/[<>"']|&(?!(?:lt|gt|quot|#39|amp);)/g)].map(
      ({ index }) => `not escaped: ${bare.slice(index, index + 30)}`,
    ),
    ...[...page.matchAll(/class="undrawable">([^<]*)/g)].map(([, said]) => said ?? ''),
  ];
}
