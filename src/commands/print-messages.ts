/** Warnings and mistakes with file and line; what was done on purpose is on the site, not here. */
import type { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';

export function printMessages(files: readonly VFile[]): void {
  process.stderr.write(describeMessages(files));
}

/** The same as text; empty where there is nothing to say. */
export function describeMessages(files: readonly VFile[]): string {
  const loud = files
    .map((file) => {
      // `undefined` is an info: a rule that fired as it should.
      const messages = file.messages.filter(({ fatal }) => typeof fatal === 'boolean');
      return Object.assign(Object.create(file) as VFile, { messages });
    })
    .filter(({ messages }) => messages.length > 0);
  return loud.length > 0 ? `${reporter(loud)}\n` : '';
}
