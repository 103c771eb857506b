/** An editor's Markdown file: settings between two `---` lines, then the text. */
import type { VFile } from 'vfile';
import type { z } from 'zod';
import { slugName } from '../language/names/slug-name.ts';
import { type ReadYaml, readYaml } from './read-yaml.ts';

export interface FrontMatter<T> {
  readonly matter: T;
  readonly body: string;
  readonly lineOf: ReadYaml<T>['lineOf'];
}

const FENCE = /^---\n([\s\S]*?\n)---(?:\n|$)/;

/**
 * Settings and text of a file whose name becomes an address, or undefined with fatal messages on `file`.
 *
 * @param what how messages call the file: `theme`, `page`
 */
export function readFrontMatter<T>(
  file: VFile,
  schema: z.ZodType<T>,
  what: string,
): FrontMatter<T> | undefined {
  const text = String(file)
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
  const fail = (reason: string): undefined => {
    const message = file.message(reason, {
      place: { line: 1, column: 1 },
      ruleId: what,
      source: 'sourceline',
    });
    message.fatal = true;
    return undefined;
  };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(file.stem ?? ''))
    return fail(
      `the name of a ${what} file becomes its address, expected small letters, digits and \`-\`: call it \`${slugName(file.stem ?? '')}.md\``,
    );
  const match = FENCE.exec(text);
  if (!match) return fail('does not start with front matter, expected `---`, settings, `---`');
  const read = readYaml(file, schema, { text: match[1] ?? '', lineOffset: 1 });
  return read && { matter: read.value, body: text.slice(match[0].length).trim(), lineOf: read.lineOf };
}
