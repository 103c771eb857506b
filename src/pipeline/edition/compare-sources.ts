/** What changed between two states of the sources, by reference and line. */
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { RecordedSource } from './record-source.ts';

export type Sources = ReadonlyMap<string, RecordedSource>;

export interface SourceChange {
  readonly before: RecordedSource;
  readonly after: RecordedSource;
  /** Lines of `after` that were there with another status. */
  readonly status: readonly number[];
  /** Lines of `after` with words that were not there. */
  readonly added: readonly number[];
  /** Lines of `before` with words that are not there anymore. */
  readonly gone: number;
}

/** Each list in order of references. */
export interface SourceChanges {
  readonly added: readonly RecordedSource[];
  readonly changed: readonly SourceChange[];
  readonly withdrawn: readonly RecordedSource[];
}

export function compareSources(before: Sources, after: Sources): SourceChanges {
  const byRef = (a: RecordedSource, b: RecordedSource): number => compareCodeUnits(a.ref, b.ref);
  const now = [...after.values()].sort(byRef);
  return {
    added: now.filter(({ ref }) => !before.has(ref)),
    changed: now.flatMap((source) => {
      const earlier = before.get(source.ref);
      return earlier && !isSame(earlier, source) ? [compareLines(earlier, source)] : [];
    }),
    withdrawn: [...before.values()].filter(({ ref }) => !after.has(ref)).sort(byRef),
  };
}

function isSame(a: RecordedSource, b: RecordedSource): boolean {
  return a.slug === b.slug && a.marks.join() === b.marks.join();
}

/** The n-th line with certain words is compared with the n-th such line before; order alone is no change of a line. */
function compareLines(before: RecordedSource, after: RecordedSource): SourceChange {
  const waiting = Map.groupBy(
    before.marks.filter((mark) => mark !== 'b'),
    wordsOf,
  );
  const status: number[] = [];
  const added: number[] = [];
  for (const [at, mark] of after.marks.entries()) {
    if (mark === 'b') continue;
    const earlier = waiting.get(wordsOf(mark))?.shift();
    if (earlier === undefined) added.push(at + 1);
    else if (earlier !== mark) status.push(at + 1);
  }
  const gone = [...waiting.values()].reduce((sum, marks) => sum + marks.length, 0);
  return { before, after, status, added, gone };
}

/** The digest of a mark, without its status. */
function wordsOf(mark: string): string {
  return mark.slice(1);
}
