/** `npm run new -- DIR`: a folder of one's own, ready for articles. */
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Arguments, PROJECT, resolveGiven, UsageError } from './arguments.ts';

export async function makeFolder({ rest }: Arguments): Promise<number> {
  const [name = ''] = rest;
  const folder = resolveGiven(name);
  const entries = await readdir(folder).catch(() => []);
  if (entries.length > 0)
    throw new UsageError(`\`${folder}\` is not empty: choose a folder that does not exist yet`);

  await mkdir(join(folder, 'seeds'), { recursive: true });
  await cp(join(import.meta.dirname, 'starter'), join(folder, 'content'), { recursive: true });
  // Countries with their capitals are of use to every site.
  await cp(join(PROJECT, 'content/names/countries.yaml'), join(folder, 'content/names/countries.yaml'));

  const quoted = (path: string): string => (/[^\w./-]/.test(path) ? `"${path}"` : path);
  const [seeds, content, out] = ['seeds', 'content', 'dist'].map((part) => quoted(join(folder, part)));
  process.stdout.write(
    [
      `Made \`${folder}\`:`,
      '  seeds/                    put your articles here (text, Markdown, HTML, JSON Lines, CSV)',
      '  content/site.yaml         title, description, address',
      '  content/themes/           one file a theme, with its terms',
      '  content/names/            people, organisations and places',
      '',
      'Build the site with',
      `  npm run build -- --seeds ${seeds} --content ${content} --out ${out}`,
      '',
    ].join('\n'),
  );
  return 0;
}
