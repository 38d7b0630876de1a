import fc from 'fast-check';

/** The same cases each time, so that a change is judged by what it changed; another seed looks further. */
const seed = Number(process.env['FAST_CHECK_SEED'] ?? 20_011_506);

// A mutant is noticed by the first case that fails: nobody reads the smallest.
const endOnFailure = process.env['FAST_CHECK_END_ON_FAILURE'] === 'yes';

fc.configureGlobal({ seed, endOnFailure });
