import { VFile } from 'vfile';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import type { NameKind } from '../../briefing.ts';
import type { NameEntry } from '../types.ts';

/** One list of names as it stands on disk: `content/names/<list>.yaml`. */
export interface NameList {
  readonly path: string;
  readonly text: string;
}

export interface ReadNames {
  readonly entries: readonly NameEntry[];
  /** One for each list, with a message for every mistake; a fatal one takes the entry out. */
  readonly files: readonly VFile[];
  readonly tests: readonly NameTest[];
}

/** “This surface in this sentence”: written with an entry, run by the tests. */
export interface NameTest {
  readonly id: string;
  readonly sentence: string;
  readonly finds?: string | undefined;
  readonly lacks?: string | undefined;
  readonly at: string;
}

/** The lists and what each holds; a name may stand in one of them only. */
export const NAME_LISTS = {
  people: 'people',
  organisations: 'organisations',
  places: 'places',
  countries: 'places',
} as const satisfies Record<string, NameKind>;

const day = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{4}(-\d\d){0,2}$/));
const words = z.array(z.string().min(1));
const pattern = z.string().refine(isPattern, 'not a pattern');

const SCHEMA = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  aliases: words.default([]),
  misspellings: words.default([]),
  prominent: z.boolean().optional(),
  roles: z
    .array(z.strictObject({ owner: z.string(), role: z.string(), from: day.optional(), to: day.optional() }))
    .default([]),
  notBefore: pattern.optional(),
  notAfter: pattern.optional(),
  notIn: words.optional(),
  demonyms: words.optional(),
  capital: z.string().optional(),
  test: z
    .array(
      z.strictObject({ sentence: z.string(), finds: z.string().optional(), lacks: z.string().optional() }),
    )
    .default([]),
});

/**
 * Reads the editor's lists of names. A mistake is a message with file and line, never a throw: the
 * entry is left out and the build goes on to list what else is wrong.
 */
export function readNames(lists: readonly NameList[]): ReadNames {
  const entries: NameEntry[] = [];
  const tests: NameTest[] = [];
  const ids = new Map<string, string>();
  const claims = new Map<string, { id: string; at: string }>();
  const files = lists.map((list) => {
    const file = new VFile({ path: list.path, value: list.text });
    const kind = kindOf(list.path);
    if (!kind) {
      fail(file, `Unknown list of names, use \`${Object.keys(NAME_LISTS).join('`, `')}\``, 1, 'unknown-list');
      return file;
    }
    for (const { line, value } of readItems(file)) {
      const parsed = SCHEMA.safeParse(value);
      if (!parsed.success) {
        for (const issue of parsed.error.issues) {
          const field = issue.path.join('.') || 'entry';
          fail(file, `Unexpected \`${field}\` in a name: ${issue.message}`, line, 'name-schema');
        }
        continue;
      }
      const { test, ...entry } = parsed.data;
      const at = `${list.path}:${line}`;
      const other = ids.get(entry.id);
      if (other) {
        fail(
          file,
          `Duplicate id \`${entry.id}\`, already at ${other}; give each name its own`,
          line,
          'name-id',
        );
        continue;
      }
      ids.set(entry.id, at);
      for (const form of [entry.name, ...entry.aliases, ...entry.misspellings]) {
        const claim = claims.get(form);
        if (!claim) claims.set(form, { id: entry.id, at });
        else {
          const what = claim.id === entry.id ? 'stands twice in this name' : `is claimed by \`${claim.id}\``;
          fail(file, `\`${form}\` ${what} at ${claim.at}; leave it with one name`, line, 'name-alias');
        }
      }
      entries.push({ ...entry, kind, at });
      for (const row of test) tests.push({ id: entry.id, ...row, at });
    }
    return file;
  });
  return { entries: [...entries, ...capitalsOf(entries, claims)], files, tests };
}

/** The capitals of countries, unless they have an entry of their own. */
function capitalsOf(
  entries: readonly NameEntry[],
  claims: ReadonlyMap<string, unknown>,
): readonly NameEntry[] {
  return entries.flatMap((entry) => {
    if (!entry.capital || claims.has(entry.capital)) return [];
    const id = entry.capital
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-');
    return [
      { id, kind: 'places', name: entry.capital, aliases: [], misspellings: [], roles: [], at: entry.at },
    ];
  });
}

function readItems(file: VFile): readonly { line: number; value: unknown }[] {
  const counter = new LineCounter();
  const document = parseDocument(String(file.value), { lineCounter: counter, uniqueKeys: true });
  for (const error of document.errors)
    fail(file, error.message.split('\n')[0] ?? '', error.linePos?.[0].line ?? 1, 'yaml');
  if (document.errors.length) return [];
  const root = document.contents;
  if (root === null) return [];
  const lineOf = (node: Node | null) => counter.linePos(node?.range?.[0] ?? 0).line;
  if (!isSeq(root)) {
    fail(file, 'Unexpected content, write a list: one `- id: …` a name', lineOf(root), 'name-schema');
    return [];
  }
  const items: { line: number; value: unknown }[] = [];
  for (const item of root.items) {
    const line = lineOf(item as Node);
    if (isMap(item) && !refersTo(item))
      items.push({ line, value: item.toJS(document, { maxAliasCount: 0 }) });
    else fail(file, 'Unexpected item, write each name out as `id`, `name` and so on', line, 'name-schema');
  }
  return items;
}

/** YAML references (`*other`) are refused: an entry says all that it says in its own lines. */
function refersTo(node: unknown): boolean {
  if (isMap(node)) return node.items.some((pair) => refersTo(pair.key) || refersTo(pair.value));
  if (isSeq(node)) return node.items.some(refersTo);
  return node !== null && node !== undefined && !isScalar(node);
}

function kindOf(path: string): NameKind | undefined {
  const list = /([a-z]+)\.ya?ml$/.exec(path)?.[1] ?? '';
  return Object.hasOwn(NAME_LISTS, list) ? NAME_LISTS[list as keyof typeof NAME_LISTS] : undefined;
}

function isPattern(source: string): boolean {
  // Nested quantifiers can take exponential time on a hostile seed.
  if (/[+*}]\)*[+*{]/.test(source)) return false;
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function fail(file: VFile, reason: string, line: number, ruleId: string): void {
  const message = file.message(reason, { place: { line, column: 1 }, source: 'sourceline', ruleId });
  message.fatal = true;
}
