/** `npm start`: serves the published folder on this machine. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Arguments, PROJECT, UsageError } from './arguments.ts';
import { loadAstro } from './render-site.ts';

export async function start({ contentDir, outDir }: Arguments): Promise<number> {
  const isSite = await stat(join(outDir, 'index.html')).then(
    (file) => file.isFile(),
    () => false,
  );
  if (!isSite) throw new UsageError(`there is no site in \`${outDir}\`: run \`npm run build\` first`);
  const astro = await loadAstro({ contentDir, out: outDir, address: undefined });
  const server = await astro.preview({ root: PROJECT, logLevel: 'error' });
  process.stdout.write(`http://${server.host ?? 'localhost'}:${server.port}/\n`);
  await server.closed();
  return 0;
}
