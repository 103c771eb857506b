/**
 * Files that are published as they are: raw text and line table of each source, and the open data
 * that every page is made of, for programs and for spreadsheets.
 */
import type { Article, Figure, Speaker } from '../types.ts';
import type { PublishedFile } from '../write/index.ts';
import { BRIEFINGS_SCHEMA } from './briefings-schema.ts';
import { briefingPath, type CorpusIndex, citePassage, citePassages } from './index-corpus.ts';

export function* composeData(index: CorpusIndex): Generator<PublishedFile> {
  const { articles } = index.corpus;
  for (const article of articles) {
    const { ref, raw, state: key } = article;
    if (!isRestricted(article)) yield { path: `sources/${ref}/raw.txt`, content: raw, key };
    yield { path: `sources/${ref}/lines.json`, content: () => [composeLines(article)], key };
  }
  yield { path: 'data/briefings.jsonl', content: () => composeRecords(index) };
  yield { path: 'data/briefings.schema.json', content: `${JSON.stringify(BRIEFINGS_SCHEMA, null, 2)}\n` };
  yield { path: 'data/names-index.json', content: `${JSON.stringify(composeNamesIndex(index))}\n` };
  yield { path: 'data/lines.csv', content: () => composeLinesTable(articles) };
  yield { path: 'data/quotations.csv', content: () => composeQuotationsTable(index) };
  yield { path: 'data/figures.csv', content: () => composeFiguresTable(index) };
  yield { path: 'data/names.csv', content: () => composeNamesTable(index) };
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

function* composeRecords(index: CorpusIndex): Generator<string> {
  for (const article of index.corpus.articles) yield `${JSON.stringify(composeRecord(index, article))}\n`;
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

/** Every spelling of a name, printed or on the editor's list, for “Go to” in search. */
function composeNamesIndex(index: CorpusIndex): object[] {
  return index.names.map((name) => ({
    path: index.nameLink(name.kind, name.id)?.path,
    name: name.name,
    kind: name.kind,
    variants: [...new Set([...name.printedAs.map(({ text }) => text), ...(name.knownAs ?? [])])],
  }));
}

function* composeLinesTable(articles: readonly Article[]): Generator<string> {
  yield csvRow(['reference', 'status', 'role', 'rule', 'words']);
  for (const { ref, lines } of articles)
    for (const { n, status, role, rule, text } of lines)
      if (status !== 'blank') yield csvRow([`${ref}:${n}`, status, role, rule ?? '', text]);
}

function* composeQuotationsTable(index: CorpusIndex): Generator<string> {
  yield csvRow(['reference', 'speaker', 'kind', 'rule', 'confidence', 'words']);
  for (const { ref, annotations } of index.corpus.articles)
    for (const { parts, speaker, kind, rule, confidence, text } of annotations.quotations) {
      const lines = parts.map((part) => part.line);
      yield csvRow([citePassages(index, ref, lines), speaker?.name ?? '', kind, rule, confidence, text]);
    }
}

function* composeFiguresTable(index: CorpusIndex): Generator<string> {
  yield csvRow(['reference', 'group', 'value', 'unit', 'qualifier', 'whose', 'claimant', 'words']);
  for (const { id, figures } of index.corpus.figures)
    for (const { ref, figure } of figures)
      yield csvRow([citePassage(index, ref, figure.line), id, ...figureCells(figure)]);
}

function figureCells(figure: Figure): string[] {
  const { value, unit, qualifier, whose, claimant, text } = figure;
  return [String(value), unit, qualifier ?? '', whose?.text ?? '', claimant?.name ?? '', text];
}

function* composeNamesTable(index: CorpusIndex): Generator<string> {
  yield csvRow(['reference', 'kind', 'name', 'printed', 'note']);
  for (const { kind, name, mentions } of index.names)
    for (const { ref, line, text, caption } of mentions)
      yield csvRow([citePassage(index, ref, line), kind, name, text, caption ? 'caption' : '']);
}

function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front (CSV injection). */
function csvCell(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
