import { describe, expect, it } from 'vitest';
import { verbs } from '../../src/command/table.ts';
import type { Block } from '../../src/message/types.ts';
import { platformOf } from '../platforms.ts';
import { answerKinds, gallery, problemLines } from './gallery.ts';

const exhibits = await gallery();
const answers = exhibits.flatMap(({ reply }) => (reply === null ? [] : [reply.answer]));

describe('the gallery', () => {
  it('has a name of its own for each message', () => {
    const names = exhibits.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(answerKinds)('holds an answer of the kind %s', (kind) => {
    expect(answers.map((answer) => answer.kind)).toContain(kind);
  });

  it.each(verbs)('holds an answer to the command %s', (verb) => {
    const replies = exhibits.flatMap(({ reply }) => (reply === null ? [] : [reply]));
    const commands = replies.filter(({ answer }) => answer.kind !== 'problem').map(({ command }) => command);
    expect(commands.map((command) => command.split(' ')[0])).toContain(verb);
  });

  it.each(Object.keys(problemLines))('holds the problem %s', (code) => {
    const exhibit = exhibits.find(({ name }) => name === `problem, ${code}`);
    const { answer } = exhibit?.reply ?? {};
    expect(answer?.kind === 'problem' ? answer.problem.code : answer?.kind).toBe(code);
  });

  it.each(['slack', 'discord'])('holds the problem not-allowed on %s', (platform) => {
    const exhibit = exhibits.find(({ name }) => name === `problem, not-allowed, ${platform}`);
    expect(exhibit?.reply?.answer).toMatchObject({
      problem: { code: 'not-allowed', typed: platformOf(platform).posting?.whoMayChange },
    });
  });

  it.each<[string, string]>([
    ['hits on several pages', 'More passages'],
    ['hits, second page', 'Earlier passages'],
    ['hits, corrected', 'Showing results for'],
    ['hits, word missing', 'Not in the corpus: “zanzibar”'],
    ['hits, dated', 'no date'],
    ['hits for common words', 'so common'],
    ['an answer, word missing', 'Not in the corpus'],
    ['hostile corpus, sources', 'could not be read'],
    ['a quotation, exact but for marks', 'but for quotation marks'],
    ['a quotation, exact but for punctuation', 'but for letter case'],
    ['a quotation, past a caption', 'passes over regional-convergence:8'],
    ['a quotation, with an ellipsis', '13 more words'],
    ['a quotation, with brackets', 'in square brackets'],
    ['a quotation, of a heading', 'heading'],
    ['a quotation, spelt otherwise', 'spelt “civilization”'],
    ['a quotation, in part', 'green cheese'],
    ['a quotation, shuffled', 'in another order'],
    ['a quotation without a verb', 'Exact: “community of security for all”'],
    ['a draft with quotations', '4 quotations'],
    ['opened, title, way-forward:1', 'The article begins here.'],
    ['typed: digest on 08:30 Asia/Shanghai mon-fri', 'The daily digest is set'],
    ['typed: digest skip ', 'Nothing comes on Monday 23 November 2026 at 08:30'],
    ['typed: digest why 2026-11-23', 'somebody asked for it'],
    ['typed: digest why 2026-11-24', 'There is no post of 2026-11-24 here.'],
  ])('shows in “%s” what it is there for', (name, words) => {
    const message = exhibits.find((exhibit) => exhibit.name === name)?.message;
    expect(JSON.stringify(message)).toContain(words);
  });

  it.each<[string, string]>([
    ['nothing for a search', 'search'],
    ['nothing for a question', 'ask'],
    ['nothing at random', 'random'],
  ])('finds in “%s” nothing', (name, asked) => {
    const answer = exhibits.find((exhibit) => exhibit.name === name)?.reply?.answer;
    expect(answer).toMatchObject({ kind: 'nothing', asked });
  });

  it.each<Block['type']>(['heading', 'paragraph', 'note', 'list', 'code', 'actions', 'quotation'])(
    'holds a block of the type %s in an answer of the desk',
    (type) => {
      const real = exhibits.filter(({ reply }) => reply !== null);
      expect(real.flatMap(({ message }) => message.blocks.map((block) => block.type))).toContain(type);
    },
  );

  it('opens passages of every kind of paragraph, the first and the last of an article among them', () => {
    const opened = answers.flatMap((answer) =>
      answer.kind === 'passage' && answer.origin === 'open' ? [answer] : [],
    );
    const kinds = new Set(opened.map(({ passage }) => passage.paragraph.kind));
    expect([...kinds].toSorted()).toEqual(['body', 'byline', 'caption', 'heading', 'notice', 'title']);
    expect(opened.some(({ before }) => before === null)).toBe(true);
    expect(opened.some(({ after }) => after === null)).toBe(true);
  });

  it('has an answer to whatever was typed: no command fails but the broken desk’s', () => {
    const failed = exhibits.filter(
      ({ reply }) => reply?.answer.kind === 'problem' && reply.answer.problem.code === 'fault',
    );
    expect(failed.map(({ name }) => name)).toEqual(['problem, fault']);
  });
});
