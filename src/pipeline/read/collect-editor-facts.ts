/** Finds the editor’s files among the seeds and hands out what they say about each seed. */
import { join, posix } from 'node:path';
import { VFile } from 'vfile';
import { type EditorFacts, mergeFacts } from '../editorial/editor-facts.ts';
import { readSidecar } from '../editorial/sidecars.ts';
import { readSourcesTable } from '../editorial/sources-table.ts';
import type { SeedText } from './collect-texts.ts';
import { decode } from './decode.ts';
import { findArticleFormat, findRecordFormat } from './formats/index.ts';
import { loadSeed } from './load-seed.ts';

export interface CollectedFacts {
  /** The seeds, without the editor’s files. */
  readonly seeds: readonly string[];
  factsOf(text: Pick<SeedText, 'seed' | 'path' | 'facts'>): EditorFacts | undefined;
  /** Whether the sidecar of a seed has a mistake, so that it must not be published without it. */
  isBroken(path: string): boolean;
  /** Whether `sources.csv` cannot be read, so that nobody knows what must not be published. */
  readonly isTableLost: boolean;
  /** Complains about rows that no seed answered to; to be called when all are read. */
  reportUnused(): void;
  readonly files: readonly VFile[];
}

const TABLE = 'sources.csv';

/** @param display what the seeds folder is called in messages */
export async function collectEditorFacts(
  folder: string,
  display: string,
  paths: readonly string[],
  themes: readonly string[],
): Promise<CollectedFacts> {
  const files: VFile[] = [];
  const read = async (path: string): Promise<VFile | undefined> => {
    const file = new VFile({ path: join(display, path) });
    files.push(file);
    const loaded = await loadSeed(folder, path);
    const decoded = 'problem' in loaded ? undefined : decode(loaded.bytes);
    if (decoded && 'text' in decoded) file.value = decoded.text;
    else
      file.message('problem' in loaded ? loaded.problem : 'is not text', {
        ruleId: 'unreadable',
        source: 'sourceline',
      }).fatal = true;
    return decoded && 'text' in decoded ? file : undefined;
  };

  const isSidecar = (path: string): boolean => /\.ya?ml$/i.test(path);
  const seeds = paths.filter((path) => !isSidecar(path) && path !== TABLE);
  // A picture beside an article has no sidecar to share.
  const byStem = Map.groupBy(
    seeds.filter((seed) => findArticleFormat(seed) ?? findRecordFormat(seed)),
    stemOf,
  );
  const sidecars = new Map<string, EditorFacts>();
  const broken = new Set<string>();
  for (const path of paths.filter(isSidecar)) {
    const file = await read(path);
    const beside = byStem.get(stemOf(path)) ?? [];
    const [seed] = beside;
    const mistake = findMisplacement(beside, sidecars);
    if (file && seed !== undefined && mistake === undefined) {
      const facts = readSidecar(file, themes);
      if (facts) sidecars.set(seed, facts);
      else broken.add(seed);
      continue;
    }
    for (const one of beside) broken.add(one);
    if (file && mistake)
      file.message(mistake.reason, {
        place: { line: 1, column: 1 },
        ruleId: mistake.ruleId,
        source: 'sourceline',
      }).fatal = true;
  }

  const tableFile = paths.includes(TABLE) ? await read(TABLE) : undefined;
  const readable = tableFile && readSourcesTable(tableFile, themes);
  const table = readable ?? new Map<string, EditorFacts>();
  const used = new Set<string>();
  return {
    seeds,
    files,
    factsOf({ seed, path, facts }) {
      const id = seed.slice(path.length + 1);
      const key = [seed, ...(id === '' ? [] : [id]), ...(facts.url === undefined ? [] : [facts.url])].find(
        (one) => table.has(one),
      );
      if (key !== undefined) used.add(key);
      return mergeFacts(
        key === undefined ? undefined : table.get(key),
        seed === path ? sidecars.get(path) : undefined,
      );
    },
    isTableLost: paths.includes(TABLE) && readable === undefined,
    isBroken: (path) => broken.has(path),
    reportUnused() {
      for (const [key, { at }] of table)
        if (!used.has(key) && (!seeds.includes(key) || findRecordFormat(key)) && tableFile)
          tableFile.message(
            `no seed is called ${JSON.stringify(key)}, expected a file below the seeds folder or the id of a record`,
            {
              place: { line: at, column: 1 },
              ruleId: 'sources',
              source: 'sourceline',
            },
          ).fatal = true;
    },
  };
}

/** What is wrong with where a sidecar stands: nothing of a seed is published whose facts may be another's. */
function findMisplacement(
  beside: readonly string[],
  sidecars: ReadonlyMap<string, EditorFacts>,
): { readonly reason: string; readonly ruleId: string } | undefined {
  const names = beside.map((seed) => JSON.stringify(posix.basename(seed)));
  const [seed] = beside;
  if (seed === undefined)
    return {
      reason: 'belongs to no seed, expected the name of a seed beside it with `.yaml`',
      ruleId: 'orphan',
    };
  if (beside.length > 1)
    return { reason: `stands beside ${names.join(' and ')}, rename all but one of them`, ruleId: 'sidecar' };
  if (findRecordFormat(seed))
    return {
      reason: 'stands beside a file of records, name each in a row of `sources.csv`',
      ruleId: 'sidecar',
    };
  if (sidecars.has(seed))
    return { reason: `is the second sidecar of ${names.join()}, keep one`, ruleId: 'sidecar' };
  return undefined;
}

function stemOf(path: string): string {
  const { dir, name } = posix.parse(path);
  return `${dir}/${name}`;
}
