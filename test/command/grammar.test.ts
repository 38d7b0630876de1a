import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../src/command/grammar.ts';
import { nearestVerb } from '../../src/command/nearest-verb.ts';
import { verbs } from '../../src/command/table.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';

const { reply } = await seedsDesk();

describe('words without a command', () => {
  it.each([
    'who chairs the SCO',
    'When will Belarus join',
    'is Iran a member',
    'tell me about Iran',
    'Iran?',
    'list the members',
    'doesn’t Russia agree',
    'ما هي المنظمة؟',
    '这是什么？',
  ])('%j are a question', (words) => {
    expect(isQuestion(words)).toBe(true);
  });
  it.each([
    'multilateralism',
    'Belt and Road',
    'open regionalism',
    'who',
    'WHO',
    'the summit',
    'Xi: what now',
  ])('%j are a search', (words) => {
    expect(isQuestion(words)).toBe(false);
  });

  it.each([
    ['“Shanghai Spirit”', 'quote'],
    ['"Shanghai" spirit', 'search'],
    ['he said “win-lose”', 'quote'],
  ])('%s, in marks of quotation, is a quotation from two words on: %s', async (line, verb) => {
    expect((await reply(line)).command.split(' ')[0]).toBe(verb);
  });
});

describe('a misspelt verb', () => {
  it.each([
    ['serach', 'search'],
    ['seach', 'search'],
    ['esarch', 'search'],
    ['hepl', 'help'],
    ['hlep', 'help'],
    ['opne', 'open'],
    ['cit', 'cite'],
    ['sorces', 'sources'],
    ['source', 'sources'],
    ['randm', 'random'],
    ['aks', 'ask'],
  ])('%s is %s', (typed, verb) => {
    expect(nearestVerb(typed, verbs)).toBe(verb);
  });
  it.each(['task', 'research', 'desk', 'yelp', 'security', 'x', '', 'constructor'])('%s is none', (typed) => {
    expect(nearestVerb(typed, verbs)).toBeNull();
  });

  it.each([
    ['serach security', ['search security', 'search serach security']],
    ['aks who chairs it', ['ask who chairs it', 'search aks who chairs it']],
    ['qoute "men of insight"', ['quote "men of insight"', 'search qoute "men of insight"']],
    ['opne', ['search opne']],
    ['opne security-for-all:12', ['open security-for-all:12', 'search opne security-for-all:12']],
    ['realted security-for-all:12', ['related security-for-all:12', 'search realted security-for-all:12']],
    ['randm in:way-forward', ['random in:way-forward']],
    ['sorces', ['sources', 'search sorces']],
    ['digets preview', ['digest preview', 'search digets preview']],
    ['hepl search', ['help search', 'search hepl search']],
  ])('is offered where its words suit it: %s', async (line, instead) => {
    expect((await reply(line)).answer).toMatchObject({
      kind: 'problem',
      problem: { code: 'unknown-verb', instead: expect.arrayContaining(instead) },
    });
  });

  it.each([
    'site visits',
    'qoute',
    'opne borders',
    'realted matters',
    'randm violence',
    'sorces of instability',
    'digets of the summit',
    'hepl for Afghanistan',
  ])('is a word where they do not: %s is a search', async (line) => {
    expect((await reply(line)).command).toBe(`search ${line}`);
  });
});
