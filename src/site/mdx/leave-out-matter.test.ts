import { expect, test } from 'vitest';
import { leaveOutMatter } from './leave-out-matter.ts';

test.each([
  ['---\n"title": "a"\n"path": "/x/"\n---\n\nWords.\n', '\n\n\n\n\nWords.\n'],
  [
    '---\n"title": "__VITE_ASSET__abc__ --- x"\n---\nWords.\n\n---\n\nMore.\n',
    '\n\n\nWords.\n\n---\n\nMore.\n',
  ],
  ['Words.\n\n---\n\nMore.\n\n---\n', 'Words.\n\n---\n\nMore.\n\n---\n'],
])('of %j leaves %j', (page, left) => {
  expect(leaveOutMatter.transform.handler(page)).toBe(left);
});
