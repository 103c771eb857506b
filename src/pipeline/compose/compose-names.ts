/** People, organisations and places: the index of all, and the pages of each. */
import type { ListedName, NameKind, NamesMatter } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import { slugName } from '../language/names/slug-name.ts';
import type { CorpusName } from '../types.ts';
import type { DeferredPage, Page } from '../write/serialise.ts';
import { composeName } from './compose-name.ts';
import { type CorpusIndex, countName } from './index-corpus.ts';
import { labelLetters } from './label-part.ts';
import { listSpokespeople } from './list-spokespeople.ts';
import { type PlacedPart, placeParts } from './place-parts.ts';
import { PAGE_BYTES, splitList, stepsOfSlug } from './split-list.ts';

const KINDS = { people: 'People', organisations: 'Organisations', places: 'Places' } as const;
/** Names of a kind on the first page of names in parts. */
const MOST_PRINTED = 30;
/** Bytes of a name in the list. */
const NAME_BYTES = 200;
/** A kind that takes no more than this stays on the first page. */
const FEW_BYTES = PAGE_BYTES / 4;

const ABOUT = {
  kind: 'names',
  description: 'Every person, organisation and place that a kept line names.',
} as const;
const WHOLE = { path: '/names/', title: 'People and places' };

export function* composeNames(index: CorpusIndex): Generator<Page | DeferredPage> {
  if (index.names.length === 0) return;
  yield* composeList(index);
  const quotationsBy = Map.groupBy(
    index.corpus.quotations.filter(({ quotation }) => quotation.kind !== 'scare'),
    ({ quotation: { speaker } }) => (speaker?.id && speaker.kind ? `${speaker.kind}/${speaker.id}` : ''),
  );
  const spokespeople = listSpokespeople(index);
  for (const name of index.names) {
    if (!index.hasPage(name.kind, name.id)) continue;
    const quotations = quotationsBy.get(`${name.kind}/${name.id}`) ?? [];
    yield* composeName(index, name, quotations, spokespeople.get(name) ?? []);
  }
}

function* composeList(index: CorpusIndex): Generator<Page> {
  const isCut = index.names.length * NAME_BYTES > PAGE_BYTES;
  const placed: PlacedPart<CorpusName>[] = [];
  const groups: NamesMatter['groups'][number][] = [];
  for (const kind of Object.keys(KINDS) as NameKind[]) {
    const names = index.names.filter((name) => name.kind === kind);
    if (names.length === 0) continue;
    const parts = isCut && names.length * NAME_BYTES > FEW_BYTES ? placeNames(kind, names) : [];
    placed.push(...parts);
    groups.push(
      parts.length === 0
        ? { kind, letters: groupByLetter(index, names) }
        : { kind, letters: [], most: pickMost(index, names), parts: parts.map(({ link }) => link) },
    );
  }
  yield { matter: { ...ABOUT, ...WHOLE, groups }, body: [] };
  for (const { items, link, part } of placed) {
    const [first] = items;
    if (!first) continue;
    const matter: NamesMatter = {
      ...ABOUT,
      path: link.path,
      title: `${KINDS[first.kind]}: ${link.label}`,
      groups: [{ kind: first.kind, letters: groupByLetter(index, items) }],
      part,
    };
    yield { matter, body: [] };
  }
}

function placeNames(kind: NameKind, names: readonly CorpusName[]): PlacedPart<CorpusName>[] {
  const slugs = new Map(names.map((name) => [name, slugName(name.name)]));
  const slugOf = (name: CorpusName): string => slugs.get(name) ?? '';
  const sorted = names.toSorted(
    (a, b) => compareCodeUnits(slugOf(a), slugOf(b)) || compareCodeUnits(a.id, b.id),
  );
  const parts = splitList(sorted, {
    stepsOf: (name) => stepsOfSlug(slugOf(name)),
    bytesOf: () => NAME_BYTES,
    // A page a letter, not a page for all of a kind that happens to fit one.
    most: Math.min(PAGE_BYTES, names.length * NAME_BYTES - 1),
  });
  return placeParts(parts, WHOLE, `${WHOLE.path}${kind}/`, ({ key }) => labelLetters(key));
}

function pickMost(index: CorpusIndex, names: readonly CorpusName[]): ListedName[] {
  return names
    .map((name) => ({ name, briefings: countBriefings(name) }))
    .sort((a, b) => b.briefings - a.briefings || compareCodeUnits(a.name.id, b.name.id))
    .slice(0, MOST_PRINTED)
    .map(({ name }) => listName(index, name));
}

function listName(index: CorpusIndex, name: CorpusName): ListedName {
  const { first: _first, ...counted } = countName(index, name);
  return { ...counted, briefings: countBriefings(name) };
}

function countBriefings({ mentions }: CorpusName): number {
  return new Set(mentions.map(({ ref }) => ref)).size;
}

function groupByLetter(
  index: CorpusIndex,
  names: readonly CorpusName[],
): NamesMatter['groups'][number]['letters'] {
  const sorted = names
    .map((name) => ({ name, letter: firstLetter(name.name) }))
    .sort((a, b) => compareCodeUnits(a.letter, b.letter) || compareCodeUnits(a.name.name, b.name.name));
  return [...Map.groupBy(sorted, ({ letter }) => letter)].map(([letter, members]) => ({
    letter,
    names: members.map(({ name }) => listName(index, name)),
  }));
}

/** Without accents, so that Ł and É stand where a reader looks for them. */
function firstLetter(name: string): string {
  const letter = name.normalize('NFD').replace(/^[^\p{L}\p{N}]+/u, '')[0] ?? '#';
  return letter.toUpperCase();
}
