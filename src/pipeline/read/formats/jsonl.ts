/** JSON Lines: one article a line, streamed. */
import { type ReadRecord, toRecord } from './records.ts';

/** Longest line of a container, in UTF-16 units; a longer one is no article. */
const LONGEST = 8 * 1024 * 1024;

export async function* readJsonLines(source: AsyncIterable<string>): AsyncGenerator<ReadRecord> {
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

/** Lines at LF, which JSON strings cannot hold; undefined for one that is too long. */
async function* splitStream(source: AsyncIterable<string>): AsyncGenerator<string | undefined> {
  let rest = '';
  let tooLong = false;
  for await (const chunk of source) {
    const parts = (rest + chunk).split('\n');
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
  if (tooLong) yield undefined;
  else if (rest !== '') yield rest;
}
