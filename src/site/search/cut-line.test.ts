import { expect, it } from 'vitest';
import { cutLine } from './cut-line.ts';

const sentence = (name: string, words: number): string => `${name} ${'word '.repeat(words - 2)}end.`;

it('leaves a line of sixty words whole', () => {
  const text = sentence('One', 60);
  expect(cutLine(text, [], 'en')).toEqual({ text, marks: [], cutBefore: false, cutAfter: false });
});

it('cuts a longer one at the ends of sentences around the match', () => {
  const text = [sentence('One', 30), sentence('Two', 30), sentence('Three', 20), sentence('Four', 30)].join(
    ' ',
  );
  const start = text.indexOf('Two');
  const cut = cutLine(text, [{ start, end: start + 3 }], 'en');
  expect(cut.text).toBe(`${sentence('Two', 30)} ${sentence('Three', 20)}`);
  expect(cut.marks).toEqual([{ start: 0, end: 3 }]);
  expect([cut.cutBefore, cut.cutAfter]).toEqual([true, true]);
});

it('never cuts inside a sentence, however long', () => {
  const text = sentence('One', 200);
  expect(cutLine(text, [], 'en').text).toBe(text);
});
