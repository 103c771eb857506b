import { expect, test } from 'vitest';
import { toOneLine } from './to-one-line.ts';

test.each([
  ['a line feed', 'a\nb', 'a\uFFFDb'],
  ['a command to a terminal', '\u001b[2Ja\u009b', '\uFFFD[2Ja\uFFFD'],
  ['a mark of direction', 'a\u202eb', 'a\uFFFDb'],
  ['a command to GitHub', 'a ##[set-output name=x]b', 'a \uFFFD#[set-output name=x]b'],
  ['a command to Azure', '##vso[task.setvariable variable=x]b', '\uFFFD#vso[task.setvariable variable=x]b'],
  ['a heading of Markdown', '## A heading [1]', '## A heading [1]'],
])('prints %s as words', (_what, words, printed) => {
  expect(toOneLine(words)).toBe(printed);
});
