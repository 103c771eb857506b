/**
 * Builds the search index from the finished pages, so that what is searched is what is read. It is
 * made in parts, each by a process of its own and kept for the next build, and joined into one index,
 * which readers load as if it had been made at once. What a reader needs first lies in folders named
 * after their content (cached for ever), under a small pointer that says which are the current ones
 * (never cached): a reader with an old page still finds its index.
 */
import { readFile } from 'node:fs/promises';
import { compareCodeUnits } from '../compare-code-units.ts';
import { tablePath } from './line-table.ts';
import { countParts, partOf } from './search/choose-parts.ts';
import { briefingRef, gatherInputs, type PageInputs } from './search/gather-inputs.ts';
import { type EngineFiles, indexPart } from './search/index-part.ts';
import { digestInputs, keyPart } from './search/key-part.ts';
import { type KnownPages, openKnownPages } from './search/known-pages.ts';
import { listFacts } from './search/list-facts.ts';
import { openPackedWords } from './search/pack-words.ts';
import { patchEngine } from './search/patch-engine.ts';
import { type NameEntry, splitNames } from './search/split-names.ts';
import { openPartStore, type PartStore, type StoredPart } from './search/store-parts.ts';
import { type IndexOptions, writeIndex, writeNamedFolder } from './search/write-index.ts';
import type { SiteFolder } from './site-folder.ts';

export const POINTER = 'search/pointer.json';
const NAMES_INDEX = 'data/names-index.json';
/** Names that the search offers before anything is typed. */
const MOST_NAMED = 6;

/** What `search/pointer.json` says; folders lie below `search/`. */
export interface SearchPointer {
  /** The index of the briefings, with the facts of all of them (`facts.json`). */
  readonly folder: string;
  /** The index of what was taken out; absent where nothing was. */
  readonly takenOut?: string | undefined;
  readonly engine: string;
  /** Words that a query passes over: too many lines have them. */
  readonly common: readonly string[];
  /** Folder of the names. */
  readonly names: string;
  /** The files in it, without `.json`. */
  readonly nameFiles: readonly string[];
  readonly mostNamed: readonly Omit<NameEntry, 'variants'>[];
}

export interface SearchIndexReport {
  /** Folders and files below `search/` whose name is their content: they may be cached for ever. */
  readonly folders: readonly string[];
  /** Briefings indexed. */
  readonly pages: number;
  /** Sources whose taken-out lines are indexed. */
  readonly takenOut: number;
  readonly parts: number;
  /** Parts that were made now; the others were there. */
  readonly built: number;
}

export interface SearchIndexOptions {
  /** BCP 47, of the site: one index serves a corpus of several languages, with the word forms of this one. */
  readonly language: string;
  /** Folder of finished parts and compressed words; may be deleted at any time. */
  readonly cache: string;
  /** Version of the program. */
  readonly version: string;
}

/**
 * Indexes the briefings of a site and the taken-out lines of their sources, and writes the index and its
 * pointer. Parts that the cache has are taken from there; what it has beside them is deleted.
 */
export async function writeSearchIndex(
  site: SiteFolder,
  options: SearchIndexOptions,
): Promise<SearchIndexReport> {
  const { language, version, cache } = options;
  const known = await openKnownPages(`${cache}/pages`, `${version} ${language}`);
  const store = openPartStore(`${cache}/parts`);
  const parts: StoredPart[] = [];
  const keys: string[] = [];
  let built = 0;
  for (const paths of listParts(site.files.keys())) {
    const taken = await takePart(site, paths, { language, version, known, store });
    parts.push(taken.part);
    keys.push(taken.key);
    if (taken.isNew) built += 1;
  }
  await known.save();
  await store.keep(keys);
  const engine = parts[0]?.engine ?? new Map<string, Buffer>();
  const packed = openPackedWords(`${cache}/words`, version);
  const shared = { ...readEntry(engine, language), packed };
  const kept = parts.map((part) => part.kept);
  const facts = listFacts(kept.flatMap(({ pages }) => pages));
  const index = await writeIndex(site, kept, {
    ...shared,
    kind: 'kept',
    extra: new Map([['facts.json', JSON.stringify(facts)]]),
  });
  const hasTakenOut = parts.some((part) => part.takenOut.pages.length > 0);
  const takenOut = hasTakenOut
    ? await writeIndex(
        site,
        parts.map((part) => part.takenOut),
        { ...shared, kind: 'taken-out', extra: new Map() },
      )
    : undefined;
  await packed.close();
  const names = await readNames(site);
  const files = splitNames(names);
  const people = facts.facts['person']?.values.slice(0, MOST_NAMED) ?? [];
  const pointer: SearchPointer = {
    folder: index.name,
    takenOut: takenOut?.name,
    common: index.common,
    engine: writeNamedFolder(site, engineFiles(engine, shared.wasm)),
    names: writeNamedFolder(
      site,
      new Map([...files].map(([key, of]) => [`${key}.json`, JSON.stringify(of)])),
    ),
    nameFiles: [...files.keys()].toSorted(compareCodeUnits),
    mostNamed: people.flatMap((person) =>
      names
        .filter(({ kind, name }) => kind === 'people' && name === person)
        .map(({ path, name, kind }) => ({ path, name, kind })),
    ),
  };
  site.write(POINTER, `${JSON.stringify(pointer)}\n`);
  return {
    folders: [
      pointer.folder,
      pointer.takenOut ?? [],
      pointer.engine,
      pointer.names,
      'words',
      'records',
    ].flat(),
    pages: index.pages,
    takenOut: takenOut?.pages ?? 0,
    parts: parts.length,
    built,
  };
}

