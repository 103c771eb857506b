/** Reads and checks one theme file, `content/themes/<id>.md`: front matter and the editor's introduction. */
import type { VFile } from 'vfile';
import { z } from 'zod';
import type { Theme } from '../types.ts';
import { filled } from './filled.ts';
import { readFrontMatter } from './front-matter.ts';
import { isCalendarDay } from './is-calendar-day.ts';

const citation = z
  .string('expected a reference such as `003:39` in quotation marks')
  .regex(/^[0-9a-f]+:\d+(-\d+)?$/, 'expected a reference such as `003:39` or `003:39-43`');

const term = z
  .string('expected a word or phrase, `*` at its end for any ending')
  .regex(
    /^(?=.*[\p{L}\p{N}])[^*]{2,80}\*?$/u,
    'expected a word or phrase of 2 to 80 characters, `*` only at its end',
  );

const deedsSchema = z.strictObject({
  title: filled('expected a heading, such as `Who is reported to be moving what`'),
  who: filled('expected what stands over the names, such as `Whose forces`'),
  verbs: z
    .array(
      z
        .string('expected a verb')
        .regex(
          /^[a-z]+(\/[a-z]+){0,2}$/,
          'expected a verb such as `deploy`, with past and participle after slashes where they are irregular or double a letter, such as `send/sent` or `withdraw/withdrew/withdrawn`',
        ),
      'expected a list of verbs',
    )
    .min(1, 'expected at least one verb'),
  objects: z
    .array(
      z
        .string('expected a word or phrase')
        .regex(/^[\p{L} -]{2,80}\*?$/u, 'expected a word or phrase of 2 to 80 letters, `*` only at its end'),
      'expected a list of words or phrases',
    )
    .min(1, 'expected at least one word or phrase'),
});

const themeSchema = z.strictObject({
  order: z.number('expected a number, the place of the theme in lists').int('expected a whole number'),
  title: filled('expected the name of the theme'),
  definition: z.string('expected one sentence that says what belongs to the theme'),
  terms: z
    .array(
      z.strictObject({
        term,
        weight: z.number('expected a number from 0.1 to 5').min(0.1, 'at least 0.1').max(5, 'at most 5'),
        alone: z.boolean('expected true where the word decides by itself, or no such line').optional(),
      }),
      'expected a list of terms with weights, such as `- { term: pipeline*, weight: 2 }`',
    )
    .min(1, 'expected at least one term'),
  needs: z.array(term, 'expected a list of words or phrases').default([]),
  deeds: deedsSchema.optional(),
  author: z.string().optional(),
  date: z
    .string('expected a date in quotation marks, such as `"2022-02-16"`')
    .refine(isCalendarDay, 'expected a date such as `2022-02-16`')
    .optional(),
  comparisons: z
    .array(
      z.strictObject({
        title: z.string('expected the question that the comparison is about'),
        note: z.string().optional(),
        columns: z
          .array(
            z.strictObject({
              speaker: z.string('expected who speaks'),
              role: z.string().optional(),
              note: z.string().optional(),
              lines: z
                .array(
                  z.strictObject({ cite: citation, words: z.string('expected the words that stand there') }),
                )
                .min(1, 'expected at least one line'),
            }),
          )
          .min(2, 'expected at least two columns to compare'),
      }),
    )
    .default([]),
});

/**
 * The themes in the order of their files. One with a mistake is left out with fatal messages on its file,
 * and so is one whose title another has: nobody could tell which of them an article belongs to.
 */
export function readThemes(files: readonly VFile[]): { readonly theme: Theme; readonly file: VFile }[] {
  const titles = new Map<string, string>();
  return files.flatMap((file) => {
    const read = readFrontMatter(file, themeSchema as z.ZodType<z.output<typeof themeSchema>>, 'theme');
    if (!read) return [];
    const { matter, body, lineOf } = read;
    const fail = (line: number, reason: string): void => {
      const place = { line, column: 1 };
      file.message(reason, { place, ruleId: 'theme', source: 'sourceline' }).fatal = true;
    };
    let isSound = true;
    const title = matter.title.trim().toLowerCase();
    const taken = titles.get(title);
    if (taken !== undefined) {
      isSound = false;
      fail(
        lineOf(['title']),
        `\`${matter.title}\` is the title at ${taken} already, expected one of its own`,
      );
    } else titles.set(title, `${file.path}:${lineOf(['title'])}`);
    const lines = new Map<string, number>();
    for (const [at, { term: words }] of matter.terms.entries()) {
      const line = lineOf(['terms', at, 'term']);
      const known = lines.get(foldTerm(words));
      if (known !== undefined) {
        isSound = false;
        fail(line, `\`${words}\` is the term at line ${known} already, expected it once`);
      } else lines.set(foldTerm(words), line);
    }
    return isSound ? [{ theme: { id: file.stem ?? '', ...matter, body }, file }] : [];
  });
}

/** Terms that are the same find the same words. */
function foldTerm(term: string): string {
  return isAbbreviation(term) ? term : term.toLowerCase();
}

/** A term of capitals alone finds only words in capitals: `US`, not “us”. */
export function isAbbreviation(term: string): boolean {
  return /^\p{Lu}{2,}$/u.test(term);
}
