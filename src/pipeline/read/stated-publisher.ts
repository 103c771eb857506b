/**
 * Ways in which a page says whose it is, outside its headline: a table, whose examples are its tests.
 * Outlets that an article cites (“CNN reported”) are none of them. The first group of a pattern is the name.
 */
import type { SeedLine } from './seed-line.ts';

export interface PublisherRule {
  readonly id: string;
  readonly pattern: RegExp;
  /** Which lines may say so: page furniture, credits, the first words of the first paragraph, bylines … */
  readonly on: 'removed' | 'attribution' | 'lead' | 'byline' | 'under-byline' | 'caption' | 'kept';
  /** Only for what is called like an outlet, or what the page prints elsewhere too: others stand here as well. */
  readonly asks?: 'outlet' | 'outlet-or-printed' | undefined;
  readonly examples: readonly (readonly [text: string, publisher: string | undefined])[];
}

/** A name as mastheads print it: capitals, at most five words. */
const NAME = String.raw`((?:The |the )?[\p{Lu}\d][\p{L}\d&'.-]*(?: [\p{Lu}\d&][\p{L}\d&'.-]*){0,4})`;

/** A person's name. */
const PERSON = String.raw`\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){1,3}`;

/** Agencies: their names stand on many a page that is not theirs. */
const AGENCIES =
  'Reuters|AP|Associated Press|AFP|Agence France-Presse|EPA|dpa|PA|Xinhua|TASS|Sputnik|Anadolu|Kyodo|UPI|Interfax|Ukrinform|PAP|ANSA|EFE|Bloomberg|Getty|Shutterstock|Alamy|Maxar|Press Association|PA Media|Canadian Press';

/** Outlets whose names do not tell that they are some. */
const BROADCASTERS =
  'BBC(?: News| Sport)?|CNN|NPR|ABC News|CBS News|NBC News|Sky News|Al Jazeera|MSNBC|CNBC|Euronews|FRANCE 24|France 24|DW|MailOnline|MAILONLINE';

