/** The markup of every kind of page keeps the standard's rules. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate/node';
import { expect, test } from 'vitest';
import { PAGE_KINDS, siteFolder } from './page-kinds.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // A headline is as long as its source made it. Astro writes `<meta ... />` and attributes as it likes; both are valid.
  rules: {
    'long-title': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
  },
});

test.each(PAGE_KINDS)('/$path of the site $site', async ({ site, path }) => {
  const file = path.endsWith('.html') ? path : `${path.replace(/\?.*/, '')}index.html`;
  const html = await readFile(join(siteFolder(site), file), 'utf8');
  const report = await validator.validateString(html);
  const faults = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, message }) => `${ruleId}, line ${line}: ${message}`),
  );
  expect(faults).toEqual([]);
});
