import { basename } from 'node:path';
import type { BriefReport } from '../pipeline/brief.ts';
import type { Arguments } from './arguments.ts';

/** A mistake in a file of the editor, or a seed that is lost unless somebody acts. */
export function needsEditor(
  { files, skips }: BriefReport,
  { allowSkipped, seedsDir }: Pick<Arguments, 'allowSkipped' | 'seedsDir'>,
): boolean {
  const fatal = skips.filter(({ severity }) => severity === 'fatal');
  const lost = fatal.length > 0 && !allowSkipped;
  // A skip of a record is named `file.jsonl#id`, a message on a line of the file stands at the file.
  const seeds = new Set(
    fatal.flatMap(({ seed }) => startsOf(seed)).map((seed) => `${basename(seedsDir)}/${seed}`),
  );
  const mistakes = files.some(
    (file) => file.messages.some((message) => message.fatal) && !seeds.has(file.path),
  );
  return lost || mistakes;
}

/** The seed itself, and what may be its file: names of files, too, may hold a `#`. */
function startsOf(seed: string): string[] {
  const parts = seed.split('#');
  return parts.map((_part, at) => parts.slice(0, at + 1).join('#')).filter((start) => start !== '');
}
