/** The cleaned article as a page: its passages as body, everything that stands around them as matter. */
import type { Paragraph, PhrasingContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { BriefingMatter, MdxComponent, SideNote, TakenOut } from '../../briefing.ts';
import type { Article, Line, Mention, Passage } from '../types.ts';
import type { BodyNode, Page } from '../write/serialise.ts';
import { excerptOf, excerptPassage } from './cite.ts';
import { composeQuoteCard } from './compose-quote-card.ts';
import { composeRelated } from './compose-related.ts';
import {
  briefingPath,
  type CorpusIndex,
  citePassages,
  countName,
  countsOf,
  headlineOf,
  ticksOf,
} from './index-corpus.ts';
import { mdxComponent } from './mdx-component.ts';
import { parseNote } from './parse-note.ts';

export function composeBriefings(index: CorpusIndex): Page[] {
  return index.corpus.articles.map((article) => composeBriefing(index, article));
}

function composeBriefing(index: CorpusIndex, article: Article): Page {
  const { ref, source } = article;
  const home = article.themes[0];
  const gaps = findGaps(article);
  const names = index.names
    .map((name) => ({ ...name, mentions: name.mentions.filter((mention) => mention.ref === ref) }))
    .filter((name) => name.mentions.length > 0)
    .map((name) => countName(index, name))
    .sort((a, b) => b.lines - a.lines || (a.name < b.name ? -1 : 1));
  const shelf = home ? index.briefingsOf(home.id) : [];
  const at = shelf.findIndex((other) => other.ref === ref);
  const neighbour = (step: -1 | 1): BriefingMatter['next'] => {
    const other = at < 0 ? undefined : shelf[at + step];
    return other && { path: briefingPath(other), headline: headlineOf(other) };
  };
  const facet = (kind: string): string[] =>
    names.filter((name) => name.kind === kind).map((name) => name.name);
  const matter: BriefingMatter = {
    kind: 'briefing',
    path: briefingPath(article),
    title: article.headline.text,
    description: describe(index, article),
    ref,
    headline: headlineOf(article),
    theme: home && index.chip(home.id),
    touches: article.themes.slice(1).map((theme) => ({
      theme: index.chip(theme.id),
      path: `/themes/${theme.id}/`,
      cite: citePassages(index, ref, theme.lines),
    })),
    language: article.language,
    publisher: source.publisher,
    author: source.author,
    published: source.published,
    url: source.url,
    counts: countsOf(article),
    seed: source.seed,
    sha256: source.sha256,
    sourcePath: `/sources/${ref}/`,
    ticks: ticksOf(article),
    lead: leadOf(article),
    brief: composeBrief(index, article),
    gaps,
    notes: composeNotes(index, article),
    quotes: index.corpus.quotations
      .filter((entry) => entry.ref === ref && entry.quotation.kind !== 'scare')
      .map((entry) => composeQuoteCard(index, entry)),
    names,
    related: composeRelated(index, article),
    previous: neighbour(-1),
    next: neighbour(1),
    facets: { people: facet('people'), organisations: facet('organisations'), places: facet('places') },
  };
  return { matter, body: [...composeNote(index, article), ...composeBody(index, article, gaps)] };
}

function describe(index: CorpusIndex, article: Article): string {
  const point = index.card(article.ref).excerpt?.text;
  const first = article.passages.find((passage) => passage.role === 'paragraph')?.text;
  return point ?? first ?? article.headline.text;
}

/** Key points beside the lead, which stands above them in full. */
function composeBrief(index: CorpusIndex, article: Article): BriefingMatter['brief'] {
  const lead = leadOf(article);
  const points = index.corpus.keyPoints.get(article.ref)?.filter((point) => point.line !== lead) ?? [];
  if (points.length === 0) return undefined;
  return {
    rule: article.brief ? 'chosen by the editor' : 'sentences that carry most of the article',
    points: points.map((p) => excerptOf(article, index.passage(article.ref, p.line), p.start, p.end)),
  };
}

function leadOf(article: Article): number | undefined {
  return article.passages.find((passage) => passage.role === 'paragraph')?.line;
}

/** Runs of lines that were taken out between two kept ones, blank lines aside. */
function findGaps(article: Article): BriefingMatter['gaps'] {
  const gaps: { at: string; lines: TakenOut[] }[] = [];
  let open: TakenOut[] | undefined;
  for (const line of article.lines) {
    if (line.status === 'kept') open = undefined;
    if (line.status !== 'removed' && line.status !== 'set-aside') continue;
    if (!open) {
      open = [];
      gaps.push({ at: String(line.n), lines: open });
    }
    open.push(takenOut(line));
  }
  return gaps;
}

export function takenOut(line: Line): TakenOut {
  if (line.status !== 'removed' && line.status !== 'set-aside')
    throw new Error(`line ${line.n} was not taken out`);
  return {
    line: line.n,
    status: line.status,
    role: line.role,
    rule: line.rule ?? line.role,
    reason: line.reason ?? line.role,
    text: line.text,
  };
}

/** What another source says on the same words, beside the paragraph: at most one note a paragraph. */
function composeNotes(index: CorpusIndex, article: Article): SideNote[] {
  const notes = new Map<number, SideNote>();
  for (const link of index.linksFrom(article.ref)) {
    const other = index.article(link.to);
    for (const reason of link.reasons) {
      if (reason.kind !== 'quotation' && reason.kind !== 'figure' && reason.kind !== 'wire-copy') continue;
      const [here] = reason.from;
      const [there] = reason.to;
      if (here === undefined || there === undefined || notes.has(here)) continue;
      notes.set(here, {
        line: here,
        label: `Also in ${link.to}`,
        text: reason.text,
        words: excerptPassage(other, index.passage(link.to, there)),
      });
    }
  }
  return [...notes.values()].sort((a, b) => a.line - b.line);
}

/** What the editor says about the briefing; words that a source does not hold are a message on its seed. */
function composeNote(index: CorpusIndex, article: Article): BodyNode[] {
  if (article.note === undefined) return [];
  const children = parseNote(article.note, index.articles, article.file);
  return [{ type: 'mdxJsxFlowElement', name: 'Note', attributes: [], children }];
}

function composeBody(index: CorpusIndex, article: Article, gaps: BriefingMatter['gaps']): BodyNode[] {
  const body: { line: number; node: BodyNode }[] = [];
  const mentions = Map.groupBy(article.annotations.mentions, (mention) => mention.line);
  let section = new Set<string>();
  for (const passage of article.passages) {
    const isHeadline = passage.role === 'headline' && article.headline.standing === 'stated';
    if (isHeadline || passage.role === 'caption') continue;
    if (passage.role === 'crosshead') section = new Set();
    const component = passage.role === 'crosshead' ? 'Crosshead' : 'Passage';
    const children = linkMentions(index, passage, mentions.get(passage.line) ?? [], section);
    body.push({ line: passage.line, node: passageNode(article, passage, component, children) });
  }
  for (const gap of gaps) body.push({ line: Number(gap.at), node: gapNode(gap.at) });
  return body.sort((a, b) => a.line - b.line).map((item) => item.node);
}

/** The first mention of a name in a section becomes a link; words and their order stay as they are. */
function linkMentions(
  index: CorpusIndex,
  passage: Passage,
  mentions: readonly Mention[],
  section: Set<string>,
): PhrasingContent[] {
  const children: PhrasingContent[] = [];
  let done = 0;
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const of = `${mention.kind}/${mention.id}`;
    if (mention.start < done || section.has(of) || !index.nameLink(mention.kind, mention.id)) continue;
    section.add(of);
    if (mention.start > done) children.push({ type: 'text', value: passage.text.slice(done, mention.start) });
    const text = passage.text.slice(mention.start, mention.end);
    children.push(mdxComponent('Mention', { of }, [{ type: 'text', value: text }]));
    done = mention.end;
  }
  if (done < passage.text.length) children.push({ type: 'text', value: passage.text.slice(done) });
  return children;
}

function passageNode(
  article: Article,
  passage: Passage,
  name: MdxComponent,
  children: PhrasingContent[],
): Paragraph {
  const attributes = {
    source: article.ref,
    line: String(passage.line),
    ...(passage.to === passage.line ? {} : { to: String(passage.to) }),
  };
  return { type: 'paragraph', children: [mdxComponent(name, attributes, children)] };
}

function gapNode(at: string): MdxJsxFlowElement {
  return { ...mdxComponent('Gap', { at }, []), type: 'mdxJsxFlowElement', children: [] };
}
