import type { Article, CorpusFigures, Figure, NameEntry } from '../types.ts';
import { type CountryIndex, indexCountries } from './country-index.ts';
import type { Sentence, Study } from './study-articles.ts';
import { foldWord, splitTerms } from './terms.ts';

/**
 * Units that are a measure in themselves: their numbers may stand side by side once subject and
 * place agree. All others (money, shares, people) also need the same number and the same words
 * around it. `title` is what a group is called.
 */
const MEASURES: Readonly<Record<string, string>> = {
  troops: 'troops',
  deaths: 'deaths',
  wounded: 'wounded',
  prisoners: 'prisoners',
  refugees: 'refugees',
  tanks: 'tanks',
  jets: 'jets',
  aircraft: 'aircraft',
  helicopters: 'helicopters',
  missiles: 'missiles',
  ships: 'ships',
  vehicles: 'vehicles',
};

/** Two sentences speak of the same thing when they share as many stems beside unit and owner. */
const SHARED_STEMS = 2;
/** Stems in more articles of a large corpus say nothing about a sentence. */
const COMMON_SHARE = 0.2;
const LARGE_CORPUS = 20;
/** Groups looked at for one stem; more means that the stem is too common to decide. */
const MOST_GROUPS = 60;
/** “near Ukraine”, “on the border”: words up to this many characters after the number. */
const NEAR_WITHIN = 90;
const NEAR =
  /\b(?:near|around|close to|next to)\b|\b(?:the|its|their|his|her|our|whose|[’']s|common|shared|entire|\p{L}+(?:ian|ish)) borders?\b/u;

interface Row {
  readonly article: Article;
  readonly figure: Figure;
  readonly order: number;
  readonly owner: string | undefined;
  readonly ownerWords: string | undefined;
  /** Id of the place, with `near ` before it where the number stands at its border. */
  readonly where: string | undefined;
  readonly stems: ReadonlySet<string>;
}

interface Group {
  readonly rows: Row[];
  where: string | undefined;
}

/**
 * Figures side by side, only like with like: the same measure, whose it is, and where. A number
 * whose sentence names no place joins where the words around it agree. Nothing is averaged and no
 * verdict is given; a figure that nothing compares with is a group of its own.
 */
export function groupFigures(studies: readonly Study[], entries: readonly NameEntry[]): CorpusFigures[] {
  const countries = indexCountries(entries);
  const rows = readRows(studies, countries);
  const groups: Group[] = [];
  const placed = new Map<string, Group[]>();
  const byStem = new Map<string, Set<Group>>();

  const add = (row: Row, group: Group): void => {
    group.rows.push(row);
    group.where ??= row.where;
    for (const stem of row.stems) {
      const key = `${subjectOf(row)}|${stem}`;
      byStem.set(key, (byStem.get(key) ?? new Set()).add(group));
    }
  };
  const open = (row: Row): Group => {
    const group: Group = { rows: [], where: row.where };
    groups.push(group);
    return group;
  };

  const [sure, loose] = partition(rows, (row) => row.where !== undefined && row.figure.unit in MEASURES);
  for (const row of sure) {
    const key = `${subjectOf(row)}|${row.where}`;
    const bucket = placed.get(key) ?? [];
    let group = bucket.find(({ rows: members }) => members.some((member) => isLike(row, member)));
    if (!group) {
      group = open(row);
      bucket.push(group);
      placed.set(key, bucket);
    }
    add(row, group);
  }
  for (const row of loose) add(row, findGroup(row, byStem) ?? open(row));

  return nameGroups(groups, countries, entries);
}

function readRows(studies: readonly Study[], countries: CountryIndex): Row[] {
  const spread = countSpread(studies);
  const most = studies.length < LARGE_CORPUS ? Number.POSITIVE_INFINITY : studies.length * COMMON_SHARE;
  const memory = new Map<string, string>();
  return studies
    .flatMap(({ article, sentences }) =>
      [...article.annotations.figures]
        .sort((a, b) => a.line - b.line || a.start - b.start)
        .map((figure) => {
          const sentence = sentences.find(
            (s) => s.line === figure.line && s.start <= figure.start && figure.end <= s.end,
          );
          const passage = article.passages.find((p) => p.line === figure.line);
          const text = sentence?.text ?? passage?.text ?? '';
          const own = figure.whose?.text ?? '';
          const left = new Set(
            [...splitTerms(`${figure.text} ${figure.unit} ${own}`, memory)].map((term) => term.stem),
          );
          const around =
            sentence?.stems ?? new Set(splitTerms(text, memory).flatMap((term) => term.stem ?? []));
          const whose = figure.whose;
          const owner = whose
            ? (countries.find(whose.id, whose.text) ?? whose.id ?? foldWord(whose.text))
            : undefined;
          return {
            article,
            figure,
            order: 0,
            owner,
            ownerWords: whose?.text,
            where: placeFigure(article, figure, text, sentence, owner, countries),
            stems: new Set(
              [...around].filter(
                (stem) => !left.has(stem) && (spread.get(stem) ?? 0) <= most && !/^\d/.test(stem),
              ),
            ),
          };
        }),
    )
    .map((row, order) => ({ ...row, order }));
}

function countSpread(studies: readonly Study[]): Map<string, number> {
  const spread = new Map<string, number>();
  for (const { stemCounts } of studies)
    for (const stem of stemCounts.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  return spread;
}

/**
 * The place that the sentence states; for “the border” without a name, the last place named
 * before it (two passages back at most) that is not the owner's own.
 */
function placeFigure(
  article: Article,
  figure: Figure,
  text: string,
  sentence: Sentence | undefined,
  owner: string | undefined,
  countries: CountryIndex,
): string | undefined {
  const from = figure.end - (sentence?.start ?? 0);
  const near = figure.unit === 'troops' && NEAR.test(text.slice(from, from + NEAR_WITHIN));
  const isOwn = (id: string) => id === owner || (countries.find(id) ?? id) === owner;
  const stated = figure.place !== undefined && !isOwn(figure.place) ? figure.place : undefined;
  if (!near) return figure.place;
  if (stated !== undefined) return `near ${stated}`;
  const back = article.passages.findIndex((passage) => passage.line === figure.line);
  const first = article.passages[Math.max(0, back - 2)]?.line ?? figure.line;
  const before = article.annotations.mentions
    .filter(
      ({ kind, id, line, start }) =>
        kind === 'places' &&
        !isOwn(id) &&
        line >= first &&
        (line < figure.line || (line === figure.line && start < figure.end)),
    )
    .sort((a, b) => b.line - a.line || b.start - a.start)[0];
  return before ? `near ${countries.find(before.id) ?? before.id}` : undefined;
}

/** Measure and owner: figures that differ in either are never compared. */
function subjectOf(row: Row): string {
  return `${row.figure.unit}|${row.owner ?? ''}`;
}

/** For two numbers of one measure, owner and place. */
function isLike(a: Row, b: Row): boolean {
  if (a.owner !== undefined) return true;
  return a.figure.value === b.figure.value || countCommon(a.stems, b.stems) > 0;
}

/** The group whose words agree best; of equals the first. */
function findGroup(row: Row, byStem: ReadonlyMap<string, ReadonlySet<Group>>): Group | undefined {
  const near = new Map<Group, number>();
  for (const stem of row.stems) {
    const groups = byStem.get(`${subjectOf(row)}|${stem}`);
    if (!groups || groups.size > MOST_GROUPS) continue;
    for (const group of groups) near.set(group, (near.get(group) ?? 0) + 1);
  }
  let best: Group | undefined;
  let most = 0;
  for (const [group, common] of near) {
    if (common < SHARED_STEMS || common <= most) continue;
    if (row.where !== undefined && group.where !== undefined && row.where !== group.where) continue;
    if (!group.rows.some((member) => isComparable(row, member))) continue;
    [best, most] = [group, common];
  }
  return best;
}

/** Numbers without a stated place: one article's own count, or the same number in the same words. */
function isComparable(row: Row, member: Row): boolean {
  if (countCommon(row.stems, member.stems) < SHARED_STEMS) return false;
  if (row.figure.value === member.figure.value) return true;
  if (!(row.figure.unit in MEASURES)) return false;
  return row.owner !== undefined && row.article === member.article;
}

function countCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const stem of a) if (b.has(stem)) common++;
  return common;
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const one of all) (test(one) ? yes : no).push(one);
  return [yes, no];
}

