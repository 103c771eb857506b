import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isGenerated } from './is-generated.ts';

const root = mkdtempSync(join(tmpdir(), 'is-generated-'));
mkdirSync(join(root, 'content/dist'), { recursive: true });
symlinkSync(join(root, 'content'), join(root, 'linked'));
afterAll(() => rmSync(root, { recursive: true }));

const place = (name: string): string => join(root, name);
const within = {
  contentDir: place('content'),
  outDir: place('content/dist'),
  parts: place('content/work/parts'),
};
const apart = { contentDir: place('content'), outDir: place('dist'), parts: place('parts') };

test.each([
  ['briefings', apart],
  ['briefings/a.mdx', apart],
  ['.cache/lock', apart],
  ['references.csv', apart],
  ['references.csv.71.tmp', apart],
  ['dist', within],
  ['dist/index.html', within],
  ['dist.next/index.html', within],
  ['dist.previous', within],
  ['dist.rest', within],
  ['work/parts/1-of-2/part.json', within],
  ['dist/index.html', { ...within, contentDir: place('linked') }],
  ['dist/index.html', { ...within, outDir: place('linked/dist') }],
])('%s is', (path, options) => {
  expect(isGenerated(path, options)).toBe(true);
});

test.each([
  ['site.yaml', within],
  ['themes/dist.md', within],
  ['briefings.md', within],
  ['references.csv.bak', within],
  ['district/map.svg', within],
  ['work/notes.md', within],
  ['dist/index.html', apart],
  ['site.yaml', { ...apart, parts: root }],
  ['site.yaml', { ...apart, parts: place('content') }],
])('%s is the editor’s', (path, options) => {
  expect(isGenerated(path, options)).toBe(false);
});
