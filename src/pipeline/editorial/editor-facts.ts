/** What an editor knows about one seed, from its sidecar or its row in `sources.csv`. */
import type { VFile } from 'vfile';
import type { EditorNote, Republish } from '../types.ts';

/** Words that stand in a line of the seed, and where the editor wrote them. */
export interface LineWords {
  readonly words: string;
  /** Line in the editor’s file, for messages. */
  readonly at: number;
}

export interface EditorFacts {
  /** The file that says so, its mailbox for messages. */
  readonly file: VFile;
  /** Line in that file where the entry starts. */
  readonly at: number;
  readonly headline?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly author?: string | undefined;
  /** ISO day. */
  readonly published?: string | undefined;
  readonly language?: string | undefined;
  /** Id of the home theme. */
  readonly theme?: string | undefined;
  /** `false`: lines are paragraphs; `true`: lines are pieces of hard-wrapped paragraphs. */
  readonly join?: boolean | undefined;
  readonly keep: readonly LineWords[];
  readonly setAside: readonly LineWords[];
  readonly remove: readonly LineWords[];
  /** Lines for “In brief”. */
  readonly brief: readonly LineWords[];
  /** What stands under “Editor’s note”. */
  readonly note?: EditorNote | undefined;
  /** How much of its words is published. */
  readonly republish?: Republish | undefined;
  /** Why the seed is not to be published; absent = it is. */
  readonly unpublished?: string | undefined;
}

/** The table’s row and the sidecar say different things: the sidecar, which is about one seed, wins. */
export function mergeFacts(
  table: EditorFacts | undefined,
  sidecar: EditorFacts | undefined,
): EditorFacts | undefined {
  if (!table || !sidecar) return sidecar ?? table;
  const stated = Object.entries(sidecar).filter(([, value]) => value !== undefined);
  return { ...table, ...Object.fromEntries(stated) };
}
