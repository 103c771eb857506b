/** What the build was unsure of, most consequential first, each with the exact words that would change it. */
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Article, Corpus, CorpusName } from '../types.ts';

/** Kinds of doubt in order of their consequence for a reader. */
const KINDS = [
  'names',
  'quotation',
  'brief',
  'copy',
  'no-theme',
  'no-headline',
  'doubtful-line',
  'new-name',
] as const;

export interface ReviewItem {
  readonly kind: (typeof KINDS)[number];
  /** Path of the seed below the seeds folder; absent for what concerns several. */
  readonly seed?: string | undefined;
  readonly line?: number | undefined;
  /** What was seen and what was done with it. */
  readonly done: string;
  /** The file to write to, and the words that change the decision. */
  readonly override?: { readonly file: string; readonly text: string } | undefined;
}

export function listReview(corpus: Corpus): readonly ReviewItem[] {
  const seedOf = new Map(corpus.articles.map((article) => [article.ref, article.source.seed]));
  const items: ReviewItem[] = [
    ...corpus.findings.map(
      (finding): ReviewItem => ({
        kind: kindOfFinding(finding.ruleId),
        seed: finding.ref === undefined ? undefined : seedOf.get(finding.ref),
        line: finding.line,
        done: finding.reason,
      }),
    ),
    ...corpus.copies
      .filter((copy) => copy.kind !== 'exact')
      .map(
        (copy): ReviewItem => ({
          kind: 'copy',
          seed: copy.seed,
          done: `${copy.kind === 'near' ? 'is nearly' : 'holds most of'} ${copy.of}: both are published and linked as one origin`,
          override: sidecar(copy.seed, 'publish: false\nreason: a copy'),
        }),
      ),
    ...corpus.articles.flatMap(reviewArticle),
    ...suggestNames(corpus).map(
      (name): ReviewItem => ({
        kind: 'new-name',
        done: `“${name.name}” is named in several articles and is not on the list`,
        override: { file: `content/names/${name.kind}.yaml`, text: nameEntry(name) },
      }),
    ),
  ];
  return items.sort(
    (a, b) =>
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      compareCodeUnits(a.seed ?? '', b.seed ?? '') ||
      (a.line ?? 0) - (b.line ?? 0),
  );
}

/** Names found by cue in two articles or more: an editor's list should know them. */
export function suggestNames(corpus: Corpus): readonly CorpusName[] {
  return corpus.names.filter(
    (name) => name.found && new Set(name.mentions.map((mention) => mention.ref)).size > 1,
  );
}

/** The entry for a name as it would stand in its list. */
export function nameEntry({ id, name, printedAs }: CorpusName): string {
  const aliases = printedAs.map(({ text }) => text).filter((text) => text !== name);
  return [
    `- id: ${id}`,
    `  name: ${JSON.stringify(name)}`,
    ...(aliases.length > 0 ? [`  aliases: ${JSON.stringify(aliases)}`] : []),
  ].join('\n');
}

function kindOfFinding(ruleId: string): ReviewItem['kind'] {
  if (ruleId.startsWith('quotation')) return 'quotation';
  return ruleId.startsWith('brief') ? 'brief' : 'names';
}

function reviewArticle(article: Article): ReviewItem[] {
  const { seed } = article.source;
  const items: ReviewItem[] = [];
  if (article.themes.length === 0)
    items.push({
      kind: 'no-theme',
      seed,
      done: 'reaches no theme, published under “No theme yet”',
      override: sidecar(seed, 'theme: the-theme'),
    });
  if (article.headline.standing === 'derived')
    items.push({
      kind: 'no-headline',
      seed,
      line: article.headline.line,
      done: 'has no headline, its first kept line stands in',
      override: sidecar(seed, 'headline: The headline'),
    });
  for (const line of article.lines)
    if (line.doubtful !== undefined)
      items.push({
        kind: 'doubtful-line',
        seed,
        line: line.n,
        done: `kept, but ${line.doubtful}: ${JSON.stringify(line.text)}`,
        override: sidecar(seed, `remove:\n  - ${JSON.stringify(line.text)}`),
      });
  return items;
}

function sidecar(seed: string, text: string): ReviewItem['override'] {
  // A record has no sidecar of its own: the table of sources reaches it by id.
  if (seed.includes('#')) return { file: 'seeds/sources.csv', text: `a row for ${JSON.stringify(seed)}` };
  return { file: `seeds/${seed.replace(/\.[^./]+$/, '')}.yaml`, text };
}
