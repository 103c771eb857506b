/** Shows every line to the table of `boilerplate.ts`; the first row that takes it decides. */
import type { Root } from 'mdast';
import { LINE_RULES, type LineRule } from './boilerplate.ts';
import type { LineLook } from './describe-line.ts';
import { decide, linesOf } from './seed-line.ts';

export function applyLineRules() {
  return (tree: Root): void => {
    for (const line of linesOf(tree)) {
      const rule = findLineRule(line.look);
      if (!rule) continue;
      decide(line, rule, rule.class === 'strong' ? 'high' : 'medium');
      line.opens = rule.opens;
    }
  };
}

/** The row that takes a line, or undefined. Another table may be given, as its tests do. */
export function findLineRule(look: LineLook, rules: readonly LineRule[] = LINE_RULES): LineRule | undefined {
  if (look.opensQuotation) return undefined;
  const short = !look.endsLikeSentence || look.plain.length < 60;
  return rules.find((rule) => {
    if (look.plain.length > (rule.class === 'strong' ? MAX_STRONG : MAX_WEAK)) return false;
    if (rule.class === 'weak' && (!short || isSpoken(look))) return false;
    return (
      rule.patterns.some((pattern) => pattern.test(look.plain)) ||
      (rule.vocabulary !== undefined && isMadeOf(look, rule.vocabulary))
    );
  });
}

/** Longer lines are running text, whatever words stand in them. */
const MAX_STRONG = 900;
const MAX_WEAK = 220;

/** A whole sentence of reported speech: never furniture. */
function isSpoken(look: LineLook): boolean {
  return (
    look.endsLikeSentence && /,["']? (?:he|she|they|it|[\p{L}]+) (?:said|told|says|added)\b/u.test(look.plain)
  );
}

function isMadeOf(look: LineLook, vocabulary: ReadonlySet<string>): boolean {
  if (look.words > 20 || look.endsLikeSentence) return false;
  const words = look.plain.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  return words.length > 0 && words.every((word) => vocabulary.has(word));
}
