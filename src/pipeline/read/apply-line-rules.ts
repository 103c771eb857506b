/** Shows every line to the table of `boilerplate.ts`; the first row that takes it decides. */
import type { Root } from 'mdast';
import { LINE_RULES, type LineRule } from './boilerplate.ts';
import type { LineLook } from './describe-line.ts';
import { continues } from './find-body.ts';
import { decide, isUndecided, linesOf, type SeedLine } from './seed-line.ts';
import { isRunningText, shareInText } from './structure.ts';

export function applyLineRules() {
  return (tree: Root): void => {
    const lines = linesOf(tree);
    const lead = lines.findIndex(isRunningText);
    for (const [at, line] of lines.entries()) {
      const rule = findLineRule(line.look);
      // “by Jo Doe” under a headline opens with a small letter too.
      const isPiece = rule?.role !== 'byline' && isPieceOfSentence(line, lines[at - 1]);
      if (!rule || (rule.class === 'weak' && isPiece)) continue;
      // “Live updates: …” on top is the article's own headline.
      if (at === 0 && rule.id === 'teaser') continue;
      // Above the text, a headline is followed by more of them: standfirst, byline, day.
      const text = Math.max(at + 1, lead);
      if (rule.id === 'teaser' && headsText(line, lines.slice(text, text + 2))) continue;
      decide(line, rule, rule.class === 'weak' ? 'medium' : 'high');
      line.opens = rule.opens;
    }
  };
}

/** “Poll: ferries split the town” over a paragraph on that poll is a crosshead, whatever it opens with. */
function headsText(line: SeedLine, text: readonly SeedLine[]): boolean {
  return (
    text[0]?.look.prose === true &&
    /^(?:poll|analysis|explained|timeline|exclusive|opinion) ?:/i.test(line.look.plain) &&
    shareInText(line, text) >= 1 / 3
  );
}

/** `told`, `previous`: where a scraper broke a sentence, its pieces are no buttons. */
function isPieceOfSentence(line: SeedLine, before: SeedLine | undefined): boolean {
  return before !== undefined && isUndecided(before) && before.look.words >= 8 && continues(line, before);
}

/** The row that takes a line, or undefined. Another table may be given, as its tests do. */
export function findLineRule(look: LineLook, rules: readonly LineRule[] = LINE_RULES): LineRule | undefined {
  if (look.opensQuotation) return undefined;
  const short = !look.endsLikeSentence || look.plain.length < SHORT_LINE.sentence;
  return rules.find((rule) => {
    if (look.plain.length > MOST_CHARACTERS[rule.class]) return false;
    if (rule.class === 'weak' && !short) return false;
    if (rule.class !== 'code' && isSpoken(look)) return false;
    return (
      rule.patterns.some((pattern) => pattern.test(look.plain)) ||
      (rule.vocabulary !== undefined && isMadeOf(look, rule.vocabulary))
    );
  });
}

/** What rows of the class `weak` may take, in UTF-16 units: lines up to this length, and shorter sentences. */
export const SHORT_LINE = { line: 220, sentence: 60 } as const;

/** Longer lines are running text, whatever words stand in them. */
const MOST_CHARACTERS = { strong: 900, weak: SHORT_LINE.line, code: Number.POSITIVE_INFINITY } as const;

/** A whole sentence of reported speech, “…, the chief inspector Jo Doe said.”: never furniture. */
function isSpoken(look: LineLook): boolean {
  return (
    look.endsLikeSentence &&
    /,["']? (?:[\p{L}\p{N}.'&-]+ ){1,8}(?:said|says|told|added|warned|heard|announced)\b/u.test(look.plain)
  );
}

function isMadeOf(look: LineLook, vocabulary: ReadonlySet<string>): boolean {
  if (look.words > 20 || look.endsLikeSentence) return false;
  const words = look.plain.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  return words.length > 0 && words.every((word) => vocabulary.has(word));
}
