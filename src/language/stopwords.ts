export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/**
 * Words that are not looked for unless a query has no others. Question words are among them: on two collections,
 * leaving them out found the right passage more often. Without apostrophes, as words are compared.
 */
export const stopwords: ReadonlySet<string> = wordSet(
  `a about above after again against all also although always am among an and another any are as at be
  because been before being below between both but by can cannot could did do does doing
  down during each either else ever every few for from further had has have having he her here
  hers herself him himself his how however i if in into is it its itself just let may me might mine more
  most much must my myself neither no nor not of off on once one only or other our ours ourselves out over own
  per please quite rather s same shall she should since so some such t than that the their theirs
  them themselves then there these they this those through thus till to too toward towards under until up upon
  us very was we were what whatever when where whether which while who whom whose why will with
  within without would yet you your yours yourself yourselves tell
  amidst amongst arent cant couldnt didnt doesnt dont hadnt hasnt havent im isnt ive shouldnt theyre wasnt
  werent whilst wont wouldnt`,
);

/** Words with which a question in English starts. */
export const questionWords: ReadonlySet<string> = wordSet(
  `who whom whose what which when where why how is are was were do does did can could will would should shall
  may might has have had am isnt arent wasnt werent doesnt dont didnt hasnt havent cant`,
);

/** Words that frame a question and do not say what it is about: "how many", "stand for", "what does it say". */
export const framingWords: ReadonlySet<string> = wordSet(
  `many number mean means meant stand stands say says said mention mentions mentioned call called happen happens
  happened article articles corpus`,
);
