import { type Finding, quoteForeign } from '../finding.ts';

/** An address in a file of the site. `request`: the browser fetches it by itself. */
export interface Link {
  readonly file: string;
  readonly address: string;
  readonly request: boolean;
}

/** Stands for the host of the site; an address that resolves to it is the site's own. */
const HOST = 'https://site.invalid/';
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * Checks each address: nothing is fetched from another host, none needs the site at the root of its
 * host, and each internal one leads to a file and, where it names one, to an id on that page.
 * `anchors` holds the ids of each page.
 */
export function checkLinks(
  links: readonly Link[],
  files: ReadonlySet<string>,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): Finding[] {
  return links.flatMap(({ file, address, request }) => {
    const found = (kind: Finding['kind']): Finding[] => [{ kind, file, message: quoteForeign(address) }];
    const url = URL.canParse(address, HOST + file) ? new URL(address, HOST + file) : undefined;
    if (url === undefined) return found('dead-link');
    if (`${url.origin}/` !== HOST) {
      if (request) return found('external-request');
      return SAFE_SCHEMES.has(url.protocol) ? [] : found('unsafe-link');
    }
    if (address.startsWith('/')) return found('absolute-link');
    const path = decodePath(url.pathname.slice(1));
    const target = path === '' || path?.endsWith('/') ? `${path}index.html` : path;
    if (target === undefined || !files.has(target)) return found('dead-link');
    const anchor = decodePath(url.hash.slice(1));
    const ids = anchors.get(target);
    return anchor === '' || ids === undefined || (anchor !== undefined && ids.has(anchor))
      ? []
      : found('dead-anchor');
  });
}

/** Addresses in `url(…)` and `@import`; all are fetched. Places in the same document are left out. */
export function collectStyleLinks(file: string, styles: string): Link[] {
  const found = styles.matchAll(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/g,
  );
  return [...found]
    .map(([, ...forms]) => forms.find((form) => form !== undefined) ?? '')
    .filter((address) => !address.startsWith('#'))
    .map((address) => ({ file, address, request: true }));
}

/** Addresses from the root that a bundler wrote into a script; they break in any other folder. */
export function collectScriptLinks(file: string, script: string): Link[] {
  return [...script.matchAll(/["'`](\/?assets\/[^"'`\s]*\.(?:js|css))["'`]/g)].map(([, address = '']) => ({
    file,
    address: address.startsWith('/') ? address : `/${address}`,
    request: true,
  }));
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
