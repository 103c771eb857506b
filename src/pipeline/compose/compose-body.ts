/** The body of a briefing: one node a passage, words as they are, names linked, gaps marked. */
import type { Paragraph, PhrasingContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { BriefingMatter } from '../../briefing.ts';
import type { Article, Mention, Passage, Span } from '../types.ts';
import type { BodyNode } from '../write/serialise.ts';
import { sentencesOf } from './cite.ts';
import type { CorpusIndex } from './index-corpus.ts';
import { mdxComponent } from './mdx-component.ts';

/** From this many sentences on, a line is too long to be pointed at as a whole. */
const MANY_SENTENCES = 7;

/** Passages and gaps in the order of their lines; the stated headline stands above the body. */
export function composeBody(index: CorpusIndex, article: Article, gaps: BriefingMatter['gaps']): BodyNode[] {
  const body: { line: number; node: BodyNode }[] = [];
  const mentions = Map.groupBy(article.annotations.mentions, (mention) => mention.line);
  let section = new Set<string>();
  for (const passage of article.passages) {
    const isHeadline = passage.role === 'headline' && article.headline.standing === 'stated';
    if (isHeadline || passage.role === 'caption') continue;
    if (passage.role === 'crosshead') section = new Set();
    const linked = pickMentions(index, mentions.get(passage.line) ?? [], section);
    body.push({ line: passage.line, node: passageNode(article, passage, linked) });
  }
  for (const gap of gaps) body.push({ line: Number(gap.at), node: gapNode(gap.at) });
  return body.sort((a, b) => a.line - b.line).map((item) => item.node);
}

/** The first mention of each name in a section that has a page, in order, none inside another. */
function pickMentions(index: CorpusIndex, mentions: readonly Mention[], section: Set<string>): Mention[] {
  const picked: Mention[] = [];
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const of = `${mention.kind}/${mention.id}`;
    const isInside = mention.start < (picked.at(-1)?.end ?? 0);
    if (isInside || section.has(of) || !index.hasPage(mention.kind, mention.id)) continue;
    section.add(of);
    picked.push(mention);
  }
  return picked;
}

function passageNode(article: Article, passage: Passage, mentions: readonly Mention[]): Paragraph {
  const attributes = {
    source: article.ref,
    line: String(passage.line),
    ...(passage.to === passage.line ? {} : { to: String(passage.to) }),
    ...(passage.language === undefined ? {} : { lang: passage.language }),
  };
  const sentences = passage.role === 'crosshead' ? [] : sentencesOf(article, passage.line);
  const children =
    sentences.length < MANY_SENTENCES
      ? phraseText(passage, mentions, 0, passage.text.length)
      : numberSentences(passage, mentions, sentences);
  const name = passage.role === 'crosshead' ? 'Crosshead' : 'Passage';
  return { type: 'paragraph', children: [mdxComponent(name, attributes, children)] };
}

/** Each sentence with an anchor of its own, `L1.4`; what stands between them stays between them. */
function numberSentences(
  passage: Passage,
  mentions: readonly Mention[],
  sentences: readonly Span[],
): PhrasingContent[] {
  const children: PhrasingContent[] = [];
  let done = 0;
  for (const [at, { start, end }] of sentences.entries()) {
    children.push(...phraseText(passage, [], done, start));
    const words = phraseText(passage, mentions, start, end);
    children.push(mdxComponent('Sentence', { at: `${passage.line}.${at + 1}` }, words));
    done = end;
  }
  return [...children, ...phraseText(passage, [], done, passage.text.length)];
}

/** Part of a passage's words with the mentions that lie in it as links. */
function phraseText(
  { text }: Passage,
  mentions: readonly Mention[],
  from: number,
  to: number,
): PhrasingContent[] {
  const children: PhrasingContent[] = [];
  let done = from;
  for (const { kind, id, start, end } of mentions) {
    if (start < done || end > to) continue;
    if (start > done) children.push({ type: 'text', value: text.slice(done, start) });
    const words: PhrasingContent = { type: 'text', value: text.slice(start, end) };
    children.push(mdxComponent('Mention', { of: `${kind}/${id}` }, [words]));
    done = end;
  }
  if (done < to) children.push({ type: 'text', value: text.slice(done, to) });
  return children;
}

function gapNode(at: string): MdxJsxFlowElement {
  return { ...mdxComponent('Gap', { at }, []), type: 'mdxJsxFlowElement', children: [] };
}
