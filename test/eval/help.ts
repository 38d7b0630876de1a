export const help = `npm run eval -- DIR [options]

Measures the desk on a collection in BEIR's layout: corpus.jsonl, queries.jsonl, qrels/test.tsv.
A query may state its answers, {"metadata":{"answers":[{"text":…,"start":…}]}}, start being an
offset in the text of a relevant entry, in UTF-16 code units or in characters; absent.jsonl may hold
questions that the corpus does not answer. Each entry is one passage. Queries with nothing judged
relevant are left out.

  --mode ask|search  which way of finding; without it, ask where queries have answers, else search
  --part 1/2|2/2     the first or the second half of the queries alone, in the file's order, those
                     that are left out not counted, and likewise the absent questions: tune on one
                     half and report the other
  --seed N           for the typing errors
  --run FILE         write the ranking in TREC's run format, up to 1000 lines a query. The score
                     counts the lines of the query from there on, so sorting by it keeps the order.
                     For questions, two tables beside it:
                     FILE.sentences.tsv   qid docid rank start end: the sentences of the first three
                                          passages, in UTF-16 code units of the text, end exclusive
                     FILE.confidence.tsv  qid set confidence answered: set is answerable or absent;
                                          -Infinity where nothing is found; sure, unsure or none
  --json             print one object: shares from 0 to 1, times in ms, sizes in bytes; npm prints
                     two lines of its own before it unless it is run with --silent

A query is read as the product reads a line, phrases in quotation marks included; where that would
make a filter, a page or a word to leave out of it, or finds a fault, it is put as plain words.

  R@k               the share of the relevant entries among the first k; trec_eval's recall
  nDCG@10, MAP      as in trec_eval: the grade is the gain; MAP looks at 1000
  right sentence    it lies in a relevant entry and holds one of the answers; where no sentence
                    holds the answer whole, it overlaps it. The first passage, and the first three,
                    are scored whether or not the desk is sure enough to answer.
  area under curve  how often an answerable question's best passage has more of the desk's
                    confidence than an absent one's; a tie is half
  answered          what the product did with its own threshold
  time              from the line to the answer's data, in a second pass over the same queries
`;

export const compareHelp = `npm run eval:compare -- DIR [options]

Measures the desk beside its peers on a collection in BEIR's layout, each in a process of its own, one
after the other, with the same queries: MiniSearch with its defaults and with the usual fuzzy 0.2 and
prefix, lunr, wink-bm25-text-search with wink-nlp-utils, SQLite FTS5 (porter, any word, bm25). Each
indexes title and text as its documentation has it. What the figures mean: npm run eval -- --help.

  --mode ask|search  the desk's way of finding; without it, ask where queries have answers
  --part 1/2|2/2     the first or the second half of the queries alone
  --seed N           for the typing errors, the same for all
  --contender NAME   measure one, in this process, and print its figures as JSON
  --json             print one object: shares from 0 to 1, times in ms
`;
