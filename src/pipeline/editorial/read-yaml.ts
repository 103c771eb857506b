/**
 * Reads YAML that an editor wrote and checks it against a schema. A mistake becomes a message on the
 * file at the line where it stands; nothing here throws for one.
 */
import type { VFile } from 'vfile';
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLParseError,
} from 'yaml';
import type { z } from 'zod';

/** The commonest mistakes, by the parser’s codes. */
const YAML_MISTAKES: Readonly<Partial<Record<string, string>>> = {
  DUPLICATE_KEY: 'the same key stands twice, keep one of them',
  BLOCK_AS_IMPLICIT_KEY: 'has a second `: ` in its value, put the value in quotation marks',
  MULTILINE_IMPLICIT_KEY: 'has no `: ` behind its key, expected `key: value`',
  TAB_AS_INDENT: 'is indented with a tab, use spaces',
  BAD_SCALAR_START: 'has a value that starts with a reserved mark, put the value in quotation marks',
};

/** Kinds of values, by their names in schemas. */
const KINDS: Readonly<Partial<Record<string, string>>> = {
  string: 'words, in quotation marks if they look like a number or a day',
  array: 'a list',
  number: 'a number',
  boolean: '`true` or `false`',
};

export interface YamlText {
  /** The YAML source. */
  readonly text: string;
  /** Lines of the file before it (1 where front matter opens with `---`). */
  readonly lineOffset: number;
}

export interface ReadYaml<T> {
  readonly value: T;
  /** 1-based line in the file of the value at a path, or of its nearest parent that has one. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** The whole of a file as one value, or undefined with fatal messages on `file`. */
export function readYaml<T>(file: VFile, schema: z.ZodType<T>, source?: YamlText): ReadYaml<T> | undefined {
  const opened = openYaml(file, parseYaml(source ?? { text: String(file), lineOffset: 0 }));
  if (!opened) return undefined;
  const checked = checkValue(opened, schema, opened.value ?? {}, []);
  return checked && { ...checked, lineOf: opened.lineOf };
}

/**
 * The entries of a list, each with its line. One with a mistake is left out with fatal messages on `file`;
 * the others do not depend on it.
 *
 * @param expected what the message says where the file is no list
 */
export function readYamlList<T>(
  file: VFile,
  entry: z.ZodType<T>,
  expected: string,
): { readonly value: T; readonly line: number }[] {
  const parsed = parseYaml({ text: String(file), lineOffset: 0 });
  const opened = (parsed.document.errors.length > 0 && openEntries(file)) || openYaml(file, parsed);
  if (!opened) return [];
  const { value = [], lineOf, fail } = opened;
  if (!Array.isArray(value)) {
    fail(lineOf([]), expected, 'value');
    return [];
  }
  return value.flatMap((one: unknown, at) => {
    if (one === undefined) return [];
    const checked = checkValue(opened, entry, one, [at]);
    return checked ? [{ ...checked, line: lineOf([at]) }] : [];
  });
}

/** YAML that could be parsed, before anybody knows whether it says what it should. */
interface OpenedYaml {
  /** Undefined where nothing stands in the file. */
  readonly value: unknown;
  readonly lineOf: ReadYaml<unknown>['lineOf'];
  readonly fail: (line: number, reason: string, ruleId: string) => void;
}

interface ParsedYaml extends YamlText {
  readonly document: Document.Parsed;
  readonly counter: LineCounter;
}

function parseYaml(source: YamlText): ParsedYaml {
  const counter = new LineCounter();
  const document = parseDocument(source.text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
  });
  return { ...source, document, counter };
}

/**
 * A list that is no YAML as a whole, each entry by itself: a sign that is missing in one would swallow the
 * others. What is no YAML by itself either is undefined in the value, with fatal messages. Undefined where
 * the file is anything but entries that start in its first column: nobody can tell what belongs together.
 */
