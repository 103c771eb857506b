/** What a line looks like, computed once: every rule asks these facts and none looks at raw text again. */
import { stemmer } from 'stemmer';

export interface LineLook {
  /** The words for matching: straight quotation marks, plain spaces. Same length rules do not apply. */
  readonly plain: string;
  /** Lower-case letters and digits only: equal for two printings of the same words. */
  readonly signature: string;
  readonly words: number;
  readonly opensQuotation: boolean;
  readonly endsLikeSentence: boolean;
  /** A finite verb of the common kind stands in it. */
  readonly hasVerb: boolean;
  /** Could be a headline, crosshead, teaser or menu item: short, no sentence end, capital or quote first. */
  readonly headlineLike: boolean;
  /** Could be a person’s name: two to four capitalised words and nothing else. */
  readonly nameLike: boolean;
  /** A full sentence of running text, the kind that only strong rules may take. */
  readonly prose: boolean;
  /** Stems of its content words, each once; computed when first asked for. */
  contentStems(): ReadonlySet<string>;
}

/** Words that end a line when the sentence goes on in the next one. */
const VERBS =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did|says?|said|told|tells?|added|adds|went|goes|came|comes|took|takes|made|makes|gave|gives|got|gets|saw|sees|met|meets|began|begins|fell|rose|held|holds|kept|keeps|left|leaves|led|leads|lost|won|put|set|sent|spoke|wrote|ran|knew|knows|think|thinks|thought|want|wants|need|needs|want|believe|believes|remain|remains|appear|appears|include|includes|refuse|refuses|face|faces|[a-z]{3,}ed)\b/i;

const QUOTES: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
};

export function describeLine(text: string): LineLook {
  const plain = text
    .replace(/[‘’‚‛`“”„«»]/g, (mark) => QUOTES[mark] ?? mark)
    .replace(/\s+/g, ' ')
    .trim();
  const words = plain === '' ? 0 : plain.split(' ').length;
  // A number of a footnote may stand behind its end.
  const endsLikeSentence = /[.!?…]["')\]]*(?:\[\d{1,3}\])*$/.test(plain) || /[,;]"\.?$/.test(plain);
  const opensQuotation = /^["'](?=\S)/.test(plain);
  const hasVerb = VERBS.test(plain);
  const headlineLike =
    plain.length > 0 &&
    plain.length < 130 &&
    !/[.…]["')\]]*(?:\[\d{1,3}\])*$/.test(plain) &&
    !/[,;:–—]$/.test(plain) &&
    !/\p{Ll}{3}[.!?]["']? \p{Lu}/u.test(plain) &&
    /^["'([#]*[\p{Lu}\p{N}]/u.test(plain);
  let stems: ReadonlySet<string> | undefined;
  return {
    plain,
    signature: plain
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
    words,
    opensQuotation,
    endsLikeSentence,
    hasVerb,
    headlineLike,
    nameLike:
      words >= 2 &&
      words <= 4 &&
      plain.split(' ').every((word) => /^\p{Lu}[\p{L}\p{M}'.-]{0,30}$/u.test(word)),
    prose: endsLikeSentence && (words >= 9 || (words >= 5 && hasVerb)),
    contentStems() {
      stems ??= stemWords(plain);
      return stems;
    },
  };
}

const FUNCTION_WORDS = new Set(
  `a about above after again against ago all also although am among an and any are as at away back be because been
  before being between both but by can could did do does down during each even ever every for from further get gets had
  has have he her here hers him his how i if in into is it its just last like made make many may me might more most much
  must my near new no nor not now of off on once one only or other our out over own per s said same say says she should
  since so some still such t than that the their them then there these they this those through to too two under until up
  upon us very via was we were what when where which while who whom whose why will with within without would yet you your`.split(
    /\s+/,
  ),
);

/** Stems of the content words of a text, each once. */
function stemWords(plain: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of plain.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu))
    if (word.length > 1 && !FUNCTION_WORDS.has(word)) found.add(stemmer(word));
  return found;
}
