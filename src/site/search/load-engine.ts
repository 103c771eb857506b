import { type Facts, readFacts } from './read-facts.ts';

/** A record that matches: `words` are positions of matching words in its text. */
export interface EngineResult {
  /** `003-1f0a3c` for a briefing, `003-out-1f0a3c` for what was taken out of its source. */
  readonly id: string;
  readonly score: number;
  readonly words: readonly number[];
  /** Names of metadata that match; `title` is the headline. */
  readonly matchedMetaFields?: readonly string[];
  readonly data: () => Promise<EngineRecord>;
}

/** A record of the index: a briefing, or the taken-out lines of a source. */
export interface EngineRecord {
  /** Address from the root of the site. */
  readonly raw_url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Elements with an id, their text, and the position of its first word. */
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** The index of a site. Whatever cannot be fetched rejects, and is asked for again the next time. */
export interface SearchIndex {
  /** Records with all these words, or with this phrase in quotation marks; `null` finds all. */
  readonly search: (words: string | null) => Promise<readonly EngineResult[]>;
  /** From now on `search` finds what was taken out, too. */
  readonly addTakenOut: () => Promise<void>;
  /** What briefings can be narrowed by. */
  readonly facts: () => Promise<Facts>;
  /** Words, in the form that the index has them, that are not searched for: too many lines have them. */
  readonly common: ReadonlySet<string>;
}

/** What `search/pointer.json` says. */
export interface Pointer {
  readonly folder: string;
  readonly takenOut?: string;
  readonly engine: string;
  readonly common: readonly string[];
  readonly names: string;
  /** Names of the files of names. */
  readonly nameFiles: readonly string[];
  /** Names of the people whom most briefings print. */
  readonly mostNamed: readonly { readonly path: string; readonly name: string; readonly kind: string }[];
}

/** The part of the search engine's interface that is used here. */
interface Engine {
  options: (options: Readonly<Record<string, unknown>>) => Promise<void>;
  mergeIndex: (path: string, options: Readonly<Record<string, unknown>>) => Promise<void>;
  search: (words: string | null) => Promise<{ readonly results: readonly EngineResult[] }>;
}

interface TrustedTypes {
  createPolicy: (name: string, rules: { createScriptURL: (address: string) => string | null }) => unknown;
}

let workerAddress = '';

/**
 * Reads which index is the current one, so that a page from before the last publication finds it too.
 */
export async function loadPointer(root: URL): Promise<Pointer> {
  const response = await fetch(new URL('search/pointer.json', root), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`no search index: ${response.status}`);
  // The publication of the site wrote this file.
  return (await response.json()) as Pointer;
}

/** Loads the search engine and its index. Rejects where anything cannot be fetched. */
export async function loadEngine(root: URL, pointer: Pointer): Promise<SearchIndex> {
  const folder = (name: string): URL => new URL(`search/${encodeURIComponent(name)}/`, root);
  const script = folder(pointer.engine);
  allowWorker(new URL('pagefind-worker.js', script).href);
  const engine = (await import(/* @vite-ignore */ new URL('pagefind.js', script).href)) as Engine;
  // The folder's name is a digest of the index: its entry file may be cached for ever.
  const options = (name: string) => ({ metaCacheTag: name, language: document.documentElement.lang });
  await engine.options({ basePath: folder(pointer.folder).pathname, ...options(pointer.folder) });
  const search = async (words: string | null) => (await engine.search(words)).results;
  // A word that nothing begins with: the engine is there when it is answered.
  await search('\u{10ffff}');
  return {
    search,
    addTakenOut: once(async () => {
      const { takenOut } = pointer;
      if (takenOut !== undefined) await engine.mergeIndex(folder(takenOut).pathname, options(takenOut));
    }),
    common: new Set(pointer.common),
    facts: once(() => readFacts(new URL('facts.json', folder(pointer.folder)))),
  };
}

/** The same promise at every call, unless it was rejected. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/**
 * The page's policy lets no text become the address of a script. The engine starts its worker from
 * such a text, so that one address is let through, and no other.
 */
function allowWorker(address: string): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (workerAddress === '')
    trustedTypes?.createPolicy('default', {
      createScriptURL: (asked) => (new URL(asked, location.href).href === workerAddress ? asked : null),
    });
  workerAddress = address;
}
