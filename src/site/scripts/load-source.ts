/** What the page of a source is made of, as it was published beside it. */
export interface LoadedSource {
  /** Lines as they arrived, byte for byte. */
  readonly raw: readonly string[];
  readonly headline: string;
  readonly publisher: string | undefined;
  readonly published: string | undefined;
}

const loaded = new Map<string, Promise<LoadedSource>>();

/** Loads the source at `page` (its address) once; throws when it cannot be had. */
export function loadSource(page: string): Promise<LoadedSource> {
  const source = loaded.get(page) ?? load(page);
  loaded.set(page, source);
  // A failure may pass: the next click tries again.
  source.catch(() => loaded.delete(page));
  return source;
}

async function load(page: string): Promise<LoadedSource> {
  const [raw, table] = await Promise.all(
    ['raw.txt', 'lines.json'].map(async (name) => {
      const response = await fetch(new URL(name, page));
      if (!response.ok) throw new Error(`${response.status}`);
      return response.text();
    }),
  );
  // Our own file, published with the page.
  const facts = JSON.parse(table ?? '') as Omit<LoadedSource, 'raw'>;
  return { ...facts, raw: (raw ?? '').split('\n') };
}
