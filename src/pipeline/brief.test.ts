import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCorpus } from './brief.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sourceline-brief-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test.each([
  ['the settings are missing', {}],
  ['the settings are wrong', { 'content/site.yaml': 'titel: Harbours\n' }],
  [
    'an address could change',
    {
      'content/site.yaml': 'title: Harbours\ndescription: D\n',
      'content/references.csv': 'ref,file\n',
    },
  ],
  [
    'what must not be published is unknown',
    {
      'content/site.yaml': 'title: Harbours\ndescription: D\n',
      'seeds/sources.csv': 'republish\nnone\n',
    },
  ],
])('tells every other mistake, too, where %s', async (_what, wrong: Record<string, string>) => {
  const files = {
    ...wrong,
    'content/themes/harbours.md': 'Words.\n',
    'seeds/a.txt': 'Harbour closes\n\nThe harbour of Borvik closed on Monday.\n',
    'seeds/a.yaml': 'publsher: Borvik Post\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const options = { seedsDir: join(root, 'seeds'), contentDir: join(root, 'content'), onStage: () => {} };
  const { files: read, known } = await readCorpus(options);
  expect(known).toBeUndefined();
  const mistaken = read.filter(({ messages }) => messages.some(({ fatal }) => fatal)).map(({ path }) => path);
  expect(mistaken).toEqual(
    expect.arrayContaining([join(root, 'content/themes/harbours.md'), 'seeds/a.yaml']),
  );
});
