/** `npm run review`: what the build was unsure of; `--write` puts the gaps into the editor's tables. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { readCorpus } from '../pipeline/brief.ts';
import { readSourcesTable } from '../pipeline/editorial/sources-table.ts';
import { fillNames, fillSources } from '../pipeline/review/fill-tables.ts';
import { listReview, type ReviewItem } from '../pipeline/review/list-review.ts';
import type { Corpus } from '../pipeline/types.ts';
import { writeWhole } from '../pipeline/write/write-whole.ts';
import type { Arguments } from './arguments.ts';
import { printMessages } from './print-messages.ts';
import { toOneLine } from './to-one-line.ts';

export async function review({ seedsDir, contentDir, write }: Arguments): Promise<number> {
  const { files, known } = await readCorpus({ seedsDir, contentDir, onStage: () => {} });
  if (!known) {
    printMessages(files);
    return 1;
  }
  const items = listReview(known.corpus);
  for (const item of items) process.stdout.write(`${describeItem(item)}\n`);
  process.stdout.write(
    items.length === 0 ? 'Nothing to review.\n' : `${items.length} to review, most consequential first.\n`,
  );
  if (write)
    await fillTables(
      known.corpus,
      seedsDir,
      contentDir,
      known.editorial.themes.map(({ theme }) => theme.id),
    );
  return 0;
}

function describeItem({ kind, seed, line, done, override }: ReviewItem): string {
  const place = seed === undefined ? '' : `seeds/${seed}${line === undefined ? '' : `:${line}`}: `;
  const change = override
    ? `\n    to change it, in ${override.file}:\n${override.text.replaceAll(/^/gm, '      ')}`
    : '';
  return `${kind.padEnd(14)} ${toOneLine(`${place}${done}`)}${escapeControls(change)}\n`;
}

/** What `toOneLine` would take out, in the form that YAML reads: an editor copies these lines. */
function escapeControls(text: string): string {
  return text.replaceAll(
    /[^\P{Cc}\n]|\p{Cf}|#(?=#[A-Za-z]*\[)/gu,
    (sign) => `\\u${sign.codePointAt(0)?.toString(16).padStart(4, '0')}`,
  );
}

async function fillTables(
  corpus: Corpus,
  seedsDir: string,
  contentDir: string,
  themes: readonly string[],
): Promise<void> {
  const sourcesPath = join(seedsDir, 'sources.csv');
  const text = await readFile(sourcesPath, 'utf8').catch(() => '');
  const listed = new Set(readSourcesTable(new VFile({ path: sourcesPath, value: text }), themes)?.keys());
  await writeWhereChanged(sourcesPath, text, fillSources(corpus, text, listed));
  for (const kind of ['people', 'organisations', 'places']) {
    const path = join(contentDir, 'names', `${kind}.yaml`);
    const list = await readFile(path, 'utf8').catch(() => '');
    await writeWhereChanged(path, list, fillNames(corpus, kind, list));
  }
}

async function writeWhereChanged(path: string, before: string, after: string): Promise<void> {
  if (before === after) return;
  writeWhole(path, [after]);
  process.stdout.write(`Wrote ${path}\n`);
}
