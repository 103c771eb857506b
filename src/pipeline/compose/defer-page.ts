import { keyOf } from '../keep/key-of.ts';
import type { DeferredPage, Page } from '../write/serialise.ts';

interface MadeOf {
  /** Keys of the articles that it prints something of; undefined where one is not known. */
  readonly articles: readonly (string | undefined)[];
  /** Plain data: all else that it prints, or that decides what it prints. */
  readonly rest: readonly unknown[];
}

/** A page that is composed only if what it is made of changed; at once where a key is not known. */
export function deferPage(
  page: Pick<DeferredPage, 'matter' | 'hasBody'>,
  { articles, rest }: MadeOf,
  compose: () => Page,
): Page | DeferredPage {
  if (articles.includes(undefined)) return compose();
  return { ...page, key: keyOf([articles, rest]), compose };
}
