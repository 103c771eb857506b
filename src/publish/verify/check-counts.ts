import { type Finding, quoteForeign } from '../finding.ts';
import type { LineTable } from '../line-table.ts';
import { attributeOf, type Element } from '../page.ts';
import type { CheckedPage, CheckedSite } from './checked-page.ts';

/** Printed counts by the attribute that carries them; `of` = what they count. */
const COUNTS = {
  'data-count-lines': () => true,
  'data-count-with-text': (status) => status !== 'blank',
  'data-count-kept': (status) => status === 'kept',
  'data-count-set-aside': (status) => status === 'set-aside',
  'data-count-removed': (status) => status === 'removed',
} as const satisfies Record<string, (status: LineTable['lines'][number]['status']) => boolean>;

/**
 * Checks the counts that a page prints (`data-count-kept="17"` and so on) against the line tables:
 * of the source that `data-count-of` names, of all sources without it.
 */
export function checkCounts(page: CheckedPage, { tables }: CheckedSite): Finding[] {
  const findings: Finding[] = [];
  for (const element of page.elements)
    for (const [attribute, counts] of Object.entries(COUNTS)) {
      const printed = attributeOf(element, attribute);
      if (printed === undefined) continue;
      const lines = countedLines(element, tables);
      const expected = String(lines?.filter(({ status }) => counts(status)).length);
      if (printed !== expected)
        findings.push({
          kind: 'counts',
          file: page.path,
          message: `\`${attribute}\` of ${quoteForeign(attributeOf(element, 'data-count-of') ?? 'all sources')} is ${quoteForeign(printed)}, its lines say ${expected}`,
        });
    }
  return findings;
}

function countedLines(element: Element, tables: CheckedSite['tables']): LineTable['lines'] | undefined {
  const ref = attributeOf(element, 'data-count-of');
  return ref === undefined ? [...tables.values()].flatMap(({ lines }) => lines) : tables.get(ref)?.lines;
}
