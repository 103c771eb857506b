import type { Matter } from '../briefing.ts';
import { countOf } from './count-of.ts';
import { printNumber } from './print-number.ts';

/** What is stated about a page and counted for it, in the order of weight; none for pages that have no card. */
export function describeFacts(matter: Matter): readonly string[] {
  if (matter.kind === 'briefing') {
    const { ref, publisher, published, counts } = matter;
    return [
      `Briefing ${ref}`,
      publisher?.text ?? 'publisher not stated',
      published?.text ?? 'date not stated',
      `${printNumber(counts.kept)} of ${printNumber(counts.withText)} lines kept`,
    ];
  }
  if (matter.kind === 'theme' && matter.part === undefined) {
    const { briefings, touches } = matter.totals;
    const more = touches === 1 ? '1 more touches it' : `${printNumber(touches)} more touch it`;
    return [countOf(briefings, 'briefing'), ...(touches > 0 ? [more] : [])];
  }
  if (matter.kind === 'home') {
    const { briefings, kept, withText } = matter.totals;
    return [countOf(briefings, 'briefing'), `${printNumber(kept)} of ${printNumber(withText)} lines kept`];
  }
  return [];
}
