import { readFile } from 'node:fs/promises';
import { PublishError } from '../finding.ts';
import { type LineTable, tablePath } from '../line-table.ts';
import type { SiteFolder } from '../site-folder.ts';
import { cutIndexed } from './cut-indexed.ts';
import type { IndexInput } from './index-part.ts';

const BRIEFING = /^briefings\/([a-z0-9]+)[^/]*\/index\.html$/;
/** Facts that a result shows: they go into its record. The others only narrow, and are listed once for all. */
const SHOWN = ['ref', 'home', 'date'];

/** What is indexed of one briefing; nothing where the page is only a way to another one. */
export interface PageInputs {
  readonly kept?: IndexInput;
  readonly takenOut?: IndexInput | undefined;
}

/** Reference of the briefing that a path is the page of; undefined for any other file. */
export function briefingRef(path: string): string | undefined {
  return BRIEFING.exec(path)?.[1];
}

/**
 * Reads what is indexed of a briefing, and of the lines that were taken out of its source.
 *
 * @throws {PublishError} if the page states another reference than its address
 */
export async function gatherInputs(site: SiteFolder, path: string, language: string): Promise<PageInputs> {
  const { facts, html } = cutIndexed(await readFile(`${site.folder}/${path}`, 'utf8'));
  const [ref] = facts['ref'] ?? [];
  // A page at a former address leads to the briefing and holds nothing.
  if (ref === undefined && html === '') return {};
  if (ref === undefined || ref !== briefingRef(path))
    throw new PublishError(`search index: \`${path}\` states no reference, or another than its address`);
  const head = SHOWN.flatMap((name) =>
    (facts[name] ?? []).map(
      (value) => `<meta data-pagefind-filter="${name}[content]" content="${escapeHtml(value)}">`,
    ),
  ).join('');
  const page = (body: string): string =>
    `<!doctype html><html lang="${escapeHtml(language)}"><head>${head}</head><body><main>${body}</main></body></html>`;
  const lines = takenOutLines(await readTable(site, ref));
  return {
    kept: { ref, path: `/${path.replace(/index\.html$/, '')}`, html: page(html), facts },
    takenOut: lines === '' ? undefined : { ref, path: `/sources/${ref}/`, html: page(lines), facts: {} },
  };
}

/** Lines that were taken out of a source, each with its anchor. Their reasons are shown but not searched. */
function takenOutLines(table: LineTable | undefined): string {
  return (table?.lines ?? [])
    .filter(({ status, text }) => (status === 'removed' || status === 'set-aside') && text !== '')
    .map(({ n, text }) => `<p id="L${n}">${escapeHtml(text)}</p>`)
    .join('');
}

async function readTable({ folder, files }: SiteFolder, ref: string): Promise<LineTable | undefined> {
  const path = tablePath(ref);
  if (!files.has(path)) return undefined;
  // The pipeline of the same build wrote this file.
  return JSON.parse(await readFile(`${folder}/${path}`, 'utf8')) as LineTable;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
