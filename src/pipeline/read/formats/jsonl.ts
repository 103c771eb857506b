/** JSON Lines: one article a line, streamed. */
import type { Readable } from 'node:stream';
import { type ReadRecord, toRecord } from './records.ts';

/** Longest line of a container, in UTF-16 units; a longer one is no article. */
const LONGEST = 8 * 1024 * 1024;

export async function* readJsonLines(source: Readable): AsyncGenerator<ReadRecord> {
  let number = 0;
  for await (const line of splitStream(source)) {
    number += 1;
    if (line === undefined) {
      yield { line: number, problem: 'is longer than 8 MiB, an article is a few kilobytes' };
      continue;
    }
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      yield { line: number, problem: `is not JSON: ${(error as Error).message.slice(0, 120)}` };
      continue;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      yield { line: number, problem: 'is no record, expected `{"title": …, "text": …}`' };
      continue;
    }
    const record = new Map<string, unknown>(Object.entries(value));
    yield toRecord(number, (name) => record.get(name), [...record.keys()]);
  }
}

/** Lines of a UTF-8 stream at LF, which JSON strings cannot hold; undefined for one that is too long. */
async function* splitStream(source: Readable): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let tooLong = false;
  for await (const chunk of source) {
    const parts = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      yield tooLong || part.length > LONGEST ? undefined : part;
      tooLong = false;
    }
    if (rest.length > LONGEST) {
      tooLong = true;
      rest = '';
    }
  }
  rest += decoder.decode();
  if (tooLong) yield undefined;
  else if (rest !== '') yield rest;
}
