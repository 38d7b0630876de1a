import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateAnswers } from '../../src/answer/answer.ts';
import { confidenceFeatures, confidenceOf } from '../../src/answer/confidence.ts';
import { type Features, featureNames } from '../../src/answer/features.ts';
import { confidence, ranking } from '../../src/answer/weights.ts';
import { howToAsk } from '../../src/command/ask.ts';
import { createSearch } from '../../src/search/search.ts';
import { corpusOf } from '../search/articles.ts';

const zero = Object.fromEntries(featureNames.map((name) => [name, 0])) as Features;
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('confidence', () => {
  it('is between 0 and 1, whatever the features', () => {
    const features = fc.array(share, { minLength: featureNames.length, maxLength: featureNames.length });
    fc.assert(
      fc.property(features, fc.double({ min: 0, max: 0.5, noNaN: true }), (values, scatter) => {
        const given = { ...zero, ...Object.fromEntries(featureNames.map((name, at) => [name, values[at]])) };
        expect(confidenceOf(given, scatter)).toBeGreaterThan(0);
        expect(confidenceOf(given, scatter)).toBeLessThan(1);
      }),
    );
  });

  it.each(['passage', 'sentence', 'window'] as const)('grows with the share that the %s holds', (name) => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        fc.pre(Math.abs(one - other) > 1e-6);
        const of = (value: number): number => confidenceOf({ ...zero, [name]: value }, 0);
        expect(of(Math.max(one, other))).toBeGreaterThan(of(Math.min(one, other)));
      }),
    );
  });

  it('falls as the passages are from all over', () => {
    const all = { ...zero, passage: 1, sentence: 1, window: 1 };
    const values = [0, 0.05, 0.1, 0.2].map((scatter) => confidenceOf(all, scatter));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(new Set(values).size).toBe(values.length);
  });

  it('is low with nothing of a question, and high with all of it in one sentence', () => {
    expect(confidenceOf(zero, 0)).toBeLessThan(0.05);
    expect(confidenceOf({ ...zero, passage: 1, sentence: 1, window: 1 }, 0)).toBeGreaterThan(0.9);
  });

  it('is not moved by features that it does not look at', () => {
    const others = featureNames.filter((name) => !confidenceFeatures.some((each) => each === name));
    expect(others.length).toBeGreaterThan(10);
    for (const name of others) expect(confidenceOf({ ...zero, [name]: 1 }, 0)).toBe(confidenceOf(zero, 0));
  });

  it('falls as a question asks for more that the corpus does not have', () => {
    const search = createSearch(
      corpusOf({ a: 'The harvest of tea starts in March.', b: 'Ships carry silk to ports in spring.' }),
    );
    const confidenceFor = (words: string): number => {
      const query = { words, phrases: [], without: [], filters: {} };
      const { found, resolved } = search.find(query, howToAsk);
      return rateAnswers(query, found, resolved, search)[0]?.confidence ?? 0;
    };
    const questions = [
      'When does the tea harvest start?',
      'When does the tea harvest of Atlantis start?',
      'When does the tea harvest of Atlantis near Lemuria start?',
      'When does tea of Atlantis near Lemuria and Mu under Hyperborea appear?',
    ];
    const values = questions.map(confidenceFor);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(new Set(values).size).toBe(values.length);
    expect(values[0]).toBeGreaterThan(0.5);
    expect(values.at(-1)).toBeLessThan(0.05);
  });
});

describe('the weights', () => {
  it('for the order are one for each feature and no other, in the order of the features', () => {
    expect(Object.keys(ranking)).toEqual([...featureNames]);
    expect(new Set(featureNames).size).toBe(featureNames.length);
  });

  it('for confidence are one for each of its features, one for scatter, and a constant', () => {
    expect(Object.keys(confidence)).toEqual([...confidenceFeatures, 'scatter', 'constant']);
  });

  it('are finite', () => {
    for (const weight of [...Object.values(ranking), ...Object.values(confidence)]) {
      expect(Number.isFinite(weight)).toBe(true);
    }
  });
});
