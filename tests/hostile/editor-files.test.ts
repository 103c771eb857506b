/** Files of the editor that want to be more than data: each is read, or refused with file and line, in little time. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEditorial } from '../../src/pipeline/editorial/index.ts';
import { readSeeds } from '../../src/pipeline/read/index.ts';

const CONTENT = resolve(import.meta.dirname, '../../content');

/** Each line has nine of the line before it. */
const BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdef'].map((key, at) => `${key}: &${key} [${`*${'abcdef'[at]}, `.repeat(9)}]`),
].join('\n');

const TRAPS: readonly (readonly [string, string])[] = [
  ['an alias bomb', BOMB],
  ['a cycle', 'title: &a [*a]'],
  ['a function', 'title: !!js/function "function () { globalThis.canary = 1 }"'],
  ['a prototype', '__proto__: {canary: 1}\nconstructor: {prototype: {canary: 1}}'],
  ['a deep list', `title: ${'['.repeat(3_000)}${']'.repeat(3_000)}`],
  ['a broken list', 'title: [\n\t- "'],
  ['a merge', '<<: {title: x}\ntitle: no'],
  ['bytes', 'title: !!binary AAECAw=='],
  ['many documents', '---\na: 1\n---\nb: 2'],
  ['a key of a list', '? [a, b]\n: c'],
  ['the same key twice', 'title: a\ntitle: b'],
  ['nothing but controls', '\u0000\u0007\u001b[31m'],
];

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sourceline-editor-'));
  for (const part of ['site.yaml', 'themes', 'names'])
    cpSync(join(CONTENT, part), join(root, part), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** Reasons of fatal messages at a file. */
function mistakes(
  files: readonly {
    path?: string;
    messages: readonly { fatal?: boolean | null | undefined; reason: string }[];
  }[],
  name: string,
): string[] {
  return files
    .filter(({ path }) => path?.endsWith(name))
    .flatMap(({ messages }) => messages.filter(({ fatal }) => fatal).map(({ reason }) => reason));
}

describe.each(TRAPS)('%s', (what, text) => {
  test('in a theme is a mistake of that file alone', async () => {
    writeFileSync(join(root, 'themes/trap.md'), `---\n${text}\n---\n\nWords.\n`);
    const { themes, files } = await readEditorial(root);
    expect(themes.map(({ theme }) => theme.id)).toEqual(['sanctions', 'troop-build-up', 'diplomacy']);
    expect(mistakes(files, 'trap.md')).not.toEqual([]);
    if (what === 'an alias bomb') expect(mistakes(files, 'trap.md').join()).toContain('alias');
  });

  test('in a list of names is a mistake of that file alone', async () => {
    rmSync(join(root, 'names/organisations.yaml'));
    const others = (await readEditorial(root)).names;
    writeFileSync(join(root, 'names/organisations.yaml'), text);
    const { names, files } = await readEditorial(root);
    expect(names).toEqual(others);
    expect(mistakes(files, 'organisations.yaml')).not.toEqual([]);
    if (what === 'an alias bomb') expect(mistakes(files, 'organisations.yaml').join()).toContain('alias');
    expect(files.filter(({ messages }) => messages.some(({ fatal }) => fatal))).toHaveLength(1);
  });

  test('in the settings is a mistake with which nothing is built', async () => {
    writeFileSync(join(root, 'site.yaml'), text);
    const { site, files } = await readEditorial(root);
    expect(site).toBeUndefined();
    expect(mistakes(files, 'site.yaml')).not.toEqual([]);
  });

  test('beside a seed leaves out that seed and says so', async () => {
    const seeds = join(root, 'seeds');
    mkdirSync(seeds);
    for (const name of ['a', 'b'])
      writeFileSync(
        join(seeds, `${name}.txt`),
        `Council of ${name} meets\n\nThe council of ${name} met on Monday to talk.\n`,
      );
    writeFileSync(join(seeds, 'a.yaml'), text);
    const { articles, skips } = await readSeeds({ seedsDir: seeds, themes: [], references: (seed) => seed });
    expect(articles.map(({ source }) => source.seed)).toEqual(['b.txt']);
    expect(skips.map(({ seed }) => seed)).toEqual(['a.txt']);
  });

  test('leaves no trace', () => {
    expect(Reflect.get(globalThis, 'canary')).toBeUndefined();
    expect(Reflect.get({}, 'canary')).toBeUndefined();
  });
});

describe('the table of references', () => {
  test.each([
    ['reference,seed\n../../x,a.txt\n', 'a path'],
    ['reference,seed\n<script>,a.txt\n', 'an element'],
    ['reference,seed\n003,a.txt\n003,b.txt\n', 'a reference twice'],
    ['reference,seed\n003,a.txt\n004,a.txt\n', 'a seed twice'],
    ['reference,seed\n"003,a.txt\n', 'a quotation that never ends'],
    ['seed,reference\na.txt,003\n', 'another header'],
    ['reference,seed\n003\n', 'half a row'],
    ['\u0000\u0001\u0002', 'bytes'],
  ])('with %j is refused: %s', async (table) => {
    writeFileSync(join(root, 'references.csv'), table);
    const { references, files } = await readEditorial(root);
    expect(references).toBeUndefined();
    expect(mistakes(files, 'references.csv')).not.toEqual([]);
  });
});
