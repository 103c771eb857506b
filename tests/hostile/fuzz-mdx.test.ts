/** No text, however dangerous, is more than text once it is written as MDX and rendered. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import config from '../../astro.config.mjs';
import { checkTexts } from './check-texts.ts';
import { fuzzMdx } from './fuzz-mdx.ts';
import { renderMdx } from './render-mdx.ts';

const KEPT = join(import.meta.dirname, 'kept');

test('the site renders without the features that change words', () => {
  expect(config.markdown?.processor?.options).toMatchObject({
    features: { gfm: false, smartPunctuation: false },
  });
  expect(config.markdown?.syntaxHighlight).toBe(false);
});

test('the site refuses code before it can run', async () => {
  await expect(renderMdx('satteri', '---\ntitle: x\n---\n\n{1}\n')).rejects.toThrow(/A page's body holds/);
});

test('the site gives headings no id, which could be one of the page’s own', async () => {
  const { body } = await renderMdx('satteri', '---\ntitle: x\n---\n\n## More\n\n- ### Find\n');
  expect(body).toMatchObject([{ type: 'h2', attributes: {}, children: ['More'] }, { type: 'ul' }]);
  expect(JSON.stringify(body)).not.toContain('"id"');
});

describe('the check itself', () => {
  test.each([
    ['satteri', '{canary()}'],
    ['unified', '{canary()}'],
    ['unified', "import x from 'node:fs'"],
    ['unified', 'export const a = canary()'],
    ['unified', '<Gap at={process.env.HOME}/>'],
  ] as const)('notices code that %s lets through: %s', async (name, text) => {
    await expect(renderMdx(name, `---\ntitle: x\n---\n\n${text}\n`)).rejects.toThrow();
  });
});

// Found once, by this fuzzer or by hand; a failure of `npm run fuzz` is added here.
const kept = readdirSync(KEPT).flatMap((file) => {
  const cases = JSON.parse(readFileSync(join(KEPT, file), 'utf8')) as { why: string; texts: string[] }[];
  return cases.map(({ why, texts }) => [why, texts] as const);
});

test.each(kept)('keeps what once failed: %s', async (_why, texts) => {
  expect(await checkTexts(texts)).toBeUndefined();
  // Each place of a page in turn.
  for (let before = 1; before < 6; before += 1)
    expect(await checkTexts([...Array<string>(before).fill('words'), ...texts])).toBeUndefined();
});

test('shows 10,000 dangerous texts as they are, by both processors', { timeout: 120_000 }, async () => {
  expect(await fuzzMdx(10_000, 20_220_214)).toEqual([]);
});
