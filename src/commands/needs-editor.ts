import type { BriefReport } from '../pipeline/brief.ts';
import type { Arguments } from './arguments.ts';

/** A mistake in a file of the editor, or a seed that is lost unless somebody acts. */
export function needsEditor(
  { files, skips }: BriefReport,
  { allowSkipped }: Pick<Arguments, 'allowSkipped'>,
): boolean {
  const lost = skips.some((skip) => skip.severity === 'fatal') && !allowSkipped;
  // A skip of a record is named `file.jsonl#id`, its message stands at the file.
  const seeds = [...new Set(skips.flatMap(({ seed }) => startsOf(seed)))];
  const mistakes = files.some(
    (file) =>
      file.messages.some((message) => message.fatal) && !seeds.some((seed) => file.path?.endsWith(seed)),
  );
  return lost || mistakes;
}

/** The seed itself, and what may be its file: names of files, too, may hold a `#`. */
function startsOf(seed: string): string[] {
  const parts = seed.split('#');
  return parts.map((_part, at) => parts.slice(0, at + 1).join('#')).filter((start) => start !== '');
}
