import type { Citation } from '../briefing.ts';

/** A citation as readers see it: `002:11,23,45-47` becomes `002:11, 23, 45–47`. */
export function showCitation(cite: Citation): string {
  return cite.replaceAll(',', ', ').replaceAll('-', '–');
}

/** The first line of a citation on its source page: `/sources/002/#L11`. */
export function linkCitation(cite: Citation): string {
  return `/sources/${refOf(cite)}/#${anchorOf(cite)}`;
}

export function refOf(cite: Citation): string {
  return cite.slice(0, cite.indexOf(':'));
}

/** The anchor of the first line, the same on a briefing and on its source page: `L11`. */
export function anchorOf(cite: Citation): string {
  return `L${/\d+/.exec(cite.slice(cite.indexOf(':')))?.[0] ?? ''}`;
}

/** What assistive technology hears; it starts with the words that are seen. */
export function nameCitation(cite: Citation): string {
  return `${showCitation(cite)}, original ${/[,-]/.test(cite) ? 'lines' : 'line'}`;
}
