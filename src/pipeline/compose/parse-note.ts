/**
 * An editor's Markdown as body nodes: paragraphs, headings, lists, emphasis, links, and lines of the
 * sources that are held against their words.
 */
import type { PhrasingContent, Root, RootContent } from 'mdast';
import { remark } from 'remark';
import type { VFile } from 'vfile';
import type { Excerpt } from '../../briefing.ts';
import type { Article } from '../types.ts';
import type { BodyNode } from '../write/serialise.ts';
import { citeLines } from './cite.ts';
import { mdxComponent } from './mdx-component.ts';

const QUOTED = /\[\[([0-9a-f]+:\d+(?:[-–]\d+)?)\s+'([^\]]*)'\]\]/g;

/** What the blocks and phrases of one text are held against; each complaint withholds the text. */
interface Desk {
  /** The words at a reference, or undefined with a complaint. */
  readonly check: (cite: string, words: string) => Excerpt | undefined;
  /** Complains about brackets that quote no line. */
  readonly misquote: (words: string) => void;
  /** Complains about what cannot stand in the text. */
  readonly refuse: (node: RootContent) => void;
}

/** Complains about words that an editor wrote. */
export type Complain = (words: string, reason: string) => void;

/** Complaints as fatal messages on the file that holds the words, at their line. */
export function complainOn(file: VFile): Complain {
  return (words, reason) => {
    const message = file.message(reason, {
      place: { line: lineOf(file, words), column: 1 },
      ruleId: 'quoted-line',
      source: 'sourceline',
    });
    message.fatal = true;
  };
}

/**
 * Body nodes of what an editor wrote. Lines may be quoted by reference and by their words:
 * `[[003:39-43 'What we see on the ground']]`. Nothing, with complaints, where a source does not hold
 * the words or something cannot stand there: under the author’s name a text with holes would be another one.
 */
export function parseNote(
  markdown: string,
  articles: ReadonlyMap<string, Article>,
  complain: Complain,
): BodyNode[] {
  let withheld = false;
  const withhold: Complain = (words, reason) => {
    withheld = true;
    complain(words, `${reason}; the whole text is left out until this is mended`);
  };
  const desk: Desk = {
    check: (cite, words) => checkQuotedLine(articles, withhold, cite, words),
    misquote: (words) =>
      withhold(
        words,
        `\`${words}\` quotes no line, expected \`[[003:39-43 'words of these lines']]\` with straight quotation marks around plain words`,
      ),
    refuse: ({ type, position }) => {
      const words = markdown.slice(position?.start.offset, position?.end.offset).split('\n')[0] ?? '';
      withhold(words, `\`${type}\` cannot stand here, expected paragraphs, headings and lists`);
    },
  };
  const root: Root = remark().parse(markdown);
  const body = root.children.flatMap((node) => noteBlock(node, desk));
  return withheld ? [] : body;
}

/** The words at a reference as an excerpt, or undefined with a complaint. */
export function checkQuotedLine(
  articles: ReadonlyMap<string, Article>,
  complain: Complain,
  cite: string,
  words: string,
): Excerpt | undefined {
  const result = quoteLines(articles, cite, words);
  if (typeof result !== 'string') return result;
  complain(cite, result);
  return undefined;
}

/** The words at a reference as an excerpt, or what is wrong. White space is not compared. */
function quoteLines(articles: ReadonlyMap<string, Article>, cite: string, words: string): Excerpt | string {
  const [, ref = '', from = '', to = from] = /^([0-9a-f]+):(\d+)(?:[-–](\d+))?$/.exec(cite) ?? [];
  const article = articles.get(ref);
  if (!article) return `\`${cite}\`: there is no source \`${ref}\``;
  const cited = article.passages.filter(
    (passage) => passage.line >= Number(from) && passage.to <= Number(to) && passage.role !== 'caption',
  );
  const wanted = words.replaceAll(/\s+/g, ' ').trim();
  const text = cited.map((passage) => passage.text).join(' ');
  const at = text.replaceAll(/\s/g, ' ').indexOf(wanted);
  if (cited.length > 0 && at >= 0) {
    const lines = cited.flatMap(({ line, to: last }) =>
      article.lines.filter((l) => l.n >= line && l.n <= last && l.status !== 'blank').map((l) => l.n),
    );
    return { text: text.slice(at, at + wanted.length), cite: citeLines(article, lines) };
  }
  if (
    article.lines.some(
      ({ n, text: shown, status }) => n === Number(from) && shown === '' && status !== 'blank',
    )
  )
    return `\`${cite}\` is not republished, see \`republish\` in \`site.yaml\` and beside the seed`;
  const nearest = article.passages.find((passage) => passage.text.replaceAll(/\s/g, ' ').includes(wanted));
  if (nearest) return `\`${cite}\` does not hold these words, they stand at \`${ref}:${nearest.line}\``;
  const [first] = cited;
  if (!first) return `\`${cite}\` cannot be quoted, ${whyUnquotable(article, Number(from))}`;
  return `\`${cite}\` does not hold the words ${JSON.stringify(wanted)}, there stands ${JSON.stringify(first.text)}`;
}

