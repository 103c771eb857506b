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
 * Files of the site that a file links to: on each line its path and, behind blanks, the ids that are asked
 * for there, all as they stand in addresses (`a%20b`). An archive's links do not fit into memory as objects.
 */
export type LinkedPlaces = string;

/**
 * What the addresses of one file show by themselves (nothing is fetched from another host, none needs
 * the site at the root of its host), and the places in the site that they lead to.
 */
export function resolveLinks(links: readonly Link[]): {
  readonly findings: readonly Finding[];
  readonly places: LinkedPlaces;
} {
  const findings: Finding[] = [];
  const places = new Map<string, Set<string>>();
  for (const { file, address, request } of links) {
    const report = (kind: Finding['kind']): void => {
      findings.push({ kind, file, message: quoteForeign(address) });
    };
    const url = URL.parse(address, HOST + file);
    if (url === null) {
      report('dead-link');
      continue;
    }
    if (`${url.origin}/` !== HOST) {
      if (request) report('external-request');
      else if (!SAFE_SCHEMES.has(url.protocol)) report('unsafe-link');
      continue;
    }
    if (address.startsWith('/')) {
      report('absolute-link');
      continue;
    }
    const path = url.pathname.slice(1);
    const id = url.hash.slice(1);
    if (decodePath(path) === undefined) report('dead-link');
    else if (decodePath(id) === undefined) report('dead-anchor');
    else {
      const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      const ids = places.get(target) ?? new Set();
      places.set(target, id === '' ? ids : ids.add(id));
    }
  }
  return { findings, places: [...places].map(([target, ids]) => [target, ...ids].join(' ')).join('\n') };
}

/** Ids on a page, each as in an address, with a blank before and behind it. */
export function listIds(ids: Iterable<string>): string {
  return ` ${[...ids].map(encodeId).join(' ')} `;
}

function encodeId(id: string): string {
  return encodeURIComponent(id.toWellFormed());
}

/**
 * Checks that the places which `file` links to are there: each file, and on a page each id.
 *
 * @param idsOf of each file of the site what `listIds` made of it; undefined for one that is no page
 */
export function checkPlaces(
  file: string,
  places: LinkedPlaces,
  idsOf: ReadonlyMap<string, string | undefined>,
): Finding[] {
  const findings: Finding[] = [];
  for (const place of places === '' ? [] : places.split('\n')) {
    const [path = '', ...asked] = place.split(' ');
    const target = decode(path);
    const ids = idsOf.get(target);
    if (ids !== undefined)
      for (const id of asked)
        if (!ids.includes(` ${encodeId(decode(id))} `))
          findings.push({ kind: 'dead-anchor', file, message: quoteForeign(`${target}#${decode(id)}`) });
    if (ids === undefined && !idsOf.has(target))
      findings.push({ kind: 'dead-link', file, message: quoteForeign(target) });
  }
  return findings;
}

/** Of a place, which `resolveLinks` looked at whether it can be decoded. */
function decode(part: string): string {
  return decodePath(part) ?? part;
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
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
