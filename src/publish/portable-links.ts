/**
 * Makes a site work in any folder: every address from the root (`/assets/x.css`) in a page or a
 * style sheet is rewritten relative to the file that holds it. Only the addresses change, every
 * other byte stays; pages are read with an HTML parser, never with patterns.
 */
import { posix } from 'node:path';
import { attributeName, type Element } from './page.ts';

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

type Relink = (address: string) => string;

/**
 * How addresses are rewritten in the file at `path`. `404.html` gets full addresses, and keeps what it has
 * where the site's address is unknown (the verifier reports it then).
 */
export function relinkFrom(path: string, address: string | undefined): Relink {
  const root = address?.replace(/\/$/, '');
  return (link) => portableAddress(path, link, root);
}

/** A stretch of a page and what stands there afterwards. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Rewrites the addresses in a page, in its text and in its parsed `elements` alike: attributes, address
 * lists, `url()` in attributes and style blocks.
 */
export function relinkPage(html: string, elements: readonly Element[], relink: Relink): string {
  // By place: of a badly nested tag the parser makes several elements.
  const edits = new Map<number, Edit>();
  for (const { tagName, attrs, sourceCodeLocation, childNodes } of elements) {
    for (const attribute of attrs) {
      const name = attributeName(attribute);
      const changed = relinkAttribute(name, attribute.value, relink);
      const place = sourceCodeLocation?.attrs?.[name];
      if (changed === attribute.value || place === undefined) continue;
      attribute.value = changed;
      const { startOffset: start, endOffset: end } = place;
      edits.set(start, { start, end, text: `${name}="${escapeAttribute(changed)}"` });
    }
    if (tagName !== 'style') continue;
    for (const child of childNodes) {
      if (!('value' in child) || !child.sourceCodeLocation) continue;
      child.value = relinkStyles(child.value, relink);
      const { startOffset: start, endOffset: end } = child.sourceCodeLocation;
      edits.set(start, { start, end, text: child.value });
    }
  }
  let done = '';
  let from = 0;
  for (const { start, end, text } of [...edits.values()].sort((a, b) => a.start - b.start)) {
    done += html.slice(from, start) + text;
    from = end;
  }
  return done + html.slice(from);
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
