/** Texts → normalised → tree → MDX → both processors → the same texts in the same places, and nothing ran. */
import { isDeepStrictEqual } from 'node:util';
import type { PhrasingContent } from 'mdast';
import type { Matter } from '../../src/briefing.ts';
import { normalise } from '../../src/pipeline/read/normalise.ts';
import { type BodyNode, serialisePage } from '../../src/pipeline/write/serialise.ts';
import { type ProcessorName, renderMdx, type Shown } from './render-mdx.ts';

const PROCESSORS: readonly ProcessorName[] = ['satteri', 'unified'];

/** What the bundler would take for its own; the site's own processor must leave none of it in a module. */
const PLACEHOLDERS =
  /__VITE|__ASTRO|@@AST|import\.meta|process\.env|export default(?! (?:function )?MDXContent)/;

/** @returns what is wrong with a page that holds all the texts, or undefined */
export async function checkTexts(texts: readonly string[]): Promise<string | undefined> {
  const lines = texts.flatMap((text) => normalise(text).lines).filter((line) => line !== '');
  if (lines.length === 0) return undefined;
  const blocks = lines.map((line, at) => SHAPES[at % SHAPES.length]?.(line) ?? words(line));
  const title = lines.join(' ');
  const matter: Matter = { kind: 'keyboard', path: '/x/', title, description: '' };
  let text: string;
  try {
    text = serialisePage({ matter, body: blocks.map(({ node }) => node) }).text;
  } catch (error) {
    return `is not written: ${(error as Error).message}`;
  }
  for (const name of PROCESSORS) {
    try {
      const rendered = await renderMdx(name, text);
      const expected = blocks.map(({ shown }) => shown);
      const differs = rendered.body.findIndex(
        (block, at) => !isDeepStrictEqual(dropOwn(block), expected[at]),
      );
      if (differs >= 0 || rendered.body.length !== expected.length)
        return `${name} shows ${JSON.stringify(rendered.body.at(differs))} for ${JSON.stringify(expected.at(differs))}`;
      if (rendered.matter['title'] !== title) return `${name} changes the title`;
      // Headings stand in an editor's notes alone, and their texts once more in a list of their own.
      const code = rendered.code.replace(/^export function getHeadings\(\).*$/m, '');
      const token = PLACEHOLDERS.exec(name === 'satteri' ? code : '');
      if (token) return `${name} leaves \`${token[0]}\` in the module`;
    } catch (error) {
      return `${name}: ${(error as Error).message}`;
    }
  }
  return undefined;
}

interface Block {
  readonly node: BodyNode;
  readonly shown: Shown;
}

const AT = { source: '003', line: '12' };

/** Every place of a page's body where a text may stand. */
const SHAPES: readonly ((line: string) => Block)[] = [
  words,
  (line) => component('Passage', [{ type: 'text', value: line }], [line]),
  (line) => component('Crosshead', [{ type: 'text', value: line }], [line]),
  mentioned,
  (line) => ({
    node: { type: 'heading', depth: 2, children: [{ type: 'text', value: line }] },
    shown: { type: 'h2', attributes: {}, children: [line] },
  }),
  (line) => ({
    node: {
      type: 'list',
      ordered: false,
      spread: false,
      children: [
        {
          type: 'listItem',
          spread: false,
          children: [{ type: 'paragraph', children: [{ type: 'text', value: line }] }],
        },
      ],
    },
    shown: { type: 'ul', attributes: {}, children: [{ type: 'li', attributes: {}, children: [line] }] },
  }),
];

function words(line: string): Block {
  return {
    node: { type: 'paragraph', children: [{ type: 'text', value: line }] },
    shown: { type: 'p', attributes: {}, children: [line] },
  };
}

function component(name: string, children: PhrasingContent[], shown: Shown[]): Block {
  const attributes = Object.entries(AT).map(([key, value]) => ({
    type: 'mdxJsxAttribute' as const,
    name: key,
    value,
  }));
  return {
    node: { type: 'paragraph', children: [{ type: 'mdxJsxTextElement', name, attributes, children }] },
    shown: { type: name, attributes: AT, children: shown },
  };
}

/** The last part of the text is a name in a passage. */
function mentioned(line: string): Block {
  const characters = [...line];
  const before = characters.slice(0, characters.length >> 1).join('');
  const name = line.slice(before.length);
  return component(
    'Passage',
    [
      ...(before === '' ? [] : [{ type: 'text' as const, value: before }]),
      {
        type: 'mdxJsxTextElement',
        name: 'Mention',
        attributes: [{ type: 'mdxJsxAttribute', name: 'of', value: 'people/x' }],
        children: [{ type: 'text', value: name }],
      },
    ],
    [
      ...(before === '' ? [] : [before]),
      { type: 'Mention', attributes: { of: 'people/x' }, children: [name] },
    ],
  );
}

/** The processors give headings an id and lists line breaks of their own. */
function dropOwn(block: Shown): Shown {
  if (typeof block === 'string') return block;
  const { id: _id, ...attributes } = block.attributes;
  const children = block.children.filter((child) => block.type !== 'ul' || child !== '\n').map(dropOwn);
  return { type: block.type, attributes: block.type === 'h2' ? attributes : block.attributes, children };
}
