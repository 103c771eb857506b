import type { Quotation, Speaker } from '../../types.ts';
import {
  BE,
  findSubject,
  inverted,
  isLink,
  isMark,
  isPassive,
  isPerson,
  isPreposition,
  isSubject,
  mainSubject,
  type Subject,
} from './find-subject.ts';
import type { Item } from './read-clauses.ts';
import { resolvePronoun, resolveSubject, type Scene, type Spot3 } from './resolve.ts';

/** A quotation as the rules meet it. */
export interface Asked {
  readonly scene: Scene;
  /** Its number, and where its first and last parts stand. */
  readonly quotation: number;
  readonly first: Spot3;
  readonly last: Spot3;
  /** Words in it. */
  readonly length: number;
}

interface Rule {
  readonly confidence: Quotation['confidence'];
  readonly find: (asked: Asked) => Speaker | undefined;
  /** Paragraphs (a heading starts with `# `) with the quotation in ⟦ ⟧ and who says it. */
  readonly examples: readonly { readonly text: readonly string[]; readonly speaker: string }[];
}

/** The sieve: asked in this order, the first rule that answers is stored with the quotation. */
export const SPEAKER_RULES = {
  'colon-before': {
    confidence: 'high',
    find: colonBefore,
    examples: [
      {
        text: [
          'The harbour master Olena Brandt was blunt:',
          '⟦“Nobody sails tonight, and nobody sails tomorrow.”⟧',
        ],
        speaker: 'Olena Brandt',
      },
      { text: ['Igor Lavrenko said: ⟦“The bridge is closed to all of us.”⟧'], speaker: 'Igor Lavrenko' },
    ],
  },
  tail: {
    confidence: 'high',
    find: tail,
    examples: [
      {
        text: ['⟦“We shall repair the dam before winter,”⟧ said engineer Pavlo Horbach.'],
        speaker: 'Pavlo Horbach',
      },
      {
        text: ['⟦“The line held all night,”⟧ Maria Stone, a spokeswoman for the grid, told reporters.'],
        speaker: 'Maria Stone',
      },
      {
        text: ['⟦“The harbour will stay open until noon,”⟧ the Kremlin said on Friday.'],
        speaker: 'Kremlin',
      },
    ],
  },
  'noun-cue': {
    confidence: 'medium',
    find: nounCue,
    examples: [
      {
        text: ['The move drew a warning from Oleg Brandt that Norway would act ⟦“without further notice”⟧.'],
        speaker: 'Oleg Brandt',
      },
    ],
  },
  'lead-in': {
    confidence: 'medium',
    find: leadIn,
    examples: [
      { text: ['Peter Brandt said the road was ⟦“a ribbon of mud and old iron”⟧.'], speaker: 'Peter Brandt' },
      {
        text: ['Helen Brandt met the crews in Riga, adding that they had ⟦“a long road ahead of them”⟧.'],
        speaker: 'Helen Brandt',
      },
    ],
  },
  'according-to': {
    confidence: 'high',
    find: accordingTo,
    examples: [
      {
        text: ['The dam is ⟦“older than the town itself”⟧, according to Peter Brandt.'],
        speaker: 'Peter Brandt',
      },
      {
        text: [
          'Peter Brandt spoke in Oslo on Friday.',
          'According to him, the dam is ⟦“older than the town itself”⟧.',
        ],
        speaker: 'Peter Brandt',
      },
    ],
  },
  'later-verb': {
    confidence: 'medium',
    find: laterVerb,
    examples: [
      {
        text: [
          'If the ferry keeps ⟦“leaving without its passengers”⟧, the town will buy its own, said Peter Brandt.',
        ],
        speaker: 'Peter Brandt',
      },
    ],
  },
  'same-sentence': {
    confidence: 'medium',
    find: sameSentence,
    examples: [],
  },
  continued: {
    confidence: 'medium',
    find: continued,
    examples: [
      {
        text: ['“The roof is gone,” said Peter Brandt. ⟦“The walls will be next.”⟧'],
        speaker: 'Peter Brandt',
      },
      {
        text: ['“The roof is gone,” said Peter Brandt.', '⟦“The walls will be next.”⟧'],
        speaker: 'Peter Brandt',
      },
    ],
  },
  expression: {
    confidence: 'low',
    find: expression,
    examples: [
      {
        text: ['Peter Brandt left early. He thanked the crew for a ⟦“day well spent in the rain”⟧.'],
        speaker: 'Peter Brandt',
      },
    ],
  },
  'paragraph-before': {
    confidence: 'low',
    find: paragraphBefore,
    examples: [
      {
        text: [
          'Peter Brandt has promised the town a new bridge by spring.',
          '⟦“We will build it out of stone, and it will stand for three hundred years.”⟧',
        ],
        speaker: 'Peter Brandt',
      },
    ],
  },
  'taken-up': {
    confidence: 'low',
    find: takenUp,
    examples: [
      {
        text: [
          'Peter Brandt said “the town will have its bridge by spring”. Work has been put off twice.',
          '⟦“We will build it out of stone, and it will stand for three hundred years or more.”⟧ The bridge will have two lanes.',
        ],
        speaker: 'Peter Brandt',
      },
    ],
  },
  heading: {
    confidence: 'low',
    find: heading,
    examples: [{ text: ['# Norway has ⟦‘not seen the ferry’⟧ since noon'], speaker: 'Norway' }],
  },
} as const satisfies Record<string, Rule>;

