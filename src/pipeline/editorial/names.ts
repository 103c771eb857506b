/** Reads the editor's lists of names, `content/names/{people,organisations,places,countries}.yaml`. */
import type { VFile } from 'vfile';
import { z } from 'zod';
import type { NameKind } from '../../briefing.ts';
import { slugName } from '../language/names/slug-name.ts';
import type { NameEntry } from '../types.ts';
import { filled } from './filled.ts';
import { isCalendarDay } from './is-calendar-day.ts';
import { readYamlList } from './read-yaml.ts';

/** The lists and the kind of name in each. */
export const NAME_LISTS = {
  people: 'people',
  organisations: 'organisations',
  places: 'places',
  countries: 'places',
} as const satisfies Record<string, NameKind>;

/** “This surface in this sentence”: written with an entry, run by the tests. */
export interface NameTest {
  readonly id: string;
  readonly sentence: string;
  /** Words of the sentence that must be found as this name. */
  readonly finds?: string | undefined;
  /** Words of the sentence that must not be. */
  readonly lacks?: string | undefined;
}

export interface NameLists {
  readonly entries: readonly NameEntry[];
  readonly tests: readonly NameTest[];
}

const day = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine(isPeriod, 'expected a year, month or day such as `2014`, `2014-06`');
const words = z.array(
  z.string().regex(/\S/, 'expected a spelling'),
  'expected a list of spellings, `[A, B]`',
);
const pattern = z.string().refine(isPattern, 'expected a regular expression without nested repetition');

const nameSchema = z.strictObject({
  id: z
    .string('expected an id such as `sergei-lavrov`')
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected an id such as `sergei-lavrov`'),
  name: filled('expected the name as pages show it'),
  aliases: words.default([]),
  misspellings: words.default([]),
  prominent: z.boolean('expected `true`').optional(),
  roles: z
    .array(
      z
        .strictObject({
          owner: z.string('expected the id of a place, organisation or person'),
          role: z.string('expected a role such as `foreign minister`'),
          from: day.optional(),
          to: day.optional(),
        })
        .refine(
          ({ from, to }) =>
            from === undefined || to === undefined || to.slice(0, from.length) >= from.slice(0, to.length),
          {
            path: ['to'],
            message: 'expected a day that is not before `from`',
          },
        ),
    )
    .default([]),
  notBefore: pattern.optional(),
  notAfter: pattern.optional(),
  notIn: words.optional(),
  demonyms: words.optional(),
  capital: z.string().optional(),
  test: z
    .array(
      z.strictObject({
        sentence: z.string('expected a sentence'),
        finds: z.string().optional(),
        lacks: z.string().optional(),
      }),
    )
    .default([]),
});

/**
 * The names of all lists. A mistake is a fatal message on the list's file, at the line of the entry:
 * the entry is left out, and so is one whose id or spelling is taken. A file that is no list gives none.
 */
export function readNames(files: readonly VFile[]): NameLists {
  const entries: NameEntry[] = [];
  const tests: NameTest[] = [];
  const ids = new Map<string, string>();
  const forms = new Map<string, NameEntry>();
  for (const file of files) {
    const kind = kindOf(file);
    if (!kind) {
      const lists = Object.keys(NAME_LISTS).map((list) => `\`${list}.yaml\``);
      fail(file, 1, `is no list of names, expected one of ${lists.join(', ')}`, 'unknown-list');
      continue;
    }
    const listed = readYamlList(
      file,
      nameSchema as z.ZodType<z.output<typeof nameSchema>>,
      'expected a list of names, one `- id: …` each',
    );
    for (const { value, line } of listed) {
      const { test, ...rest } = value;
      const entry: NameEntry = { ...rest, kind, at: `${file.path}:${line}` };
      const taken = ids.get(entry.id);
      if (taken) {
        fail(file, line, `\`${entry.id}\` is the id at ${taken} already, expected one of its own`, 'name-id');
        continue;
      }
      ids.set(entry.id, entry.at);
      if (claimForms(file, line, entry, forms)) entries.push(entry);
      tests.push(...test.map((row) => ({ id: entry.id, ...row })));
    }
  }
  return { entries: [...entries, ...listCapitals(entries, forms)], tests };
}

/** Takes the entry's spellings; false, with a message for each, where another name has one of them. */
function claimForms(file: VFile, line: number, entry: NameEntry, forms: Map<string, NameEntry>): boolean {
  let free = true;
  for (const form of [entry.name, ...entry.aliases, ...entry.misspellings]) {
    const other = forms.get(form);
    if (!other) forms.set(form, entry);
    else {
      const who =
        other.id === entry.id ? 'twice in this entry' : `a spelling of \`${other.id}\` at ${other.at}`;
      fail(file, line, `\`${form}\` is ${who}, expected it once`, 'name-spelling');
      free &&= other.id === entry.id;
    }
  }
  return free;
}

/** Capitals of the countries, unless a list has the place. */
function listCapitals(
  entries: readonly NameEntry[],
  forms: ReadonlyMap<string, NameEntry>,
): readonly NameEntry[] {
  return entries.flatMap(({ capital, at }): NameEntry[] => {
    if (!capital || forms.has(capital)) return [];
    return [
      { id: slugName(capital), kind: 'places', name: capital, aliases: [], misspellings: [], roles: [], at },
    ];
  });
}

function kindOf(file: VFile): NameKind | undefined {
  const list = file.stem ?? '';
  return Object.hasOwn(NAME_LISTS, list) ? NAME_LISTS[list as keyof typeof NAME_LISTS] : undefined;
}

/** A year, or a month or a day that the calendar has. */
function isPeriod(text: string): boolean {
  const [, month = '-01', day = '-01'] = /^\d{4}(-\d\d)?(-\d\d)?$/.exec(text) ?? ['', '-00'];
  return isCalendarDay(text.slice(0, 4) + month + day);
}

/** Nested repetition can take exponential time on a hostile seed. */
function isPattern(source: string): boolean {
  if (/[+*}][^()[\]|]*\)[+*{]/.test(source)) return false;
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

function fail(file: VFile, line: number, reason: string, ruleId: string): void {
  const message = file.message(reason, { place: { line, column: 1 }, ruleId, source: 'sourceline' });
  message.fatal = true;
}
