/** What stands on the page of a source beside its lines. */
export interface SourceFacts {
  readonly headline: string;
  readonly publisher: string | undefined;
  readonly published: string | undefined;
}

const loaded = new Map<string, Promise<string>>();

/** Lines of the source at `page` (its address) as they arrived; throws where they are not published. */
export async function loadRawLines(page: string): Promise<readonly string[]> {
  return (await loadFile('raw.txt', page)).split('\n');
}

/** Facts of the source at `page`, which are there even where its text is not; throws when they cannot be had. */
export async function loadFacts(page: string): Promise<SourceFacts> {
  // Our own file, published with the page.
  return JSON.parse(await loadFile('lines.json', page)) as SourceFacts;
}

/** Loads a file once. */
function loadFile(name: string, page: string): Promise<string> {
  const address = new URL(name, page);
  const file = loaded.get(address.href) ?? fetchText(address);
  loaded.set(address.href, file);
  // A failure may pass: the next click tries again.
  file.catch(() => loaded.delete(address.href));
  return file;
}

async function fetchText(address: URL): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}
