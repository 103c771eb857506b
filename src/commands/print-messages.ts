/** Warnings and mistakes with file and line; what was done on purpose is on the site, not here. */
import { isAbsolute, relative } from 'node:path';
import type { VFile } from 'vfile';
import { resolveGiven } from './arguments.ts';
import { toOneLine } from './to-one-line.ts';

export function printMessages(files: readonly VFile[]): void {
  process.stderr.write(describeMessages(files));
}

/** The same as text, a message a line: `path:line  error  words`; empty where there is nothing to say. */
export function describeMessages(files: readonly VFile[]): string {
  const lines = files.flatMap((file) =>
    file.messages.flatMap(({ fatal, line, reason }) => {
      // `undefined` is an info: a rule that fired as it should.
      if (typeof fatal !== 'boolean') return [];
      const place = line === undefined ? showPath(file.path) : `${showPath(file.path)}:${line}`;
      return [toOneLine(`${place}  ${fatal ? 'error' : 'warning'}  ${reason}`)];
    }),
  );
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}

/** As somebody who stands in the current folder would write it. */
function showPath(path: string): string {
  const below = relative(resolveGiven('.'), path);
  return isAbsolute(path) && !below.startsWith('..') ? below : path;
}
