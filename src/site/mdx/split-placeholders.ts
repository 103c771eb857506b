import { defineHastPlugin } from 'satteri';

/**
 * Words that the bundler takes for its own where they stand in a module's text: it would put in an
 * address, shorten a sentence or stop. Cut after the given part, no piece holds the whole.
 */
const CUT = /(?<=__|@@|import\.|process\.|export )(?=VITE|ASTRO|AST|meta|env|default)/;

/** Splits such words into neighbouring text nodes, which render as the same words. Must run last. */
export const splitPlaceholders = defineHastPlugin({
  name: 'split-placeholders',
  text(node, context) {
    const pieces = node.value.split(CUT);
    const last = pieces.pop();
    if (pieces.length === 0 || last === undefined) return;
    // A returned array throws, so all but the last go in front.
    for (const value of pieces) context.insertBefore(node, { type: 'text', value });
    return { type: 'text', value: last };
  },
});
