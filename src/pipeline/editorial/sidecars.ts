/** Reads `seeds/<name>.yaml`, what the editor knows about the seed beside it. */
import type { VFile } from 'vfile';
import { z } from 'zod';
import type { EditorFacts, LineWords } from './editor-facts.ts';
import { filled } from './filled.ts';
import { isCalendarDay } from './is-calendar-day.ts';
import { readYaml } from './read-yaml.ts';
import { EXPECTED_REPUBLISH, REPUBLISH } from './site.ts';

const words = z
  .array(
    z
      .string('expected words of a line, in quotation marks')
      .min(3, 'expected at least three characters of a line'),
    'expected a list of lines, each named by its words',
  )
  .optional();

/** Text, or text with who wrote it and when: the form that a theme's introduction has. */
const note = z.preprocess(
  (value) => (typeof value === 'string' ? { text: value } : value),
  z.strictObject(
    {
      text: filled('expected the text of the note'),
      author: filled('expected who wrote the note').optional(),
      date: z
        .string('expected a day in quotation marks, such as `"2022-02-16"`')
        .refine(isCalendarDay, 'expected a day such as `2022-02-16`')
        .optional(),
    },
    'expected text, or `text:` with `author:` and `date:` below it',
  ),
);

const sidecarSchema = z.strictObject({
  headline: filled('expected the headline').optional(),
  publisher: filled('expected the name of the publisher').optional(),
  url: z
    .string('expected the address of the article')
    .regex(/^https?:\/\/\S+$/, 'expected an address that starts with `https://`')
    .optional(),
  author: filled('expected the name of the author').optional(),
  published: z
    .string('expected a day in quotation marks, such as `"2022-02-15"`')
    .refine(isCalendarDay, 'expected a day such as `2022-02-15`')
    .optional(),
  language: z
    .string('expected a language tag such as `en`')
    .regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/, 'expected a language tag such as `en` or `de-AT`')
    .optional(),
  theme: z.string('expected the id of a theme').optional(),
  join: z.boolean('expected `true` or `false`').optional(),
  keep: words,
  'set-aside': words,
  remove: words,
  brief: words,
  note: note.optional(),
  republish: z.enum(REPUBLISH, EXPECTED_REPUBLISH).optional(),
  publish: z.boolean('expected `true` or `false`').optional(),
  reason: z.string('expected why the seed is not published').min(1).optional(),
});

/** The facts, or undefined with fatal messages on `file`. */
export function readSidecar(file: VFile, themes: readonly string[]): EditorFacts | undefined {
  const read = readYaml(file, sidecarSchema as z.ZodType<z.output<typeof sidecarSchema>>);
  if (!read) return undefined;
  const { value, lineOf } = read;
  const fail = (key: string, reason: string): undefined => {
    const place = { line: lineOf([key]), column: 1 };
    file.message(reason, { place, ruleId: 'value', source: 'sourceline' }).fatal = true;
    return undefined;
  };
  if (value.theme !== undefined && !themes.includes(value.theme))
    return fail(
      'theme',
      `\`theme\`: no theme is called \`${value.theme}\`, expected one of ${listThemes(themes)}`,
    );
  if (value.publish === false && value.reason === undefined)
    return fail('publish', '`publish: false` wants a `reason:`, which is printed in the report');
  if (value.publish !== false && value.reason !== undefined)
    return fail('reason', '`reason` is only read beside `publish: false`');
  const lines = (key: 'keep' | 'set-aside' | 'remove' | 'brief'): LineWords[] =>
    (value[key] ?? []).map((one, at) => ({ words: one, at: lineOf([key, at]) }));
  return {
    file,
    at: 1,
    headline: value.headline,
    publisher: value.publisher,
    url: value.url,
    author: value.author,
    published: value.published,
    language: value.language,
    theme: value.theme,
    join: value.join,
    keep: lines('keep'),
    setAside: lines('set-aside'),
    remove: lines('remove'),
    brief: lines('brief'),
    note: value.note && { ...value.note, at: `${file.path}:${lineOf(['note'])}` },
    republish: value.republish,
    unpublished: value.publish === false ? value.reason : undefined,
  };
}

export function listThemes(themes: readonly string[]): string {
  return themes.map((theme) => `\`${theme}\``).join(', ') || 'none (there is no theme yet)';
}
