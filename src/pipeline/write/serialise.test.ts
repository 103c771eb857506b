import fc from 'fast-check';
import type { Paragraph } from 'mdast';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Matter } from '../../briefing.ts';
import { type BodyNode, serialisePage } from './serialise.ts';

const matterOf = (title: string): Matter => ({ kind: 'keyboard', path: '/x/', title, description: '' });

const passage = (text: string): Paragraph => ({
  type: 'paragraph',
  children: [
    {
      type: 'mdxJsxTextElement',
      name: 'Passage',
      attributes: [
        { type: 'mdxJsxAttribute', name: 'source', value: '003' },
        { type: 'mdxJsxAttribute', name: 'line', value: '12' },
      ],
      children: [{ type: 'text', value: text }],
    },
  ],
});
const prose = (text: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value: text }] });
const bodyOf = (text: string): string => text.slice(text.indexOf('\n---\n') + 5);

describe('serialisePage', () => {
  test('writes a page without a body as a record', () => {
    const { name, text } = serialisePage({ matter: matterOf('T'), body: [] });
    expect({ name, text }).toEqual({
      name: 'x.json',
      text: '{\n"kind": "keyboard",\n"path": "/x/",\n"title": "T",\n"description": ""\n}\n',
    });
  });

  test('writes a passage on one line', () => {
    const { text } = serialisePage({ matter: matterOf('T'), body: [passage('Talks went on.')] });
    expect(bodyOf(text)).toBe('\n<Passage source="003" line="12">Talks went on.</Passage>\n');
  });

  test('writes a sentence that begins like a module so that it can be read', () => {
    const body = [prose('import talks, too'), prose('export figures fell')];
    expect(bodyOf(serialisePage({ matter: matterOf('T'), body }).text)).toBe(
      '\n&#x69;mport talks, too\n\n&#x65;xport figures fell\n',
    );
  });

  test.each([
    "import fs from 'node:fs'",
    'import talks collapsed on Monday',
    'export controls were tightened',
    'export default function MDXContent() {}',
    '{process.env.SECRET}',
    '<script src="//evil.example/x.js"/>',
    'www.news.example<script src="//evil.example/x.js"/>',
    '</Passage><Gap at="1"/>',
    '- a list that is none',
    '1. a number that is none',
    '# a heading that is none',
    '    four spaces that are code',
    '---',
    '{/* comment */}',
    '<!-- comment -->',
    '`code` **bold** _em_ ~~gone~~ [link](javascript:alert(1)) ![x](y)',
    '&lt;b&gt; &#60; &nbsp;',
    'a\\',
    '\ue000 private \ue001 marks',
  ])('keeps %j as words, in a passage and alone', (words) => {
    const body: BodyNode[] = [passage(words), prose(words)];
    const read = remark()
      .use(remarkMdx)
      .parse(bodyOf(serialisePage({ matter: matterOf('T'), body }).text));
    expect(read.children.map((child) => child.type)).toEqual(['paragraph', 'paragraph']);
  });

  test('keeps every string of 1,000 made of dangerous pieces', () => {
    const piece = fc.constantFrom(
      ...[
        'import ',
        'export ',
        '{',
        '}',
        '<',
        '>',
        '/',
        '`',
        '*',
        '_',
        '~',
        '[',
        ']',
        '(',
        ')',
        '!',
        '#',
        '-',
        '+',
        '=',
      ],
      ...[
        '|',
        '&',
        ';',
        '\\',
        ':',
        '@',
        'www.',
        'http://',
        '&#x41;',
        '$',
        '"',
        "'",
        ' ',
        '1.',
        'a',
        'é',
        '\u00a0',
        '😀',
      ],
    );
    const words = fc
      .array(piece, { minLength: 1, maxLength: 14 })
      .map((pieces) => pieces.join('').replaceAll(/ +/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(words, (text) => {
        serialisePage({ matter: matterOf(text), body: [passage(text), prose(text)] });
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  test.each([
    'no',
    '0x1f',
    '2022-02-14',
    'a: b',
    '"',
    '\u2028',
    '---',
    '*a',
    '__ASTRO_ASSET_IMAGE__abc__',
    'x\ufeff',
  ])('brings the title %j through YAML and JSON and back', (title) => {
    const page = serialisePage({ matter: matterOf(title), body: [passage('Words.')] });
    const front = page.text.slice(4, page.text.indexOf('\n---\n'));
    expect((parse(front) as { title: string }).title).toBe(title);
    const record = serialisePage({ matter: matterOf(title), body: [] });
    expect((JSON.parse(record.text) as { title: string }).title).toBe(title);
  });

  test.each<[string, BodyNode]>([
    ['a foreign component', { type: 'mdxJsxFlowElement', name: 'script', attributes: [], children: [] }],
    [
      'an expression as attribute',
      {
        type: 'mdxJsxFlowElement',
        name: 'Gap',
        attributes: [
          {
            type: 'mdxJsxAttribute',
            name: 'at',
            value: { type: 'mdxJsxAttributeValueExpression', value: '1' },
          },
        ],
        children: [],
      },
    ],
    [
      'a script link',
      {
        type: 'paragraph',
        children: [{ type: 'link', url: 'javascript:x', children: [{ type: 'text', value: 'x' }] }],
      },
    ],
    ['a line break inside words', prose('a\nb')],
    [
      'an attribute without words',
      {
        type: 'mdxJsxFlowElement',
        name: 'Gap',
        attributes: [{ type: 'mdxJsxAttribute', name: 'at', value: null }],
        children: [],
      },
    ],
    ['code', { type: 'paragraph', children: [{ type: 'inlineCode', value: 'x' }] }],
    ['raw HTML', { type: 'paragraph', children: [{ type: 'html', value: '<b>' }] }],
  ])('refuses %s', (_name, node) => {
    expect(() => serialisePage({ matter: matterOf('T'), body: [node] })).toThrow();
  });
});
