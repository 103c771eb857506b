/**
 * What may be published of the corpus: of a source that is not republished in full, only the lines
 * that the site cites stay (`quotations`: headline, key points, quotations, lines with figures, what the
 * editor quotes), or its headline alone (`none`). What remains is a corpus of its own, in which the other words were never
 * read, so that no page can come to show them.
 */
import { countPrinted } from '../relate/list-names.ts';
import type {
  Article,
  Corpus,
  CorpusName,
  CorpusQuotation,
  CrossLink,
  Passage,
  Quotation,
  Republish,
} from '../types.ts';

/** Tells whether the passage of a source that starts at a line may be shown. */
type IsOpen = (ref: string, line: number) => boolean;

/**
 * @param standard what holds for sources of which the editor says nothing
 * @param quoted lines that the editor quotes, by reference: `003:39`
 */
export function restrictCorpus(corpus: Corpus, standard: Republish, quoted: ReadonlySet<string>): Corpus {
  const modes = new Map(corpus.articles.map((article) => [article.ref, article.republish ?? standard]));
  const restricted = corpus.articles.filter(({ ref }) => modes.get(ref) !== 'full');
  if (restricted.length === 0) return corpus;
  const lines = new Map(
    restricted.map((article) => [article.ref, openLines(corpus, article, modes.get(article.ref), quoted)]),
  );
  const isOpen: IsOpen = (ref, line) => lines.get(ref)?.has(line) ?? true;
  const isQuotable: IsOpen = (ref, line) => modes.get(ref) !== 'none' && isOpen(ref, line);
  return {
    ...corpus,
    articles: corpus.articles.map((article) =>
      lines.has(article.ref) ? restrictArticle(article, modes.get(article.ref), isOpen) : article,
    ),
    names: corpus.names.flatMap((name) => restrictName(name, isOpen)),
    quotations: corpus.quotations.flatMap((entry) => restrictQuotation(entry, isQuotable)),
    figures: corpus.figures
      .map((set) => ({ ...set, figures: set.figures.filter(({ ref, figure }) => isOpen(ref, figure.line)) }))
      .filter(({ figures }) => figures.length > 0),
    links: corpus.links.flatMap((link) => restrictLink(link, isOpen)),
    keyPoints: new Map(
      [...corpus.keyPoints].flatMap(([ref, points]) => {
        const open = points.filter(({ line }) => isOpen(ref, line));
        return open.length > 0 ? [[ref, open] as const] : [];
      }),
    ),
  };
}

/** First lines of the passages that stay. */
function openLines(
  corpus: Corpus,
  article: Article,
  mode: Republish | undefined,
  quoted: ReadonlySet<string>,
): ReadonlySet<number> {
  const { ref, headline, annotations } = article;
  const passages = article.passages.filter(({ role }) => role !== 'caption');
  const open = new Set(passages.filter(({ role }) => role === 'headline').map(({ line }) => line));
  if (headline.standing === 'stated') open.add(headline.line);
  if (mode === 'none') return open;
  if (headline.standing === 'derived') open.add(headline.line);
  for (const { line } of corpus.keyPoints.get(ref) ?? []) open.add(line);
  for (const { kind, parts } of annotations.quotations)
    if (kind !== 'scare') for (const { line } of parts) open.add(line);
  for (const { line } of annotations.figures) open.add(line);
  for (const { line } of passages) if (quoted.has(`${ref}:${line}`)) open.add(line);
  return new Set(passages.flatMap(({ line }) => (open.has(line) ? [line] : [])));
}

function restrictArticle(article: Article, mode: Republish | undefined, isOpen: IsOpen): Article {
  const { ref, headline, annotations } = article;
  const stays = ({ line }: { readonly line: number }): boolean => isOpen(ref, line);
  const passages = article.passages.filter(stays);
  const [home, ...others] = article.themes.map((theme) => ({
    ...theme,
    // Terms are words of the text, too.
    terms: [
      ...new Set(
        passages.flatMap(({ themes }) =>
          themes.filter(({ id }) => id === theme.id).flatMap(({ terms }) => terms),
        ),
      ),
    ],
    lines: theme.lines.filter((line) => passages.some((passage) => passage.line === line)),
  }));
  return {
    ...article,
    state: undefined,
    republish: mode,
    slug: publishedSlug(article, mode),
    raw: '',
    headline: hidesHeadline(article, mode) ? { ...headline, text: `Source ${ref}` } : headline,
    lines: article.lines.map((line) => (isInside(line.n, passages) ? line : { ...line, text: '' })),
    passages: passages.map((passage) => ({
      ...passage,
      under: passages.some(({ line }) => line === passage.under) ? passage.under : undefined,
    })),
    themes: [...(home ? [home] : []), ...others.filter(({ lines }) => lines.length > 0)],
    annotations: {
      mentions: annotations.mentions.filter((mention) => isInside(mention.line, passages)),
      quotations: annotations.quotations.flatMap((quotation) => {
        const open = mode === 'none' ? undefined : openQuotation(ref, quotation, isOpen);
        return open ? [open] : [];
      }),
      figures: annotations.figures.filter(stays),
      dates: annotations.dates.filter(stays),
      meetings: annotations.meetings.filter(stays),
      deeds: annotations.deeds.filter(stays),
      sentences: annotations.sentences.filter(stays),
    },
  };
}

/** The address of a briefing repeats words of its headline. */
export function publishedSlug(article: Article, standard: Republish | undefined): string {
  return hidesHeadline(article, article.republish ?? standard) ? 'untitled' : article.slug;
}

/** Where the first line stands in for a headline, it is a line of the text like any other. */
function hidesHeadline({ headline }: Article, mode: Republish | undefined): boolean {
  return mode === 'none' && headline.standing === 'derived';
}

function isInside(n: number, passages: readonly Passage[]): boolean {
  return passages.some(({ line, to }) => line <= n && n <= to);
}

/** The quotation without a role that is printed in a line that does not stay; undefined if its own do not. */
function openQuotation(ref: string, quotation: Quotation, isOpen: IsOpen): Quotation | undefined {
  if (!quotation.parts.every(({ line }) => isOpen(ref, line))) return undefined;
  const { speaker } = quotation;
  if (!speaker?.role || isOpen(ref, speaker.role.line)) return quotation;
  return { ...quotation, speaker: { ...speaker, role: undefined } };
}

function restrictQuotation({ ref, quotation, also }: CorpusQuotation, isOpen: IsOpen): CorpusQuotation[] {
  const [first, ...rest] = [{ ref, quotation }, ...also].flatMap((entry) => {
    const open = openQuotation(entry.ref, entry.quotation, isOpen);
    return open ? [{ ref: entry.ref, quotation: open }] : [];
  });
  return first ? [{ ...first, also: rest }] : [];
}

function restrictName(name: CorpusName, isOpen: IsOpen): CorpusName[] {
  const mentions = name.mentions.filter(({ ref, line }) => isOpen(ref, line));
  if (mentions.length === 0) return [];
  const roles = name.roles.filter(({ ref, line }) => isOpen(ref, line));
  return [{ ...name, mentions, roles, printedAs: countPrinted(mentions) }];
}

function restrictLink(link: CrossLink, isOpen: IsOpen): CrossLink[] {
  const reasons = link.reasons.flatMap((reason) => {
    const from = reason.from.filter((line) => isOpen(link.from, line));
    const to = reason.to.filter((line) => isOpen(link.to, line));
    return from.length > 0 && to.length > 0 ? [{ ...reason, from, to }] : [];
  });
  return reasons.length > 0 ? [{ ...link, reasons }] : [];
}
