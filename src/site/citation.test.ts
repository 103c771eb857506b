import { expect, test } from 'vitest';
import { anchorOf, linkCitation, nameCitation, refOf, showCitation } from './citation.ts';

test.each([
  ['003:31', '003:31', '/sources/003/#L31', '003:31, original line'],
  ['003:39-43', '003:39–43', '/sources/003/#L39', '003:39–43, original lines'],
  ['002:11,23,45-47', '002:11, 23, 45–47', '/sources/002/#L11', '002:11, 23, 45–47, original lines'],
  ['a1b2c3d4e5:7', 'a1b2c3d4e5:7', '/sources/a1b2c3d4e5/#L7', 'a1b2c3d4e5:7, original line'],
])('shows, links and names %s', (cite, shown, link, name) => {
  expect([showCitation(cite), linkCitation(cite), nameCitation(cite)]).toEqual([shown, link, name]);
  expect(link).toBe(`/sources/${refOf(cite)}/#${anchorOf(cite)}`);
});
