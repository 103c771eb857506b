import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';

/** A file that is a page: its address is its place below the folder. */
const PAGE = /^((?:[a-z0-9-]+\/)*[a-z0-9-]+)\.(mdx|json)$/;
/** What all pages share; no page. */
const FRAME = 'site.json';

/**
 * A collection of the pages below a folder, by address. It holds their places alone: what is in the store
 * is written to the disk, bundled and held several times, and a page is rendered once. `readMatter` reads it.
 */
export function listPages(folder: string): Loader {
  return {
    name: 'pages',
    async load({ store, config, watcher }) {
      const placeOf = (file: string): string =>
        toPosix(relative(fileURLToPath(config.root), join(folder, file)));
      const set = (id: string, file: string, digest: string): void => {
        const filePath = placeOf(file);
        store.set({ id, data: { file }, filePath, digest, deferredRender: file.endsWith('.mdx') });
      };
      store.clear();
      for (const path of await readdir(folder, { recursive: true })) {
        const file = toPosix(path);
        const id = addressOf(file);
        if (id === undefined) continue;
        const other = store.get(id)?.filePath;
        if (other !== undefined) throw new Error(`${file}: the address \`${id}\` is taken by ${other}`);
        set(id, file, '');
      }
      if (watcher === undefined) return;
      // Tells of every file that Astro looks at.
      const renew = async (path: string): Promise<void> => {
        const file = toPosix(relative(folder, path));
        const id = addressOf(file);
        const found = id === undefined ? undefined : await stat(path).catch(() => undefined);
        // With another digest it is another entry, and shown anew.
        if (id !== undefined && found !== undefined) set(id, file, `${found.mtimeMs}`);
      };
      watcher.add(folder);
      watcher
        .on('add', renew)
        .on('change', renew)
        .on('unlink', (path) => {
          const file = toPosix(relative(folder, path));
          const id = addressOf(file);
          if (id !== undefined && store.get(id)?.filePath === placeOf(file)) store.delete(id);
        });
    },
  };
}

/** `briefings/003-a.mdx` stands at `/briefings/003-a/`; undefined for what is no page. */
function addressOf(file: string): string | undefined {
  const name = file === FRAME ? undefined : PAGE.exec(file)?.[1];
  return name === 'index' ? '/' : name && `/${name}/`;
}

function toPosix(path: string): string {
  return path.replaceAll(sep, '/');
}
