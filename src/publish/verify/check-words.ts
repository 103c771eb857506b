import { citedLines, foldSpace, readCitation } from '../citation.ts';
import { type Finding, quoteForeign } from '../finding.ts';
import type { TableLine } from '../line-table.ts';
import { attributeOf, type Element } from '../page.ts';
import type { CheckedPage, CheckedSite } from './checked-page.ts';

/**
 * Pages that may draw on part of the lines only: what was removed is no evidence for anything, what
 * was set aside (captions) may name somebody but states nothing. On all other pages taken-out lines
 * are shown as such.
 */
const DRAWS_ON: readonly { readonly pages: RegExp; readonly statuses: readonly TableLine['status'][] }[] = [
  { pages: /^(?:people|organisations|places|names)\//, statuses: ['kept', 'set-aside'] },
  { pages: /^(?:quotes|figures|timeline)\//, statuses: ['kept'] },
  { pages: /^index\.html$/, statuses: ['kept'] },
];

/**
 * Checks the words of every element with `data-cite` (less `data-own` parts, which are the site's)
 * and `data-raw` against the cited lines: each part between the site's ellipses must stand there, in
 * order. A numbered line of a briefing must be there whole, and every kept line exactly once.
 */
export function checkWords(page: CheckedPage, site: CheckedSite): Finding[] {
  if (site.former.has(page.path)) return checkFormer(page);
  const findings: Finding[] = [];
  const shown = new Map<number, number>();
  const briefing = /^briefings\/([a-z0-9]+)(?:-[^/]*)?\/index\.html$/.exec(page.path)?.[1];
  for (const element of page.elements) {
    const citation = attributeOf(element, 'data-cite') ?? attributeOf(element, 'data-raw');
    if (citation === undefined) continue;
    const report = (kind: Finding['kind'], message: string): void => {
      findings.push({ kind, file: page.path, message });
    };
    const read = readCitation(citation);
    const table = read && site.tables.get(read.ref);
    const lines = read && table && citedLines(read, table);
    if (read === undefined || lines === undefined) {
      report('bad-citation', `${quoteForeign(citation)} names no line of a source`);
      continue;
    }
    const allowed = DRAWS_ON.find(({ pages }) => pages.test(page.path))?.statuses;
    const foreign = lines.find(({ status }) => status !== 'blank' && allowed?.includes(status) === false);
    if (foreign !== undefined)
      report('taken-out-used', `${citation} draws on line ${foreign.n}, which is ${foreign.status}`);

    const source = foldSpace(lines.map(({ text }) => text).join(' '));
    const parts = partsOf(element).map(foldSpace).filter(Boolean);
    const missing = findMissingPart(parts, source);
    if (missing !== undefined)
      report('not-verbatim', `${aroundDifference(missing, source)} is not in ${citation}`);

    if (briefing === undefined || read.ref !== briefing || !isNumberedLine(element)) continue;
    if (!isHeadline(element) && parts.join(' ') !== source)
      report('not-verbatim', `${citation} is not shown whole: ${aroundDifference(parts.join(' '), source)}`);
    for (const { n } of lines) shown.set(n, (shown.get(n) ?? 0) + 1);
  }
  if (briefing !== undefined) findings.push(...checkShownOnce(page, site, briefing, shown));
  return findings;
}

/** What is not published anymore is not published at its old address. */
function checkFormer({ path, elements }: CheckedPage): Finding[] {
  return elements.flatMap((element) => {
    const citation = attributeOf(element, 'data-cite') ?? attributeOf(element, 'data-raw');
    return citation === undefined
      ? []
      : [{ kind: 'former-words', file: path, message: `words of ${quoteForeign(citation)}` }];
  });
}

/** The source's words in an element, cut where the site put an ellipsis. Citations inside are checked by themselves. */
function partsOf(element: Element): string[] {
  const parts = [''];
  const visit = (node: Element['childNodes'][number]): void => {
    if ('value' in node) parts.push(`${parts.pop() ?? ''}${node.value}`);
    if (!('tagName' in node)) return;
    if (attributeOf(node, 'data-own') !== undefined) {
      if (hasEllipsis(node)) parts.push('');
      return;
    }
    if (attributeOf(node, 'data-cite') !== undefined) return;
    node.childNodes.forEach(visit);
  };
  element.childNodes.forEach(visit);
  return parts;
}

function hasEllipsis(element: Element): boolean {
  return element.childNodes.some(
    (node) => ('value' in node && node.value.includes('…')) || ('tagName' in node && hasEllipsis(node)),
  );
}

function findMissingPart(parts: readonly string[], source: string): string | undefined {
  let from = 0;
  for (const part of parts) {
    const at = source.indexOf(part, from);
    if (at < 0) return part;
    from = at + part.length;
  }
  return undefined;
}

/** The words where a text stops to be found in its source, so that a long line does not hide the difference. */
function aroundDifference(text: string, source: string): string {
  let [same, tooLong] = [0, text.length + 1];
  while (tooLong - same > 1) {
    const middle = Math.floor((same + tooLong) / 2);
    if (source.includes(text.slice(0, middle))) same = middle;
    else tooLong = middle;
  }
  const from = Math.max(0, same - 40);
  return quoteForeign(`${from > 0 ? '…' : ''}${text.slice(from, same + 40)}`);
}

function isNumberedLine(element: Element): boolean {
  return /^L\d+$/.test(attributeOf(element, 'id') ?? '');
}

/** A headline may lack what was lifted from its line, the publisher's name. */
function isHeadline(element: Element): boolean {
  return element.tagName === 'h1';
}

function checkShownOnce(
  page: CheckedPage,
  site: CheckedSite,
  ref: string,
  shown: ReadonlyMap<number, number>,
): Finding[] {
  const findings: Finding[] = [];
  for (const { n, status, text } of site.tables.get(ref)?.lines ?? []) {
    const times = shown.get(n) ?? 0;
    if (text === '' && times === 0) continue;
    if (status === 'kept' ? times === 1 : times === 0 || status !== 'removed') continue;
    findings.push({
      kind: 'not-verbatim',
      file: page.path,
      message: `line ${n} of ${ref} is ${status} and stands ${times} times in the text`,
    });
  }
  return findings;
}
