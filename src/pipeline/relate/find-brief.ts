import type { Article, Corpus, KeyPoint } from '../types.ts';

/**
 * The key points that the editor fixed in a sidecar's `brief`: words that must stand in one kept
 * passage. Words that stand nowhere are a finding, with the passage that has most of them.
 */
export function findBrief(article: Article): { points: KeyPoint[]; findings: Corpus['findings'] } {
  const points: KeyPoint[] = [];
  const findings: Corpus['findings'][number][] = [];
  for (const words of article.brief ?? []) {
    const wanted = plainMarks(words.trim());
    if (wanted === '') continue;
    const passage = article.passages.find(
      ({ text, role }) => role !== 'caption' && plainMarks(text).includes(wanted),
    );
    if (!passage) {
      const near = findNearest(article, wanted);
      findings.push({
        ruleId: 'brief-not-found',
        ref: article.ref,
        ...(near === undefined ? {} : { line: near }),
        reason: `\`brief\` has words that stand in no kept line: \`${words}\`${near === undefined ? '' : `; line ${near} comes nearest`}; copy them from the article`,
      });
      continue;
    }
    const start = plainMarks(passage.text).indexOf(wanted);
    const end = start + wanted.length;
    points.push({
      ref: article.ref,
      line: passage.line,
      start,
      end,
      text: passage.text.slice(start, end),
      score: 1,
    });
  }
  return { points, findings };
}

/** Straight marks and plain blanks, one unit for one unit, so that offsets hold. */
function plainMarks(text: string): string {
  return text
    .replace(/[“”„]/gu, '"')
    .replace(/[‘’‚]/gu, "'")
    .replace(/[\u00a0\u202f]/gu, ' ')
    .replace(/[–—]/gu, '-');
}

function findNearest(article: Article, wanted: string): number | undefined {
  const words = new Set(wanted.toLowerCase().split(/\s+/u));
  let line: number | undefined;
  let most = words.size / 3;
  for (const passage of article.passages) {
    const here = new Set(plainMarks(passage.text).toLowerCase().split(/\s+/u));
    const common = [...words].filter((word) => here.has(word)).length;
    if (common > most) [line, most] = [passage.line, common];
  }
  return line;
}
