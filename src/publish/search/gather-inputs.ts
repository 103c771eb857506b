import { readFile } from 'node:fs/promises';
import { PublishError } from '../finding.ts';
import type { LineTable } from '../line-table.ts';
import { cutIndexed } from './cut-indexed.ts';
import type { IndexInput, PartInputs } from './index-part.ts';

const BRIEFING = /^briefings\/([a-z0-9]+)[^/]*\/index\.html$/;
/** Facts that a result shows: they go into its record. The others only narrow, and are listed once for all. */
const SHOWN = ['ref', 'home', 'date'];

/** Reference of the briefing that a path is the page of; undefined for any other file. */
export function briefingRef(path: string): string | undefined {
  return BRIEFING.exec(path)?.[1];
}

/** Reads what is indexed of some briefings, and of the lines that were taken out of their sources. */
export async function gatherInputs(
  folder: string,
  paths: readonly string[],
  language: string,
): Promise<PartInputs> {
  const kept: IndexInput[] = [];
  const takenOut: IndexInput[] = [];
  for (const path of paths) {
    const { facts, html } = cutIndexed(await readFile(`${folder}/${path}`, 'utf8'));
    const [ref] = facts['ref'] ?? [];
    // A page at a former address leads to the briefing and holds nothing.
    if (ref === undefined && html === '') continue;
    if (ref === undefined || ref !== briefingRef(path))
      throw new PublishError(`search index: \`${path}\` states no reference, or another than its address`);
    const head = SHOWN.flatMap((name) =>
      (facts[name] ?? []).map(
        (value) => `<meta data-pagefind-filter="${name}[content]" content="${escapeHtml(value)}">`,
      ),
    ).join('');
    const page = (body: string): string =>
      `<!doctype html><html lang="${escapeHtml(language)}"><head>${head}</head><body><main>${body}</main></body></html>`;
    kept.push({ ref, path: `/${path.replace(/index\.html$/, '')}`, html: page(html), facts });
    const lines = takenOutLines(await readTable(folder, ref));
    if (lines !== '') takenOut.push({ ref, path: `/sources/${ref}/`, html: page(lines), facts: {} });
  }
  return { kept, takenOut };
}

/** Lines that were taken out of a source, each with its anchor. Their reasons are shown but not searched. */
function takenOutLines(table: LineTable | undefined): string {
  return (table?.lines ?? [])
    .filter(({ status, text }) => (status === 'removed' || status === 'set-aside') && text !== '')
    .map(({ n, text }) => `<p id="L${n}">${escapeHtml(text)}</p>`)
    .join('');
}

async function readTable(folder: string, ref: string): Promise<LineTable | undefined> {
  const text = await readFile(`${folder}/sources/${ref}/lines.json`, 'utf8').catch(() => undefined);
  // The pipeline of the same build wrote this file.
  return text === undefined ? undefined : (JSON.parse(text) as LineTable);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
