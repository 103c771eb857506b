import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CHECKSUMS } from '../checksums.ts';
import { EDITIONS } from '../edition-records.ts';
import type { Finding } from '../finding.ts';
import { tableRef } from '../line-table.ts';

/** As much as the checks ask of them. */
const lineTableSchema = z.looseObject({
  lines: z.array(z.looseObject({ n: z.int(), status: z.string(), text: z.string() })),
});
const editionsSchema = z.looseObject({ former: z.array(z.string()) });
const checksumsSchema = z.looseObject({ files: z.record(z.string(), z.string()) });

/**
 * Finds the files of data among `paths` (below `folder`) that the checks would stop at: a copy may have been
 * cut short on its way.
 */
export function checkData(folder: string, paths: readonly string[]): Finding[] {
  return paths.flatMap((file) => {
    const schema = schemaOf(file);
    return schema === undefined || isReadable(`${folder}/${file}`, schema)
      ? []
      : [{ kind: 'damaged', file, message: 'the file is cut short, or is no table of this program' }];
  });
}

function schemaOf(file: string): z.ZodType | undefined {
  if (file === CHECKSUMS) return checksumsSchema;
  if (file === EDITIONS) return editionsSchema;
  return tableRef(file) === undefined ? undefined : lineTableSchema;
}

function isReadable(path: string, schema: z.ZodType): boolean {
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).success;
  } catch {
    return false;
  }
}
