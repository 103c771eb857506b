import { makeElement } from '../scripts/make-element.ts';
import { MARK_PARAM } from './address-params.ts';
import { cutLine } from './cut-line.ts';
import type { Hit } from './find-briefings.ts';
import { markText } from './mark-text.ts';
import type { MatchedLine } from './match-lines.ts';
import { readReasons } from './read-reasons.ts';
import type { Site } from './read-site.ts';

/** Forms that an opened page is asked to mark. */
const MOST_MARKS = 12;
/** Lines of one result that are shown beside the best. */
const MORE_LINES = 3;

/** One result: the headline, the best line in full, further lines under their crossheads. */
export function showHit(hit: Hit, site: Site): HTMLLIElement {
  const { record } = hit;
  const headings = new Set(record.lines.map(({ under }) => under?.line));
  // The headline stands above, a crosshead above the lines that stand under it.
  const lines = record.lines.filter(({ line, isHeadline }) => !isHeadline && !headings.has(line));
  // Most words of the query, running text before crossheads, then most matches, then the first.
  const [best] = lines.toSorted(
    (a, b) =>
      b.terms - a.terms || Number(a.isCrosshead) - Number(b.isCrosshead) || b.marks.length - a.marks.length,
  );
  const others = lines.filter((line) => line !== best);
  const shown = others.slice(0, MORE_LINES);
  const rest = others.length - shown.length;
  const href = addressOf(hit, best?.line ?? record.first, site);
  const subs = shown.map((line, index) =>
    makeElement(
      'li',
      { 'data-cite': citationOf(hit, line.line), dir: 'auto' },
      ...showCrosshead(hit, line, shown[index - 1] ?? best),
      ...showWords(hit, line, site),
    ),
  );
  return makeElement(
    'li',
    { class: 'hit' },
    showTop(hit, site),
    makeElement('h3', {}, showTitle(hit, href)),
    best &&
      makeElement(
        'p',
        { class: 'x', 'data-cite': citationOf(hit, best.line), dir: 'auto' },
        ...showCrosshead(hit, best, undefined),
        ...showWords(hit, best, site),
      ),
    subs.length > 0 && makeElement('ul', { class: 'subs' }, ...subs),
    rest > 0 &&
      makeElement(
        'p',
        { class: 'meta' },
        makeElement(
          'a',
          { href },
          `${rest} more ${rest === 1 ? 'line' : 'lines'} in this ${hit.isTakenOut ? 'source' : 'briefing'}`,
        ),
      ),
  );
}

function showTop(hit: Hit, site: Site): HTMLElement {
  const theme = site.themes.get(hit.home ?? '');
  const chip =
    theme &&
    makeElement(
      'span',
      { class: theme.link.className },
      ...[...theme.link.childNodes].map((node) => node.cloneNode(true)),
    );
  return makeElement(
    'p',
    { class: 'top' },
    chip ?? makeElement('span', {}, 'No theme yet'),
    makeElement(
      'span',
      { class: 'num' },
      hit.isTakenOut ? `Taken out of source ${hit.ref}` : `Briefing ${hit.ref}`,
    ),
    makeElement('span', {}, hit.date ?? 'undated'),
  );
}

function showTitle(hit: Hit, href: string): HTMLAnchorElement {
  const { headline, headlineMarks, first } = hit.record;
  if (hit.isTakenOut) return makeElement('a', { href }, `Lines that are not in briefing ${hit.ref}`);
  return makeElement(
    'a',
    { href, 'data-cite': citationOf(hit, first), dir: 'auto' },
    ...markText(headline, headlineMarks),
  );
}

/** The crosshead that a line stands under, unless the line before it shows the same. */
function showCrosshead(hit: Hit, { under }: MatchedLine, before: MatchedLine | undefined): HTMLElement[] {
  if (under === undefined || under.line === before?.under?.line) return [];
  return [
    makeElement('b', { 'data-cite': citationOf(hit, under.line) }, ...markText(under.text, under.marks)),
  ];
}

function showWords(hit: Hit, line: MatchedLine, site: Site): Node[] {
  const { text, marks, cutBefore, cutAfter } = cutLine(line.text, line.marks, site.language);
  const ellipsis = (sign: string): HTMLElement => makeElement('span', { 'data-own': true }, sign);
  const reference = citationOf(hit, line.line);
  return [
    ...(cutBefore ? [ellipsis('… ')] : []),
    ...markText(text, marks),
    ...(cutAfter ? [ellipsis(' …')] : []),
    ...(hit.isTakenOut ? [showReason(hit.ref, line.line, site)] : []),
    makeElement(
      'a',
      {
        class: 'cite',
        'data-own': true,
        href: addressOf(hit, line.line, site),
        'aria-label': `${reference}, open at this line`,
      },
      `\u00a0${reference}`,
    ),
  ];
}

function showReason(ref: string, line: number, site: Site): HTMLElement {
  const reason = makeElement('span', { 'data-own': true, class: 'meta' });
  void readReasons(ref, site).then((reasons) => reason.append(` ${reasons.get(line) ?? 'taken out'}`));
  return reason;
}

function citationOf(hit: Hit, line: number): string {
  return `${hit.ref}:${line}`;
}

/** Where a line stands, with the forms that matched, which the page marks when it opens. */
function addressOf(hit: Hit, line: number, site: Site): string {
  const address = new URL(hit.path.replace(/^\//, ''), site.root);
  for (const form of hit.record.forms.slice(0, MOST_MARKS)) address.searchParams.append(MARK_PARAM, form);
  address.hash = `L${line}`;
  return address.href;
}
