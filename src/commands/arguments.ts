/** What may be said on the command line, and where its folders are. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readAddress } from '../pipeline/editorial/read-address.ts';
import { readShard, type Shard } from './shard.ts';

export const PROJECT = resolve(import.meta.dirname, '../..');
/** Where Node keeps the program, compiled, for the next time it is started. */
export const COMPILED = resolve(PROJECT, 'node_modules/.cache/compiled');

const OPTIONS = {
  seeds: { type: 'string' },
  content: { type: 'string' },
  out: { type: 'string' },
  site: { type: 'string' },
  'allow-skipped': { type: 'boolean' },
  clean: { type: 'boolean' },
  shard: { type: 'string' },
  merge: { type: 'boolean' },
  parts: { type: 'string' },
  report: { type: 'string' },
  write: { type: 'boolean' },
} as const;

interface CommandArguments {
  readonly options: readonly (keyof typeof OPTIONS)[];
  /** Numbers of words that are no options, and what they should be. */
  readonly least: number;
  readonly most: number;
  readonly expected: string;
}

const FOLDERS = { least: 0, most: 0, expected: 'the folder of the articles after `--seeds`' } as const;
const BUILD = {
  options: ['seeds', 'content', 'out', 'site', 'allow-skipped', 'clean', 'shard', 'merge', 'parts', 'report'],
  ...FOLDERS,
} as const;

/** What each command can be told. */
const COMMANDS = {
  build: BUILD,
  dev: { options: ['seeds', 'content', 'out', 'site'], ...FOLDERS },
  edition: {
    options: ['seeds', 'content', 'allow-skipped'],
    ...{ least: 1, most: 1, expected: 'one name in quotation marks: `npm run edition -- "March 2022"`' },
  },
  new: { options: [], least: 1, most: 1, expected: 'the name of one folder to make' },
  review: { options: ['seeds', 'content', 'write'], ...FOLDERS },
  start: { options: ['content', 'out'], least: 0, most: 0, expected: 'the folder of the site after `--out`' },
  'supervised-build': BUILD,
  verify: { options: ['out'], least: 0, most: 1, expected: 'one folder' },
} as const satisfies Record<string, CommandArguments>;

export type Command = keyof typeof COMMANDS;

export function isCommand(name: string): name is Command {
  return Object.hasOwn(COMMANDS, name);
}

export interface Arguments {
  /** Absolute paths. */
  readonly seedsDir: string;
  readonly contentDir: string;
  readonly outDir: string;
  readonly address: string | undefined;
  readonly allowSkipped: boolean;
  /** Forgets what earlier builds left. */
  readonly clean: boolean;
  /** The part of the pages that this machine builds; absent = all. */
  readonly shard: Shard | undefined;
  /** Takes the pages from the parts that other machines built. */
  readonly merge: boolean;
  /** Folder of the parts. */
  readonly parts: string;
  /** File for what the build cost and made, as JSON; absent = none. */
  readonly report: string | undefined;
  /** `review` writes its gaps and suggestions into the editor's files. */
  readonly write: boolean;
  /** Words that are no options, as many as the command expects. */
  readonly rest: readonly string[];
}

/** @throws {UsageError} when an option or a word means nothing to the command, or has no value that can be used */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { values, positionals } = parsed;
  const { options, least, most, expected }: CommandArguments = COMMANDS[command];
  for (const name of Object.keys(values))
    if (!options.some((option) => option === name))
      throw new UsageError(`\`--${name}\` means nothing to \`npm run ${command}\``);
  if (positionals.length < least || positionals.length > most)
    throw new UsageError(
      `${positionals.length > most ? `\`${positionals[most]}\` means nothing to \`npm run ${command}\`: ` : ''}expected ${expected}`,
    );
  const address = values.site === undefined ? undefined : readAddress(values.site);
  if (values.site !== undefined && address === undefined)
    throw new UsageError(
      `\`--site ${values.site}\`: expected an address such as \`https://briefings.example.org/\``,
    );
  const shard = values.shard === undefined ? undefined : readShard(values.shard);
  if (values.shard !== undefined && shard === undefined)
    throw new UsageError(
      `\`--shard ${values.shard}\`: expected the part and their number, \`2/8\` for the second of eight`,
    );
  if (shard !== undefined && values.merge)
    throw new UsageError('`--shard` builds a part and `--merge` joins all: expected one of them');
  if (shard !== undefined && values.report !== undefined)
    throw new UsageError(
      '`--shard` makes no site to report on: give `--report` to the build with `--merge` that joins the parts',
    );
  return {
    seedsDir: folder(values.seeds, 'seeds'),
    contentDir: folder(values.content, 'content'),
    outDir: folder(values.out, 'dist'),
    address,
    allowSkipped: values['allow-skipped'] ?? false,
    clean: values.clean ?? false,
    shard,
    merge: values.merge ?? false,
    parts: folder(values.parts, 'parts'),
    report: values.report === undefined ? undefined : folder(values.report, ''),
    write: values.write ?? false,
    rest: positionals,
  };
}

function folder(given: string | undefined, standard: string): string {
  return given === undefined ? resolve(PROJECT, standard) : resolveGiven(given);
}

/** A path as the user means it: npm runs scripts in the project and keeps the user's own place in INIT_CWD. */
export function resolveGiven(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
}

/** @throws {UsageError} when there is no such folder */
export function refuseMissingSeeds(seedsDir: string): void {
  if (statSync(seedsDir, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new UsageError(
    `there is no folder ${JSON.stringify(seedsDir)}: put the articles into it, or name theirs with \`--seeds\``,
  );
}

export class UsageError extends Error {}
