/** The reader’s parser: traced text → tree, one paragraph a line of text, positions set once. */
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { VFile } from 'vfile';
import { isHardWrapped, rangesOfLines, rangesOfParagraphs } from './join-wrapped-lines.ts';
import { normalise, splitLines } from './normalise.ts';
import { createLineNode, createSeedLine } from './seed-line.ts';

declare module 'vfile' {
  interface DataMap {
    /** Normalised lines of the traced text, blank ones included. */
    lines: readonly string[];
    normalised: readonly string[];
    /** Editor’s word on joining; undefined = decide by the look of the text. */
    join: boolean | undefined;
  }
}

export const seedParse: Plugin<[], string, Root> = function () {
  this.parser = (text: string, file: VFile): Root => {
    const { lines, changes } = normalise(text);
    const joins = file.data.join ?? isHardWrapped(lines);
    const ranges = joins ? rangesOfParagraphs(lines, splitLines(text)) : rangesOfLines(lines);
    file.data.lines = lines;
    file.data.normalised = joins ? [...changes, 'hard-wrapped lines joined into paragraphs'] : changes;
    return {
      type: 'root',
      children: ranges.map(([first, last]) =>
        createLineNode(
          createSeedLine(
            first + 1,
            last + 1,
            lines.slice(first, last + 1).join(' '),
            first === 0 || lines[first - 1] === '',
          ),
        ),
      ),
    };
  };
};
