import { expect, test } from 'vitest';
import type { ThemeMatter } from '../briefing.ts';
import { describeFacts } from './describe-facts.ts';

/** Of a theme whose page lists only the newest of its briefings. */
const long = {
  kind: 'theme',
  briefings: [],
  touches: [],
  totals: { briefings: 900, touches: 40, lines: 3 },
} as unknown as ThemeMatter;

test.each([
  [long.totals, ['900 briefings', '40 more touch it']],
  [{ briefings: 1, touches: 1, lines: 3 }, ['1 briefing', '1 more touches it']],
  [{ briefings: 2, touches: 0, lines: 3 }, ['2 briefings']],
])('of a theme counts all, not what its page lists: %j', (totals, facts) => {
  expect(describeFacts({ ...long, totals })).toEqual(facts);
});

test('says nothing of a part of a theme, which has no card', () => {
  expect(describeFacts({ ...long, part: {} as ThemeMatter['part'] & object })).toEqual([]);
});
