import type { BriefingMatter } from '../briefing.ts';

/** Characters that could end the script element or a line of JavaScript. */
const UNSAFE = /[<>&\u2028\u2029]/g;

/**
 * Structured data of a briefing: what the source states and nothing else. The result stands inside a
 * script element, so what could close it is escaped.
 */
export function writeJsonLd(matter: BriefingMatter): string {
  const { headline, publisher, author, published, url, language } = matter;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name: matter.title,
    mainEntity: {
      '@type': 'NewsArticle',
      ...(headline.standing === 'stated' && { headline: headline.text }),
      ...(language && { inLanguage: language }),
      ...(publisher?.standing === 'stated' && {
        publisher: { '@type': 'Organization', name: publisher.text },
      }),
      ...(author?.standing === 'stated' && { author: { '@type': 'Person', name: author.text } }),
      ...(published?.standing === 'stated' && { datePublished: published.date }),
      ...(url?.standing === 'stated' && { url: url.text }),
    },
  };
  return JSON.stringify(data).replaceAll(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