export type SpeakerRule = keyof typeof SPEAKER_RULES;

const CUE_NOUN =
  /^(?:warnings?|statements?|threats?|remarks?|comments?|calls?|message|letter|speech|tweet|tweets|claims?|announcement|assertions?|appeal|pledge|promise|vow|demands?|insistence|suggestion|description|complaints?|accusations?|denial|assessment|response)$/;
const EXPRESSES =
  /^(?:expressed|expresses|voiced|thanked|thanks|apologised|apologized|welcomed|issued|issues|gave|gives|made|makes|offered|used|uses|delivered|spoke|speaks|put|drew|repeated|compared)$/;

function itemsAt(scene: Scene, at: Spot3): readonly Item[] {
  return scene.passages[at.p]?.sentences[at.s]?.items ?? [];
}

function answer({ scene }: Asked, at: Spot3, items: readonly Item[], subject: Subject | undefined) {
  return subject
    ? resolveSubject(scene, { ...at, i: Math.max(0, items.indexOf(subject)) }, subject)
    : undefined;
}

/** “He said:” at the end of the paragraph before, or right before the mark. */
function colonBefore(asked: Asked): Speaker | undefined {
  const { scene, first } = asked;
  const items = itemsAt(scene, first);
  if (isMark(items[first.i - 1], ':')) return lastSaying(asked, first, items, first.i - 1);
  if (first.s > 0 || first.i > 0) return undefined;
  const before = scene.passages[first.p - 1];
  if (!before || !/:\s*$/.test(before.marked.passage.text)) return undefined;
  const s = before.sentences.length - 1;
  const at = { p: first.p - 1, s, i: 0 };
  const said = itemsAt(scene, at);
  return lastSaying(asked, at, said, said.length);
}

/** The subject of the last verb of saying before `until`, else the last name or role that could speak. */
function lastSaying(asked: Asked, at: Spot3, items: readonly Item[], until: number): Speaker | undefined {
  for (let n = until - 1; n >= 0; n -= 1) {
    const item = items[n];
    if (item?.kind === 'quote') return undefined;
    if (item?.kind !== 'verb' || isPassive(items, n)) continue;
    const subject = findSubject(items, n) ?? (item.form === 'finite' ? inverted(items, n, until) : undefined);
    if (subject) return answer(asked, at, items, subject);
    // “The star Ronaldo admitted:”, “I told Brandt:”: whoever it is, no name near by is.
    if (item.form === 'finite') return undefined;
  }
  const last = items
    .slice(0, until)
    .findLast(
      (item, n): item is Subject => isSubject(item) && isPerson(item) && !isPreposition(items[n - 1]),
    );
  const subject = mainSubject(items, until) ?? last;
  // “Barcelona star Ronaldo:” is not Barcelona.
  const isOther = (item: Item) => item.kind === 'word' && item.unread !== undefined;
  if (subject && items.slice(items.indexOf(subject), until).some(isOther)) return undefined;
  return answer(asked, at, items, subject);
}

