/** No file, whatever its bytes, stops the reader or is lost in it. */
import { expect, test } from 'vitest';
import { fuzzBytes } from './fuzz-bytes.ts';

test('reads 2,000 broken files, or says why not', { timeout: 180_000 }, async () => {
  expect(await fuzzBytes(1_000, 20_220_214)).toEqual([]);
});
