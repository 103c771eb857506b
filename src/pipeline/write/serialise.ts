/**
 * A page as MDX text that cannot run: front matter with one JSON value a key, and a body whose tree
 * holds only our own components and plain prose. What comes out is compared with the tree it came from
 * before anybody sees it; see `gate`.
 */
import type { Heading, List, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Options as ToMarkdownExtension } from 'mdast-util-to-markdown';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import type { Processor } from 'unified';
import { type Matter, MDX_COMPONENTS } from '../../briefing.ts';

/** The tree that a body may be made of; anything else is refused by `checkTree`. */
export type BodyNode = Paragraph | Heading | List | MdxJsxFlowElement;

export interface Page {
  readonly matter: Matter;
  readonly body: readonly BodyNode[];
}

/** A page that is composed only if what it is made of changed. */
export interface DeferredPage {
  readonly matter: Pick<Matter, 'kind' | 'path'>;
  readonly hasBody: boolean;
  /** Stands for all that the page is made of. */
  readonly key: string;
  readonly compose: () => Page;
}

export interface SerialisedPage {
  /** Below `content/briefings/`: `.mdx` for a page with a body, `.json` for one that is data alone. */
  readonly name: string;
  readonly text: string;
}

/** @throws {Error} if the body does not read back as the tree it came from: nothing ungated is written. */
export function serialisePage(page: Page): SerialisedPage {
  const name = nameOf(page);
  if (page.body.length === 0) return { name, text: serialiseRecord(page.matter) };
  return {
    name,
    text: `---\n${serialiseLines(page.matter).join('\n')}\n---\n\n${serialiseBody(page.body)}`,
  };
}

/** A page without a body is no module for the bundler, which halves the work of rendering. */
export function nameOf(page: Page | DeferredPage): string {
  const { path } = page.matter;
  const hasBody = 'compose' in page ? page.hasBody : page.body.length > 0;
  return `${path === '/' ? 'index' : path.slice(1, -1)}.${hasBody ? 'mdx' : 'json'}`;
}

/** A record as JSON with one key a line. */
export function serialiseRecord(record: object): string {
  return `{\n${serialiseLines(record).join(',\n')}\n}\n`;
}

function serialiseBody(body: readonly BodyNode[]): string {
  const root: Root = { type: 'root', children: [...body] };
  checkTree(root);
  const plain = stringifyEncoded(root, encodeUnsure);
  if (isSameTree(root, plain)) return plain;
  // The fallback: every punctuation mark as a reference, hard to read and safe.
  const encoded = stringifyEncoded(root, encodeText);
  if (isSameTree(root, encoded)) return encoded;
  throw new Error('the page does not read back as it was written');
}

/**
 * remark-mdx has no unsafe pattern for `import` and `export`: a sentence that begins with one would be
 * written bare and become code.
 */
const esmWords: ToMarkdownExtension = {
  unsafe: [
    { atBreak: true, character: 'i', after: 'mport' },
    { atBreak: true, character: 'e', after: 'xport' },
  ],
};

const bodyWriter = remark()
  .use({ settings: { bullet: '-', rule: '-', emphasis: '*', listItemIndent: 'one' } })
  .use(remarkMdx)
  .use(function addEsmWords(this: Processor) {
    const data = this.data();
    data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), esmWords];
  })
  .freeze();

const bodyReader = remark().use(remarkMdx).freeze();

/** One key a line in the order given, every value JSON: the YAML reader sees no bare word and no fence. */
function serialiseLines(record: object): string[] {
  return Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `"${key}": ${escapeJson(JSON.stringify(value))}`);
}