function openEntries(file: VFile): OpenedYaml | undefined {
  const [head = '', ...rest] = String(file).split(/^(?=-\s)/m);
  const texts = head.startsWith('-') ? [head, ...rest] : rest;
  if (texts.length === 0 || (texts[0] !== head && /^(?!\s*(?:#.*)?$)/m.test(head))) return undefined;
  let line = texts[0] === head ? 0 : head.split('\n').length - 1;
  const entries = texts.map((text) => {
    const lineOffset = line;
    line += text.split('\n').length - 1;
    const end = `; the entry that starts in line ${lineOffset + 1} is left out`;
    // What never ends is told where its entry does, not in the line after it.
    return openYaml(file, parseYaml({ text: text.trimEnd(), lineOffset }), end);
  });
  return {
    value: entries.map((entry) => (entry?.value as readonly unknown[] | undefined)?.[0]),
    lineOf: ([at, ...path]) => entries[Number(at)]?.lineOf([0, ...path]) ?? 1,
    fail: failOn(file),
  };
}

function failOn(file: VFile): OpenedYaml['fail'] {
  return (line, reason, ruleId) => {
    const message = file.message(reason, { place: { line, column: 1 }, ruleId, source: 'sourceline' });
    message.fatal = true;
  };
}

/** @param end what follows the words of a message on what is no YAML */
function openYaml(
  file: VFile,
  { text, lineOffset, document, counter }: ParsedYaml,
  end = '',
): OpenedYaml | undefined {
  const lineAt = (offset: number): number => counter.linePos(offset).line + lineOffset;
  const fail = failOn(file);

  const indents = text.split('\n').map((line) => /^[ -]*/.exec(line)?.[0].length ?? 0);
  for (const { code, message, pos } of document.errors) {
    const isLongKey = (error: YAMLParseError): boolean =>
      error.code === 'MULTILINE_IMPLICIT_KEY' && error.pos[0] === pos[0];
    // What is taken for one key over two lines is reported as a key in a value, too.
    if (code === 'BLOCK_AS_IMPLICIT_KEY' && document.errors.some(isLongKey)) continue;
    const [from, to] = [counter.linePos(pos[0]).line, counter.linePos(pos[1]).line];
    if (code === 'MULTILINE_IMPLICIT_KEY' && (indents[to - 1] ?? 0) > (indents[from - 1] ?? 0)) {
      const reason = `is indented more than line ${from + lineOffset}, start both in the same column${end}`;
      fail(to + lineOffset, reason, 'yaml');
    } else fail(from + lineOffset, `${YAML_MISTAKES[code] ?? `is not valid YAML: ${message}`}${end}`, 'yaml');
  }
  if (document.errors.length > 0) return undefined;

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      const key = depth > 0 ? keyNode(document.contents, path.slice(0, depth)) : undefined;
      const at = key?.range ?? (isNode(node) ? node.range : undefined);
      if (at) return lineAt(at[0]);
    }
    return 1 + lineOffset;
  };
  try {
    // An alias is never needed in these files and is how a few bytes become gigabytes.
    return { value: document.toJS({ maxAliasCount: 0 }) ?? undefined, lineOf, fail };
  } catch {
    fail(1 + lineOffset, `uses a YAML alias (\`*name\`), write the value out instead${end}`, 'yaml-alias');
    return undefined;
  }
}

/** The value as its schema wants it, or undefined with a message for each mistake; `at` is its place in the file. */
function checkValue<T>(
  { value: root, lineOf, fail }: OpenedYaml,
  schema: z.ZodType<T>,
  value: unknown,
  at: readonly PropertyKey[],
): { readonly value: T } | undefined {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data };
  for (const issue of result.error.issues) {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        fail(
          lineOf([...path, key]),
          `\`${key}\` is not known here, expected one of ${knownKeys(schema, issue.path)}`,
          'unknown-key',
        );
      }
      continue;
    }
    const where = describePlace(root, path);
    const found = path.reduce(stepInto, root);
    const isMissing = issue.path.length > 0 && found === undefined;
    const isBare =
      issue.code === 'invalid_type' &&
      issue.expected === 'string' &&
      /^(?:number|boolean)$/.test(typeof found);
    const words = explainIssue(issue, schema);
    const says = isBare && !words.includes('quotation marks') ? `${words}, in quotation marks` : words;
    fail(lineOf(path), where === '' ? says : `${where}${isMissing ? ' is missing,' : ':'} ${says}`, 'value');
  }
  return undefined;
}

/** The key node of a pair, so that a message points at `titel:` and not at what follows it. */
function keyNode(contents: unknown, path: readonly PropertyKey[]): Node | undefined {
  let node: unknown = contents;
  let found: Node | undefined;
  for (const step of path) {
    found = undefined;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      found = isNode(pair?.key) ? pair.key : undefined;
      node = pair?.value;
    } else {
      node = (node as { items?: unknown[] } | undefined)?.items?.[Number(step)];
      found = isNode(node) ? node : undefined;
    }
  }
  return found;
}

/** What the checks of a schema say that has no words of its own. */
function explainIssue(issue: z.core.$ZodIssue, schema: z.ZodType): string {
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) return issue.message;
  if (issue.expected === 'object') return `expected ${knownKeys(schema, issue.path)} with their values`;
  return `expected ${KINDS[issue.expected] ?? issue.expected}`;
}

/** A place in the words of its readers: entries of a list by their id or name, or counted from one. */
function describePlace(root: unknown, path: readonly PropertyKey[]): string {
  const parts: string[] = [];
  let node = root;
  for (const step of path) {
    node = stepInto(node, step);
    const name = stepInto(node, 'id') ?? stepInto(node, 'name');
    if (typeof step !== 'number') parts.push(`\`${String(step)}\``);
    else parts.push(typeof name === 'string' ? `\`${name}\`` : `entry ${step + 1}`);
  }
  return parts.join(', ');
}

function stepInto(node: unknown, step: PropertyKey): unknown {
  return typeof node === 'object' && node !== null ? (node as Record<PropertyKey, unknown>)[step] : undefined;
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string {
  let node = unwrapSchema(schema);
  for (const step of path) node = unwrapSchema(node?.shape ? node.shape[step] : node?.element);
  const keys = Object.keys(node?.shape ?? {});
  return keys.map((key) => `\`${key}\``).join(', ') || 'none';
}

/** The parts of a schema's make that its keys can be read from. */
interface SchemaParts {
  readonly shape?: Record<PropertyKey, unknown>;
  readonly element?: unknown;
  /** Of a schema behind a preparing step. */
  readonly out?: unknown;
  unwrap?(): unknown;
}

function unwrapSchema(schema: unknown): SchemaParts | undefined {
  let node = schema as SchemaParts | undefined;
  while (node && !node.shape && !node.element && (node.unwrap || node.out))
    node = (node.unwrap ? node.unwrap() : node.out) as SchemaParts | undefined;
  return node;
}
