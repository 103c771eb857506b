import { expect, test } from 'vitest';
import type { BriefingMatter } from '../briefing.ts';
import { writeJsonLd } from './write-json-ld.ts';

// The writer reads these keys and no others.
const matter = (over: Partial<BriefingMatter>): BriefingMatter =>
  ({ title: 'T', headline: { text: 'T', standing: 'derived', cite: '1:1' }, ...over }) as BriefingMatter;

test('claims nothing that no one states', () => {
  expect(JSON.parse(writeJsonLd(matter({})))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name: 'T',
    mainEntity: { '@type': 'NewsArticle' },
  });
});

test('claims what the source states, and not what the editor adds', () => {
  const { mainEntity } = JSON.parse(
    writeJsonLd(
      matter({
        headline: { text: 'T', standing: 'stated', line: 1, cite: '1:1' },
        publisher: { text: 'The Post', standing: 'stated', line: 1 },
        published: { text: '1 May 2022', standing: 'editor', date: '2022-05-01' },
      }),
    ),
  ) as { mainEntity: Record<string, unknown> };
  expect(mainEntity).toEqual({
    '@type': 'NewsArticle',
    headline: 'T',
    publisher: { '@type': 'Organization', name: 'The Post' },
  });
});

test.each(['</script><script>alert(1)</script>', '<!--', '\u2028', '&lt;', ']]>'])(
  'holds %j inside its element',
  (title) => {
    const json = writeJsonLd(matter({ title }));
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)).toMatchObject({ name: title });
  },
);
