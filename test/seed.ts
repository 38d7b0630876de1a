import fc from 'fast-check';

/** The same cases each time, so that a change is judged by what it changed; another seed looks further. */
const seed = Number(process.env['FAST_CHECK_SEED'] ?? 20_011_506);

fc.configureGlobal({ seed });
