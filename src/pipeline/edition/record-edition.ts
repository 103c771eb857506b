/** The next edition, as lines to be added to `content/editions.jsonl`. */
import { compareSources, type Sources } from './compare-sources.ts';
import type { Edition } from './read-editions.ts';
import type { RecordedSource } from './record-source.ts';

/** Lines of the edition, each ended; undefined when nothing changed since the last one. */
export function recordEdition(
  editions: readonly Edition[],
  sources: Sources,
  name: string,
): string | undefined {
  const { added, changed, withdrawn } = compareSources(editions.at(-1)?.sources ?? new Map(), sources);
  const rows = [
    ...added.map(toRow),
    ...changed.map(({ after }) => toRow(after)),
    ...withdrawn.map(({ ref }) => ({ ref, withdrawn: true })),
  ];
  if (rows.length === 0) return undefined;
  return [{ edition: editions.length + 1, name }, ...rows]
    .map((record) => `${JSON.stringify(record)}\n`)
    .join('');
}

function toRow({ ref, slug, marks }: RecordedSource): object {
  return { ref, slug, lines: marks.join(' ') };
}
