import type { Annotations, Mention, Passage } from '../types.ts';
import { findDates } from './dates.ts';
import { findFigures } from './figures.ts';
import { collectNames, type KnownNames, mergeNames } from './names/collect-names.ts';
import { indexNames, type NameIndex } from './names/index-names.ts';
import { type MarkedArticle, markFullNames, markSurnames } from './names/mark-names.ts';
import type { RolePhrase } from './names/role-phrases.ts';
import { isUnknown } from './names/spots.ts';
import { findQuotations } from './quotations.ts';
import { type DeedRule, findDeeds, readDeedRules } from './reports/find-deeds.ts';
import { findMeetings } from './reports/find-meetings.ts';
import { splitPassages } from './sentences.ts';
import { attributeQuotations } from './speakers/attribute.ts';
import type { ReadPassage } from './speakers/read-clauses.ts';
import type { Word } from './words.ts';

export type { NameIndex } from './names/index-names.ts';
export { collectNames, indexNames, mergeNames, readDeedRules };

/**
 * No sentence is longer, in characters. Rules look at all of a sentence for each number and quotation in it,
 * so that in one without an end they would look for hours.
 */
const LONGEST_SENTENCE = 4_000;

export interface AnnotateContext {
  /** `mergeNames` of what `collectNames` found in every article; without it an article stands alone. */
  readonly corpus?: KnownNames | undefined;
  /** Day of publication where the source or the editor states one (`2022-02-15`). */
  readonly published?: string | undefined;
  /** BCP 47; the rules are English, so another language gets its listed names and nothing else. */
  readonly language?: string | undefined;
  /** What themes list; without it no deeds are found. */
  readonly deeds?: readonly DeedRule[] | undefined;
}

/**
 * Names, quotations with speakers, figures, dates and meetings of an article. Pass the kept lines in order and
 * the captions at their place: names draw on captions, quotations and figures do not.
 */
export function annotate(
  passages: readonly Passage[],
  index: NameIndex,
  context: AnnotateContext = {},
): Annotations {
  const sentences = splitPassages(passages);
  const endless = new Set(
    sentences.filter(({ start, end }) => end - start > LONGEST_SENTENCE).map(({ line }) => line),
  );
  const read = passages.filter(({ line }) => !endless.has(line));
  const article = markSurnames(markFullNames(read, index), index, context.corpus?.bySurname ?? new Map());
  if (context.language && !/^en(?:-|$)/.test(context.language)) {
    const listed = listMentions(article).filter((mention) => !mention.found);
    return { mentions: listed, quotations: [], figures: [], dates: [], meetings: [], deeds: [], sentences };
  }
  const { quotations, scene } = attributeQuotations(findQuotations(read), article, index, context);
  return {
    mentions: listMentions(article, scene.passages),
    quotations,
    figures: findFigures(scene, quotations),
    dates: findDates(article.passages, quotations, context.published?.slice(0, 10)),
    meetings: findMeetings(scene.passages),
    deeds: findDeeds(scene.passages, context.deeds ?? []),
    sentences,
  };
}

/** @param read passages whose role phrases were read; without them mentions carry no roles */
function listMentions(article: MarkedArticle, read: readonly ReadPassage[] = []): readonly Mention[] {
  const phrases = new Map(read.map(({ marked, roles }) => [marked.passage.line, roles]));
  return article.passages.flatMap(({ passage, words, spots }) => {
    const roles = (phrases.get(passage.line) ?? []).filter(({ plural }) => !plural);
    return spots.flatMap((spot): Mention[] => {
      const first = words[spot.from];
      const last = words[spot.to - 1];
      if (spot.kind === 'demonym' || isUnknown(spot) || !first || !last) return [];
      const { start } = first;
      const { end } = last;
      const text = passage.text.slice(start, end);
      const found = spot.found ? { found: true as const } : {};
      const role = roleOf(
        passage,
        words,
        roles.find(({ person }) => person === spot),
      );
      const { kind, id, name } = spot;
      return [{ line: passage.line, start, end, text, kind, id, name, ...found, ...role }];
    });
  });
}

function roleOf(
  { line, text }: Passage,
  words: readonly Word[],
  phrase: RolePhrase | undefined,
): Pick<Mention, 'role'> {
  const first = phrase && words[phrase.from];
  const last = phrase && words[phrase.to - 1];
  // “his counterpart” says nothing away from its sentence.
  if (!first || !last || /^(?:his|her|its|their|our|my)$/i.test(first.text)) return {};
  const { start } = first;
  const { end } = last;
  return { role: { line, start, end, text: text.slice(start, end) } };
}
