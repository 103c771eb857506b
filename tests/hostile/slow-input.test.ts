/** Texts whose reading could grow faster than they do: each must be read, or refused, in little time. */
import { expect, test } from 'vitest';
import { readHtml } from '../../src/pipeline/read/formats/html.ts';

test('refuses a page that is nested too deeply for the extractor', () => {
  const page = `<article>${'<div>'.repeat(5_000)}words in the depth${'</div>'.repeat(5_000)}</article>`;
  expect(readHtml(page)).toMatchObject({ problem: expect.stringContaining('deep') });
});
