/** From the seeds folder to traced texts: every file is a text, several records, a skip or ignored. */
import { extname } from 'node:path';
import { digestOf } from '../../digest-of.ts';
import { decode } from './decode.ts';
import { type FormatText, findArticleFormat, findRecordFormat, KNOWN_EXTENSIONS } from './formats/index.ts';
import type { ReadRecords } from './formats/records.ts';
import { cleanFacts, type StatedFacts } from './formats/stated-facts.ts';
import { explain, loadSeed, MAX_LINE, MAX_LINES, openSeed } from './load-seed.ts';
import { splitLines } from './normalise.ts';

/** A text before reading, and where it came from. */
export interface SeedText {
  /** Path below the seeds folder; `file.jsonl#id` for a record. */
  readonly seed: string;
  /** File and line for messages: the record’s line in the user’s file. */
  readonly path: string;
  readonly recordLine?: number | undefined;
  readonly text: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly repairs: readonly string[];
  readonly facts: StatedFacts;
  readonly warning?: string | undefined;
}

export interface SeedProblem {
  readonly seed: string;
  readonly path: string;
  readonly line?: number | undefined;
  readonly reason: string;
  readonly ruleId: string;
  readonly severity: 'info' | 'fatal';
}

export type Collected = { readonly text: SeedText } | { readonly problem: SeedProblem };

/** The texts of one file, in its order. Never throws for what a user may have put there. */
export async function* collectTexts(folder: string, path: string): AsyncGenerator<Collected> {
  const extension = extname(path).slice(1).toLowerCase();
  const records = findRecordFormat(path);
  if (records) {
    yield* collectRecords(folder, path, records.records);
    return;
  }
  const format = findArticleFormat(path);
  const refuse = (reason: string, ruleId: string, severity: 'info' | 'fatal' = 'fatal'): Collected => ({
    problem: { seed: path, path, reason, ruleId, severity },
  });
  if (!format) {
    yield /^(?:pdf|docx?|odt|rtf|pages)$/.test(extension)
      ? refuse('is a document, save it as text or HTML', 'unknown-format')
      : refuse(`is of no known format, expected ${KNOWN_EXTENSIONS}`, 'unknown-format');
    return;
  }
  const loaded = await loadSeed(folder, path);
  if ('problem' in loaded) {
    yield refuse(loaded.problem, loaded.ruleId);
    return;
  }
  const decoded = decode(loaded.bytes);
  if ('problem' in decoded) {
    yield refuse(decoded.problem, 'not-text');
    return;
  }
  const read: FormatText | { readonly problem: string } = format.read(decoded.text);
  if ('problem' in read) {
    yield refuse(read.problem, 'no-article');
    return;
  }
  const limit = overLimit(read.text);
  if (limit !== undefined) {
    yield refuse(limit, 'too-large');
    return;
  }
  if (!/[\p{L}\p{N}]/u.test(read.text)) {
    yield refuse('holds no words', 'empty', 'info');
    return;
  }
  yield {
    text: {
      seed: path,
      path,
      text: read.text,
      sha256: loaded.sha256,
      bytes: loaded.bytes.length,
      encoding: decoded.encoding,
      repairs: [...decoded.repairs, ...read.changes],
      facts: cleanFacts(read.facts),
      warning: decoded.warning,
    },
  };
}

async function* collectRecords(folder: string, path: string, read: ReadRecords): AsyncGenerator<Collected> {
  const problem = (reason: string, ruleId: string, line?: number, id?: string): Collected => ({
    problem: {
      seed: id === undefined ? path : `${path}#${id}`,
      path,
      line,
      reason,
      ruleId,
      severity: ruleId === 'empty' ? 'info' : 'fatal',
    },
  });
  let records = 0;
  const seen = new Map<string, number>();
  let handle: Awaited<ReturnType<typeof openSeed>>;
  try {
    handle = await openSeed(folder, path);
  } catch (error) {
    yield problem(explain(error), 'unreadable');
    return;
  }
  try {
    if (!(await handle.stat()).isFile()) {
      yield problem('is no regular file', 'unreadable');
      return;
    }
    const open = (): AsyncIterable<Uint8Array> => handle.createReadStream({ autoClose: false, start: 0 });
    // All of it before the first record: what is refused must not be published in part.
    for await (const _text of decodeStream(open()));
    for await (const record of read(decodeStream(open()), path)) {
      records += 1;
      if ('problem' in record) {
        yield problem(record.problem, 'record', record.line, record.id);
        continue;
      }
      const first = seen.get(record.id);
      if (first !== undefined) {
        yield problem(
          `has the id ${JSON.stringify(record.id)} of the record at line ${first}, give it one of its own`,
          'record',
          record.line,
          `${record.id}@${record.line}`,
        );
        continue;
      }
      seen.set(record.id, record.line);
      const limit = overLimit(record.text);
      if (limit !== undefined || !/[\p{L}\p{N}]/u.test(record.text)) {
        yield problem(limit ?? 'holds no words', 'record', record.line, record.id);
        continue;
      }
      const bytes = Buffer.from(record.text, 'utf8');
      yield {
        text: {
          seed: `${path}#${record.id}`,
          path,
          recordLine: record.line,
          text: record.text,
          sha256: digestOf(bytes),
          bytes: bytes.length,
          encoding: 'UTF-8',
          repairs: record.changes,
          facts: cleanFacts(record.facts),
        },
      };
    }
    if (records === 0) yield problem('holds no article', 'empty');
  } catch (error) {
    yield problem(explain(error), 'unreadable');
  } finally {
    await handle.close();
  }
}

/** A wrong letter would be published as the source's own: throws where the bytes are not UTF-8. */
async function* decodeStream(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function overLimit(text: string): string | undefined {
  const lines = splitLines(text);
  const long = lines.findIndex((line) => line.length > MAX_LINE);
  if (long >= 0) return `has a line of more than ${MAX_LINE} characters (line ${long + 1})`;
  return lines.length > MAX_LINES ? `has more than ${MAX_LINES} lines` : undefined;
}
