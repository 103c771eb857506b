/**
 * Files that are published as they are: raw text and line table of each source, and the open data
 * that every page is made of, for programs and for spreadsheets.
 */
import type { Article, Figure, Speaker } from '../types.ts';
import { BRIEFINGS_SCHEMA } from './briefings-schema.ts';
import { briefingPath, type CorpusIndex, citePassage, citePassages } from './index-corpus.ts';

/** Path below the site's root → content. */
export type PublishedFiles = Map<string, string>;

export function composeData(index: CorpusIndex): PublishedFiles {
  const { articles } = index.corpus;
  const files: PublishedFiles = new Map();
  for (const article of articles) {
    if (!isRestricted(article)) files.set(`sources/${article.ref}/raw.txt`, article.raw);
    files.set(`sources/${article.ref}/lines.json`, composeLines(article));
  }
  files.set(
    'data/briefings.jsonl',
    articles.map((article) => `${JSON.stringify(composeRecord(index, article))}\n`).join(''),
  );
  files.set('data/briefings.schema.json', `${JSON.stringify(BRIEFINGS_SCHEMA, null, 2)}\n`);
  files.set('data/names-index.json', `${JSON.stringify(composeNamesIndex(index))}\n`);
  files.set('data/lines.csv', composeLinesTable(articles));
  files.set('data/quotations.csv', composeQuotationsTable(index));
  files.set('data/figures.csv', composeFiguresTable(index));
  files.set('data/names.csv', composeNamesTable(index));
  return files;
}

/** Only lines that the site cites are published of it, or none. */
export function isRestricted({ republish }: Article): boolean {
  return republish === 'quotations' || republish === 'none';
}

/** The line table of a source, with the facts that a copied citation names. */
function composeLines(article: Article): string {
  const { ref, source, headline, lines } = article;
  const rows = lines.map(({ n, status, role, rule, reason, text }) => ({
    n,
    status,
    role,
    rule,
    reason,
    text,
  }));
  return `${JSON.stringify({
    ref,
    seed: source.seed,
    sha256: source.sha256,
    headline: headline.text,
    publisher: source.publisher?.text,
    published: source.published?.date,
    ...(isRestricted(article) && { republish: article.republish }),
    lines: rows,
  })}\n`;
}

function composeRecord(index: CorpusIndex, article: Article): object {
  const { ref, source, headline, annotations } = article;
  const names = (kind: string): object[] =>
    index
      .namesIn(ref)
      .filter((name) => name.kind === kind)
      .map(({ id, name, mentions }) => ({
        id,
        name,
        printed: [...new Set(mentions.map((mention) => mention.text))],
        lines: [...new Set(mentions.map((mention) => mention.line))],
      }));
  return {
    ref,
    seed: source.seed,
    sha256: source.sha256,
    path: briefingPath(article),
    url: source.url ?? null,
    headline: { text: headline.text, standing: headline.standing, line: headline.line },
    publisher: source.publisher ?? null,
    author: source.author ?? null,
    published: source.published ?? null,
    language: article.language ?? null,
    themes: article.themes,
    lines: article.lines
      .filter((line) => line.status !== 'blank')
      .map(({ n, status, role, rule, text }) => ({ n, status, role, rule: rule ?? null, text })),
    people: names('people'),
    organisations: names('organisations'),
    places: names('places'),
    quotations: annotations.quotations.map((quotation) => ({
      text: quotation.text,
      speaker: speakerRecord(quotation.speaker),
      lines: quotation.parts.map((part) => part.line),
      kind: quotation.kind,
      rule: quotation.rule,
      confidence: quotation.confidence,
    })),
    figures: annotations.figures.map((figure) => ({
      text: figure.text,
      value: figure.upper ?? figure.value,
      lower: figure.upper === undefined ? null : figure.value,
      unit: figure.unit,
      qualifier: figure.qualifier ?? null,
      whose: figure.whose?.text ?? null,
      claimant: figure.claimant?.name ?? null,
      line: figure.line,
    })),
    links: index.linksFrom(ref).map(({ to, reasons }) => ({
      to,
      reasons: reasons.map(({ kind, text, from, to: at }) => ({ kind, text, from, to: at })),
    })),
  };
}

/** A speaker without an id is words only: “a Western official”. */
function speakerRecord(speaker: Speaker | undefined): object | null {
  return speaker ? { id: speaker.id ?? null, name: speaker.name } : null;
}

/** Every printed variant of a name, for “Go to” in search. */
function composeNamesIndex(index: CorpusIndex): object[] {
  return index.names.map((name) => ({
    path: index.nameLink(name.kind, name.id)?.path,
    name: name.name,
    kind: name.kind,
    variants: name.printedAs.map(({ text }) => text),
  }));
}

function composeLinesTable(articles: readonly Article[]): string {
  const rows = articles.flatMap(({ ref, lines }) =>
    lines
      .filter((line) => line.status !== 'blank')
      .map((line) => [`${ref}:${line.n}`, line.status, line.role, line.rule ?? '', line.text]),
  );
  return toCsv(['reference', 'status', 'role', 'rule', 'words'], rows);
}

function composeQuotationsTable(index: CorpusIndex): string {
  const rows = index.corpus.articles.flatMap(({ ref, annotations }) =>
    annotations.quotations.map((quotation) => [
      citePassages(
        index,
        ref,
        quotation.parts.map((part) => part.line),
      ),
      quotation.speaker?.name ?? '',
      quotation.kind,
      quotation.rule,
      quotation.confidence,
      quotation.text,
    ]),
  );
  return toCsv(['reference', 'speaker', 'kind', 'rule', 'confidence', 'words'], rows);
}

function composeFiguresTable(index: CorpusIndex): string {
  const rows = index.corpus.figures.flatMap((set) =>
    set.figures.map(({ ref, figure }) => [
      citePassage(index, ref, figure.line),
      set.id,
      ...figureCells(figure),
    ]),
  );
  return toCsv(['reference', 'group', 'value', 'unit', 'qualifier', 'whose', 'claimant', 'words'], rows);
}

function figureCells(figure: Figure): string[] {
  const { value, unit, qualifier, whose, claimant, text } = figure;
  return [String(value), unit, qualifier ?? '', whose?.text ?? '', claimant?.name ?? '', text];
}

function composeNamesTable(index: CorpusIndex): string {
  const rows = index.names.flatMap((name) =>
    name.mentions.map((mention) => [
      citePassage(index, mention.ref, mention.line),
      name.kind,
      name.name,
      mention.text,
      mention.caption ? 'caption' : '',
    ]),
  );
  return toCsv(['reference', 'kind', 'name', 'printed', 'note'], rows);
}

function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front (CSV injection). */
function csvCell(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
