/**
 * HTML: main content and metadata by Readability, then lines, one a block of text. Nothing in the page
 * is run or fetched. The extracted text is the traced original and is published as such.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { normaliseLine } from '../normalise.ts';
import { parseStatedDate } from '../parse-stated-date.ts';
import type { FormatText } from './index.ts';
import type { StatedFacts } from './stated-facts.ts';

/** Deepest nesting of a page: real ones stay below 60, and the extractor's work grows with its third power. */
const DEEPEST = 200;

export function readHtml(html: string): FormatText | { readonly problem: string } {
  const { document } = parseHTML(
    /<(?:html|body)[\s>]/i.test(html.slice(0, 20_000)) ? html : `<html><body>${html}</body></html>`,
  );
  if (isDeeperThan(document as unknown as Node, DEEPEST))
    return { problem: `is HTML nested more than ${DEEPEST} deep, save the page as text` };
  const address = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  const language = document.documentElement?.getAttribute('lang') ?? undefined;
  let article: ReturnType<Readability['parse']>;
  try {
    article = new Readability(document as unknown as Document, {
      charThreshold: 200,
      maxElemsToParse: 200_000,
    }).parse();
  } catch {
    return { problem: 'is HTML that cannot be taken apart, save the page as text' };
  }
  if (!article?.content) return { problem: 'is HTML without an article, save the article’s own page' };
  const { document: content } = parseHTML(`<html><body>${article.content}</body></html>`);
  const blocks = collectBlocks(content.body as unknown as Element);
  const title = titleOf(article);
  if (title !== '' && blocks[0] !== title) blocks.unshift(title);
  if (blocks.length === 0) return { problem: 'is HTML without text' };
  return {
    text: `${blocks.join('\n\n')}\n`,
    facts: toFacts(article, address, language),
    changes: ['main text taken out of the HTML page'],
  };
}

/** Without recursion, which such a page is made to exhaust. */
function isDeeperThan(root: Node, deepest: number): boolean {
  const stack = [{ node: root, depth: 0 }];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (at.depth > deepest) return true;
    for (const node of at.node.childNodes) if (node.nodeType === 1) stack.push({ node, depth: at.depth + 1 });
  }
  return false;
}

const BLOCKS = new Set(
  'P DIV SECTION ARTICLE H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD BLOCKQUOTE PRE TABLE TR TD TH FIGURE FIGCAPTION HEADER FOOTER MAIN ASIDE HR BR FORM'.split(
    ' ',
  ),
);
const SILENT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG BUTTON SELECT TEXTAREA'.split(' '));

/** Texts of the blocks in document order; without recursion, since pages nest deeply. */
function collectBlocks(root: Element): string[] {
  const blocks: string[] = [];
  let text = '';
  const flush = (): void => {
    const line = normaliseLine(text.replace(/[\r\n\t]+/g, ' '));
    if (line !== '') blocks.push(line);
    text = '';
  };
  const stack: (Node | 'flush')[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'flush') flush();
    else if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node.nodeType === 1 && !SILENT.has(node.nodeName.toUpperCase())) {
      if (BLOCKS.has(node.nodeName.toUpperCase())) {
        flush();
        stack.push('flush');
      }
      stack.push(...[...node.childNodes].reverse());
    }
  }
  flush();
  return blocks;
}

/** The title without the name of the site, which browsers' tabs carry behind it. */
function titleOf({ title, siteName }: NonNullable<ReturnType<Readability['parse']>>): string {
  const whole = normaliseLine(title ?? '');
  const site = normaliseLine(siteName ?? '');
  const head = site !== '' && whole.endsWith(site) ? whole.slice(0, -site.length) : '';
  const cut = head.replace(/\s*[|–—·:-]\s*$/u, '');
  return cut !== '' && cut !== head ? cut : whole;
}

function toFacts(
  article: NonNullable<ReturnType<Readability['parse']>>,
  address: string | undefined,
  language: string | undefined,
): StatedFacts {
  const printed = article.publishedTime ?? undefined;
  const date = printed === undefined ? undefined : parseStatedDate(printed);
  const author = normaliseLine(article.byline ?? '').replace(/^by\s+/i, '');
  return {
    headline: nonEmpty(titleOf(article)),
    publisher: nonEmpty(article.siteName),
    author: author !== '' && author.length <= 80 ? author : undefined,
    published:
      printed === undefined || date === undefined || date === 'ambiguous'
        ? undefined
        : { date, text: printed },
    url: address !== undefined && /^https?:\/\//.test(address) ? address : undefined,
    language,
  };
}

function nonEmpty(text: string | null | undefined): string | undefined {
  const words = normaliseLine(text ?? '');
  return words === '' ? undefined : words;
}
