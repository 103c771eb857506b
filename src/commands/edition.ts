/** `npm run edition -- "NAME"`: records what the sources are now, for later builds to compare with. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCorpus } from '../pipeline/brief.ts';
import { findNameMistake } from '../pipeline/edition/find-name-mistake.ts';
import { recordEdition } from '../pipeline/edition/record-edition.ts';
import { recordSources } from '../pipeline/edition/record-sources.ts';
import { writeWhole } from '../pipeline/write/write-whole.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { takeLock } from './lock.ts';
import { needsEditor } from './needs-editor.ts';
import { printMessages } from './print-messages.ts';

/** @returns the exit status: 1 when a seed would be recorded as withdrawn only because it cannot be read */
export async function edition(options: Arguments): Promise<0 | 1> {
  const { seedsDir, contentDir, rest } = options;
  const [name = ''] = rest;
  const lock = await takeLock(contentDir);
  try {
    const { files, known } = await readCorpus({ seedsDir, contentDir, onStage: () => {} });
    printMessages(files);
    if (!known || needsEditor({ files, skips: known.read.skips, ignored: 0 }, options)) {
      process.stderr.write('No edition was recorded: mend the files above first.\n');
      return 1;
    }
    const { editions } = known;
    const mistake = findNameMistake(name, editions);
    if (mistake !== undefined) throw new UsageError(mistake);
    const sources = recordSources(known.corpus, known.site.republish);
    const lines = recordEdition(editions, sources, name);
    if (lines === undefined) {
      process.stdout.write('Nothing changed since the last edition: none was recorded.\n');
      return 0;
    }
    // A reference that an edition names must stay what it is.
    const table = known.references.toCsv();
    if (table !== undefined) writeWhole(join(contentDir, 'references.csv'), [table]);
    const path = join(contentDir, 'editions.jsonl');
    const before = editions.length === 0 ? '' : await readFile(path, 'utf8');
    writeWhole(path, [`${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${lines}`]);
    process.stdout.write(
      `Recorded edition ${editions.length + 1}, ${JSON.stringify(name)}, in ${path}: commit this file.\n`,
    );
    return 0;
  } finally {
    await lock.release();
  }
}
