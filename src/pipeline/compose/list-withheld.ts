import type { Corpus } from '../types.ts';

/**
 * The words that must not be published, for the verifier of the same build, as a file of a folder;
 * no file where all is republished. Facts and names may be said even where a withheld line says them.
 */
export function listWithheld(full: Corpus, restricted: Corpus): ReadonlyMap<string, string> {
  const shown = new Map(restricted.articles.map((article) => [article.ref, article]));
  const lines = full.articles.flatMap((article) => {
    const open = shown.get(article.ref)?.lines ?? [];
    return article.lines.flatMap(({ text }, at) => (text !== '' && open[at]?.text === '' ? [text] : []));
  });
  if (lines.length === 0) return new Map();
  const facts = restricted.articles.flatMap(({ headline, source }) =>
    [headline, source.publisher, source.author, source.published, source.url].flatMap((fact) =>
      fact === undefined ? [] : [fact.text],
    ),
  );
  const names = restricted.names.flatMap(({ name, printedAs }) => [
    name,
    ...printedAs.map(({ text }) => text),
  ]);
  return new Map([['words.json', `${JSON.stringify({ lines, said: [...facts, ...names] })}\n`]]);
}
