const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** `<@U1>`, `<@U1|ann>`, `<#C1|general>`, `<!here>`, `<!subteam^S1|@team>`, `<https://x.example|x>`. */
const REFERENCE = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

/** What a person typed after a slash command: Slack escapes its three characters and nothing else. */
export const commandWords = (text: string): string =>
  text.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity).trim();

/**
 * What a person typed, from the text of an event: mentions of the desk taken off, Slack's references turned
 * back into the words that stood for them, entities resolved once.
 *
 * See https://docs.slack.dev/messaging/formatting-message-text, "Retrieving text".
 */
export const eventWords = (text: string, botUserId: string | undefined): string =>
  commandWords(
    text.replace(REFERENCE, (_whole, sigil: string, id: string, label: string | undefined) => {
      if (sigil === '@' && id === botUserId) return ' ';
      const shown = label ?? id;
      const mark = sigil === '!' ? '@' : sigil;
      return shown.startsWith(mark) ? shown : `${mark}${shown}`;
    }),
  );
