/** The program: `node src/cli.ts COMMAND [options]`. A user's mistake ends in one line, a defect in its trace. */
import { enableCompileCache } from 'node:module';
import {
  type Arguments,
  COMPILED,
  type Command,
  isCommand,
  readArguments,
  refuseMissingSeeds,
  UsageError,
} from './commands/arguments.ts';
import { LockedError } from './commands/lock.ts';
import { PublishError } from './publish/finding.ts';

/** Each loaded when it is asked for: a bundler is of no use to a command that makes a folder. */
const commands: Readonly<Record<Command, () => Promise<(options: Arguments) => Promise<number>>>> = {
  build: async () => (await import('./commands/supervise.ts')).supervise,
  dev: async () => (await import('./commands/dev.ts')).dev,
  edition: async () => (await import('./commands/edition.ts')).edition,
  new: async () => (await import('./commands/make-folder.ts')).makeFolder,
  review: async () => (await import('./commands/review.ts')).review,
  start: async () => (await import('./commands/start.ts')).start,
  'supervised-build': async () => (await import('./commands/supervised-build.ts')).supervisedBuild,
  verify: async () => (await import('./commands/verify.ts')).verify,
};

const READ_SEEDS: ReadonlySet<Command> = new Set(['build', 'dev', 'edition', 'review', 'supervised-build']);

const USAGE = `usage:
  npm run build  [-- --seeds DIR --content DIR --out DIR --site URL --allow-skipped --clean --report FILE]
  npm run build  -- --shard 1/4 [--parts DIR]   one part of the pages, for each of several machines
  npm run build  -- --merge     [--parts DIR]   the site from all parts
  npm run dev    [-- --seeds DIR --content DIR]
  npm start      [-- --out DIR]
  npm run verify -- DIR
  npm run review [-- --seeds DIR --content DIR --write]
  npm run edition -- "NAME" [--seeds DIR --content DIR --allow-skipped]
  npm run new    -- DIR
`;

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (!isCommand(name)) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const options = readArguments(name, args);
    if (READ_SEEDS.has(name)) refuseMissingSeeds(options.seedsDir);
    const command = await commands[name]();
    return await command(options);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\n${USAGE}`);
      return 2;
    }
    if (error instanceof PublishError || error instanceof LockedError || isFileError(error)) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

/** Full disk, no permission, a folder that is a file: the system's words name the file. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (/^E[A-Z]+$/.test((cause as NodeJS.ErrnoException).code ?? '')) return true;
  return false;
}

// Compiling the program and the bundler takes seconds, in each process of a build. The setting is theirs too.
process.env.NODE_COMPILE_CACHE ??= COMPILED;
enableCompileCache();
process.exitCode = await main(process.argv.slice(2));
