/**
 * What reading and annotating made of each seed, left from run to run: a file a seed, whose parts hold
 * only as long as the key beside each says the same. Nothing is taken from a seed’s time or name.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CollectedNames } from '../language/names/collect-names.ts';
import type { TextProfile } from '../read/repetition.ts';
import type { Annotations } from '../types.ts';
import { describeFailure, describeProblem, readKeptFile, writeKeptFile } from './kept-file.ts';
import { keyOf } from './key-of.ts';
import type { PackedArticle } from './pack-article.ts';
import { openSharing } from './share-strings.ts';

/** Each part has the key under which it was made: a digest of all that went into it. */
export interface KeptSeed {
  readonly profile: { readonly key: string; readonly profile: TextProfile };
  /** Absent for a seed that became no article. */
  readonly article?: { readonly key: string; readonly article: PackedArticle } | undefined;
  readonly names?: { readonly key: string; readonly names: CollectedNames } | undefined;
  readonly annotations?:
    | {
        readonly key: string;
        /** What was asked of the other articles, and a digest of their answers. */
        readonly asked: Asked;
        readonly annotations: Annotations;
      }
    | undefined;
}

/** Questions to the other articles with what they answered: holds while they answer the same. */
export interface Asked {
  readonly surnames: readonly string[];
  readonly offices: readonly string[];
  readonly answers: string;
}

export interface KeptArticles {
  /** What the last run left of a seed. */
  find(seed: string): KeptSeed | undefined;
  /** Leaves this to the next run; the same object as was found is there already. */
  keep(seed: string, kept: KeptSeed): void;
  /** Removes what no seed of this run has asked for. */
  close(): void;
}

/** @param onNotice told, perhaps often, that what was left cannot be used, or nothing can be left */
export function openKeptArticles(
  dir: string,
  version: string,
  onNotice: (words: string) => void,
): KeptArticles {
  const used = new Set<string>();
  const found = new Map<string, KeptSeed>();
  const share = openSharing();
  let isFull = false;
  return {
    find(seed) {
      const name = keyOf(seed);
      used.add(name);
      const { lines, problem } = readKeptFile(join(dir, name), version);
      if (problem !== undefined) onNotice(describeProblem(problem));
      if (lines.length !== PARTS.length + 1 || lines[0] !== JSON.stringify(seed)) return undefined;
      const parts = PARTS.map((part, at) => [part, JSON.parse(lines[at + 1] as string) ?? undefined]);
      // Written by `keep` of the same version, with its digest.
      const kept = share(Object.fromEntries(parts)) as unknown as KeptSeed;
      found.set(seed, kept);
      return kept;
    },
    keep(seed, kept) {
      const name = keyOf(seed);
      used.add(name);
      if (found.get(seed) === kept || isFull) return;
      try {
        writeKeptFile(join(dir, name), version, [
          JSON.stringify(seed),
          ...PARTS.map((part) => JSON.stringify(kept[part] ?? null)),
        ]);
      } catch (error) {
        onNotice(describeFailure(error as Error));
        isFull = true;
      }
    },
    close() {
      found.clear();
      for (const name of listNames(dir)) if (!used.has(name)) rmSync(join(dir, name), { force: true });
    },
  };
}

const PARTS = ['profile', 'article', 'names', 'annotations'] as const satisfies readonly (keyof KeptSeed)[];

function listNames(dir: string): readonly string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

/** Where nothing is kept: every seed is read. */
export const KEEP_NOTHING: KeptArticles = { find: () => undefined, keep: () => {}, close: () => {} };
