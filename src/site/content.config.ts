import { defineCollection } from 'astro:content';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import type { Matter } from '../briefing.ts';
import { contentFolder } from './content-folder.ts';
import { findMatterFaults } from './matter-keys.ts';

const folder = join(contentFolder(), 'briefings');

/** The file of each address, so that a second page at one address stops the build instead of replacing it. */
const files = new Map<string, string>();

function generateId({ entry, data }: { entry: string; data: Record<string, unknown> }): string {
  const path = data['path'];
  if (typeof path !== 'string' || !/^\/(?:[a-z0-9-]+\/)*$/.test(path))
    throw new Error(`${entry}: \`path\` must be an address from the root with slashes at both ends`);
  const other = files.get(path);
  if (other !== undefined && other !== entry && existsSync(join(folder, other)))
    throw new Error(`${entry}: the address \`${path}\` is taken by ${other}`);
  files.set(path, entry);
  return path;
}

const matter = z.custom<Matter>().superRefine((data, context) => {
  for (const message of findMatterFaults(data)) context.addIssue({ code: 'custom', message });
});

/** All pages of the site, as the pipeline wrote them. A raw body would be bundled again, so none is kept. */
export const collections = {
  briefings: defineCollection({
    loader: glob({ base: folder, pattern: ['**/*.{mdx,json}', '!site.json'], retainBody: false, generateId }),
    schema: matter,
  }),
};