/** After the mark: “said X”, “X told …”, “he added”. */
function tail(asked: Asked): Speaker | undefined {
  const { scene, last } = asked;
  const items = itemsAt(scene, last);
  let n = last.i + 1;
  while (isMark(items[n], ',') || isMark(items[n], '-') || isMark(items[n], '–') || isMark(items[n], '—'))
    n += 1;
  // “…,” the Kremlin said.
  const article = items[n];
  if (article?.kind === 'word' && article.word === 'the' && items[n + 1]?.kind === 'name') n += 1;
  const next = items[n];
  if (next?.kind === 'verb' && next.form === 'finite') {
    const subject = inverted(items, n, items.length);
    return subject ? answer(asked, last, items, subject) : undefined;
  }
  if (!isSubject(next) && next?.kind !== 'apposition') return undefined;
  for (let v = n + 1; v < Math.min(items.length, n + 30); v += 1) {
    const verb = items[v];
    if (verb?.kind === 'quote') return undefined;
    if (verb?.kind !== 'verb' || verb.form !== 'finite' || isPassive(items, v)) continue;
    const subject = findSubject(items, v);
    if (subject !== next) return undefined;
    const passesOn = leadsOn(items, v) || isOwnBody(asked, subject) || isReport(verb.word, subject);
    if (passesOn && hasLeadIn(items, last.i)) return undefined;
    return answer(asked, last, items, subject);
  }
  return undefined;
}

/** “…, Interfax reported” after “X noted that …”: the outlet passes on what X said. */
function isReport(verb: string, subject: Subject): boolean {
  return (
    /^(?:reported|reports|wrote|writes|cited|quoted)$/.test(verb) &&
    subject.kind === 'name' &&
    subject.spot.kind === 'organisations'
  );
}

/** “his office said” after “X stressed that …”: it passes on what X said. */
function isOwnBody({ scene, last }: Asked, subject: Subject): boolean {
  const text = scene.passages[last.p]?.marked.passage.text.slice(subject.start, subject.end) ?? '';
  return subject.kind === 'body' && /^(?:his|her|their) /i.test(text);
}

/** The verb goes on to words of its own: it is no tail of the quotation before it. */
function leadsOn(items: readonly Item[], verb: number): boolean {
  return items.slice(verb + 1).some((item) => item.kind === 'quote') && !isMark(items[verb + 1], ',');
}

function hasLeadIn(items: readonly Item[], quote: number): boolean {
  return items
    .slice(0, quote)
    .some((item, n) => item.kind === 'verb' && item.form !== 'base' && findSubject(items, n));
}

/** “warning from X”, “X’s claim that”: nearer to the mark than any verb of saying. */
function nounCue(asked: Asked): Speaker | undefined {
  const { scene, first } = asked;
  const items = itemsAt(scene, first);
  for (let n = first.i - 1; n >= 0; n -= 1) {
    const item = items[n];
    if (item?.kind === 'verb' && item.form !== 'base' && !CUE_NOUN.test(item.word)) return undefined;
    if (item?.kind === 'quote') return undefined;
    const word =
      item?.kind === 'word' || item?.kind === 'verb' ? item.word : item?.kind === 'body' ? item.noun : '';
    if (!CUE_NOUN.test(word)) continue;
    const link = items[n + 1];
    let subject: Item | undefined;
    if (link?.kind === 'word' && /^(?:from|by)$/.test(link.word)) {
      const target = items[n + 2];
      subject = target?.kind === 'word' && target.word === 'the' ? items[n + 3] : target;
    } else {
      const owner = items[n - 1];
      const isOwner = (owner?.kind === 'name' || owner?.kind === 'role') && owner.possessive;
      // “Norway said Brekk's remarks were “…””: Norway's word for them.
      const isJudged = link?.kind === 'word' && BE.test(link.word) && isSaidBefore(items, n - 1);
      if (isOwner && n + 5 > first.i && !isJudged) subject = owner;
    }
    if (!isSubject(subject) || items.indexOf(subject) > first.i) continue;
    const after = items[items.indexOf(subject) + 1];
    if (after?.kind === 'word' && BE.test(after.word)) return undefined;
    return answer(asked, first, items, subject);
  }
  return undefined;
}

