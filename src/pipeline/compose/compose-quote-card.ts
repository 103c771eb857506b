/** A quotation as a card: the words with the source's own marks, whose they are, and by which rule. */
import type { Excerpt, NameLink, QuoteCard } from '../../briefing.ts';
import type { CorpusQuotation, Quotation, Speaker } from '../types.ts';
import { excerptOf } from './cite.ts';
import { type CorpusIndex, citePassages } from './index-corpus.ts';

export function composeQuoteCard(index: CorpusIndex, entry: CorpusQuotation): QuoteCard {
  const { ref, quotation } = entry;
  const { speaker } = quotation;
  const link = linkSpeaker(index, quotation);
  return {
    words: quoteWords(index, ref, quotation),
    cite: citePassages(
      index,
      ref,
      quotation.parts.map((part) => part.line),
    ),
    also: entry.also.flatMap((other) => quoteWords(index, other.ref, other.quotation)),
    speaker: link,
    speakerWords: link ? undefined : speaker?.name,
    role: speaker && roleOf(index, ref, speaker),
    kind: quotation.kind === 'scare' ? 'partial' : quotation.kind,
    rule: quotation.rule,
    confidence: quotation.confidence,
    note: quotation.dash ? 'The source prints a dash, no quotation marks' : undefined,
  };
}

/** What the cards of these quotations are made of: keys of all articles that print them, and the rest. */
export function listQuoteKeys(
  index: CorpusIndex,
  entries: readonly CorpusQuotation[],
): { readonly articles: readonly (string | undefined)[]; readonly rest: readonly unknown[] } {
  return {
    articles: entries.flatMap(({ ref, also }) =>
      [ref, ...also.map((other) => other.ref)].map(index.articleKey),
    ),
    rest: entries.map((entry) => [entry, linkSpeaker(index, entry.quotation)]),
  };
}

const OPENING = /[“”"„«‘’'–—]\s?$/;
const CLOSING = /^[,.]?[“”"»‘’']/;

function linkSpeaker(index: CorpusIndex, { speaker }: Quotation): NameLink | undefined {
  return speaker?.id && speaker.kind ? index.nameLink(speaker.kind, speaker.id) : undefined;
}

/** One excerpt a paragraph, widened over the marks that stand around the words. */
function quoteWords(index: CorpusIndex, ref: string, quotation: Quotation): Excerpt[] {
  return quotation.parts.map((part) => {
    const passage = index.passage(ref, part.line);
    const opening = OPENING.exec(passage.text.slice(0, part.start))?.[0].length ?? 0;
    const closing = CLOSING.exec(passage.text.slice(part.end))?.[0].length ?? 0;
    const { text, cite } = excerptOf(index.article(ref), passage, part.start - opening, part.end + closing);
    return { text, cite };
  });
}

/** The role as this source prints it: beside the quotation, else where it first names the speaker with one. */
function roleOf(index: CorpusIndex, ref: string, speaker: Speaker): Excerpt | undefined {
  const { id, kind } = speaker;
  const name = id !== undefined && kind ? index.findName(kind, id) : undefined;
  const role = speaker.role ?? name?.roles.find((printed) => printed.ref === ref);
  if (!role) return undefined;
  const { text, cite } = excerptOf(index.article(ref), index.passage(ref, role.line), role.start, role.end);
  return { text, cite };
}