/** Why no passage lies at a line, and what to do. */
function whyUnquotable({ ref, lines, passages }: Article, n: number): string {
  const line = lines.find((one) => one.n === n);
  if (!line) return `\`${ref}\` has no line ${n}; cite kept lines`;
  if (line.status === 'removed' || line.status === 'set-aside') {
    const done = line.status === 'removed' ? 'removed' : 'set aside';
    return `line ${n} is ${done} (${line.reason}); cite kept lines, or keep it in a sidecar`;
  }
  const around = passages.find((one) => one.line <= n && n <= one.to && one.role !== 'caption');
  if (around) return `line ${n} is part of a paragraph; cite \`${ref}:${around.line}-${around.to}\``;
  return `line ${n} is ${line.status === 'blank' ? 'blank' : 'a caption'}; cite kept lines`;
}

/** A link to no address of the web is its words; where it has none, the page would not read back. */
function noteBlock(node: RootContent, desk: Desk): BodyNode[] {
  if (node.type === 'heading' || node.type === 'paragraph') {
    const children = notePhrases(node.children, desk);
    if (!hasWords(children)) return [];
    // The page's title is the one heading above.
    return [
      node.type === 'heading'
        ? { type: 'heading', depth: node.depth <= 2 ? 2 : 3, children }
        : { type: 'paragraph', children },
    ];
  }
  if (node.type === 'list') {
    const items = node.children.map((item) => ({
      ...item,
      children: item.children.flatMap((child) => noteBlock(child, desk)),
    }));
    return [{ ...node, children: items } as BodyNode];
  }
  desk.refuse(node);
  return [];
}

function notePhrases(nodes: readonly PhrasingContent[], desk: Desk): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return quotePhrases(node.value.replaceAll(/\s*\n\s*/g, ' '), desk);
    if ('children' in node) {
      const children = notePhrases(node.children as PhrasingContent[], desk);
      if (!hasWords(children)) return [];
      if (node.type === 'emphasis' || node.type === 'strong') return [{ ...node, children }];
      if (node.type === 'link' && /^(?:https?:\/\/|mailto:)/.test(node.url))
        return [{ type: 'link', url: node.url, children }];
      return children;
    }
    // Code and HTML are words here like any others.
    if ('value' in node) return [{ type: 'text', value: node.value.replaceAll(/\s*\n\s*/g, ' ') }];
    if (node.type === 'break') return [{ type: 'text', value: ' ' }];
    desk.refuse(node);
    return [];
  });
}

function hasWords(phrases: readonly PhrasingContent[]): boolean {
  return phrases.some((phrase) => phrase.type !== 'text' || phrase.value.trim() !== '');
}

function quotePhrases(text: string, { check, misquote }: Desk): PhrasingContent[] {
  const phrases: PhrasingContent[] = [];
  const rest = /\[\[[^\]]{0,40}\]{0,2}/.exec(text.replaceAll(QUOTED, ''))?.[0];
  if (rest !== undefined) misquote(rest);
  let done = 0;
  for (const match of text.matchAll(QUOTED)) {
    if (match.index > done) phrases.push({ type: 'text', value: text.slice(done, match.index) });
    const excerpt = check(match[1] ?? '', match[2] ?? '');
    if (excerpt)
      phrases.push(mdxComponent('Quoted', { cite: excerpt.cite }, [{ type: 'text', value: excerpt.text }]));
    done = match.index + match[0].length;
  }
  if (done < text.length) phrases.push({ type: 'text', value: text.slice(done) });
  return phrases;
}

/** First line of the file that holds the words, for messages. */
function lineOf(file: VFile, words: string): number {
  const at = String(file).indexOf(words);
  return at < 0 ? 1 : String(file).slice(0, at).split('\n').length;
}
