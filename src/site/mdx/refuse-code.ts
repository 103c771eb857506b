import { defineMdastPlugin } from 'satteri';
import { MDX_COMPONENTS } from '../../briefing.ts';

/** As much of a component in an MDX tree as the rule looks at. */
interface Component {
  readonly name: string | null;
  readonly attributes: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
}

/**
 * The last guard before a body becomes a module: only the components of the door with string attributes
 * pass. It also stops what a hand wrote into a generated page. Nothing has run by then: code in a page
 * would run when its module is loaded, and this throws while it is compiled.
 */
export const refuseCode = defineMdastPlugin({
  name: 'refuse-code',
  mdxjsEsm: () => refuse('an import or export'),
  mdxFlowExpression: () => refuse('an expression in braces'),
  mdxTextExpression: () => refuse('an expression in braces'),
  html: () => refuse('HTML'),
  mdxJsxFlowElement: (node) => checkComponent(node),
  mdxJsxTextElement: (node) => checkComponent(node),
});

function refuse(what: string): never {
  throw new Error(
    `A page's body holds ${what}, only words and <${Object.keys(MDX_COMPONENTS).join('>, <')}>`,
  );
}

function checkComponent({ name, attributes }: Component): void {
  const known = name !== null && Object.hasOwn(MDX_COMPONENTS, name) ? name : refuse(`<${name ?? ''}>`);
  // Own key, checked just above.
  const allowed: readonly string[] = MDX_COMPONENTS[known as keyof typeof MDX_COMPONENTS];
  for (const { type, name: attribute, value } of attributes)
    if (type !== 'mdxJsxAttribute' || typeof value !== 'string' || !allowed.includes(attribute ?? ''))
      refuse(`<${known}> with the attribute \`${attribute ?? '…'}\``);
}