/** Controls, line separators and invisible marks as escapes: one value stays one line and can be read in review. */
function escapeJson(json: string): string {
  return json.replaceAll(
    /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const PLAIN_NODES = new Set([
  'root',
  'paragraph',
  'heading',
  'text',
  'emphasis',
  'strong',
  'list',
  'listItem',
  'link',
]);

function checkTree(node: Root | RootContent | PhrasingContent): void {
  if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') {
    checkComponent(node);
  } else if (!PLAIN_NODES.has(node.type)) {
    throw new Error(`a \`${node.type}\` node must not be written`);
  }
  if (node.type === 'text' && (node.value === '' || /[\n\r]/.test(node.value)))
    throw new Error('a text node must hold words on one line');
  if (node.type === 'link' && !/^(?:https?:\/\/|mailto:)/.test(node.url))
    throw new Error('a link must lead to a web address');
  if ('children' in node) for (const child of node.children) checkTree(child);
}

function checkComponent(node: MdxJsxTextElement | MdxJsxFlowElement): void {
  const known: readonly string[] | undefined = Object.entries(MDX_COMPONENTS).find(
    ([name]) => name === node.name,
  )?.[1];
  if (!known) throw new Error(`<${node.name}> is not one of our components`);
  for (const attribute of node.attributes) {
    const isOurs =
      attribute.type === 'mdxJsxAttribute' &&
      known.includes(attribute.name) &&
      typeof attribute.value === 'string' &&
      /^[A-Za-z0-9:.,/_-]+$/.test(attribute.value);
    if (!isOurs) throw new Error(`<${node.name}> has an attribute that it must not have`);
  }
}

/** The text read back holds the same nodes, the same attributes and the same words. */
function isSameTree(root: Root, markdown: string): boolean {
  let read: Root;
  try {
    read = bodyReader.parse(markdown);
  } catch {
    return false;
  }
  return JSON.stringify(outline(root)) === JSON.stringify(outline(read));
}

function outline(node: Root | RootContent | PhrasingContent): unknown {
  if (node.type === 'text') return node.value;
  const own =
    node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement'
      ? [node.name, ...node.attributes.map((a) => ('name' in a ? [a.name, a.value ?? null] : 'expression'))]
      : node.type === 'link'
        ? [node.url]
        : node.type === 'heading'
          ? [node.depth]
          : node.type === 'list'
            ? [node.ordered ?? false]
            : [];
  const children: unknown[] = [];
  // Neighbouring text nodes are one text: the reader splits them at escapes, we may at names.
  for (const child of 'children' in node ? node.children : []) {
    const next = outline(child);
    const last = children.at(-1);
    if (typeof next === 'string' && typeof last === 'string') children[children.length - 1] = last + next;
    else children.push(next);
  }
  return [node.type, own, children];
}

// Private-use marks stand for `&#x…;` while the writer runs, so that it does not escape the references
// themselves. Seeds may hold such characters: those texts are encoded as well.
const MARK_OPEN = '\ue000';
const MARK_CLOSE = '\ue001';
const ENCODED_REFERENCE = new RegExp(`${MARK_OPEN}([0-9a-f]+)${MARK_CLOSE}`, 'g');

function stringifyEncoded(root: Root, encode: (text: string) => string): string {
  return bodyWriter.stringify(encodeTree(root, encode)).replaceAll(ENCODED_REFERENCE, '&#x$1;');
}

function encodeTree<T extends Root | RootContent | PhrasingContent>(
  node: T,
  encode: (text: string) => string,
): T {
  if (node.type === 'text') return { ...node, value: encode(node.value) };
  if ('children' in node)
    return { ...node, children: node.children.map((child) => encodeTree(child, encode)) } as T;
  return node;
}

/** Characters that a reference cannot stand for; they mean nothing to any reader. */
const NO_REFERENCE = /\p{Noncharacter_Code_Point}/u;

function encodeText(text: string): string {
  return [...text]
    .map((character, at) => {
      const isUnsure = at === 0 || /[!-/:-@[-`{-~\ue000\ue001]/.test(character);
      return isUnsure && !NO_REFERENCE.test(character) ? encodeCharacter(character) : character;
    })
    .join('');
}

/**
 * Underscores beside an emoji, and the marks themselves. The writer leaves such underscores bare, and our
 * reader agrees: both look at halves of the emoji, which are no punctuation. The site's reader looks at the
 * whole, which is, and finds emphasis.
 */
const UNSURE = /(?<=[\ud800-\udfff])_+|_+(?=[\ud800-\udfff])|[\ue000\ue001]/g;

function encodeUnsure(text: string): string {
  return text.replaceAll(UNSURE, (run) => [...run].map(encodeCharacter).join(''));
}

function encodeCharacter(character: string): string {
  return `${MARK_OPEN}${(character.codePointAt(0) ?? 0).toString(16)}${MARK_CLOSE}`;
}
