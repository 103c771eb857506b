/** What a page tells the index beside its words: `ref`, `home`, `theme`, `person` … → its values. */
export type Facts = Readonly<Record<string, readonly string[]>>;

export interface Indexed {
  readonly facts: Facts;
  /** The elements that are indexed, less what stands in them and is not. */
  readonly html: string;
}

const FACT = /\bdata-pagefind-filter="([a-z]+)\[content\]"/;
const CONTENT = /\bcontent="([^"]*)"/;
/** Links to names come and go with other articles; the engine reads through them. */
const INLINE = new Set(['a', 'span']);
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/**
 * Cuts out of a finished page what the search index is made of: the facts in its head, and what stands
 * in `data-pagefind-body` but not in `data-pagefind-ignore`. Everything else (navigation, related
 * briefings) may change without a new index. It reads the renderer's own well-formed pages; a parser
 * would take longer than the engine.
 */
export function cutIndexed(page: string): Indexed {
  const facts: Record<string, string[]> = {};
  const parts: string[] = [];
  // The element that is read or passed over, and how many of its name are open.
  let body: { name: string; open: number } | undefined;
  let ignored: { name: string; open: number } | undefined;
  let from = 0;
  for (const { start, end, name, isEnd, attributes } of tagsOf(page)) {
    const isEmpty = VOID.test(name) || attributes.endsWith('/');
    if (ignored !== undefined) {
      if (name !== ignored.name || isEmpty) continue;
      ignored.open += isEnd ? -1 : 1;
      if (ignored.open > 0) continue;
      ignored = undefined;
      from = end;
    } else if (body !== undefined) {
      if (!isEnd && attributes.includes('data-pagefind-ignore')) {
        parts.push(page.slice(from, start));
        from = end;
        if (!isEmpty) ignored = { name, open: 1 };
      } else if (INLINE.has(name)) {
        parts.push(page.slice(from, start));
        from = end;
      } else if (name === body.name && !isEmpty) {
        body.open += isEnd ? -1 : 1;
        if (body.open > 0) continue;
        parts.push(page.slice(from, end));
        body = undefined;
      }
    } else if (attributes.includes('data-pagefind-body')) {
      body = { name, open: 1 };
      from = start;
    } else if (name === 'meta') {
      const fact = FACT.exec(attributes)?.[1];
      const value = decode(CONTENT.exec(attributes)?.[1] ?? '');
      if (fact !== undefined && value !== '') facts[fact] = [...(facts[fact] ?? []), value];
    }
  }
  return { facts, html: parts.join('') };
}

interface Tag {
  /** From its `<` to behind its `>`. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: string;
}

/** The tags of a page in order; quoted attributes may hold any sign. One that is not finished ends the page. */
function* tagsOf(page: string): Generator<Tag> {
  const tag = /<(\/?)([a-z][^\s/>]*)/g;
  const rest = /((?:[^>"']|"[^"]*"|'[^']*')*)>/y;
  for (let begun = tag.exec(page); begun !== null; begun = tag.exec(page)) {
    const [, slash = '', name = ''] = begun;
    rest.lastIndex = tag.lastIndex;
    const [, attributes] = rest.exec(page) ?? [];
    if (attributes === undefined) return;
    yield { start: begun.index, end: rest.lastIndex, name, isEnd: slash === '/', attributes };
    tag.lastIndex = rest.lastIndex;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#38': '&',
  '#34': '"',
};

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|#38|#34);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
