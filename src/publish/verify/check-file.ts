import type { Finding } from '../finding.ts';
import { quoteForeign } from '../finding.ts';
import { attributeOf, type Element, elementsOf, parsePage } from '../page.ts';
import { checkCode } from './check-code.ts';
import { checkCounts } from './check-counts.ts';
import {
  collectScriptLinks,
  collectStyleLinks,
  type LinkedPlaces,
  listIds,
  resolveLinks,
} from './check-links.ts';
import { checkVoice } from './check-voice.ts';
import { checkWords } from './check-words.ts';
import type { CheckedPage, CheckedSite } from './checked-page.ts';

/** What one file of a site shows by itself and against the line tables. */
export interface FileCheck {
  readonly findings: readonly Finding[];
  /** What it links to, for the check that needs all files. */
  readonly places: LinkedPlaces;
  /** Of a page what `listIds` makes of its ids; absent for other files. */
  readonly ids?: string;
}

/** Whether a file has anything to check but its checksum. */
export function isChecked(path: string): boolean {
  return path.endsWith('.html') || path.endsWith('.css') || isOwnScript(path);
}

/** Checks a page, a style sheet or a script of the site: `text` is the content of the file at `path`. */
export function checkFile(path: string, text: string, site: CheckedSite): FileCheck {
  if (path.endsWith('.css')) {
    const { findings, places } = resolveLinks(collectStyleLinks(path, text));
    return { findings: [...findings, ...checkVoice(path, text)], places };
  }
  if (isOwnScript(path)) return resolveLinks(collectScriptLinks(path, text));
  return checkPage(path, elementsOf(parsePage(text)), site);
}

/** Checks a page that is parsed. */
export function checkPage(path: string, elements: readonly Element[], site: CheckedSite): FileCheck {
  const ids = elements.flatMap((element) => attributeOf(element, 'id') ?? []);
  const page: CheckedPage = { path, elements, ids };
  const code = checkCode(page);
  const { findings, places } = resolveLinks(code.links);
  return {
    findings: [
      ...code.findings,
      ...findings,
      ...checkIds(page),
      ...checkWords(page, site),
      ...checkCounts(page, site),
    ],
    places,
    ids: listIds(new Set(ids)),
  };
}

function isOwnScript(path: string): boolean {
  return path.startsWith('assets/') && path.endsWith('.js');
}

function checkIds({ path, ids }: CheckedPage): Finding[] {
  const seen = new Set<string>();
  const twice = ids.filter((id) => seen.size === seen.add(id).size);
  return [...new Set(twice)].map((id) => ({
    kind: 'duplicate-id',
    file: path,
    message: `${quoteForeign(id)} stands more than once`,
  }));
}
