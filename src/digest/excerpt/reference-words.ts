/** Words of English that refer to what was said before, and words that keep others from it; in lower case. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const PRONOUNS = list(`
  it its itself he she him his her hers himself herself they them their theirs themselves i me my mine myself we us
  our ours ourselves you your yours this that these those such both others another same`);

/** Those that refer back in an opening phrase as well: "In their view", "Under such terms". */
export const BACK = list('this these those such it its he she him his her they them their same');

export const PERSON = list('he she him his her hers himself herself');
export const DEMONSTRATIVE = list('this these those such');

/** Behind "those" and "such": what is meant follows. */
export const EXPLAINING = list('who whom whose that which of in with from as a an under at on');

/** Behind "this": it says when, not what. */
export const TIMES = list(
  'year month week century decade summer spring autumn winter morning evening season',
);

/** As a sentence's first word they point back. */
export const CONNECTIVES = list(`
  however therefore thus moreover furthermore also then and but so yet nor or likewise meanwhile hence instead
  similarly additionally consequently accordingly subsequently afterwards afterward thereafter thereby nevertheless
  nonetheless conversely alternatively otherwise indeed rather still again besides specifically particularly
  further later earlier soon eventually here too plus except similar other which whereupon equally regardless
  ultimately previously formerly simultaneously though elsewhere overall correspondingly namely well yes no either
  neither none more worse fewer subsequent`);

/** Near a sentence's beginning they say that something went before. */
export const ASIDES = list(`
  also however therefore furthermore moreover nevertheless nonetheless consequently likewise similarly accordingly
  meanwhile subsequently afterwards thereafter`);

/** Behind "the": of how many, or which one of several. */
export const COUNTED = list('second third fourth fifth sixth seventh eighth next final last');
export const AMOUNTS = list(`
  two three four five six seven eight nine ten dozen latter former other same remaining following above said both`);

/** Behind "the" they name something that has been named in full before: "The summit …". */
export const NAMED_BEFORE = list(`
  organization organisation group grouping bloc alliance platform mechanism body agency institution company firm party
  committee council commission association union federation coalition network institute department ministry government
  administration authority court parliament army force team club school university college church museum library
  hospital park garden castle palace temple fort colony empire kingdom dynasty neighborhood neighbourhood airport
  conference summit meeting forum session event talk gathering ceremony visit trip tour festival game match season
  deal agreement treaty pact accord document declaration statement report study paper article book novel poem text
  letter law act bill rule resolution move step measure decision plan proposal project program programme initiative
  idea concept notion theory approach policy effort task mission campaign process procedure method system model
  design structure result outcome finding figure number amount change increase decrease decline trend situation issue
  problem question challenge crisis conflict war battle siege invasion rebellion uprising revolution attack incident
  accident disaster case virus disease infection drug vaccine leader president chairman king queen emperor prince
  minister official spokesman spokeswoman spokesperson author writer researcher scientist expert analyst man woman boy
  girl couple pair duo child children person player actor singer artist country nation region city town village
  area district province territory island river lake mountain site place location building house tower bridge
  road station ship aircraft train car period era phase stage year month week day date album song film movie
  series show episode character story version edition species animal plant bird tree name term word phrase title
  practice tradition custom role position post office discovery experiment reaction substance element compound
  device machine engine tool software product service authorities expedition embargo dispute debate`);

/** Between "the" and such a noun. */
export const FRESH = list(
  'new whole entire resulting current present original actual ensuing proposed newly',
);

/** Behind such a noun they say which one is meant. */
export const SPECIFYING = list(`
  of that which who whose whom for between where when in on to against with from among within by at`);

/** There is one of them alone, so that "The world is …" needs nothing before it. */
export const UNIQUE = list(`
  world earth sun moon sky universe globe planet internet public future past present truth pandemic atmosphere
  environment climate economy law state poor rich majority west east north south sea ocean`);

export const AUXILIARIES = list(`
  is are was were has have had will would can could may might must shall should did does do became becomes remains
  remained`);

export const SUBORDINATORS = list(`
  as when while although though since because if after before once until unless whereas where`);

export const PREPOSITIONS = list(`
  in on at by for from to with within without under over during through throughout against among amid amidst behind
  beneath beside between beyond despite following given including into like near of off onto per regarding since
  toward towards unlike upon via concerning inside outside above below across along around about after before
  according based due owing thanks apart aside contrary prior because instead besides together`);

/** Before a preposition: "Even before his return". */
export const MODIFIERS = list(
  'even just only shortly soon long immediately right especially not partly mostly perhaps',
);

/** What somebody can be called whom "he" or "she" means. */
export const PERSONS = list(`
  president leader king queen emperor empress prince princess minister premier chancellor secretary director chairman
  governor mayor general officer soldier author writer poet scientist professor teacher student doctor man woman boy
  girl child father mother son daughter brother sister husband wife person player actor actress singer artist pope
  bishop priest judge lawyer candidate official diplomat ambassador citizen worker farmer philosopher engineer
  someone somebody anyone everyone everybody nobody one each who`);

/** They have a capital and are nobody's name. */
export const DATES = list(`
  january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec`);
