/**
 * Makes a site work in any folder: every address from the root (`/assets/x.css`) in a page or a
 * style sheet is rewritten relative to the file that holds it. Only the addresses change, every
 * other byte stays; pages are read with the HTML parser's tokenizer, never with patterns.
 */
import { posix } from 'node:path';
import { type Token, Tokenizer, TokenizerMode } from 'parse5';

/** Attributes that hold one address, on whatever element they stand. */
export const ADDRESS_ATTRIBUTES: ReadonlySet<string> = new Set([
  'href',
  'xlink:href',
  'src',
  'poster',
  'data',
  'action',
  'formaction',
  'cite',
]);

/** Attributes that hold a list of `address size` pairs. */
export const ADDRESS_LIST_ATTRIBUTES: ReadonlySet<string> = new Set(['srcset', 'imagesrcset']);

/** Served at any depth, so nothing in it can be relative. */
const NOT_FOUND_PAGE = '404.html';

/**
 * Rewrites the addresses in a page or a style sheet that lies at `path`; other files are left as they are.
 * `404.html` gets full addresses, and keeps what it has where the site's address is unknown (the
 * verifier reports it then).
 */
export function relinkFile(path: string, text: string, address?: string): string {
  const root = address?.replace(/\/$/, '');
  const relink = (link: string): string => portableAddress(path, link, root);
  if (path.endsWith('.html')) return relinkPage(text, relink);
  return path.endsWith('.css') ? relinkStyles(text, relink) : text;
}

type Relink = (address: string) => string;

/** A stretch of a page and what stands there afterwards. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Rewrites the addresses in a page: attributes, address lists, `url()` in attributes and style blocks. */
export function relinkPage(html: string, relink: Relink): string {
  const edits: Edit[] = [];
  let styles = 0;
  readTags(html, {
    open: ({ tagName, attrs, location }) => {
      for (const { name, value } of attrs) {
        const changed = relinkAttribute(name, value, relink);
        const place = location?.attrs?.[name];
        if (changed === value || place === undefined) continue;
        const text = `${name}="${escapeAttribute(changed)}"`;
        edits.push({ start: place.startOffset, end: place.endOffset, text });
      }
      if (tagName === 'style') styles = location?.endOffset ?? 0;
    },
    close: ({ tagName, location }) => {
      if (tagName !== 'style' || location === null) return;
      const text = relinkStyles(html.slice(styles, location.startOffset), relink);
      edits.push({ start: styles, end: location.startOffset, text });
    },
  });
  let done = '';
  let from = 0;
  for (const { start, end, text } of edits) {
    done += html.slice(from, start) + text;
    from = end;
  }
  return done + html.slice(from);
}

/** Elements whose text is no markup, and how it is read; the rest of the tree makes no difference here. */
const TEXT_ELEMENTS: Readonly<Record<string, Tokenizer['state']>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
  plaintext: TokenizerMode.PLAINTEXT,
};

/**
 * Reads the tags of a page in order, with their places. Half the work of building the tree; should the
 * two ever differ about a tag, the verifier, which builds it, finds the address that was left.
 */
function readTags(
  html: string,
  on: { readonly open: (tag: Token.TagToken) => void; readonly close: (tag: Token.TagToken) => void },
): void {
  const ignore = (): void => {};
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (tag) => {
        const state = Object.hasOwn(TEXT_ELEMENTS, tag.tagName) ? TEXT_ELEMENTS[tag.tagName] : undefined;
        if (state !== undefined) tokenizer.state = state;
        on.open(tag);
      },
      onEndTag: on.close,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
    },
  );
  tokenizer.write(html, true);
}

function relinkAttribute(name: string, value: string, relink: Relink): string {
  if (ADDRESS_ATTRIBUTES.has(name)) return relink(value);
  if (ADDRESS_LIST_ATTRIBUTES.has(name))
    return value
      .split(',')
      .map((candidate) => {
        const [address = '', ...size] = candidate.trim().split(/\s+/);
        return [relink(address), ...size].join(' ');
      })
      .join(', ');
  return value.includes('url(') ? relinkStyles(value, relink) : value;
}

/** Rewrites `url(…)` and `@import "…"` in a style sheet. */
export function relinkStyles(styles: string, relink: Relink): string {
  return styles
    .replace(
      /url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]*))\s*\)/g,
      (whole, double?: string, single?: string, bare?: string) => {
        const address = double ?? single ?? bare ?? '';
        const changed = relink(address);
        return changed === address ? whole : `url("${changed}")`;
      },
    )
    .replace(/@import\s+(?:"([^"]*)"|'([^']*)')/g, (_, double?: string, single?: string) => {
      return `@import "${relink(double ?? single ?? '')}"`;
    });
}

/**
 * The address that means the same from the file at `from` (path below the root): `../../` and the
 * like, with a trailing slash for folders. Addresses that do not start at the root are left alone.
 *
 * @param root full address of the site without a trailing slash; absent = unknown
 */
export function portableAddress(from: string, address: string, root?: string): string {
  if (!address.startsWith('/') || address.startsWith('//')) return address;
  const end = address.search(/[?#]/);
  const target = asFolder(end < 0 ? address : address.slice(0, end));
  const rest = end < 0 ? '' : address.slice(end);
  if (from === NOT_FOUND_PAGE) return root === undefined ? address : root + target + rest;
  if (target === asFolder(`/${from}`) && rest.startsWith('#')) return rest;
  const relative = posix.relative(posix.dirname(`/${from}`), target);
  const slash = target.endsWith('/') && relative !== '' ? '/' : '';
  return (relative === '' ? './' : relative + slash) + rest;
}

/** `/x/index.html` means the folder `/x/`. */
function asFolder(path: string): string {
  return path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path;
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
