/** Opens an embedding, override or isolate, mapped to what closes it (Unicode Standard Annex 9, section 2). */
const CLOSES = new Map([
  ['\u202a', '\u202c'],
  ['\u202b', '\u202c'],
  ['\u202d', '\u202c'],
  ['\u202e', '\u202c'],
  ['\u2066', '\u2069'],
  ['\u2067', '\u2069'],
  ['\u2068', '\u2069'],
]);

const OPENS = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/;
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const UNUSUAL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** The pictures of C0 start at U+2400, that of DEL is U+2421; C1 has none. */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

/** Closes what the text itself leaves open, so that its direction cannot reach beyond it. */
function closed(text: string): string {
  const open: string[] = [];
  for (const [mark] of text.matchAll(BIDI)) {
    const close = CLOSES.get(mark);
    if (close !== undefined) open.push(close);
    else if (open.at(-1) === mark) open.pop();
  }
  return text + open.reverse().join('');
}

/**
 * The text as any surface can show it: control characters as their pictures (a carriage return before a line
 * break is dropped), and direction marks confined to the text. Ordinary text comes back unchanged.
 */
export function sanitise(text: string): string {
  // Nearly every text is ordinary, and every run of every message comes through here.
  if (!UNUSUAL.test(text)) return text;
  const visible = text.replaceAll('\r\n', '\n').replace(CONTROLS, picture);
  return OPENS.test(visible) ? closed(visible) : visible;
}
