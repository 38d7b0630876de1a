import { describe, expect, it } from 'vitest';
import { didYouMean, isMeant, type Meant } from '../../src/language/did-you-mean.ts';

describe('what was typed', () => {
  it.each<[string, string, Meant]>([
    ['serach', 'search', 'keyword'],
    ['sorcs', 'sources', 'keyword'],
    ['opne', 'open', 'keyword'],
    ['globl', 'global', 'name'],
    ['yn', 'yin', 'name'],
    ['securty for al', 'security-for-all', 'article'],
    ['wendsday', 'wednesday', 'day'],
    ['munday', 'monday', 'day'],
    ['fry', 'fri', 'shortDay'],
    ['shangai', 'shanghai', 'place'],
    ['san fransico', 'san francisco', 'place'],
    ['praque', 'prague', 'place'],
    ['convergance', 'convergence', 'titleWord'],
    ['unque', 'unique', 'quotedWord'],
  ])('%s may mean %s, as %s', (typed, name, meant) => {
    expect(isMeant(typed, name, meant)).toBe(true);
  });

  it.each<[string, string, Meant]>([
    ['oenp', 'open', 'keyword'],
    ['sauce', 'sources', 'keyword'],
    ['yang', 'yin', 'name'],
    ['times', 'global', 'name'],
    ['back-forwards', 'way-forward', 'article'],
    ['midday', 'monday', 'day'],
    ['holiday', 'friday', 'day'],
    ['fee', 'wed', 'shortDay'],
    ['oral', 'oran', 'place'],
    ['paros', 'tunis', 'place'],
    ['munchen', 'mumbai', 'place'],
    ['text', 'test', 'titleWord'],
    ['war', 'car', 'quotedWord'],
    ['x'.repeat(300), `${'x'.repeat(299)}y`, 'article'],
  ])('%s does not mean %s, as %s', (typed, name, meant) => {
    expect(isMeant(typed, name, meant)).toBe(false);
  });

  it('has the nearest first, and of equally near ones the first', () => {
    const names = ['berln', 'merlin', 'berlin', 'perlin', 'dublin'];
    expect(didYouMean('berlin', names, 'keyword', (name) => name)).toEqual([
      'berlin',
      'berln',
      'merlin',
      'perlin',
    ]);
  });
});
