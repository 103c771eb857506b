/**
 * Markdown, read as lines: marks are taken off, lines stay where they are, so a line number points
 * into the file as the user has it. Nothing is ever parsed as Markdown or HTML.
 */
import { parseStatedDate } from '../parse-stated-date.ts';
import type { FormatText } from './index.ts';
import { type StatedFacts, stateOrigin } from './stated-facts.ts';

export function readMarkdown(text: string): FormatText {
  const lines = text.split(/\r\n|\n|\r/);
  const matter = frontMatterEnd(lines);
  const facts = readFacts(lines.slice(1, matter));
  const titleAt = lines.slice(0, matter + 1).findIndex((line) => /^(?:title|headline):/i.test(line));
  const stripped = lines.map((line, at) =>
    // The title keeps its line, so that a headline from front matter has one to cite.
    at === titleAt ? (facts.headline ?? '') : at <= matter ? '' : stripMarks(line),
  );
  return { text: stripped.join('\n'), facts, changes: ['Markdown marks removed'] };
}

/** What stands in front matter; a paragraph between two rules is none, and must not be lost with it. */
const MATTER = /^(?:["']?\p{L}[\p{L}\w -]{0,30}["']?:(?: |$)|[ \t]|-(?: |$)|#|[\]}]|$)/u;

/** Index of the line that closes the front matter, -1 if there is none. */
function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return -1;
  const end = lines.slice(0, 60).findIndex((line, at) => at > 0 && line.trim() === '---');
  return lines.slice(1, Math.max(end, 1)).every((line) => MATTER.test(line)) ? end : -1;
}

/** Scalars of the front matter by their usual names; everything else in it is left alone. */
function readFacts(matter: readonly string[]): StatedFacts {
  const value = (...keys: readonly string[]): string | undefined => {
    for (const line of matter) {
      const [, key = '', printed = ''] = /^([A-Za-z_-]{2,30}): *(\S.*)$/.exec(line) ?? [];
      const words = printed.trim().replace(/^(["'])(.*)\1$/, '$2');
      if (keys.includes(key.toLowerCase()) && words !== '' && !/^[[{|>&*]/.test(words)) return words;
    }
    return undefined;
  };
  const printedDate = value('date', 'published', 'pubdate', 'published_at');
  const date = printedDate === undefined ? undefined : parseStatedDate(printedDate);
  return {
    headline: value('title', 'headline'),
    ...stateOrigin(
      [value('publisher'), value('source'), value('site', 'sitename', 'site_name', 'outlet')],
      [value('url', 'link', 'canonical'), value('source')],
    ),
    author: value('author', 'byline', 'by'),
    published: date === undefined || date === 'ambiguous' ? undefined : { date, text: printedDate ?? date },
    language: value('lang', 'language'),
  };
}

function stripMarks(line: string): string {
  return line
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(/^\s*>\s?/, '')
    .replace(/!\[([^\]]{0,500})\]\([^()\s]{0,2000}\)/g, '$1')
    .replace(/\[([^\][]{0,500})\]\([^()\s]{0,2000}\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)/g, '')
    .replace(/(?<=\S)(\*\*|__)/g, '')
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]{1,500})\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]{1,500})_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/^\s*(?:={3,}|-{3,}|\*{3,}|_{3,})\s*$/, '')
    .replace(/\\([\\`*_{}[\]()#+.!>-])/g, '$1');
}
