import { readFile } from 'node:fs/promises';

/** What a record of `data/briefings.jsonl` says, as far as publishing needs it. */
export interface BriefingRecord {
  readonly ref: string;
  readonly headline: { readonly text: string };
  readonly publisher: { readonly text: string } | null;
  readonly published: { readonly date: string } | null;
  readonly language?: string | null;
  readonly themes: readonly { readonly id: string }[];
  readonly lines: readonly {
    readonly n: number;
    readonly status: string;
    readonly role: string;
    readonly text: string;
  }[];
}

/** A briefing with the address of its page, `/briefings/003-uk-has-not-seen/`. */
export interface PublishedBriefing extends BriefingRecord {
  readonly path: string;
}

/**
 * Reads the open data of a site and finds each briefing's page among `paths` (all files of the site):
 * the one whose folder starts with the reference. Empty where the site publishes no open data.
 */
export async function readBriefingRecords(
  folder: string,
  paths: readonly string[],
): Promise<readonly PublishedBriefing[]> {
  if (!paths.includes('data/briefings.jsonl')) return [];
  const folders = new Map<string, string>();
  for (const path of paths) {
    const match = /^(briefings\/([a-z0-9]+)(?:-[^/]*)?\/)index\.html$/.exec(path);
    if (match?.[1] !== undefined && match[2] !== undefined) folders.set(match[2], `/${match[1]}`);
  }
  const text = await readFile(`${folder}/data/briefings.jsonl`, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const record = JSON.parse(line) as BriefingRecord;
      const path = folders.get(record.ref);
      return path === undefined ? [] : [{ ...record, path }];
    });
}
