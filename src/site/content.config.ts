import { defineCollection } from 'astro:content';
import { join } from 'node:path';
import { contentFolder } from './content-folder.ts';
import { listPages } from './list-pages.ts';

/** All pages of the site, as the pipeline wrote them. */
export const collections = {
  briefings: defineCollection({ loader: listPages(join(contentFolder(), 'briefings')) }),
};
