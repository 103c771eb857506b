/** Files of random bytes and mutated samples through the reader: each an article or a named skip, every line told of. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readSeeds } from '../../src/pipeline/read/index.ts';
import { generateNumbers } from '../generate-numbers.ts';

const SAMPLES = resolve(import.meta.dirname, '../../seeds');
const EXTENSIONS = ['txt', 'txt', 'txt', 'md', 'html', 'jsonl', 'csv', 'tsv'];

/** Files a folder; the reader compares the files of one folder with each other. */
const FOLDER = 100;
/** Milliseconds in which a folder of such small files must be read; a hang is a failure, too. */
const PATIENCE = 60_000;

/** @returns what is wrong, one sentence a file; the same seed gives the same files */
export async function fuzzBytes(count: number, seed: number): Promise<string[]> {
  const names = (await readdir(SAMPLES)).filter((name) => name.endsWith('.txt')).sort();
  const samples = await Promise.all(names.map((name) => readFile(join(SAMPLES, name))));
  const failures: string[] = [];
  for (let done = 0; done < count; done += FOLDER) {
    const folder = await mkdtemp(join(tmpdir(), 'sourceline-bytes-'));
    const random = createRandom(seed + done);
    const files = new Map<string, Uint8Array>();
    for (let at = 0; at < Math.min(FOLDER, count - done); at += 1)
      files.set(`${at}.${pick(EXTENSIONS, random)}`, makeBytes(samples, random));
    for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
    const started = performance.now();
    for (const failure of await checkFolder(folder, [...files.keys()]))
      failures.push(`seed ${seed + done}: ${failure}`);
    if (performance.now() - started > PATIENCE) failures.push(`seed ${seed + done}: is slow to read`);
    await rm(folder, { recursive: true });
  }
  return failures;
}

async function checkFolder(folder: string, names: readonly string[]): Promise<string[]> {
  let references = 0;
  let read: Awaited<ReturnType<typeof readSeeds>>;
  try {
    read = await readSeeds({
      seedsDir: folder,
      themes: [],
      references: () => {
        references += 1;
        return String(references);
      },
    });
  } catch (error) {
    return [`stops the reader: ${(error as Error).message}`];
  }
  const failures: string[] = [];
  const told = [
    ...read.articles.map(({ source }) => source.seed),
    ...read.skips.map((skip) => skip.seed),
    ...read.copies.map((copy) => copy.seed),
  ];
  for (const name of names)
    if (!told.some((one) => one === name || one.startsWith(`${name}#`))) failures.push(`${name} is lost`);
  for (const { seed, reason } of read.skips)
    if (reason === '') failures.push(`${seed} is skipped for no reason`);
  for (const { source, lines, raw } of read.articles) {
    const gap = lines.findIndex(({ n }, at) => n !== at + 1);
    if (gap >= 0) failures.push(`${source.seed}: line ${gap + 1} is missing`);
    const all = raw.split('\n').length;
    // What ends with a line feed has no further line.
    if (lines.length !== all && lines.length !== all - 1)
      failures.push(`${source.seed}: ${lines.length} lines of ${all}`);
    const silent = lines.find(({ status, text }) => (status === 'blank') !== (text === ''));
    if (silent) failures.push(`${source.seed}: line ${silent.n} is ${silent.status}`);
    const removed = lines.find(({ status, reason }) => /removed|set-aside/.test(status) && !reason);
    if (removed) failures.push(`${source.seed}: line ${removed.n} is taken out for no reason`);
  }
  return failures;
}

/** A number from 0 up to, but not, the given one. */
type Random = (below: number) => number;

function createRandom(seed: number): Random {
  const next = generateNumbers(seed);
  return (below) => (next() * 2 ** 32) % below;
}

function pick<T>(all: readonly T[], random: Random): T {
  // The index is below the length, and no list here is empty.
  return all[random(all.length)] as T;
}

const TOKENS = [
  ...['<', '>', '{', '}', '"', "'", '\n', '\r', '\t', '\u0000', '\u001b[', '\u2028', '\ufeff', '\u202e'],
  ...[
    'import ',
    'export ',
    '---\n',
    '<!--',
    '<script>',
    '</script>',
    '<p>',
    '<html><body>',
    '{"text": "',
    '"}\n',
  ],
  ...['id,title,text\n', 'Read also', 'Photo: ', '“', '”', ',,,,', '\\'],
];

function makeBytes(samples: readonly Buffer[], random: Random): Uint8Array {
  if (random(8) === 0) return Uint8Array.from({ length: random(2_000) }, () => random(256));
  let bytes: Buffer = pick(samples, random);
  if (random(4) === 0)
    bytes = Buffer.from(`<html><body><article><p>${bytes.toString().replaceAll('\n\n', '</p><p>')}`);
  for (let left = 1 + random(20); left > 0; left -= 1) bytes = mutate(bytes, samples, random);
  return bytes;
}

function mutate(bytes: Buffer, samples: readonly Buffer[], random: Random): Buffer {
  const at = random(bytes.length + 1);
  const end = Math.min(bytes.length, at + random(200));
  const join = (...parts: Uint8Array[]): Buffer => Buffer.concat([bytes.subarray(0, at), ...parts]);
  switch (random(7)) {
    case 0:
      return join(bytes.subarray(end));
    case 1:
      return join(Uint8Array.of(random(256)), bytes.subarray(at + 1));
    case 2:
      return join(bytes.subarray(at, end), bytes.subarray(at));
    case 3:
      return join(
        pick(samples, random).subarray(random(4_000)).subarray(0, random(3_000)),
        bytes.subarray(at),
      );
    case 4:
      return join(
        Uint8Array.from({ length: random(12) }, () => random(256)),
        bytes.subarray(at),
      );
    default:
      return join(Buffer.from(pick(TOKENS, random).repeat(1 + random(3))), bytes.subarray(at));
  }
}
