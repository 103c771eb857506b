/** Verbs of saying by form. Finite forms give a clause its speaker, participles take the sentence's. */
const STEMS =
  // base past -s: written out where irregular
  'add announce argue ask assert bemoan boast call caution claim comment complain concede conclude confirm continue counter ' +
  'criticise criticize declare demand denounce deny describe dismiss emphasise emphasize exclaim explain express hail ' +
  'imply indicate insist joke lament liken mention muse note observe opine ' +
  'pledge predict promise pronounce protest question quip reaffirm recall reiterate remark ' +
  'repeat reply report respond reveal signal state stress suggest threaten underline underscore urge vow ' +
  'warn whisper blame accuse advise affirm allege appeal assure cite condemn contend decry disclose ' +
  'estimate highlight praise propose rebuke slam speculate stipulate tweet vent voice weigh quote post label brand outline ' +
  'maintain recount reason charge echo brush celebrate commend declare deplore hint acknowledge admit agree ' +
  'believe assess evaluate inform reject mock ridicule dub tout lambast';

const IRREGULAR: readonly (readonly [string, string, string, string])[] = [
  ['say', 'says', 'said', 'saying'],
  ['tell', 'tells', 'told', 'telling'],
  ['write', 'writes', 'wrote', 'writing'],
  ['speak', 'speaks', 'spoke', 'speaking'],
  ['think', 'thinks', 'thought', 'thinking'],
  ['swear', 'swears', 'swore', 'swearing'],
  ['foresee', 'foresees', 'foresaw', 'foreseeing'],
  ['rebut', 'rebuts', 'rebutted', 'rebutting'],
  ['admit', 'admits', 'admitted', 'admitting'],
  ['quip', 'quips', 'quipped', 'quipping'],
  ['brand', 'brands', 'branded', 'branding'],
  ['slam', 'slams', 'slammed', 'slamming'],
  ['warn of', 'warns', 'warned', 'warning'],
  ['go', 'goes', 'went', 'going'],
];

const FINITE = new Set<string>();
const PARTICIPLE = new Set<string>();
const BASE = new Set<string>();
for (const stem of STEMS.split(' ')) {
  const e = stem.endsWith('e');
  const y = /[^aeiou]y$/.test(stem);
  const root = e ? stem.slice(0, -1) : stem;
  BASE.add(stem);
  FINITE.add(y ? `${stem.slice(0, -1)}ied` : `${root}ed`);
  FINITE.add(y ? `${stem.slice(0, -1)}ies` : /(?:s|sh|ch|x)$/.test(stem) ? `${stem}es` : `${stem}s`);
  PARTICIPLE.add(`${root}ing`);
}
for (const [base, third, past, ing] of IRREGULAR) {
  if (base === 'go') continue;
  BASE.add(base);
  FINITE.add(third).add(past);
  PARTICIPLE.add(ing);
}
// Nouns far more often than verbs.
for (const word of [
  'reports',
  'questions',
  'states',
  'remarks',
  'tweets',
  'replies',
  'charges',
  'reasons',
  'claims',
  'demands',
  'comments',
  'posts',
  'labels',
  'brands',
  'estimates',
  'signals',
  'quotes',
  'appeals',
  'voices',
  'calls',
  'threatens',
  'cites',
  'protests',
]) {
  if (!['threatens', 'cites', 'calls', 'reports', 'claims', 'estimates'].includes(word)) FINITE.delete(word);
}

/** Finite: “said”, “warns”. */
export function isSpeechVerb(word: string): boolean {
  return FINITE.has(word);
}

/** “saying”, “adding”, “warning”. */
export function isSpeechParticiple(word: string): boolean {
  return PARTICIPLE.has(word);
}

/** “say”, “warn”: after will, to, did, or a plural subject. */
export function isSpeechBase(word: string): boolean {
  return BASE.has(word);
}
