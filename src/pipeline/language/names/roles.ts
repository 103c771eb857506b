/** Heads of role phrases in small letters, by what may carry the role. Types derive from the table. */
export const ROLE_HEADS = {
  state:
    'president premier chancellor minister secretary king queen prince princess emperor sultan emir ' +
    'ambassador envoy commissioner governor mayor senator congressman congresswoman lawmaker legislator ' +
    'deputy councillor councilor alderman alderwoman parliamentarian speaker whip counterpart vice-president leader ruler dictator ' +
    'tsar czar lord prosecutor-general',
  staff:
    'spokesman spokeswoman spokesperson aide adviser advisor official diplomat negotiator representative ' +
    'chief head director chairman chairwoman chair chairperson boss manager executive ceo founder cofounder owner ' +
    'co-founder co-owner coordinator staffer counsel chargé delegate observer monitor inspector',
  forces:
    'general colonel major lieutenant captain sergeant admiral commander marshal soldier officer fighter ' +
    'rebel separatist insurgent warlord commandant colonel-general veteran pilot volunteer conscript serviceman',
  people:
    'analyst expert economist professor scholar historian lecturer researcher scientist engineer strategist author writer ' +
    'editor journalist reporter correspondent columnist blogger presenter photographer student activist ' +
    'protester protestor campaigner resident villager pensioner lawyer attorney prosecutor judge doctor nurse ' +
    'businessman businesswoman oligarch tycoon billionaire entrepreneur banker trader broker politician candidate ' +
    'dissident priest bishop archbishop patriarch metropolitan pope cardinal pastor rabbi imam teacher worker driver farmer singer ' +
    'constable sheriff superintendent detective referee manager musician comedian secretary-designate ' +
    'actor actress athlete coach player striker midfielder goalkeeper boxer investor witness eyewitness mediator widow mother father son daughter brother sister wife husband ' +
    'fellow member partner critic ally specialist neighbor neighbour democrat republican lieutenant-general ' +
    'intern successor predecessor comedian refugee survivor biographer informant source',
} as const;

const HEADS: ReadonlySet<string> = new Set(Object.values(ROLE_HEADS).flatMap((words) => words.split(' ')));

/** Titles printed before a name that say nothing of an office. */
export const HONORIFICS: ReadonlyMap<string, 'he' | 'she' | undefined> = new Map([
  ['Mr', 'he'],
  ['Mrs', 'she'],
  ['Ms', 'she'],
  ['Miss', 'she'],
  ['Mx', undefined],
  ['Sir', 'he'],
  ['Lord', 'he'],
  ['Lady', 'she'],
  ['Dame', 'she'],
  ['Baroness', 'she'],
  ['Dr', undefined],
  ['Prof', undefined],
  ['Rev', undefined],
]);

/** Ranks and offices in short, with what they stand for. */
export const SHORT_ROLES: ReadonlyMap<string, string> = new Map([
  ['Gen', 'general'],
  ['Col', 'colonel'],
  ['Maj', 'major'],
  ['Lt', 'lieutenant'],
  ['Sgt', 'sergeant'],
  ['Capt', 'captain'],
  ['Cmdr', 'commander'],
  ['Adm', 'admiral'],
  ['Brig', 'brigadier'],
  ['Sen', 'senator'],
  ['Rep', 'representative'],
  ['Gov', 'governor'],
  ['PM', 'prime minister'],
  ['FM', 'foreign minister'],
  ['MP', 'member of parliament'],
  ['MEP', 'member of parliament'],
  ['Pres', 'president'],
]);

/** Words that stand between a determiner or owner and the head of a role phrase. */
export const ROLE_MODIFIERS: ReadonlySet<string> = new Set(
  (
    'former ex deputy vice acting interim outgoing incoming prime foreign defence defense interior finance ' +
    'energy justice health economy economic trade transport culture education labour labor home chief senior ' +
    'top high-ranking junior leading presidential prime-ministerial national security general supreme allied ' +
    'military army navy naval air force intelligence police press special permanent opposition government state ' +
    'cabinet executive managing regional local city town provincial district assistant under first second ' +
    'then late veteran pro-russian pro-kremlin separatist rebel self-proclaimed self-styled longtime long-time ' +
    'retired party parliamentary congressional senate diplomatic policy political western allied european ' +
    'republican democratic democrat conservative labour liberal principal lead joint powerful new newly elected ' +
    'high ministry department embassy main treasury human rights nuclear legal media communications affairs council main staff oil gas tycoon unnamed anonymous young ranking ' +
    'armed forces border reform digital infrastructure agriculture environment climate information religious space missile ' +
    'brigadier four-star major lieutenant colonel group bank company administration agency hospital court defence-ministry foreign-ministry'
  ).split(' '),
);

export function isRoleHead(word: string): boolean {
  const low = word.toLowerCase();
  return HEADS.has(low) || (low.endsWith('s') && HEADS.has(low.slice(0, -1)));
}

/** One spelling and one word for roles that are the same office. */
const SAME_ROLE: readonly (readonly [RegExp, string])[] = [
  [/defense/g, 'defence'],
  [/secretary-general/g, 'secretary general'],
  [/spokes(?:woman|person)/g, 'spokesman'],
  [/\bpremier\b/g, 'prime minister'],
  [/\bpm\b/g, 'prime minister'],
  [/\b(?:fm|foreign secretary|top diplomat)\b/g, 'foreign minister'],
  [/\bdefence (?:secretary|chief)\b/g, 'defence minister'],
  [/\badvisor\b/g, 'adviser'],
  [/\bhead of state\b/g, 'president'],
  [/\bvice[- ]president\b/g, 'vice president'],
  [/\bchair(?:woman|person)?\b/g, 'chairman'],
  [
    /\b(?:acting|interim|outgoing|current|new|then|late|powerful|veteran|longtime|senior|top|young|us|u\.s\.)\s+/g,
    '',
  ],
];

/** The role in a form that compares: `Defense Secretary` → `defence minister`. */
export function normaliseRole(role: string): string {
  let low = role.toLowerCase().replace(/\s+/g, ' ').trim();
  for (const [pattern, word] of SAME_ROLE) low = low.replace(pattern, word);
  return low.trim();
}
