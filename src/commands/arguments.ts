/** What may be said on the command line, and where its folders are. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readAddress } from '../pipeline/editorial/site.ts';

export const PROJECT = resolve(import.meta.dirname, '../..');

export interface Arguments {
  /** Absolute paths. */
  readonly seedsDir: string;
  readonly contentDir: string;
  readonly outDir: string;
  readonly address: string | undefined;
  readonly allowSkipped: boolean;
  /** `review` writes its gaps and suggestions into the editor's files. */
  readonly write: boolean;
  readonly rest: readonly string[];
}

/** @throws {UsageError} when an option is unknown or has no value that can be used */
export function readArguments(args: readonly string[]): Arguments {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { values, positionals } = parsed;
  const address = values.site === undefined ? undefined : readAddress(values.site);
  if (values.site !== undefined && address === undefined)
    throw new UsageError(
      `\`--site ${values.site}\`: expected an address such as \`https://briefings.example.org/\``,
    );
  return {
    seedsDir: folder(values.seeds, 'seeds'),
    contentDir: folder(values.content, 'content'),
    outDir: folder(values.out, 'dist'),
    address,
    allowSkipped: values['allow-skipped'] ?? false,
    write: values.write ?? false,
    rest: positionals,
  };
}

/** A folder as the user means it: npm runs scripts in the project and keeps the user's own place in INIT_CWD. */
function folder(given: string | undefined, standard: string): string {
  if (given === undefined) return resolve(PROJECT, standard);
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), given);
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seeds: { type: 'string' },
      content: { type: 'string' },
      out: { type: 'string' },
      site: { type: 'string' },
      'allow-skipped': { type: 'boolean' },
      write: { type: 'boolean' },
    },
  });
}

export class UsageError extends Error {}
