/** Runs Astro over the written pages. */
import { join } from 'node:path';
import { PROJECT } from './arguments.ts';

export interface RenderOptions {
  readonly contentDir: string;
  /** Folder that is rendered into; emptied by Astro. */
  readonly out: string;
  readonly address: string | undefined;
}

export async function renderSite(options: RenderOptions): Promise<void> {
  const astro = await loadAstro(options);
  await astro.build({ root: PROJECT, logLevel: 'error' });
}

/** Tells `astro.config.mjs` its folders and loads Astro, which reads some of its settings when it is loaded. */
export async function loadAstro({
  contentDir,
  out,
  address,
}: RenderOptions): Promise<typeof import('astro')> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['SOURCELINE_CONTENT'] = contentDir;
  process.env['SOURCELINE_OUT'] = out;
  process.env['SOURCELINE_CACHE'] = join(contentDir, '.cache', 'astro');
  if (address === undefined) delete process.env['SOURCELINE_ADDRESS'];
  else process.env['SOURCELINE_ADDRESS'] = address;
  return import('astro');
}
