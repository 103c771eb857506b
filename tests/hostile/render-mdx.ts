/** MDX text → what a page would show, by both MDX processors that Astro has, in a room where code is noticed. */
import { createContext, Script } from 'node:vm';
import { parseFrontmatter, unified } from '@astrojs/markdown-remark';
import config from '../../astro.config.mjs';

/** A component or element with its attributes and children; words are strings. */
export type Shown =
  | string
  | { readonly type: string; readonly attributes: Attributes; readonly children: readonly Shown[] };
type Attributes = Readonly<Record<string, unknown>>;

export interface RenderedMdx {
  readonly matter: Readonly<Record<string, unknown>>;
  readonly body: readonly Shown[];
  /** The module, as the bundler gets it. */
  readonly code: string;
}

export type ProcessorName = 'satteri' | 'unified';

// As the site is configured, and the other one with the same two settings.
const processors = {
  satteri: config.markdown?.processor,
  unified: unified({ gfm: false, smartypants: false }),
};
type Renderer = { process(content: string, path: string, matter: object): Promise<{ code: string }> };
const renderers = new Map<ProcessorName, Renderer>();

/** @throws {Error} if the text does not compile, or runs anything of its own */
export async function renderMdx(name: ProcessorName, text: string): Promise<RenderedMdx> {
  const { frontmatter, content } = parseFrontmatter(text, { frontmatter: 'empty-with-spaces' });
  const renderer = await loadRenderer(name);
  const { code } = await renderer.process(content, '/pages/page.mdx', {});
  return { matter: frontmatter, body: evaluate(code), code };
}

async function loadRenderer(name: ProcessorName): Promise<Renderer> {
  const known = renderers.get(name);
  if (known) return known;
  const processor = processors[name];
  if (!processor?.createMdxRenderer) throw new Error(`${name} renders no MDX`);
  const renderer = await processor.createMdxRenderer(
    { syntaxHighlight: false } as Parameters<typeof processor.createMdxRenderer>[0],
    { optimize: false, srcDir: new URL('file:///site/'), sourcemap: false },
  );
  renderers.set(name, renderer);
  return renderer;
}

let called: string | undefined;

const FRAGMENT = 'Fragment';
const COMPONENTS = ['Passage', 'Crosshead', 'Mention', 'Gap', 'Quoted'];

function jsx(type: string, { children, ...attributes }: { children?: Shown | Shown[] }): Shown | Shown[] {
  const all = mergeWords(
    Array.isArray(children) ? children.flat() : children === undefined ? [] : [children],
  );
  if (type === FRAGMENT) return all;
  return { type, attributes, children: all };
}

/** Everything that a hostile text may reach for says that it was reached. */
const room = createContext(
  new Proxy(
    { jsx, jsxs: jsx, Fragment: FRAGMENT, Object, Error, result: undefined },
    {
      has: () => true,
      get: (target, key) => {
        if (key in target) return target[key as keyof typeof target];
        if (typeof key === 'string') called = key;
        return undefined;
      },
    },
  ),
);

/** A module that is more than the renderer's own frame (another import or export) is no script and throws. */
function evaluate(code: string): Shown[] {
  const [, names = ''] = /^import (\{[^}"]*\}) from "astro\/jsx-runtime";/.exec(code) ?? [];
  const script = code
    .replace(
      /^import \{[^}"]*\} from "astro\/jsx-runtime";/,
      `const ${names.replaceAll(' as ', ': ')} = {jsx, jsxs, Fragment};`,
    )
    .replace(/^export default function MDXContent\(/m, 'function MDXContent(')
    .replace(/^export default MDXContent;/m, '')
    .replace(/^export const frontmatter = \{\};?/m, '')
    .replace(/^export function getHeadings\(/m, 'function getHeadings(');
  called = undefined;
  const components = JSON.stringify(Object.fromEntries(COMPONENTS.map((name) => [name, name])));
  const content = `(() => { ${script}\nreturn _createMdxContent({components: ${components}}); })()`;
  const shown = new Script(content).runInContext(room, { timeout: 5_000 }) as Shown | Shown[];
  if (called !== undefined) throw new Error(`the text reached for \`${called}\``);
  const blocks = Array.isArray(shown) ? shown : [shown];
  return blocks.filter((block) => block !== '\n');
}

function mergeWords(children: readonly Shown[]): Shown[] {
  const merged: Shown[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (typeof child === 'string' && typeof last === 'string') merged[merged.length - 1] = last + child;
    else merged.push(child);
  }
  return merged;
}