function nameGroups(
  groups: readonly Group[],
  countries: CountryIndex,
  entries: readonly NameEntry[],
): CorpusFigures[] {
  const names = new Map(entries.map((entry) => [entry.id, entry.name]));
  const taken = new Set<string>();
  return groups
    .map((group) => ({ ...group, rows: [...group.rows].sort((a, b) => a.order - b.order) }))
    .sort((a, b) => (a.rows[0] as Row).order - (b.rows[0] as Row).order)
    .map(({ rows, where }) => {
      const first = rows[0] as Row;
      const near = where?.startsWith('near ') === true;
      const place = near ? where?.slice('near '.length) : where;
      const title = titleGroup(first, near, place && (names.get(place) ?? place), countries);
      const slug = title
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '');
      // Only a subject or a place makes a title that is the group's own.
      const own = (first.owner !== undefined || place !== undefined) && !taken.has(slug);
      const id = own ? slug : `${slug}-${first.article.ref}-${first.figure.line}-${first.figure.start}`;
      taken.add(id);
      return {
        id,
        title,
        unit: first.figure.unit,
        whose: first.ownerWords,
        place,
        figures: rows.map(({ article, figure }) => ({ ref: article.ref, figure })),
      };
    });
}

/** “Russian troops near Ukraine”, “Deaths in Donbas”, “Tanks”: subject and place, never a verdict. */
function titleGroup(row: Row, near: boolean, place: string | undefined, countries: CountryIndex): string {
  const demonym = row.owner === undefined ? undefined : countries.entry(row.owner)?.demonyms?.[0];
  const owner = demonym ?? row.ownerWords;
  const measure = MEASURES[row.figure.unit] ?? row.figure.unit;
  const subject = owner === undefined ? measure : `${owner} ${measure}`;
  const title = place === undefined ? subject : `${subject} ${near ? 'near' : 'in'} ${place}`;
  return title.charAt(0).toUpperCase() + title.slice(1);
}
