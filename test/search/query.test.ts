import { describe, expect, it } from 'vitest';
import { parseQuery, writeQuery } from '../../src/search/query.ts';

/** The first line that is offered in the place of one with a fault, and the fault. */
function mended(line: string): readonly [string, string | undefined] {
  const parsed = parseQuery(line);
  return 'code' in parsed ? [parsed.code, parsed.mended[0]] : ['understood', writeQuery(parsed.query)];
}

describe('a date', () => {
  it.each([
    ['after:2024', 'tea after:2024-12-31'],
    ['before:2024', 'tea before:2024-01-01'],
    ['after:2024-1', 'tea after:2024-01-31'],
    ['before:2024-1', 'tea before:2024-01-01'],
    ['after:2024-12', 'tea after:2024-12-31'],
    ['before:2024-12', 'tea before:2024-12-01'],
    ['after:2023-02', 'tea after:2023-02-28'],
    ['after:2024/2/3', 'tea after:2024-02-03'],
    ['before:2024.11.30', 'tea before:2024-11-30'],
    ['after:2024-13', 'tea'],
    ['after:2024-0', 'tea'],
    ['after:2024.02.30', 'tea'],
    ['after:24-02-03', 'tea'],
  ])('%s is no day, and is mended to %s', (filter, line) => {
    expect(mended(`tea ${filter}`)).toEqual(['bad-date', line]);
  });
});

describe('a filter', () => {
  it.each([
    ['author:yin', 'by:yin'],
    ['Writer:yin', 'by:yin'],
    ['publisher:“Global Times”', 'from:"Global Times"'],
    ['source:xinhua', 'from:xinhua'],
    ['site:xinhua', 'from:xinhua'],
    ['article:way-forward', 'in:way-forward'],
    ['title:way', 'in:way'],
    ['since:2024-02-03', 'after:2024-02-03'],
    ['until:2024-02-03', 'before:2024-02-03'],
    ['-from:xinhua', 'from:xinhua'],
    ['form:xinhua', 'xinhua'],
  ])('%s is none, and may be meant as %s', (typed, meant) => {
    expect(mended(`tea ${typed}`)).toEqual(['unknown-filter', `tea ${meant}`]);
  });

  it.each([
    ['tea Form:x', 'Form:'],
    ['tea -from:x', '-from:'],
    ['tea From: x', 'From:'],
    ['tea after:"no day"', 'after:"no day"'],
    ['tea page:x', 'x'],
  ])('in %s is told of as typed: %s', (line, typed) => {
    expect(parseQuery(line)).toMatchObject({ typed });
  });

  it.each([
    ['tea from: silver', 'missing-value', 'tea from:silver'],
    ['tea in:a in:b', 'repeated-filter', 'tea in:a'],
    ['tea page:2 page:3', 'repeated-filter', 'tea page:2'],
    ['tea page:0', 'bad-page', 'tea'],
    ['tea page:1234567', 'bad-page', 'tea'],
  ])('in %s is a fault, %s, for which %s is offered', (line, code, first) => {
    expect(mended(line)).toEqual([code, first]);
  });

  it.each([
    ['summit: what happened', 'summit: what happened', {}],
    ['tea FROM:xinhua', 'tea', { from: 'xinhua' }],
    ['from:“Global  Times” tea', 'tea', { from: 'Global Times' }],
    ['https://example.org/a:b', 'https://example.org/a:b', {}],
    ['at 10:30', 'at 10:30', {}],
  ])('in %s is read, or is no filter at all', (line, words, filters) => {
    expect(parseQuery(line)).toMatchObject({ query: { words, filters }, page: 1 });
  });
});