function isSaidBefore(items: readonly Item[], until: number): boolean {
  return items.slice(0, until).some((item, n) => isSaying(items, item, n));
}

/** The last verb of saying before the mark, and its subject. */
function leadIn(asked: Asked): Speaker | undefined {
  const { scene, first } = asked;
  const items = itemsAt(scene, first);
  for (let n = first.i - 1; n >= 0; n -= 1) {
    const item = items[n];
    if (isMark(item, ';')) return undefined;
    if (item?.kind !== 'verb' || isNounAfter(items[n - 1])) continue;
    if (isPassive(items, n)) {
      const by = byAgent(items, n, first.i);
      if (by) return answer(asked, first, items, by);
      if (first.i - n <= 3 && !/^(?:quoted|told|asked)$/.test(item.word)) return undefined;
      continue;
    }
    if (item.form === 'base' && !isBaseVerb(items, n)) continue;
    const subject = findSubject(items, n) ?? (item.form === 'finite' ? invertedBefore(items, n) : undefined);
    if (subject) return answer(asked, first, items, subject);
    // A plain noun says it (“signs said”, “the document warned”): nobody by name.
    if (item.form === 'finite' && !isLink(items[n - 1])) return undefined;
  }
  return undefined;
}

/** “called such claims “…””, “Norway’s announced plan”: what looks like a verb of saying is none. */
function isNounAfter(before: Item | undefined): boolean {
  if (before?.kind === 'word')
    return /^(?:such|these|those|its|their|his|her|any|all|no|some|of)$/.test(before.word);
  return isSubject(before) && 'possessive' in before && before.possessive;
}

/** “Not so, says X: the road is …”: a tail of the clause before. */
function invertedBefore(items: readonly Item[], verb: number): Subject | undefined {
  return isMark(items[verb - 1], ',') ? inverted(items, verb, verb + 3) : undefined;
}

/** “was described by X as”. */
function byAgent(items: readonly Item[], verb: number, until: number): Subject | undefined {
  for (let n = verb + 1; n < Math.min(until, verb + 4); n += 1) {
    const item = items[n];
    const next = items[n + 1];
    if (item?.kind === 'word' && item.word === 'by' && isSubject(next)) return next;
  }
  return undefined;
}

/** “will say”, “did warn”, “to say”: the base form is a verb here and no noun. */
function isBaseVerb(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  if (before?.kind === 'word') return /^(?:did|does|do)$/.test(before.word);
  return (
    (before?.kind === 'role' && before.phrase.plural) ||
    (before?.kind === 'pronoun' && before.word === 'they')
  );
}

function accordingTo(asked: Asked): Speaker | undefined {
  const { scene, first } = asked;
  const items = itemsAt(scene, first);
  for (let n = 0; n + 2 < items.length; n += 1) {
    const item = items[n];
    const to = items[n + 1];
    if (item?.kind !== 'word' || item.word !== 'according' || to?.kind !== 'word' || to.word !== 'to')
      continue;
    const target = items[n + 2];
    // “according to him”, not “according to her lawyer”.
    if (target?.kind === 'word' && /^(?:him|her)$/.test(target.word) && items[n + 3]?.kind !== 'word')
      return resolvePronoun(scene, { ...first, i: n + 2 }, target.word === 'him' ? 'he' : 'she');
    const subject = target?.kind === 'word' && /^(?:the|a|an)$/.test(target.word) ? items[n + 3] : target;
    if (!isSubject(subject)) return wordsFrom(scene, first, items, n + 2);
    if (subject.kind === 'pronoun') return undefined;
    if ('possessive' in subject && subject.possessive) return undefined;
    return answer(asked, first, items, subject);
  }
  return undefined;
}

