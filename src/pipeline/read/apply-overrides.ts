/** Does what the editor says about single lines, each named by its words; a name without a line is a mistake. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { EditorFacts, LineWords } from '../editorial/editor-facts.ts';
import { describeLine } from './describe-line.ts';
import { decide, linesOf, type SeedLine, type Verdict } from './seed-line.ts';

declare module 'vfile' {
  interface DataMap {
    editor: EditorFacts | undefined;
    /** The editor named lines that do not stand in the seed. */
    overrideFailed: boolean | undefined;
  }
}

export const OVERRIDES = {
  keep: { id: 'editor-keep', status: 'kept', role: 'paragraph', reason: 'kept by the editor' },
  setAside: {
    id: 'editor-set-aside',
    status: 'set-aside',
    role: 'caption',
    reason: 'set aside by the editor',
    explains: 'A line is set aside if the editor listed its words for its source.',
  },
  remove: {
    id: 'editor-remove',
    status: 'removed',
    role: 'boilerplate',
    reason: 'removed by the editor',
    explains: 'A line is removed if the editor listed its words for its source.',
  },
} as const satisfies Record<string, Verdict>;

export function applyOverrides() {
  return (tree: Root, file: VFile): void => {
    const { editor } = file.data;
    if (!editor) return;
    const lines = linesOf(tree);
    for (const key of ['keep', 'setAside', 'remove'] as const)
      for (const named of editor[key])
        for (const line of findLines(lines, named, editor.file, file)) override(line, OVERRIDES[key]);
    for (const named of editor.brief) findLines(lines, named, editor.file, file);
  };
}

function override(line: SeedLine, verdict: Verdict): void {
  // A headline or crosshead that is kept stays what it is.
  if (verdict.status === 'kept' && line.status === 'kept') {
    line.doubtful = undefined;
    line.confidence = 'high';
    return;
  }
  decide(line, verdict);
}

function findLines(lines: readonly SeedLine[], named: LineWords, editorFile: VFile, file: VFile): SeedLine[] {
  const wanted = describeLine(named.words).signature;
  const found = wanted === '' ? [] : lines.filter((line) => line.look.signature.includes(wanted));
  if (found.length > 0) return found;
  const nearest = findNearest(lines, named.words);
  const hint = nearest
    ? `, the nearest is line ${nearest.n}: ${JSON.stringify(nearest.text.slice(0, 120))}`
    : '';
  const message = editorFile.message(
    `no line of ${JSON.stringify(file.data.seed?.seed)} has the words ${JSON.stringify(named.words)}${hint}`,
    { place: { line: named.at, column: 1 }, ruleId: 'override', source: 'sourceline' },
  );
  message.fatal = true;
  file.data.overrideFailed = true;
  return [];
}

function findNearest(lines: readonly SeedLine[], words: string): SeedLine | undefined {
  const wanted = describeLine(words).contentStems();
  let best: SeedLine | undefined;
  let most = 0;
  for (const line of lines) {
    const shared = [...line.look.contentStems()].filter((stem) => wanted.has(stem)).length;
    const score = shared / Math.sqrt(1 + line.look.contentStems().size);
    if (shared > 0 && score > most) {
      best = line;
      most = score;
    }
  }
  return best;
}
