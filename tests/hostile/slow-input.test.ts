/** Texts whose reading could grow faster than they do: each must be read, or refused, in little time. */
import { expect, test } from 'vitest';
import { readHtml } from '../../src/pipeline/read/formats/html.ts';

test.each([250, 5_000])('refuses a page that is nested %i deep, too deeply for the extractor', (depth) => {
  const page = `<article>${'<div>'.repeat(depth)}words in the depth${'</div>'.repeat(depth)}</article>`;
  expect(readHtml(page)).toMatchObject({ problem: expect.stringContaining('deep') });
});