/** Paths of the briefings of each part. */
function listParts(pages: Iterable<string>): readonly (readonly string[])[] {
  const briefings = [...pages].filter((path) => briefingRef(path) !== undefined).sort(compareCodeUnits);
  const count = countParts(briefings.length);
  const byPart = Map.groupBy(briefings, (path) => partOf(briefingRef(path) ?? '', count));
  return Array.from({ length: count }, (_, number) => byPart.get(number) ?? []);
}

interface TakenPart {
  readonly key: string;
  readonly part: StoredPart;
  readonly isNew: boolean;
}

interface TakeOptions {
  /** Of the program. */
  readonly version: string;
  readonly language: string;
  readonly known: KnownPages;
  readonly store: PartStore;
}

/** The part of some briefings as it lies in the store, or made now and put there. */
async function takePart(
  site: SiteFolder,
  paths: readonly string[],
  { language, version, known, store }: TakeOptions,
): Promise<TakenPart> {
  const digests: string[] = [];
  const gathered = new Map<string, PageInputs>();
  const gather = async (path: string): Promise<PageInputs> => {
    const inputs = gathered.get(path) ?? (await gatherInputs(site, path, language));
    gathered.set(path, inputs);
    return inputs;
  };
  for (const path of paths) {
    const bytes = [path, tablePath(briefingRef(path) ?? '')]
      .map((of) => site.files.get(of)?.sha256 ?? '')
      .join(' ');
    const indexed = known.find(path, bytes) ?? digestInputs(await gather(path));
    known.add(path, bytes, indexed);
    digests.push(indexed);
  }
  const key = keyPart(digests, { version, language });
  const found = await store.read(key);
  if (found !== undefined) return { key, part: found, isNew: false };
  const inputs = await Promise.all(paths.map(gather));
  const part = await indexPart(
    {
      kept: inputs.flatMap(({ kept }) => kept ?? []),
      takenOut: inputs.flatMap(({ takenOut }) => takenOut ?? []),
    },
    codeOf(language),
  );
  await store.write(key, part);
  // As it lies there: the facts of what was just made are cuts of whole pages, and keep them in memory.
  return { key, part: (await store.read(key)) ?? part, isNew: true };
}

/** The language without its region, as the engine names it. */
function codeOf(language: string): string {
  return language.split('-')[0] ?? language;
}

/** What the engine says of itself beside an index. */
function readEntry(engine: EngineFiles, language: string): Omit<IndexOptions, 'kind' | 'extra' | 'packed'> {
  const entry = engine.get('pagefind-entry.json');
  if (entry === undefined) throw new Error('the index has no entry file');
  // The engine wrote this file.
  const { version, languages, include_characters } = JSON.parse(entry.toString('utf8')) as {
    version: string;
    languages: Readonly<Record<string, { wasm: string | null }>>;
    include_characters: readonly string[];
  };
  const code = codeOf(language);
  return {
    version,
    language: code,
    wasm: languages[code]?.wasm ?? 'unknown',
    characters: include_characters,
  };
}

/** The engine as readers load it: two scripts, and the program for the language of the index. */
function engineFiles(engine: EngineFiles, wasm: string): ReadonlyMap<string, string | Buffer> {
  const program = `wasm.${wasm}.pagefind`;
  return new Map<string, string | Buffer>([
    ...(['pagefind.js', 'pagefind-worker.js'] as const).map(
      (name) => [name, patchEngine(name, engine.get(name)?.toString('utf8') ?? '')] as const,
    ),
    [program, engine.get(program) ?? Buffer.alloc(0)],
  ]);
}

/** The names that lead to a page or a line; none where the site publishes no list of them. */
async function readNames({ folder, files }: SiteFolder): Promise<readonly NameEntry[]> {
  if (!files.has(NAMES_INDEX)) return [];
  // The pipeline of the same build wrote this file.
  return JSON.parse(await readFile(`${folder}/${NAMES_INDEX}`, 'utf8')) as readonly NameEntry[];
}