/** “people briefed on the talks”: nobody by name, the words up to the next mark. */
function wordsFrom(scene: Scene, at: Spot3, items: readonly Item[], from: number): Speaker | undefined {
  let to = from;
  while (to < items.length && to < from + 9 && items[to]?.kind !== 'mark' && items[to]?.kind !== 'quote')
    to += 1;
  const start = items[from]?.start;
  const end = items[to - 1]?.end;
  if (start === undefined || end === undefined || to === from || to === from + 9) return undefined;
  const text = scene.passages[at.p]?.marked.passage.text.slice(start, end) ?? '';
  return /^(?:this|that|his|her|its|their|what|it)\b/i.test(text) ? undefined : { name: text };
}

/** “…”, X says / , said X, further on in the sentence. */
function laterVerb(asked: Asked): Speaker | undefined {
  const { scene, last } = asked;
  const items = itemsAt(scene, last);
  // “The lawyer said it was “…”, noted X”: the words are another's.
  if (items.slice(0, last.i).some((item, n) => isSaying(items, item, n))) return undefined;
  for (let v = last.i + 1; v < items.length; v += 1) {
    const verb = items[v];
    if (verb?.kind === 'quote' || isMark(verb, ';') || isMark(verb, ':')) return undefined;
    if (verb?.kind !== 'verb' || verb.form !== 'finite' || isPassive(items, v)) continue;
    const subject = isMark(items[v - 1], ',') ? inverted(items, v, items.length) : findSubject(items, v);
    if (!subject) return undefined;
    const at = items.indexOf(subject);
    if (at < last.i || (at < v && !isMark(items[at - 1], ','))) return undefined;
    const next = items[v + 1];
    if (next?.kind === 'word' && /^(?:that|it|the|they|there|he|she)$/.test(next.word)) return undefined;
    return answer(asked, last, items, subject);
  }
  return undefined;
}

function isSaying(items: readonly Item[], item: Item, at: number): boolean {
  return (
    item.kind === 'verb' &&
    item.form === 'finite' &&
    at > 0 &&
    !isPassive(items, at) &&
    !isNounAfter(items[at - 1])
  );
}

function sameSentence(asked: Asked): Speaker | undefined {
  const { scene, first, quotation } = asked;
  const items = itemsAt(scene, first);
  const own = items[first.i];
  for (let n = first.i - 1; n >= 0; n -= 1) {
    const item = items[n];
    if (item?.kind === 'verb' && item.form === 'finite') return undefined;
    if (item?.kind !== 'quote' || item.quotation === quotation) continue;
    return own && own.start - item.end <= 90 ? scene.settled.get(item.quotation) : undefined;
  }
  return undefined;
}

/** A quotation that opens its own sentence after one whose speaker is known. */
function continued(asked: Asked): Speaker | undefined {
  const { scene, first } = asked;
  const items = itemsAt(scene, first);
  const passage = scene.passages[first.p];
  if (first.i > 0 || !passage) return undefined;
  if (first.s > 0) return lastSettled(scene, itemsAt(scene, { ...first, s: first.s - 1 }));
  // A paragraph of its own: only where it is nothing but quoted words.
  if (passage.sentences.some((s) => s.items.some((item) => item.kind !== 'quote')) || items.length === 0)
    return undefined;
  for (let p = first.p - 1; p >= 0; p -= 1) {
    const before = scene.passages[p];
    if (before?.marked.passage.role !== 'paragraph') return undefined;
    const end = before.sentences.at(-1)?.items ?? [];
    const speaker = lastSettled(scene, end);
    // What a scraper left of a link (“previous”) is no paragraph.
    if (speaker || before.marked.words.length > 3) return speaker;
  }
  return undefined;
}

function lastSettled(scene: Scene, items: readonly Item[]): Speaker | undefined {
  const quotes = items
    .filter((item) => item.kind === 'quote')
    .map((item) => scene.settled.get(item.quotation));
  return quotes.findLast((speaker) => speaker !== undefined);
}

