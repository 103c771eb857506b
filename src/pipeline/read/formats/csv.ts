/** CSV with a header (comma, semicolon or tab): one article a row, streamed. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { delimiterOf } from '../../editorial/delimiter-of.ts';
import { findFields, type ReadRecord, TEXT_FIELDS, toRecord } from './records.ts';

export async function* readCsv(source: AsyncIterable<string>, name: string): AsyncGenerator<ReadRecord> {
  const chunks = source[Symbol.asyncIterator]();
  // A chunk is 64 KiB, far more than a header; one delimiter for all rows, for the others stand in texts.
  const { value: head = '' } = await chunks.next();
  const text = Readable.from(resume(head, chunks));
  const parser = text.pipe(
    parse({
      delimiter: /\.tsv$/i.test(name) ? '\t' : delimiterOf(head),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 8 * 1024 * 1024,
    }),
  );
  text.on('error', (error) => parser.destroy(error));
  let header: readonly string[] | undefined;
  let line = 1;
  try {
    for await (const { info, record } of parser as AsyncIterable<{
      info: { lines: number };
      record: string[];
    }>) {
      const start = line;
      line = info.lines + 1;
      if (header) {
        const names = header;
        // A mark of the table in words without quotation marks: what stands in which column is not known.
        if (record.slice(names.length).some((cell) => cell.trim() !== '')) {
          yield {
            line: start,
            problem:
              'has more cells than the header, put quotation marks around words with the delimiter in them',
          };
          continue;
        }
        yield toRecord(start, (wanted) => record[names.indexOf(wanted)], names);
        continue;
      }
      const fields = findFields(record);
      if (fields.text === undefined && fields.html === undefined) {
        yield {
          line: start,
          problem: `has no column with an article’s text, expected ${TEXT_FIELDS} in the header`,
        };
        return;
      }
      header = record;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { line, problem: `is not a table: ${error.message.slice(0, 160)}` };
  }
}

async function* resume(head: string, chunks: AsyncIterator<string>): AsyncGenerator<string> {
  yield head;
  yield* { [Symbol.asyncIterator]: () => chunks };
}