export const PUBLISHER_RULES: readonly PublisherRule[] = [
  {
    id: 'agency-dateline',
    on: 'lead',
    // Capitals for the town, the agency in brackets or strokes, then a dash or full stop.
    pattern:
      /^(?:\p{Lu}[\p{L}./' -]{1,40}(?:, [\p{L}\d.,/ ]{2,40})? )?(?:\((Reuters|AP|AFP|UPI|Xinhua|Yonhap|Kyodo|PTI|Bernama|Interfax|CNN|dpa|ANI|IANS|RFE\/RL)\) ?[-–—]|\((CNN)\)(?=\p{Lu})|\/(TASS|PRNewswire|PAP|Ukrinform)\/\.?)/u,
    examples: [
      ['HARBOUR CITY, Jan 5 (Reuters) - Two ferries stopped.', 'Reuters'],
      ['PORT/BAY TOWN, Jan 5 (Reuters) - Two ferries stopped.', 'Reuters'],
      ['BAY TOWN, Norway (AP) — Two ferries stopped.', 'Associated Press'],
      ['PORT, May 3. /TASS/. Two ferries stopped.', 'TASS'],
      ['(CNN) — Two ferries stopped.', 'CNN'],
      ['Bay Town, Norway (CNN)Two ferries stopped on Monday.', 'CNN'],
      ['The network (CNN) said that two ferries stopped.', undefined],
      ['PORT, Dec. 13 (Yonhap) -- Two ferries stopped.', 'Yonhap'],
      ['Two ferries stopped, according to a report (AP).', undefined],
      ['The port told Reuters that two ferries stopped.', undefined],
    ],
  },
  {
    id: 'dateline-alone',
    on: 'attribution',
    pattern: /^(?:\p{Lu}[\p{L} .,'-]{1,50} )?\(?(CNN|AP|AFP|Reuters|REUTERS|dpa|UPI|Xinhua)\)? ?[-–—]{1,2}$/u,
    examples: [
      ['CNN —', 'CNN'],
      ['Bay Town, Norway (AP) —', 'Associated Press'],
      ['— AFP', undefined],
    ],
  },
  {
    id: 'copyright-line',
    on: 'removed',
    asks: 'outlet-or-printed',
    // An agency without a year has sold a picture: its name stands in many a text, and this is not its page.
    pattern: new RegExp(
      String.raw`^(?:[Cc]opyright|COPYRIGHT|©|\([Cc]\))(?: ?(?:©|\([Cc]\)))?(?!(?: by)? (?:[Tt]he )?(?:${AGENCIES})\b)(?: \d{4}(?: ?[-–] ?\d{4})?)?,?(?: by)? ${NAME}(?=,? (?:LLC|Inc|Ltd|Limited|GmbH|[Aa]ll [Rr]ights|ALL RIGHTS)|[.,|]|$| \|)`,
      'u',
    ),
    examples: [
      ['© 2024 The Harbour Post. All rights reserved.', 'The Harbour Post'],
      ['Copyright © 2019 Bay News, LLC.', 'Bay News'],
      ['© Bay News', 'Bay News'],
      ['© Bay Media Group Limited 2022', 'Bay Media Group'],
      ['© 2025 The Harbour Ledger Company', 'The Harbour Ledger'],
      ['Copyright The Harbour Ledger Limited 2022', 'The Harbour Ledger'],
      ['© 2024 Reuters. All rights reserved.', 'Reuters'],
      ['© Reuters', undefined],
      ['(C) AFP / Jo Doe', undefined],
      ['Copyright Associated Press', undefined],
      ['© 2024', undefined],
      ['© 2024 all rights reserved', undefined],
    ],
  },
  {
    id: 'own-site',
    on: 'removed',
    // “More news … on Harbour.example”: a page sends its readers to itself, by the name of its site.
    pattern: /\bon (\p{Lu}[\p{L}\d-]{2,30}\.[a-z]{2,7})(?:'s (?:main|home) ?page)?\.?$/u,
    examples: [
      ['You can read more about the ferry on Harbour.example.', 'Harbour.example'],
      ["More news about the ferry on Harbour.example's main page.", 'Harbour.example'],
      ['Watch it on the ferry.', undefined],
    ],
  },
  {
    id: 'byline',
    on: 'byline',
    asks: 'outlet-or-printed',
    // “By Jo Doe, Political Editor” states none, and an agency's reporter is read on many pages. Without “By”
    // only a person's name tells the line from a standfirst.
    pattern: new RegExp(
      String.raw`^(?:(?:By|BY|by) \p{Lu}[\p{L} .'-]{3,60}(?:,| ?[|–—-]| for| For| FOR)|${PERSON}(?: and ${PERSON})?(?:,| ?[|–—-])) ?(?!(?:[Tt]he )?(?:${AGENCIES})\b)${NAME}$`,
      'u',
    ),
    examples: [
      ['By Jo Doe | Bay News', 'Bay News'],
      ['By Jo Doe and Max Roe, Bay News', 'Bay News'],
      ['Jo Doe, Bay News', 'Bay News'],
      ['Jo Doe and Max Roe, Bay News', 'Bay News'],
      ['By Jo Doe for Bay News', 'Bay News'],
      ['New owner for The Daily Bay', undefined],
      ['Ferry talks end in Norrvik, Bay News', undefined],
      ['By Jo Doe', undefined],
      ['By Jo Doe in Harbour City', undefined],
      ['By Jo Doe, Associated Press', undefined],
    ],
  },
  {
    id: 'under-byline',
    on: 'under-byline',
    asks: 'outlet',
    // The outlet on a line of its own, with a post before it or a town behind it.
    pattern: new RegExp(
      String.raw`^(?:[\p{L} -]{3,40} (?:correspondent|editor|reporter|producer|writer|Correspondent|Editor|Reporter|Writer), )?(?!(?:[Tt]he )?(?:${AGENCIES})\b)${NAME}(?:,(?: in)? \p{Lu}[\p{L} -]{2,30})?$`,
      'u',
    ),
    examples: [
      ['BBC News, Harbour City', 'BBC News'],
      ['Political correspondent, Bay News', 'Bay News'],
      ['BAY TODAY', 'BAY TODAY'],
      ['Associated Press', undefined],
      ['World News', undefined],
    ],
  },
  {
    id: 'own-reporter',
    on: 'kept',
    asks: 'outlet',
    // The head over a reporter's view within the report: no sentence, so nobody is cited.
    pattern: new RegExp(
      String.raw`^(?:(?:Analysis|At the scene|Eyewitness)(?: by)?:? ?)?${PERSON}, (?!(?:[Tt]he )?(?:${AGENCIES})\b)${NAME}(?:, \p{Lu}[\p{L} -]{2,30}| (?:[\p{Ll}-]+ ){0,4}(?:correspondent|editor|reporter|analyst))$`,
      'u',
    ),
    examples: [
      ['Analysis: Jo Doe, BBC diplomatic correspondent', 'BBC'],
      ['At the scene: Jo Doe, Bay News, Harbour City', 'Bay News'],
      ['Analysis: Jo Doe, Reuters correspondent', undefined],
      ['Jo Doe, BBC diplomatic correspondent, said that two ferries stopped.', undefined],
    ],
  },
  {
    id: 'own-clip',
    on: 'caption',
    asks: 'outlet',
    // A page shows the clips of its own reporters.
    pattern: new RegExp(
      String.raw`\bcaption (?:The )?${NAME}'s ${PERSON}(?: reports\b|:| explains\b| looks\b)`,
      'u',
    ),
    examples: [
      ["Media caption The BBC's Jo Doe reports from the pier", 'BBC'],
      ["Image caption The Bay News's boat at the pier", undefined],
    ],
  },
  {
    id: 'own-staff',
    on: 'attribution',
    // “Reuters' Jo Doe contributed” may stand under anybody's report.
    pattern: new RegExp(
      String.raw`^(?!(?:[Tt]he )?(?:${AGENCIES})\b)${NAME}'s? (?=\p{Lu}).*\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting)\b`,
      'u',
    ),
    examples: [
      ["CNN's Jo Doe and Max Roe in Harbour City contributed to this report.", 'CNN'],
      ["Bay News' Jo Doe contributed to this report.", 'Bay News'],
      ["Reuters' Jo Doe contributed to this report.", undefined],
      ['Jo Doe of Bay News contributed to this report.', undefined],
    ],
  },
  {
    id: 'own-notice',
    on: 'removed',
    // What a site says of itself alone.
    pattern: new RegExp(
      `(?:^|[.!] )(?:(?:[Tt]he )?${NAME} is not responsible for the content of external|Why you can trust ${NAME}$)`,
      'u',
    ),
    examples: [
      ['© 2022 BBC. The BBC is not responsible for the content of external sites.', 'BBC'],
      ['Why you can trust Bay News', 'Bay News'],
      ['Why you can trust us', undefined],
    ],
  },
  {
    id: 'own-app',
    on: 'removed',
    asks: 'outlet',
    pattern: new RegExp(
      String.raw`\b(?:(?:[Dd]ownload|[Gg]et|[Ii]nstall) (?:the|our) ${NAME} app\b|GET THE ((?:[A-Z\d&]+ ){1,4})APP\b|^(?:Follow|Like|Join) ${NAME} on (?:Facebook|Twitter|X|Instagram|Telegram|WhatsApp|YouTube|Google News)\b)`,
      'u',
    ),
    examples: [
      ['Download the Bay News app for alerts', 'Bay News'],
      ['CLICK HERE TO GET THE BAY NEWS APP', 'BAY NEWS'],
      ['Follow Bay News on Twitter', 'Bay News'],
      ['Follow Jo Doe on Twitter', undefined],
      ['Download the WhatsApp app', undefined],
    ],
  },
  {
    id: 'first-published',
    on: 'attribution',
    pattern: new RegExp(
      String.raw`\b(?:[Oo]riginally|[Ff]irst) (?:published|appeared) (?:by|in|on) (?:the )?${NAME}(?=[.,:]|$| on \d| and )`,
      'u',
    ),
    examples: [
      ['This article was originally published by Bay News.', 'Bay News'],
      ['Originally published in the Harbour Post.', 'Harbour Post'],
      ['This article originally appeared on Bay News: Two ferries stopped', 'Bay News'],
    ],
  },
  {
    id: 'with-agencies',
    on: 'attribution',
    pattern: new RegExp(String.raw`^Source ?: ${NAME}(?:,| and) (?:news )?agencies\.?$`, 'u'),
    examples: [
      ['Source: Bay News and news agencies', 'Bay News'],
      ['Source: Bay News', undefined],
    ],
  },
  {
    id: 'made-with-agencies',
    on: 'attribution',
    asks: 'outlet',
    pattern: new RegExp(String.raw`^\(${NAME} with (?:AFP|AP|REUTERS|Reuters|dpa|agencies)\b[^()]*\)$`, 'u'),
    examples: [
      ['(BAY 24 with AFP and REUTERS)', 'BAY 24'],
      ['(Jo Doe with AFP)', undefined],
    ],
  },
];

/** Sections of a page, not outlets. */
const SECTION =
  /^(?:World|Local|Breaking|Latest|Top|National|International|Politics|Political|Business|Sports?|Science|Tech|Technology|Health|Regional|Europe|European|Asia|Africa|Ukraine|Russia|War|US|UK|More|Related|Live|Video|Money|Crime|Weather|Community|Other)(?:(?: &| and)? \p{Lu}\p{L}+)? (?:News|Today|Review)$/iu;

/** Agencies that sign with their initials, by the name that pages show. */
const FULL_NAMES: ReadonlyMap<string, string> = new Map([
  ['AP', 'Associated Press'],
  ['Cable News Network', 'CNN'],
]);

export function findPublisher(rule: PublisherRule, text: string): string | undefined {
  const plain = text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
  if (plain.length > MAX_LENGTH && rule.on !== 'lead') return undefined;
  const match = rule.pattern.exec(rule.on === 'lead' ? plain.slice(0, MAX_LENGTH) : plain);
  const name = match
    ?.slice(1)
    .find((group) => group !== undefined)
    ?.replace(/^the /, '')
    .replace(/,?(?: (?:Limited|Ltd|LLC|Inc|plc|Company|Corporation|Corp|\d{4})\.?)+$/, '')
    .replace(/\.$/, '')
    .trim();
  if (name === undefined || /^(?:\d+|All|Getty Images|Image|Photo)$/i.test(name)) return undefined;
  const full = FULL_NAMES.get(name) ?? name;
  return SECTION.test(full) || (rule.asks === 'outlet' && !isOutlet(full)) ? undefined : full;
}

const MAX_LENGTH = 300;

/** Above the text: a reporter with the outlet, or the outlet on the line below the reporter. */
export function isOutletLine(line: SeedLine, before: SeedLine | undefined): boolean {
  return PUBLISHER_RULES.some((rule) => {
    if (rule.on !== 'byline' && (rule.on !== 'under-byline' || before?.role !== 'byline')) return false;
    const name = findPublisher(rule, line.text);
    return name !== undefined && isOutlet(name);
  });
}

/** What the lines say; undefined where nobody says so or two say different things. */
export function readPublisher(
  lines: readonly SeedLine[],
  lead: SeedLine | undefined,
): { readonly text: string; readonly line: number } | undefined {
  // A caption that looks like text may stand above the first paragraph.
  const first = lead
    ? lines
        .slice(lines.indexOf(lead))
        .filter((line) => line.status === 'kept')
        .slice(0, 3)
    : [];
  const head = lead ? lines.slice(0, lines.indexOf(lead)) : [];
  let found: { text: string; line: number } | undefined;
  for (const rule of PUBLISHER_RULES) {
    const said =
      rule.on === 'lead'
        ? first
        : rule.on === 'under-byline'
          ? head.filter((line, at) => head[at - 1]?.role === 'byline' && line.role === 'byline')
          : lines.filter((line) => isOn(line, rule.on));
    for (const line of said) {
      const name = findPublisher(rule, line.text);
      const text = name === undefined || rule.id !== 'own-site' ? name : (spellSite(name, lines) ?? name);
      if (text === undefined) continue;
      // The owner of a site is often not its name: “© Warner Example” stands under many a masthead.
      if (rule.asks === 'outlet-or-printed' && !isOutlet(text) && !isPrintedBeside(rule, text, line, lines))
        continue;
      if (found && !isSameOutlet(found.text, text)) return undefined;
      // “Bay News” and “Bay News Media Network”: the outlet, not its owner.
      if (!found || text.length < found.text.length) found = { text, line: line.n };
    }
  }
  return found;
}

/** What newspapers and stations are called, and owners are not. */
const MASTHEAD =
  /(?:\.[a-z]{2,5}|\b(?:Times|Post|News|Journal|Tribune|Herald|Telegraph|Monitor|Press|Today|Ledger|Gazette|Echo|Chronicle|Observer|Independent|Standard|Globe|Mail|Express|Mirror|Star|Review|Dispatch|Bulletin|Radio|Daily|Weekly|Courier))$/u;

/** Of a copyright's owner or behind a name it tells an outlet; in a byline it may be a town: “The Hague”. */
const ARTICLE = /^The \p{Lu}/u;

function isOutlet(name: string): boolean {
  const plain = /\p{Ll}/u.test(name)
    ? name
    : name.replace(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLowerCase());
  return MASTHEAD.test(plain) || IS_BROADCASTER.test(name) || /^\p{Lu}{2,} ?\d+$/u.test(name);
}

const IS_BROADCASTER = new RegExp(`^(?:${BROADCASTERS})$`, 'u');

function isPrintedBeside(
  rule: PublisherRule,
  name: string,
  own: SeedLine,
  lines: readonly SeedLine[],
): boolean {
  return rule.on === 'byline'
    ? isFurnitureWord(name, lines)
    : ARTICLE.test(name) || isPrintedToo(name, own, lines);
}

/**
 * A byline's name without the outlet that a page prints behind it; undefined where it is an outlet's, or
 * where what stands behind it is one that nobody knows, or a post: then nothing says where it begins.
 */
export function cutOutlet(name: string): string | undefined {
  const cut = name.replace(OUTLET, '');
  const words = cut.split(' ');
  const last = words.at(-1) ?? '';
  const isShort = /^\p{Lu}{2,5}$/u.test(last) && /\p{Lu}\p{Ll}/u.test(cut) && !/^I[IV]+$/.test(last);
  const isOther =
    isShort ||
    ARTICLE.test(cut) ||
    MASTHEAD.test(cut) ||
    /(?:Editor|Correspondent|Reporter|Writer)$/.test(cut);
  return cut === '' || (words.length > 2 && isOther) ? undefined : cut;
}

const OUTLET = new RegExp(`(?:^| )(?:[Tt]he )?(?:${AGENCIES}|${BROADCASTERS})$`, 'u');

/** Whether another line prints the name, without “Media”, “Network” and the like at its end. */
function isPrintedToo(name: string, own: SeedLine, lines: readonly SeedLine[]): boolean {
  const core = name
    .replace(/^(?:The|the) /, '')
    .replace(/(?: (?:Media|Network|Networks|Group|News|Online|Digital))+$/, '');
  const letters = core.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  // “Bay” in “The Bay Journal” is another name.
  const printed = new RegExp(
    String.raw`(?<![\p{L}\p{N}])${core.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![\p{L}\p{N}]${core.includes(' ') ? '' : String.raw`| \p{Lu}`})`,
    'u',
  );
  return lines.some(
    ({ text, look }) =>
      text !== own.text &&
      (printed.test(text) || (letters.length >= 6 && look.plain.length < 120 && look.signature === letters)),
  );
}

/** Whether the page prints the name outside its article only: a town of its teasers stands in both. */
function isFurnitureWord(name: string, lines: readonly SeedLine[]): boolean {
  const printing = lines.filter(({ text }) =>
    ` ${text.replace(/[^\p{L}\p{N}&]+/gu, ' ')} `.includes(` ${name} `),
  );
  return (
    printing.some(({ status }) => status === 'removed') &&
    !printing.some(({ status, role }) => status === 'kept' && role !== 'byline')
  );
}

/** `Baynews.com` as the page's furniture prints it: “Bay News”. */
function spellSite(site: string, lines: readonly SeedLine[]): string | undefined {
  const letters = site.split('.')[0]?.toLowerCase() ?? '';
  for (const { text, status } of lines) {
    if (status !== 'removed') continue;
    const words = text.match(/[\p{L}\p{N}&]+/gu) ?? [];
    for (let at = 0; at < words.length; at += 1)
      for (let size = 2; size <= 4; size += 1) {
        const some = words.slice(at, at + size);
        if (some.join('').toLowerCase() === letters && some.every((word) => /^[\p{Lu}\p{N}]/u.test(word)))
          return some.join(' ');
      }
  }
  return undefined;
}

function isOn(line: SeedLine, on: PublisherRule['on']): boolean {
  return on === 'removed' || on === 'kept' ? line.status === on : line.role === on;
}

function isSameOutlet(one: string, other: string): boolean {
  const [a, b] = [key(one), key(other)];
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

function key(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/ (?:media|news)$/, '');
}
