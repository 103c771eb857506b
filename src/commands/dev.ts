/** `npm run dev`: converts, serves, and converts again when a seed or a file of the editor changes. */
import { watch } from 'node:fs';
import { sep } from 'node:path';
import { writeBriefings } from '../pipeline/brief.ts';
import { readProgramVersion } from '../program-version.ts';
import { type Arguments, PROJECT } from './arguments.ts';
import { isGenerated } from './is-generated.ts';
import { takeLock } from './lock.ts';
import { printMessages } from './print-messages.ts';
import { loadAstro } from './render-site.ts';

/** Editors save in several steps; one conversion is enough for all of them. */
const SETTLE_MS = 150;

export async function dev(options: Arguments): Promise<number> {
  const { seedsDir, contentDir, outDir, address } = options;
  const convert = async (): Promise<void> => {
    const lock = await takeLock(contentDir);
    try {
      const report = await writeBriefings({
        seedsDir,
        contentDir,
        address,
        listSkips: true,
        version: readProgramVersion(),
        onStage: () => {},
      });
      printMessages(report.files);
      const { written } = report;
      if (written) process.stdout.write(`${written.briefings} briefings, ${written.pages.size - 1} pages\n`);
    } finally {
      await lock.release();
    }
  };
  await convert();

  const astro = await loadAstro({ contentDir, out: outDir, address });
  const server = await astro.dev({ root: PROJECT });

  let pending: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const changed = (): void => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      running = running
        .then(convert)
        .catch((error: Error) => process.stderr.write(`${error.message}\n`) as never);
    }, SETTLE_MS);
  };
  const watchers = [
    watch(seedsDir, { recursive: true }, changed),
    watch(contentDir, { recursive: true }, (_event, name) => {
      if (name !== null && !isGenerated(name.replaceAll(sep, '/'), options)) changed();
    }),
  ];
  await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  for (const watcher of watchers) watcher.close();
  clearTimeout(pending);
  await server.stop();
  return 0;
}
