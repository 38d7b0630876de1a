import type {
  Change,
  CheckedQuotation,
  Checks,
  QuotationSource,
  Verdict,
} from '../answer/quotation/checked.ts';
import type { LinkTo } from '../corpus/links.ts';
import { passageJson } from './passage.ts';
import type { JsonAnswer, JsonChange, JsonQuotation, JsonSource } from './types.ts';

const changesJson = (changes: readonly Change[]): readonly JsonChange[] =>
  changes.map(({ said, source }) => ({ said, source }));

function sourceJson(source: QuotationSource, linkTo: LinkTo): JsonSource {
  const { article, paragraph, last, span, said, changes } = source;
  return {
    ...passageJson(source, span, linkTo),
    text: article.text.slice(paragraph.start, last.end),
    said,
    changes: changesJson(changes),
  };
}

function quotationJson(check: CheckedQuotation, linkTo: LinkTo): JsonQuotation {
  const { text, verdict, fully, sources, missing, nearest } = check;
  return {
    quotation: text,
    verdict,
    fully,
    passages: sources.map((source) => sourceJson(source, linkTo)),
    changes: changesJson(verdict === 'part' ? [] : (sources[0]?.changes ?? [])),
    missing,
    nearest:
      nearest === null
        ? null
        : {
            ...passageJson(nearest, nearest.sentence, linkTo),
            likeness: nearest.likeness,
            by: nearest.by,
          },
  };
}

const WORST: readonly Verdict[] = ['absent', 'part', 'altered', 'exact'];

/** One or two words in marks may quote nobody: they count only where there is nothing else. */
function worst(checks: Checks): Verdict {
  const quoting = checks.filter(({ brief }) => !brief);
  const verdicts = new Set((quoting.length === 0 ? checks : quoting).map(({ verdict }) => verdict));
  return WORST.find((verdict) => verdicts.has(verdict)) ?? 'absent';
}

/** What an answer to `quote` has besides: of one quotation its own verdict, of several a list of them as well. */
export function quotationsJson(checks: Checks, linkTo: LinkTo): Partial<JsonAnswer> {
  const quotations = checks.map((check) => quotationJson(check, linkTo));
  const passages = quotations.flatMap((each) => each.passages);
  const [first] = quotations;
  return {
    verdict: worst(checks),
    passages,
    total: passages.length + checks.reduce((sum, { more }) => sum + more, 0),
    missing: quotations.flatMap(({ missing }) => missing),
    changes: quotations.flatMap(({ changes }) => changes),
    ...(quotations.length === 1 ? { nearest: first?.nearest ?? null } : {}),
    ...(quotations.length === 1 ? {} : { quotations }),
  };
}
