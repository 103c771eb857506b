import { type Finding, quoteForeign } from '../finding.ts';
import type { LineTable, LineTables, TableLine } from '../line-table.ts';
import { attributeOf, type Element, textOf } from '../page.ts';
import type { CheckedPage, CheckedSite } from './checked-page.ts';

/** What a printed number may count. */
const COUNTED = {
  lines: () => true,
  'with-text': (status) => status !== 'blank',
  kept: (status) => status === 'kept',
  'set-aside': (status) => status === 'set-aside',
  removed: (status) => status === 'removed',
  'taken-out': (status) => status === 'set-aside' || status === 'removed',
  blank: (status) => status === 'blank',
} as const satisfies Record<string, (status: TableLine['status']) => boolean>;

/** Home, the list of sources, each source and each briefing say how many lines were kept. */
const COUNTING = /^(?:index|sources\/index|(?:sources|briefings)\/[^/]+\/index)\.html$/;

/**
 * Checks the counts that a page prints against the line tables. `data-counts="003 kept with-text"`
 * says that the last two numbers in the element's text (or in its label, where it is a picture) are
 * the kept lines of source 003 and its lines with text; `all` stands for all sources together.
 */
export function checkCounts(page: CheckedPage, { tables, former }: CheckedSite): Finding[] {
  const findings: Finding[] = [];
  let claims = 0;
  for (const element of page.elements) {
    const claim = attributeOf(element, 'data-counts');
    if (claim === undefined) continue;
    claims += 1;
    const [of = '', ...names] = claim.split(' ');
    const expected = of === 'all' ? countAll(tables, names) : countLines(tables.get(of), names);
    const printed = printedNumbers(element).slice(-names.length);
    if (printed.join() !== expected.join())
      findings.push({
        kind: 'counts',
        file: page.path,
        message: `${quoteForeign(claim)}: printed ${printed.join(', ')}, the lines say ${expected.join(', ')}`,
      });
  }
  if (claims === 0 && COUNTING.test(page.path) && !former.has(page.path))
    findings.push({
      kind: 'counts',
      file: page.path,
      message: 'the page prints no counts that can be checked',
    });
  return findings;
}

/** How many lines of a source each name counts; undefined where the name or the source is unknown. */
function countLines(table: LineTable | undefined, names: readonly string[]): (number | undefined)[] {
  return names.map((name) => {
    const counts = Object.entries(COUNTED).find(([key]) => key === name)?.[1];
    return counts && table?.lines.filter(({ status }) => counts(status)).length;
  });
}

function countAll(tables: LineTables, names: readonly string[]): (number | undefined)[] {
  let totals: (number | undefined)[] = names.map(() => 0);
  for (const [, table] of tables) {
    const counts = countLines(table, names);
    totals = totals.map((total, at) => {
      const count = counts[at];
      return total === undefined || count === undefined ? undefined : total + count;
    });
  }
  return totals;
}

function printedNumbers(element: Element): number[] {
  const text = attributeOf(element, 'aria-label') ?? textOf(element);
  return [...text.matchAll(/\d{1,3}(?:,\d{3})+(?!\d)|\d+/g)].map(([digits]) =>
    Number(digits.replaceAll(',', '')),
  );
}
