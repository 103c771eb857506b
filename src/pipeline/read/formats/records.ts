/** What JSON Lines and CSV have in common: a record is an article, its fields have their usual names. */
import { parseStatedDate } from '../parse-stated-date.ts';
import { readHtml } from './html.ts';
import type { FormatText } from './index.ts';
import { type StatedFacts, stateOrigin } from './stated-facts.ts';

/** A record, or why there is none; `line` is where it starts in the user’s file. */
export type ReadRecord =
  | ({ readonly line: number; readonly id: string } & FormatText)
  | { readonly line: number; readonly id?: string | undefined; readonly problem: string };

/** Takes the text of a file in chunks; throws what reading them throws. */
export type ReadRecords = (source: AsyncIterable<string>, name: string) => AsyncIterable<ReadRecord>;

const FIELDS = {
  id: ['id', 'guid', 'key', 'ref', 'record'],
  title: ['title', 'headline', 'heading'],
  text: ['text', 'body', 'content', 'articlebody', 'article', 'fulltext', 'full_text'],
  html: ['html', 'content_html', 'raw_html'],
  url: ['url', 'link', 'address', 'canonical', 'source_url'],
  published: [
    'published',
    'date',
    'published_at',
    'publishedat',
    'pubdate',
    'datepublished',
    'date_published',
  ],
  author: ['author', 'authors', 'byline'],
  publisher: ['publisher'],
  source: ['source'],
  site: ['site', 'sitename', 'site_name', 'outlet'],
  language: ['language', 'lang'],
} as const;

type Field = keyof typeof FIELDS;

/** The names that hold an article’s text, as messages list them. */
export const TEXT_FIELDS = '`text`, `body`, `content` or `html`';

/** Finds the columns or keys by their usual names, in any case. */
export function findFields(names: readonly string[]): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {};
  for (const [field, usual] of Object.entries(FIELDS) as [Field, readonly string[]][])
    for (const wanted of usual) {
      const name = names.find((one) => one.trim().toLowerCase() === wanted);
      if (name !== undefined) found[field] ??= name;
    }
  return found;
}

/** Makes an article of a record’s values; the traced text is its title, a blank line and its text. */
export function toRecord(
  line: number,
  value: (name: string) => unknown,
  names: readonly string[],
): ReadRecord {
  const fields = findFields(names);
  const get = (field: Field): string | undefined => {
    const name = fields[field];
    return name === undefined ? undefined : toWords(value(name));
  };
  const url = get('url');
  const id = get('id') ?? (url !== undefined && /^https?:\/\//.test(url) ? url : undefined) ?? String(line);
  const html = get('html');
  const body = get('text');
  const printed = get('published');
  const date = printed === undefined ? undefined : parseStatedDate(printed);
  const facts: StatedFacts = {
    headline: get('title')?.replace(/\s+/g, ' '),
    ...stateOrigin([get('publisher'), get('source'), get('site')], [url, get('source')]),
    author: get('author'),
    published:
      printed === undefined || date === undefined || date === 'ambiguous'
        ? undefined
        : { date, text: printed },
    language: get('language'),
  };
  if (body === undefined && html === undefined)
    return { line, id, problem: `holds no text, expected a field ${TEXT_FIELDS}` };
  const parsed = body === undefined ? readHtml(html ?? '') : { text: body, facts: {}, changes: [] };
  if ('problem' in parsed) return { line, id, problem: parsed.problem };
  const title = facts.headline;
  const startsWithTitle = title === undefined || parsed.text.trimStart().startsWith(title);
  return {
    line,
    id,
    text: startsWithTitle ? parsed.text : `${title}\n\n${parsed.text}`,
    facts: { ...parsed.facts, ...dropUnknown(facts) },
    changes: parsed.changes,
  };
}

function toWords(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string') && value.length > 0)
    return value.join(', ');
  return undefined;
}

function dropUnknown(facts: StatedFacts): StatedFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
