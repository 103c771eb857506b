import { mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { leaveOutIds } from './leave-out-ids.ts';
import { refuseCode } from './refuse-code.ts';
import { splitPlaceholders } from './split-placeholders.ts';

const compile = (source: string): string =>
  mdxToJs(source, {
    features: { gfm: false, smartPunctuation: false },
    mdastPlugins: [refuseCode],
    hastPlugins: [leaveOutIds, splitPlaceholders],
  }).code;

describe('refuseCode', () => {
  test.each([
    '<Passage source="003" line="12">Talks went on.</Passage>',
    '<Passage source="003" line="12">With <Mention of="people/jo-doe">Jo Doe</Mention>.</Passage>',
    '<Gap at="57" />',
    'An editor’s sentence, *stressed*.',
  ])('lets %j pass', (source) => {
    expect(compile(source)).toContain('MDXContent');
  });

  test.each([
    ["import fs from 'node:fs'", /import or export/],
    ['export const a = 1', /import or export/],
    ['{process.exit()}', /expression/],
    ['words {1 + 1} words', /expression/],
    ['<script>alert(1)</script>', /<script>/],
    ['words <b>bold</b>', /<b>/],
    ['<>words</>', /<>/],
    ['<constructor />', /<constructor>/],
    ['<Passage line={1}>words</Passage>', /attribute/],
    ['<Passage {...a}>words</Passage>', /attribute/],
    ['<Gap at="57" onclick="x" />', /attribute `onclick`/],
    ['<Gap at />', /attribute/],
  ])('refuses %j', (source, message) => {
    expect(() => compile(source)).toThrow(message);
  });
});

describe('splitPlaceholders', () => {
  test.each([
    '__VITE_PUBLIC_ASSET__abcdef01__',
    '__ASTRO_ASSET_IMAGE__abc__',
    '@@ASTRO',
    'export default function MDXContent',
    'import.meta.env.X',
    'process.env.X',
  ])('leaves no %j in a module', (words) => {
    const code = compile(`<Passage source="1" line="1">a ${words.replaceAll('_', '\\_')} b</Passage>`);
    expect(code.replace(/export default function MDXContent\(/, '')).not.toContain(words);
  });

  test('leaves none in a heading either', () => {
    expect(compile('## a import.meta.env b')).not.toContain('import.meta');
  });
});
