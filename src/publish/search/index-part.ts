import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { digestOf } from '../../digest-of.ts';
import { PublishError } from '../finding.ts';
import { CborReader } from './cbor.ts';
import type { Facts } from './cut-indexed.ts';
import { unpack } from './engine-file.ts';

/** What the engine is given of one article. */
export interface IndexInput {
  readonly ref: string;
  /** Address of the page from the root, `/briefings/003-a/`. */
  readonly path: string;
  /** Page with the facts and the words that are indexed. */
  readonly html: string;
  readonly facts: Facts;
}

/** The briefings of a part, and what was taken out of their sources. */
export interface PartInputs {
  readonly kept: readonly IndexInput[];
  readonly takenOut: readonly IndexInput[];
}

/** Of one kind of records (briefings, or what was taken out) the index that the engine made. */
export interface PartIndex {
  readonly pages: readonly PartPage[];
  /** Words with their places, each as the engine encodes it, by code point. */
  readonly words: Buffer;
  /** The records of the pages one after the other, compressed. */
  readonly records: Buffer;
}

export interface PartPage {
  readonly ref: string;
  /** Words of the record, which the engine weighs its length by. */
  readonly length: number;
  /** Digest of the record. */
  readonly digest: string;
  /** Bytes of the record. */
  readonly bytes: number;
  readonly facts: Facts;
}

export interface Part {
  readonly kept: PartIndex;
  readonly takenOut: PartIndex;
}

/** Files of the engine that readers need, by name. */
export type EngineFiles = ReadonlyMap<string, Buffer>;

const ENGINE_FILE = /^(?:pagefind\.js|pagefind-worker\.js|wasm\..+\.pagefind|pagefind-entry\.json)$/;

/**
 * Has the engine index one part, in a process of its own that ends with it: the engine keeps what it
 * was given, and one process for an archive would need gigabytes. `language` is a language code
 * without region. Throws where the engine finds fault with a page.
 */
export async function indexPart(
  inputs: PartInputs,
  language: string,
): Promise<Part & { readonly engine: EngineFiles }> {
  try {
    const kept = await indexPages(inputs.kept, language);
    const takenOut = await indexPages(inputs.takenOut, language);
    const engine = kept.files
      .filter(({ path }) => ENGINE_FILE.test(path))
      .map(({ path, content }) => [path, Buffer.from(content)] as const);
    return { kept: kept.index, takenOut: takenOut.index, engine: new Map(engine) };
  } finally {
    await close();
  }
}

async function indexPages(
  inputs: readonly IndexInput[],
  language: string,
): Promise<{ index: PartIndex; files: readonly IndexFile[] }> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (index === undefined) throw new PublishError(`search index: ${errors.join('; ')}`);
  // The engine reads one after the other, in this order; waiting for each answer would take longer than that.
  const answers = inputs.map(async ({ ref, path, html }) => {
    const { errors } = await index.addHTMLFile({ url: path, content: html });
    if (errors.length > 0) throw new PublishError(`search index: ${ref}: ${errors.join('; ')}`);
  });
  await Promise.all(answers);
  const { files } = await filesOf(index);
  const byPath = new Map(inputs.map((input) => [input.path, input]));
  return { index: await readIndex(files, byPath), files };
}

async function filesOf(index: PagefindIndex): Promise<{ files: readonly IndexFile[] }> {
  const { files, errors } = await index.getFiles();
  if (errors.length > 0) throw new PublishError(`search index: ${errors.join('; ')}`);
  return { files };
}

/** Takes the engine's files apart: its list of pages, their records, and its words in their order. */
async function readIndex(
  files: readonly IndexFile[],
  inputs: ReadonlyMap<string, IndexInput>,
): Promise<PartIndex> {
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const meta = files.find(({ path }) => path.endsWith('.pf_meta'));
  if (meta === undefined) return { pages: [], words: Buffer.alloc(0), records: Buffer.alloc(0) };
  const { pages, chunks } = readMeta(await unpack(meta.content));
  const records: Buffer[] = [];
  const listed: PartPage[] = [];
  for (const { name, length } of pages) {
    const packed = Buffer.from(byPath.get(`fragment/${name}.pf_fragment`) ?? []);
    // The engine writes the record of a page that it was given.
    const { url } = JSON.parse((await unpack(packed)).toString('utf8')) as { url: string };
    const input = inputs.get(url);
    if (input === undefined) throw new Error(`search index: no page \`${url}\` was given`);
    const digest = digestOf(packed);
    listed.push({ ref: input.ref, length, digest, bytes: packed.length, facts: input.facts });
    records.push(packed);
  }
  const words: Buffer[] = [];
  for (const name of chunks) {
    const reader = new CborReader(await unpack(byPath.get(`index/${name}.pf_index`)));
    reader.array();
    reader.array();
    words.push(Buffer.from(reader.bytes.subarray(reader.at)));
  }
  return { pages: listed, words: Buffer.concat(words), records: Buffer.concat(records) };
}

/** Pages and chunks of words that an index lists; the form is described in the engine's `metadata.rs`. */
function readMeta(bytes: Uint8Array): {
  pages: readonly { name: string; length: number }[];
  chunks: readonly string[];
} {
  const reader = new CborReader(bytes);
  reader.array();
  reader.text();
  const pages = Array.from({ length: reader.array() }, () => {
    reader.array();
    const page = { name: reader.text().toString(), length: reader.number() };
    reader.text();
    return page;
  });
  const chunks = Array.from({ length: reader.array() }, () => {
    reader.array();
    reader.text();
    reader.text();
    return reader.text().toString();
  });
  // Facts of the records as the engine lists them: `listFacts` does that here.
  for (let left = reader.array(); left > 0; left -= 1) {
    reader.array();
    reader.text();
    reader.text();
  }
  const orders = reader.array();
  const fields = Array.from({ length: reader.array() }, () => reader.text().toString());
  if (orders > 0 || fields.some((field) => field !== 'title'))
    throw new Error(`search index: unknown fields ${fields.join(', ')}`);
  return { pages, chunks };
}
