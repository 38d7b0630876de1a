import { describe, expect, it } from 'vitest';
import { faultLine } from '../../src/fault.ts';
import { readConfig, readDeskConfig, readListening } from '../../src/settings/config.ts';
import { variableNames } from '../../src/settings/variables.ts';

const HOUR = 3_600_000;
const BOT = 'xoxb-1-2-abc';
const APP = 'xapp-1-A-2-abc';
const SECRET = '0123456789abcdef0123456789abcdef';
const DISCORD = 'MTIz.abc-_.def';

describe('readConfig', () => {
  it('has a value for everything that a desk without chat platforms needs', () => {
    const { config } = readConfig({});
    expect(config).toEqual({
      corpusDirectory: 'seeds',
      publicUrl: null,
      sourceUrlTemplate: null,
      host: '127.0.0.1',
      port: 3000,
      playground: true,
      logLevel: 'warn',
      dataDirectory: 'data',
      databaseUrl: null,
      digestZone: 'UTC',
      digestGrace: 6 * HOUR,
      slack: null,
      discord: null,
    });
  });

  it('takes empty and blank variables as not set, as a copied .env.example has them', () => {
    const blank = Object.fromEntries(variableNames.map((name) => [name, ' ']));
    expect(readConfig(blank)).toEqual(readConfig({}));
  });

  it.each([
    [
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP },
      { botToken: BOT, appToken: APP, signingSecret: null, apiUrl: null },
    ],
    [
      { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET },
      { botToken: BOT, appToken: null, signingSecret: SECRET, apiUrl: null },
    ],
  ])('reads Slack’s settings %j', (environment, slack) => {
    expect(readConfig(environment).config?.slack).toEqual(slack);
  });

  it('reads Discord’s settings', () => {
    const { config } = readConfig({ DISCORD_TOKEN: DISCORD, DISCORD_GUILD_ID: '123456789012345678' });
    expect(config?.discord).toEqual({ token: DISCORD, guildId: '123456789012345678', apiUrl: null });
  });

  it.each([
    ['PUBLIC_URL', 'https://sco.example.org/desk/', 'publicUrl', 'https://sco.example.org/desk'],
    ['PORT', '0', 'port', 0],
    ['PLAYGROUND', 'off', 'playground', false],
    ['HOST', '::1', 'host', '::1'],
    ['CORPUS_DIR', ' articles ', 'corpusDirectory', 'articles'],
    [
      'SOURCE_URL_TEMPLATE',
      'https://x.org/{file}#L{line}',
      'sourceUrlTemplate',
      'https://x.org/{file}#L{line}',
    ],
    ['DATA_DIR', '/var/lib/sco', 'dataDirectory', '/var/lib/sco'],
    ['DATABASE_URL', 'postgres://u:p@h:5432/d', 'databaseUrl', 'postgres://u:p@h:5432/d'],
    ['DATABASE_URL', 'postgresql://h/d', 'databaseUrl', 'postgresql://h/d'],
    ['DIGEST_ZONE', 'Asia/Shanghai', 'digestZone', 'Asia/Shanghai'],
    ['DIGEST_ZONE', 'europe/berlin', 'digestZone', 'Europe/Berlin'],
    ['DIGEST_ZONE', 'utc', 'digestZone', 'UTC'],
    ['DIGEST_ZONE', 'Asia/Kolkata', 'digestZone', 'Asia/Kolkata'],
    ['DIGEST_GRACE', '0', 'digestGrace', 0],
    ['DIGEST_GRACE', '2', 'digestGrace', 2 * HOUR],
    ['DIGEST_GRACE', '24h', 'digestGrace', 24 * HOUR],
    ['DIGEST_GRACE', '1.5 h', 'digestGrace', 1.5 * HOUR],
    ['DIGEST_GRACE', '90m', 'digestGrace', 1.5 * HOUR],
    ['DIGEST_GRACE', '1440M', 'digestGrace', 24 * HOUR],
  ] as const)('reads %s=%s', (name, value, key, expected) => {
    expect(readConfig({ [name]: value }).config?.[key]).toBe(expected);
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['HOST', 'two words'],
    ['PUBLIC_URL', 'sco.example.org'],
    ['PUBLIC_URL', 'ftp://sco.example.org'],
    ['PUBLIC_URL', 'https://sco.example.org/?a=1'],
    ['SOURCE_URL_TEMPLATE', 'https://x.org/{file}'],
    ['SOURCE_URL_TEMPLATE', 'https://x.org/#L{line}'],
    ['PLAYGROUND', 'maybe'],
    ['LOG_LEVEL', 'loud'],
    ['DIGEST_ZONE', 'Europe/Nowhere'],
    ['DIGEST_ZONE', '+08:00'],
    ['DIGEST_GRACE', '25'],
    ['DIGEST_GRACE', '1441m'],
    ['DIGEST_GRACE', '-1'],
    ['DIGEST_GRACE', '6 days'],
  ])('names %s=%s and says what would do', (name, value) => {
    const { config, faults } = readConfig({ [name]: value });
    expect(config).toBeNull();
    expect(faults).toHaveLength(1);
    expect(faults.map(faultLine).join()).toMatch(new RegExp(`^${name} “.+” is not right\\. .{10,}`, 's'));
  });

  it.each([
    [{ SLACK_APP_TOKEN: APP }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_SIGNING_SECRET: SECRET }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_BOT_TOKEN: BOT }, 'SLACK_APP_TOKEN'],
    [{ DISCORD_GUILD_ID: '123456789012345678' }, 'DISCORD_TOKEN'],
  ])('says what the half-filled %j lacks', (environment, lacking) => {
    const { config, faults } = readConfig(environment);
    expect(config).toBeNull();
    expect(faults).toHaveLength(1);
    expect(faults[0]?.remedy).toContain(`Add ${lacking}`);
  });

  it('tells every fault at once', () => {
    const { faults } = readConfig({
      PORT: 'x',
      PLAYGROUND: 'y',
      SLACK_APP_TOKEN: APP,
      DISCORD_GUILD_ID: '1',
    });
    expect(faults.map(({ problem }) => problem.split(' ')[0])).toEqual([
      'PORT',
      'PLAYGROUND',
      'DISCORD_GUILD_ID',
      'SLACK_APP_TOKEN',
      'DISCORD_GUILD_ID',
    ]);
  });

  it.each([
    'mysql://desk:sesame@db.example.org/desk',
    'desk:sesame@db.example.org/desk',
    'postgres://desk:sesame@db.example.org:port/desk',
  ])('says how DATABASE_URL is written, without the password of %s', (url) => {
    const { config, faults } = readConfig({ DATABASE_URL: url });
    expect(config).toBeNull();
    expect(faults).toHaveLength(1);
    expect(faults.map(faultLine).join()).toMatch(/^DATABASE_URL is not right\. Give it as postgres:/);
    expect(faults.map(faultLine).join()).not.toMatch(/sesame|example/);
  });

  it('does not repeat a token on the terminal', () => {
    const { faults } = readConfig({
      SLACK_BOT_TOKEN: 'my-secret',
      SLACK_SIGNING_SECRET: 'short',
      DISCORD_TOKEN: 'sesame',
    });
    expect(faults.length).toBeGreaterThanOrEqual(3);
    expect(faults.map(faultLine).join('\n')).not.toMatch(/my-secret|short|sesame/);
  });
});

describe('readDeskConfig', () => {
  it('is not stopped by what is wrong with the chat platforms', () => {
    expect(readDeskConfig({ SLACK_APP_TOKEN: 'x', DISCORD_GUILD_ID: 'y' }).config).not.toBeNull();
  });
});

describe('readListening', () => {
  it('gives what is right beside what is wrong', () => {
    expect(readListening({ PORT: 'x', HOST: '0.0.0.0' })).toEqual({
      host: '0.0.0.0',
      port: null,
      corpusDirectory: 'seeds',
    });
  });
});
