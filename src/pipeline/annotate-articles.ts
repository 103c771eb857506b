/** Articles with what language finds in them: each one's own names first, so that the others may know them. */
import type { KeptArticles, KeptSeed } from './keep/kept-articles.ts';
import { keyOf } from './keep/key-of.ts';
import { answerFrom } from './keep/record-questions.ts';
import { openSharing } from './keep/share-strings.ts';
import { annotate, collectNames, indexNames, mergeNames, readDeedRules } from './language/annotate.ts';
import { pauseBetween } from './pause-between.ts';
import type { Article, NameEntry, Theme } from './types.ts';

export interface AnnotateOptions {
  readonly names: readonly NameEntry[];
  readonly themes: readonly Theme[];
  /** By seed: what reading kept of it, with what the last run found in it. */
  readonly made: ReadonlyMap<string, KeptSeed>;
  readonly kept: KeptArticles;
  readonly onProgress?: ((done: number, all: number) => void) | undefined;
}

export async function annotateArticles(
  articles: readonly Article[],
  { names, themes, made, kept, onProgress }: AnnotateOptions,
): Promise<readonly Article[]> {
  const index = indexNames(names);
  // Where an entry stands is said only where it is wrong.
  const namesKey = keyOf(names.map(({ at: _at, ...entry }) => entry));
  const deeds = readDeedRules(themes);
  const deedsKey = keyOf(
    themes.flatMap(({ id, deeds: listed }) => (listed ? [[id, listed.verbs, listed.objects]] : [])),
  );
  const work = 2 * articles.length;
  const collected: { readonly article: Article; readonly names: NonNullable<KeptSeed['names']> }[] = [];
  for await (const article of pauseBetween(articles, (done) => onProgress?.(done, work))) {
    const words = article.passages.map(
      ({ line, to, text, role, under, language }) => [line, to, text, role, under, language] as const,
    );
    const key = keyOf([namesKey, words]);
    const last = made.get(article.source.seed)?.names;
    const own = last?.key === key ? last : { key, names: collectNames(article.passages, index) };
    collected.push({ article, names: own });
  }
  const answers = answerFrom(mergeNames(collected.map(({ names: { names: own } }) => own)));

  const share = openSharing();
  const annotated: Article[] = [];
  const onAnnotated = (done: number): void => onProgress?.(articles.length + done, work);
  for await (const { article, names: own } of pauseBetween(collected, onAnnotated)) {
    const { seed, published } = article.source;
    const last = made.get(seed);
    const key = keyOf([own.key, published?.date, article.language, deedsKey]);
    if (last?.annotations?.key === key && answers.areSame(last.annotations.asked)) {
      kept.keep(seed, last);
      const state = stateOf(last);
      annotated.push({ ...article, annotations: last.annotations.annotations, state });
      continue;
    }
    const recorder = answers.record();
    const annotations = share(
      annotate(article.passages, index, {
        corpus: recorder.known,
        published: published?.date,
        language: article.language,
        deeds,
      }),
    );
    const fresh = last && { ...last, names: own, annotations: { key, asked: recorder.asked(), annotations } };
    if (fresh) kept.keep(seed, fresh);
    annotated.push({ ...article, annotations, state: fresh && stateOf(fresh) });
  }
  return annotated;
}

/** The keys of what the article was read from and annotated with, and the answers of the other articles. */
function stateOf({ article, annotations }: KeptSeed): string {
  return keyOf([article?.key, annotations?.key, annotations?.asked.answers]);
}
