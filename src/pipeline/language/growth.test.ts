import { describe, expect, it } from 'vitest';
import { annotateTexts } from './read-lists.fixture.ts';

/** Milliseconds of processor time to find all that language finds in these paragraphs, whatever else the machine does. */
function time(texts: readonly string[]): number {
  const start = process.threadCpuUsage();
  annotateTexts(texts);
  return process.threadCpuUsage(start).user / 1000;
}

describe('annotating grows with the text, not with its square', () => {
  const paragraphs = (text: string) => (count: number) => Array.from({ length: count }, () => text);
  const line = (text: string) => (count: number) => [text.repeat(count)];
  it.each<readonly [string, (count: number) => readonly string[]]>([
    ['quotations', paragraphs('“The port is shut,” said Jo Doe.')],
    ['numbers of a sentence without an end', line('1,200 remain of 12 boats; ')],
    ['numbers of one line', line('About 1,200 boats remain. ')],
  ])('%s', (_name, texts) => {
    time(texts(200));
    const small = time(texts(250));
    const large = time(texts(2_500));
    // Some milliseconds are the machine's, not the text's.
    if (large > 400) expect(large / small).toBeLessThan(25);
  });
});
