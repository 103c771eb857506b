/** Warnings and mistakes with file and line; what was done on purpose is on the site, not here. */
import type { VFile } from 'vfile';
import { reporter } from 'vfile-reporter';

export function printMessages(files: readonly VFile[]): void {
  const loud = files
    .map((file) => {
      // `undefined` is an info: a rule that fired as it should.
      const messages = file.messages.filter(({ fatal }) => typeof fatal === 'boolean');
      return Object.assign(Object.create(file) as VFile, { messages });
    })
    .filter(({ messages }) => messages.length > 0);
  if (loud.length > 0) process.stderr.write(`${reporter(loud)}\n`);
}
