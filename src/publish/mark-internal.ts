const NO_INDEX = '<meta name="robots" content="noindex, nofollow">';

/**
 * Asks search engines to stay away from a page, for hosts that cannot send a header. It is a request
 * and no protection: who may read an internal site is for its host to decide.
 */
export function markInternal(html: string): string {
  return html.replace(/<head[^>]*>/, (head) => head + NO_INDEX);
}
