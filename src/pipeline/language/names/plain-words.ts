export const MONTHS =
  'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec';
export const WEEKDAYS =
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun';

/** Words that are capitalised at the start of a sentence or by custom and are no part of a name. */
export const OPENERS: ReadonlySet<string> = new Set(
  (
    `${MONTHS} ${WEEKDAYS} ` +
    'The A An And But Or Nor So Yet If As At By In On Of To For From With Without Within Into Onto Over Under After Before ' +
    'Since Until While When Where Why What Who Whose Which Whether How That This These Those There Here It Its He She His Her ' +
    'Hers They Their Them We Our Us You Your I My Me Not No Yes All Any Some Many Most Much More Few Several Both Each Every Either ' +
    'Neither One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Dozens Hundreds Thousands Millions Another Other Others Such Same ' +
    'Also Even Just Only Still Then Now Today Tomorrow Yesterday Once Twice Again Already Always Never Often Perhaps Maybe ' +
    'However Meanwhile Moreover Furthermore Nevertheless Nonetheless Instead Indeed Therefore Thus Hence Otherwise ' +
    'Although Though Because Despite Unless Except Besides Between Among Amid Against Across Along Around Above Below Beyond ' +
    'During About Near Off Out Up Down Through Throughout Toward Towards Upon Via Per Like Unlike Regarding According Following ' +
    'Speaking Asked Reacting Responding Earlier Later Last Next Recently Previously Currently Finally First Second Third Fourth ' +
    'Officials Sources Experts Analysts Critics Reporters Observers Protesters Troops Soldiers Rebels Separatists Ministers Leaders Residents ' +
    'Is Are Was Were Be Been Being Has Have Had Do Does Did Can Could Will Would Shall Should May Might Must Let ' +
    'Please Meeting Welcoming Citing Quoting Writing Addressing Asking Saying Adding Noting Given Based Born Known Local Senior Former ' +
    'Independence Easter Christmas God Internet Twitter Facebook Telegram Instagram YouTube Covid Image Media Photo Video Caption Source Read See'
  ).split(' '),
);

/** Capitalised words that a body's name may start with, but a person's never. */
export const ADJECTIVES: ReadonlySet<string> = new Set(
  (
    'New Old Native Rural Urban Good Bad Great Big Small Long Short High Low Early Late Western Eastern Northern Southern Central European ' +
    'West East North South Republican Republicans Democrat Democrats Democratic Tory Tories Labour Conservatives Communist Soviet Muslim Muslims Christian Orthodox Jewish Arab Nazi'
  ).split(' '),
);
