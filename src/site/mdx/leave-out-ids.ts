import { defineHastPlugin } from 'satteri';

/**
 * Keeps headings of the editor's without an id. Astro makes one of their words, and that of `## More` is the
 * frame's own; nothing links to them. It passes over what stands as JSX, which renders as the same element.
 */
export const leaveOutIds = defineHastPlugin({
  name: 'leave-out-ids',
  element: {
    filter: ['h2', 'h3'],
    visit: ({ tagName, children }) => ({
      type: 'mdxJsxFlowElement',
      name: tagName,
      attributes: [],
      children,
    }),
  },
});
