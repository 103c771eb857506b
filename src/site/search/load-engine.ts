/** A record that matches: `words` are positions of matching words in its text. */
export interface EngineResult {
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

interface SearchOptions {
  readonly filters?: object;
  readonly sort?: Readonly<Record<string, 'asc' | 'desc'>>;
}

/** The part of the search engine's interface that is used here. */
export interface Engine {
  options: (options: Readonly<Record<string, unknown>>) => Promise<void>;
  search: (
    words: string | null,
    options?: SearchOptions,
  ) => Promise<{ readonly results: readonly EngineResult[] }>;
  /** Number of records by filter and value. */
  filters: () => Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
}

interface TrustedTypes {
  createPolicy: (name: string, rules: { createScriptURL: (address: string) => string | null }) => unknown;
}

let workerAddress = '';

/**
 * Loads the search engine and its index. The pointer says which index is the current one, so a page
 * from before the last publication finds it too. Rejects where anything cannot be fetched.
 */
export async function loadEngine(root: URL): Promise<Engine> {
  const response = await fetch(new URL('search/pointer.json', root), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`no search index: ${response.status}`);
  const { folder } = (await response.json()) as { folder: string };
  const base = new URL(`search/${encodeURIComponent(folder)}/`, root);
  allowWorker(new URL('pagefind-worker.js', base).href);
  const engine = (await import(/* @vite-ignore */ new URL('pagefind.js', base).href)) as Engine;
  // The folder's name is a digest of the index: its entry file may be cached for ever.
  await engine.options({ basePath: base.pathname, metaCacheTag: folder });
  await engine.search(null);
  return engine;
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
