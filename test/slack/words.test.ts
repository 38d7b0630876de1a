import { describe, expect, it } from 'vitest';
import { commandWords, eventWords } from '../../adapters/slack/words.ts';

const BOT = 'U0000BOT';

describe('the words of an event', () => {
  it.each([
    ['a mention before the words', `<@${BOT}> search trade`, 'search trade'],
    ['a mention with a name', `<@${BOT}|sco-desk> search trade`, 'search trade'],
    ['a mention after the words', `what is trade <@${BOT}>`, 'what is trade'],
    ['a mention among the words', `search <@${BOT}> trade`, 'search   trade'],
    ['a mention alone', `<@${BOT}>`, ''],
    ['two mentions', `<@${BOT}> <@${BOT}> help`, 'help'],
    ['another person', '<@U0000002> and <@U0000003|ann>', '@U0000002 and @ann'],
    ['a channel', '<#C0000001|general> <#C0000002>', '#general #C0000002'],
    ['everyone', '<!here> <!channel> <!subteam^S1|@team>', '@here @channel @team'],
    ['an address', '<https://a.example> <https://a.example/x|a.example/x>', 'https://a.example a.example/x'],
    ['entities, once', 'a &lt;b&gt; &amp; c &amp;lt;', 'a <b> & c &lt;'],
    ['a comparison', 'is 1 &lt; 2', 'is 1 < 2'],
    ['line breaks', `<@${BOT}>\nsearch trade`, 'search trade'],
  ])('%s', (_name, text, typed) => {
    expect(eventWords(text, BOT)).toBe(typed);
  });

  it('keep every mention where the desk does not know its own id', () => {
    expect(eventWords(`<@${BOT}> help`, undefined)).toBe(`@${BOT} help`);
  });
});

describe('the words of a command', () => {
  it.each([
    ['entities, once', ' search a &lt;b&gt; &amp;amp; ', 'search a <b> &amp;'],
    ['what only looks like a reference', 'search <b> <!channel>', 'search <b> <!channel>'],
  ])('%s', (_name, text, typed) => {
    expect(commandWords(text)).toBe(typed);
  });
});
