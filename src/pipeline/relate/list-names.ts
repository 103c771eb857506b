import type { NameKind } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { Article, CorpusName, NameEntry } from '../types.ts';

type Role = CorpusName['roles'][number];

interface Gathered {
  readonly kind: NameKind;
  readonly id: string;
  readonly found: boolean;
  /** Full names as the annotations give them, with counts, in order of appearance. */
  readonly names: Map<string, number>;
  readonly mentions: CorpusName['mentions'][number][];
  readonly roles: Map<string, Role>;
}

/**
 * Every name of the corpus with all its mentions, by kind and id. Kept lines and captions (marked)
 * only: a name that stands in removed lines alone has no entry.
 */
export function listNames(articles: readonly Article[], entries: readonly NameEntry[]): CorpusName[] {
  const gathered = new Map<string, Gathered>();
  for (const article of articles) gatherArticle(article, gathered);
  const listed = new Map(entries.map((entry) => [`${entry.kind}/${entry.id}`, entry]));
  return [...gathered.values()]
    .filter((name) => name.mentions.length > 0)
    .sort((a, b) => compareCodeUnits(a.kind, b.kind) || compareCodeUnits(a.id, b.id))
    .map((name) => ({
      kind: name.kind,
      id: name.id,
      name: listed.get(`${name.kind}/${name.id}`)?.name ?? mostFrequent(name.names),
      found: name.found || undefined,
      mentions: name.mentions,
      printedAs: countPrinted(name.mentions),
      knownAs: listSpellings(listed.get(`${name.kind}/${name.id}`)),
      roles: [...name.roles.values()],
    }));
}

function listSpellings(entry: NameEntry | undefined): readonly string[] | undefined {
  return entry && [...entry.aliases, ...entry.misspellings];
}

function gatherArticle(article: Article, gathered: Map<string, Gathered>): void {
  const roles = new Map(article.passages.map((passage) => [passage.line, passage.role]));
  const byPlace = [...article.annotations.mentions].sort((a, b) => a.line - b.line || a.start - b.start);
  for (const { kind, id, name, found, line, start, end, text, role } of byPlace) {
    const stands = roles.get(line);
    if (stands === undefined) continue;
    const key = `${kind}/${id}`;
    let entry = gathered.get(key);
    if (!entry) {
      entry = { kind, id, found: found === true, names: new Map(), mentions: [], roles: new Map() };
      gathered.set(key, entry);
    }
    entry.names.set(name, (entry.names.get(name) ?? 0) + 1);
    const caption = stands === 'caption' ? { caption: true as const } : {};
    entry.mentions.push({ ref: article.ref, line, start, end, text, ...caption });
    // Each wording once an article, so that a page can show the role as printed in that source.
    if (!role || stands === 'caption') continue;
    const wording = `${article.ref} ${role.text.toLowerCase()}`;
    if (!entry.roles.has(wording))
      entry.roles.set(wording, {
        ref: article.ref,
        line: role.line,
        start: role.start,
        end: role.end,
        text: role.text,
      });
  }
}

/** The first of those that occur most often. */
function mostFrequent(names: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [name, count] of names) if (count > most) [best, most] = [name, count];
  return best;
}

/** Spellings with counts, most frequent first; of those that are as frequent the first printed. */
export function countPrinted(mentions: CorpusName['mentions']): CorpusName['printedAs'] {
  const printed = new Map<string, { text: string; count: number; first: { ref: string; line: number } }>();
  for (const { text: words, ref, line } of mentions) {
    // A no-break space is no other spelling.
    const text = words.replace(/\s+/gu, ' ');
    const entry = printed.get(text);
    if (entry) entry.count++;
    else printed.set(text, { text, count: 1, first: { ref, line } });
  }
  return [...printed.values()].sort((a, b) => b.count - a.count);
}
