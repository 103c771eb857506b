import { createReadStream } from 'node:fs';

/** What publishing needs of a record of `data/briefings.jsonl`. */
export interface BriefingRecord {
  readonly ref: string;
  /** Address of its page from the root, `/briefings/003-uk-has-not-seen/`. */
  readonly path: string;
  readonly headline: string;
  readonly publisher: string | undefined;
  /** ISO day. */
  readonly published: string | undefined;
  /** Ids. */
  readonly themes: readonly string[];
  /** First kept paragraph. */
  readonly first: { readonly n: number; readonly text: string } | undefined;
}

/** The record as the pipeline writes it, as far as it is read here. */
interface WrittenRecord {
  readonly ref: string;
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

/** Reads the open data of a site, record by record; empty where it publishes none (`paths`: all its files). */
export async function readBriefingRecords(
  folder: string,
  paths: readonly string[],
): Promise<readonly BriefingRecord[]> {
  if (!paths.includes('data/briefings.jsonl')) return [];
  const records: BriefingRecord[] = [];
  let rest = '';
  // Not by Node's lines: those end at U+2028 as well, which may stand in an article.
  for await (const chunk of createReadStream(`${folder}/data/briefings.jsonl`, { encoding: 'utf8' })) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    // The pipeline of the same build wrote them.
    for (const line of lines) records.push(toRecord(JSON.parse(line) as WrittenRecord));
  }
  return records;
}

function toRecord({
  ref,
  path,
  headline,
  publisher,
  published,
  themes,
  lines,
}: WrittenRecord): BriefingRecord {
  const first = lines.find(
    ({ status, role, text }) => status === 'kept' && role === 'paragraph' && text !== '',
  );
  return {
    ref,
    path,
    headline: headline.text,
    publisher: publisher?.text,
    published: published?.date,
    themes: themes.map(({ id }) => id),
    first: first && { n: first.n, text: first.text },
  };
}
