/** Astro over a content folder: loaded by `npm run dev`, and run as a program of its own by a build. */
import { once } from 'node:events';
import { join } from 'node:path';
import { PROJECT } from './arguments.ts';

export interface RenderOptions {
  readonly contentDir: string;
  /** Folder that is rendered into; emptied by Astro. */
  readonly out: string;
  readonly address: string | undefined;
}

/** Settings as `astro.config.mjs` and the pages read them; undefined = not set. */
function siteEnvironment({ contentDir, out, address }: RenderOptions) {
  return {
    SOURCELINE_CONTENT: contentDir,
    SOURCELINE_OUT: out,
    SOURCELINE_CACHE: join(contentDir, '.cache', 'astro'),
    SOURCELINE_ADDRESS: address,
  };
}

/** Sets the settings for this process and loads Astro. */
export async function loadAstro(options: RenderOptions): Promise<typeof import('astro')> {
  for (const [name, value] of Object.entries(siteEnvironment(options)))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  return importAstro();
}

function importAstro(): Promise<typeof import('astro')> {
  // Read when Astro is loaded.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  return import('astro');
}

if (import.meta.main) {
  // Whoever started it is gone: nobody waits for the pages.
  process.once('disconnect', () => process.exit(1));
  const asked = once(process, 'message');
  // Loaded while nothing is asked for yet: the build reads and relates meanwhile.
  await importAstro();
  const [options] = (await asked) as [RenderOptions];
  const astro = await loadAstro(options);
  await astro.build({ root: PROJECT, logLevel: 'error' });
  process.exit();
}
