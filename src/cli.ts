/** The program: `node src/cli.ts COMMAND [options]`. A user's mistake ends in one line, a defect in its trace. */
import { readArguments, UsageError } from './commands/arguments.ts';
import { build } from './commands/build.ts';
import { dev } from './commands/dev.ts';
import { LockedError } from './commands/lock.ts';
import { makeFolder } from './commands/make-folder.ts';
import { review } from './commands/review.ts';
import { start } from './commands/start.ts';
import { verify } from './commands/verify.ts';
import { PublishError } from './publish/finding.ts';

const commands = { build, dev, new: makeFolder, review, start, verify };

const USAGE = `usage:
  npm run build  [-- --seeds DIR --content DIR --out DIR --site URL --allow-skipped]
  npm run dev    [-- --seeds DIR --content DIR]
  npm start      [-- --out DIR]
  npm run verify -- DIR
  npm run review [-- --seeds DIR --content DIR --write]
  npm run new    -- DIR
`;

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.entries(commands).find(([key]) => key === name)?.[1];
  if (!command) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    return await command(readArguments(args));
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

process.exitCode = await main(process.argv.slice(2));
