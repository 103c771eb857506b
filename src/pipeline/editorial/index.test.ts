import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEditorial } from './index.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sourceline-content-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** Messages as `file:line reason` on a content folder. */
async function mistakesIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  for (const [path, text] of Object.entries({ 'site.yaml': 'title: T\ndescription: D\n', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { files: read } = await readEditorial(root);
  return read.flatMap((file) =>
    file.messages.map(({ line, reason }) => `${basename(file.path)}:${line ?? ''} ${reason}`),
  );
}

const THEME = '---\norder: 1\ntitle: Harbours\ndefinition: D\nterms: [{ term: harbour, weight: 1 }]\n---\n';

describe('a file that would be passed over', () => {
  test.each([
    ['themes/Harbours.md', THEME, 'small letters, digits and `-`: call it `harbours.md`'],
    ['themes/Häfen 2.md', THEME, 'small letters, digits and `-`: call it `hafen-2.md`'],
    ['themes/harbours.MD', THEME, 'expected a name that ends in `.md`'],
    ['themes/harbours.txt', THEME, 'expected a name that ends in `.md`'],
    ['pages/about.markdown', '---\ntitle: A\n---\n', 'expected a name that ends in `.md`'],
    ['names/people.yml', '- { id: a, name: Ann Lee }\n', 'expected a name that ends in `.yaml`'],
    ['names/people.csv', 'id,name\n', 'expected a name that ends in `.yaml`'],
  ])('is told: %s', async (path, text, reason) => {
    expect(await mistakesIn({ [path]: text })).toEqual([expect.stringContaining(reason)]);
  });

  test.each(['themes/.harbours.md.swp', 'themes/harbours.md~', 'themes/README.md', 'names/.DS_Store'])(
    'is not told where a program left it: %s',
    async (path) => {
      expect(await mistakesIn({ [path]: 'x' })).toEqual([]);
    },
  );
});
