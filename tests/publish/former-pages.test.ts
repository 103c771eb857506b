/** A page at a former address may hold no words of a source, and need not count lines. */
import { expect, test } from 'vitest';
import { elementsOf, parsePage } from '../../src/publish/page.ts';
import { checkCounts } from '../../src/publish/verify/check-counts.ts';
import { checkWords } from '../../src/publish/verify/check-words.ts';

const path = 'briefings/003-old-words/index.html';
const toPage = (html: string) => ({ path, elements: elementsOf(parsePage(html)), ids: [] });
const site = { tables: new Map(), former: new Set([path]) };

test('finds words of a source, cited or raw', () => {
  const page = toPage('<p data-cite="003:1">The harbour is shut.</p><del data-raw="003:2">Read on</del>');
  expect(checkWords(page, site).map(({ kind }) => kind)).toEqual(['former-words', 'former-words']);
});

test('takes a page that only says what became of it', () => {
  const page = toPage('<h1>Briefing 003 was withdrawn</h1>');
  expect([...checkWords(page, site), ...checkCounts(page, site)]).toEqual([]);
});

test('takes no other page for one', () => {
  const page = toPage('<h1>Briefing 003 was withdrawn</h1>');
  expect(checkCounts(page, { ...site, former: new Set() })).toHaveLength(1);
});
