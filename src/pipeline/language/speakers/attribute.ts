import type { Quotation, Speaker } from '../../types.ts';
import type { AnnotateContext } from '../annotate.ts';
import type { NameIndex } from '../names/index-names.ts';
import type { MarkedArticle } from '../names/mark-names.ts';
import type { QuotedWords } from '../quotations.ts';
import { type ReadPassage, readClauses } from './read-clauses.ts';
import type { Scene, Spot3 } from './resolve.ts';
import { type Asked, SPEAKER_RULES, type SpeakerRule } from './rules.ts';

/** Quotations with kind and speaker in the order of the text, and the scene that they were read in. */
export function attributeQuotations(
  quoted: readonly QuotedWords[],
  article: MarkedArticle,
  index: NameIndex,
  context: AnnotateContext,
): { readonly quotations: readonly Quotation[]; readonly scene: Scene } {
  const settled = new Map<number, Speaker>();
  const passages = readClauses(article, quoted, index);
  const scene: Scene = {
    article,
    passages,
    index,
    corpus: context.corpus,
    published: context.published,
    settled,
  };
  const places = listPlaces(passages);
  const lines = new Map(passages.map((passage) => [passage.marked.passage.line, passage]));
  const quotations = quoted.flatMap((words, quotation): Quotation[] => {
    const text = words.parts
      .map((part) => lines.get(part.line)?.marked.passage.text.slice(part.start, part.end) ?? '')
      .join(' ');
    const length = text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)?.length ?? 0;
    const first = places.get(`${quotation} 0`);
    const last = places.get(`${quotation} ${words.parts.length - 1}`);
    if (!first || !last || length === 0) return [];
    if (isTitle(text, lines.get(words.parts[0]?.line ?? 0), words)) return [];
    const asked: Asked = { scene, quotation, first, last, length };
    const answer = ask(asked);
    if (answer) settled.set(quotation, answer.speaker);
    const heading = lines.get(words.parts[0]?.line ?? 0)?.marked.passage.role !== 'paragraph';
    return [
      {
        text,
        parts: words.parts,
        kind: heading ? 'headline' : kindOf(asked, words, answer !== undefined),
        ...(answer
          ? { speaker: answer.speaker, rule: answer.rule, confidence: SPEAKER_RULES[answer.rule].confidence }
          : { rule: 'none', confidence: 'low' as const }),
        ...(words.dash ? { dash: true as const } : {}),
        ...(words.unclosed ? { unclosed: true as const } : {}),
      },
    ];
  });
  return { quotations, scene };
}

function ask(asked: Asked): { speaker: Speaker; rule: SpeakerRule } | undefined {
  for (const rule of Object.keys(SPEAKER_RULES) as SpeakerRule[]) {
    const speaker = SPEAKER_RULES[rule].find(asked);
    if (speaker) return { speaker, rule };
  }
  return undefined;
}

/** Own clause or eight words: full; up to three words that nobody says: scare quotes; else a part. */
function kindOf({ length, first, scene }: Asked, words: QuotedWords, spoken: boolean): Quotation['kind'] {
  if (length <= 3 && !spoken) return 'scare';
  if (length >= 8 || words.dash) return 'full';
  const items = scene.passages[first.p]?.sentences[first.s]?.items ?? [];
  const before = items[first.i - 1];
  const own = first.i === 0 || (before?.kind === 'mark' && /^[:,–—-]$/.test(before.word));
  return own && length > 3 ? 'full' : 'partial';
}

/** The name of a broadcast, book or plan: “State of the Nation”. */
function isTitle(text: string, passage: ReadPassage | undefined, words: QuotedWords): boolean {
  const parts = text.replace(/[.,!?]$/, '').split(/\s+/);
  if (parts.length < 2 || parts.length > 7 || words.parts.length > 1) return false;
  const capital = parts.every(
    (word) =>
      /^[\p{Lu}\p{N}]/u.test(word) || /^(?:of|the|and|in|on|a|an|for|to|with|from|at|is|its)$/.test(word),
  );
  if (!capital || !/^\p{Lu}/u.test(parts.at(-1) ?? '')) return false;
  const before = passage?.marked.passage.text.slice(0, words.open).trimEnd() ?? '';
  return /(?:['’]s|['’]|\bon|\bprogram(?:me)?|\bshow|\bfilm|\bbook|\bseries|\bcalled|\bentitled|\btitled|\bdrills?|\bexercises?|\bthe)$/.test(
    before,
  );
}

/** Where each part of each quotation stands, by the numbers of both. */
function listPlaces(passages: readonly ReadPassage[]): ReadonlyMap<string, Spot3> {
  const places = new Map<string, Spot3>();
  for (const [p, passage] of passages.entries())
    for (const [s, sentence] of passage.sentences.entries())
      for (const [i, item] of sentence.items.entries()) {
        if (item.kind !== 'quote') continue;
        const key = `${item.quotation} ${item.part}`;
        if (!places.has(key)) places.set(key, { p, s, i });
      }
  return places;
}
