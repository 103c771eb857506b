import { join, resolve } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { leaveOutIds } from './src/site/mdx/leave-out-ids.ts';
import { leaveOutMatter } from './src/site/mdx/leave-out-matter.ts';
import { refuseCode } from './src/site/mdx/refuse-code.ts';
import { skipWrapper } from './src/site/mdx/skip-wrapper.ts';
import { splitPlaceholders } from './src/site/mdx/split-placeholders.ts';

const project = import.meta.dirname;

/**
 * What a build is given from outside, as environment variables: the content folder (absolute), the folder
 * of rendered pages, the site's address and the cache, so that two sites built from one project never mix.
 * The content folder is set for the pages too, which read the frame's data from it.
 */
process.env.SOURCELINE_CONTENT ??= resolve(project, 'content');
const content = process.env.SOURCELINE_CONTENT;
const { SOURCELINE_OUT, SOURCELINE_ADDRESS, SOURCELINE_CACHE } = process.env;

/** Most bytes of pages in one bundled chunk: a chunk each makes the build slow, one for all takes memory. */
const CHUNK_BYTES = 1_000_000;

/** A stylesheet's name would start with `_`, from the route's; such files are not served by every host. */
const nameAsset = ({ names: [name = ''] }) =>
  name.endsWith('.css') ? 'assets/site.[hash].css' : 'assets/[name].[hash][extname]';

// The defaults of both flags change words: links are made of `www.`, quotation marks are turned.
const processor = satteri({
  features: { gfm: false, smartPunctuation: false },
  mdastPlugins: [refuseCode],
  hastPlugins: [leaveOutIds, splitPlaceholders],
});

export default defineConfig({
  ...(SOURCELINE_ADDRESS ? { site: SOURCELINE_ADDRESS } : {}),
  srcDir: './src/site',
  outDir: SOURCELINE_OUT ?? resolve(project, 'dist'),
  cacheDir: SOURCELINE_CACHE ?? join(content, '.cache', 'astro'),
  output: 'static',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { assets: 'assets', format: 'directory', inlineStylesheets: 'never', concurrency: 1 },
  markdown: { processor, syntaxHighlight: false },
  // `optimize` would join again what `splitPlaceholders` cut.
  integrations: [mdx({ processor, syntaxHighlight: false, optimize: false })],
  vite: {
    plugins: [leaveOutMatter, skipWrapper],
    // Beside what is built from, not in the program's own folder, which another user may not write.
    cacheDir: join(content, '.cache', 'vite'),
    experimental: {
      // Scripts name each other relative to themselves: from the root they would be dead in a folder.
      // (The renderer sets `modulePreload` itself, so that turning it off here has no effect.)
      renderBuiltUrl: (_file, { hostType, ssr }) =>
        hostType === 'js' && !ssr ? { relative: true } : undefined,
    },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        onwarn(warning, warn) {
          // One for each briefing, about a marker that the renderer itself writes.
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              entryFileNames: 'assets/site.[hash].js',
              chunkFileNames: 'assets/part.[hash].js',
              assetFileNames: nameAsset,
            },
          },
        },
      },
      prerender: {
        build: {
          rolldownOptions: {
            output: {
              assetFileNames: nameAsset,
              codeSplitting: { groups: [{ name: 'pages', test: /[.]mdx/, maxSize: CHUNK_BYTES }] },
            },
          },
        },
      },
    },
  },
});
