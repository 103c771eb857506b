import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { skipWrapper } from './skip-wrapper.ts';

test.each([
  ['/site/a.mdx?astroRenderContent', '/site/a.mdx'],
  ['/site/a.mdx?astroRenderContent=true', '/site/a.mdx'],
  ['/site/a.mdx', undefined],
  ['/site/a.mdx?astroPropagatedAssets', undefined],
  ['/site/a.astro?astroRenderContent', undefined],
])('of %j takes %j', (id, module) => {
  expect(skipWrapper.resolveId.handler(id)).toBe(module);
});

test('Astro still asks by this word, or each page has its wrapper again', async () => {
  const file = new URL(
    'content/consts.js',
    import.meta.resolve('astro/package.json').replace(/package.json$/, 'dist/'),
  );
  expect(await readFile(file, 'utf8')).toContain('CONTENT_RENDER_FLAG = "astroRenderContent"');
});