/** The sentence's subject expresses, gives or makes something in quoted words. */
function expression(asked: Asked): Speaker | undefined {
  const { scene, first } = asked;
  const items = itemsAt(scene, first);
  const subject = mainSubject(items, first.i);
  if (!subject || (!isPerson(subject) && subject.kind !== 'pronoun')) return undefined;
  if (subject.kind === 'pronoun' && !/^(?:he|she)$/.test(subject.word)) return undefined;
  const after = items.slice(items.indexOf(subject) + 1, items.indexOf(subject) + 4);
  if (!after.some((item) => item.kind === 'word' && EXPRESSES.test(item.word))) return undefined;
  return answer(asked, first, items, subject);
}

function paragraphBefore(asked: Asked): Speaker | undefined {
  const { scene, first, length } = asked;
  const passage = scene.passages[first.p];
  if (first.s > 0 || first.i > 0 || length < 8 || !passage) return undefined;
  if (passage.sentences.some((s) => s.items.some((item) => item.kind !== 'quote' && item.kind !== 'mark')))
    return undefined;
  const before = scene.passages[first.p - 1];
  if (before?.marked.passage.role !== 'paragraph') return undefined;
  const at = { p: first.p - 1, s: before.sentences.length - 1, i: 0 };
  const items = itemsAt(scene, at);
  const verb = items.findLastIndex((item) => item.kind === 'verb' && item.form === 'finite');
  const subject = (verb >= 0 ? findSubject(items, verb) : undefined) ?? mainSubject(items);
  if (!subject) return undefined;
  const speaker = answer(asked, at, items, subject);
  return speaker?.kind === 'people' ? speaker : undefined;
}

/** A full quotation opens the paragraph after one in which a single person was quoted, and nobody else acts. */
function takenUp(asked: Asked): Speaker | undefined {
  const { scene, first, last, length } = asked;
  const passage = scene.passages[first.p];
  const before = scene.passages[first.p - 1];
  if (first.s > 0 || first.i > 0 || length < 12 || before?.marked.passage.role !== 'paragraph')
    return undefined;
  const own = itemsAt(scene, last);
  if (!passage || own.some((item) => item.kind !== 'quote' && item.kind !== 'mark')) return undefined;
  const speakers = before.sentences.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'quote' ? [scene.settled.get(item.quotation)] : [])),
  );
  const [speaker] = speakers;
  if (speaker?.kind !== 'people' || speakers.some((other) => other?.id !== speaker.id)) return undefined;
  const quoted = before.sentences.findLastIndex(({ items }) => items.some((item) => item.kind === 'quote'));
  const around = [...before.sentences.slice(quoted + 1), ...passage.sentences.slice(last.s + 1)];
  const isSomebodyElse = around.some(({ items }) => {
    const subject = mainSubject(items);
    return subject !== undefined && (subject.kind === 'pronoun' || isPerson(subject));
  });
  return isSomebodyElse ? undefined : speaker;
}

function heading(asked: Asked): Speaker | undefined {
  const { scene, first } = asked;
  const passage = scene.passages[first.p];
  if (!passage || !/^(?:headline|crosshead)$/.test(passage.marked.passage.role)) return undefined;
  const items = itemsAt(scene, first);
  const subject = items[0];
  if (subject?.kind !== 'name' || subject.possessive || isPreposition(items[1])) return undefined;
  return answer(asked, first, items, subject);
}

/** Rules that also tell who claims a number, asked at the number's place. */
const CLAIM_RULES = [
  'noun-cue',
  'lead-in',
  'according-to',
  'later-verb',
] as const satisfies readonly SpeakerRule[];

/** Who claims what stands at `at`, outside quotations. */
export function findClaimant(scene: Scene, at: Spot3): { speaker: Speaker; rule: SpeakerRule } | undefined {
  const asked: Asked = { scene, quotation: -1, first: at, last: at, length: 0 };
  for (const rule of CLAIM_RULES) {
    const speaker = SPEAKER_RULES[rule].find(asked);
    if (speaker) return { speaker, rule };
  }
  return undefined;
}
