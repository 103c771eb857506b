import { readFile } from 'node:fs/promises';

/** What a record of `data/briefings.jsonl` says, as far as publishing needs it. */
export interface BriefingRecord {
  readonly ref: string;
  /** Address of its page from the root, `/briefings/003-uk-has-not-seen/`. */
  readonly path: string;
  readonly headline: { readonly text: string };
  readonly publisher: { readonly text: string } | null;
  readonly published: { readonly date: string } | null;
  readonly themes: readonly { readonly id: string }[];
  readonly lines: readonly {
    readonly n: number;
    readonly status: string;
    readonly role: string;
    readonly text: string;
  }[];
}

/** Reads the open data of a site; empty where it publishes none (`paths`: all its files). */
export async function readBriefingRecords(
  folder: string,
  paths: readonly string[],
): Promise<readonly BriefingRecord[]> {
  if (!paths.includes('data/briefings.jsonl')) return [];
  const text = await readFile(`${folder}/data/briefings.jsonl`, 'utf8');
  // The pipeline of the same build wrote the records.
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BriefingRecord);
}
