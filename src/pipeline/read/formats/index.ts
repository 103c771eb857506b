/** The table of input formats: a parser each, by file extension. */
import { extname } from 'node:path';
import { readCsv } from './csv.ts';
import { readHtml } from './html.ts';
import { readJsonLines } from './jsonl.ts';
import { readMarkdown } from './markdown.ts';
import type { ReadRecords } from './records.ts';
import type { StatedFacts } from './stated-facts.ts';
import { readText } from './text.ts';

/** What a format gives: the traced text, and what the format’s own metadata states. */
export interface FormatText {
  readonly text: string;
  readonly facts: StatedFacts;
  /** What was done to get the text, in words, for the source page. */
  readonly changes: readonly string[];
}

/** One article a file: text in, traced text out; undefined with a reason where there is no article. */
export interface ArticleFormat {
  readonly extensions: readonly string[];
  read(text: string): FormatText | { readonly problem: string };
}

/** Many articles a file, streamed. */
export interface RecordFormat {
  readonly extensions: readonly string[];
  readonly records: ReadRecords;
}

const ARTICLE_FORMATS: readonly ArticleFormat[] = [
  { extensions: ['txt', 'text', ''], read: readText },
  { extensions: ['md', 'markdown'], read: readMarkdown },
  { extensions: ['html', 'htm', 'xhtml'], read: readHtml },
];

const RECORD_FORMATS: readonly RecordFormat[] = [
  { extensions: ['jsonl', 'ndjson'], records: readJsonLines },
  { extensions: ['csv', 'tsv'], records: readCsv },
];

/** The format of a file that holds one article, by its name. */
export function findArticleFormat(path: string): ArticleFormat | undefined {
  return findFormat(ARTICLE_FORMATS, path);
}

/** The format of a file that holds many articles, by its name. */
export function findRecordFormat(path: string): RecordFormat | undefined {
  return findFormat(RECORD_FORMATS, path);
}

function findFormat<T extends Pick<RecordFormat, 'extensions'>>(formats: readonly T[], path: string) {
  const extension = extname(path).slice(1).toLowerCase();
  return formats.find(({ extensions }) => extensions.includes(extension));
}

/** Every extension with a parser, as messages name them. */
export const KNOWN_EXTENSIONS = '.txt, .md, .html, .jsonl or .csv';
