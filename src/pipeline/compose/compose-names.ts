/** People, organisations and places: the index, and a page each with everything the sources print. */
import type { Excerpt, NameKind, NameMatter, NamesMatter } from '../../briefing.ts';
import { compareCodeUnits } from '../../compare-code-units.ts';
import type { CorpusName, CorpusQuotation } from '../types.ts';
import type { Page } from '../write/serialise.ts';
import { excerptOf, excerptPassage } from './cite.ts';
import { composeQuoteCard } from './compose-quote-card.ts';
import { type CorpusIndex, citePassage, citePassages, countName } from './index-corpus.ts';

const KINDS: readonly NameKind[] = ['people', 'organisations', 'places'];
const MOST_TOGETHER = 12;

export function* composeNames(index: CorpusIndex): Generator<Page> {
  if (index.names.length === 0) return;
  const matter: NamesMatter = {
    kind: 'names',
    path: '/names/',
    title: 'People and places',
    description: 'Every person, organisation and place that a kept line names.',
    groups: KINDS.map((kind) => ({ kind, letters: groupByLetter(index, kind) })).filter(
      ({ letters }) => letters.length > 0,
    ),
  };
  const quotationsBy = Map.groupBy(
    index.corpus.quotations.filter(({ quotation }) => quotation.kind !== 'scare'),
    ({ quotation: { speaker } }) => (speaker?.id && speaker.kind ? `${speaker.kind}/${speaker.id}` : ''),
  );
  const linesOf = new Map(index.names.map((name) => [`${name.kind}/${name.id}`, keptLines(name)]));
  const onLine = new Map<string, CorpusName[]>();
  for (const name of index.names)
    for (const line of linesOf.get(`${name.kind}/${name.id}`) ?? []) {
      const names = onLine.get(line) ?? [];
      names.push(name);
      onLine.set(line, names);
    }
  yield { matter, body: [] };
  for (const name of index.names) {
    const key = `${name.kind}/${name.id}`;
    if (index.hasPage(name.kind, name.id))
      yield composeName(index, name, quotationsBy.get(key) ?? [], (line) => onLine.get(line) ?? []);
  }
}

/** Roles are listed once a source; a page of the name shows each wording once. */
function eachWordingOnce(roles: CorpusName['roles']): CorpusName['roles'] {
  const seen = new Set<string>();
  return roles.filter(({ text }) => !seen.has(text.toLowerCase()) && seen.add(text.toLowerCase()));
}

function keptLines(name: CorpusName): string[] {
  return [...new Set(name.mentions.filter((m) => !m.caption).map((m) => `${m.ref}:${m.line}`))];
}

function groupByLetter(index: CorpusIndex, kind: NameKind): NamesMatter['groups'][number]['letters'] {
  const names = index.names
    .filter((name) => name.kind === kind)
    .map((name) => ({
      ...countName(index, name),
      briefings: new Set(name.mentions.map((mention) => mention.ref)).size,
      letter: firstLetter(name.name),
    }))
    .sort((a, b) => compareCodeUnits(a.letter, b.letter) || compareCodeUnits(a.name, b.name));
  return [...Map.groupBy(names, ({ letter }) => letter)].map(([letter, members]) => ({
    letter,
    names: members.map(({ letter: _letter, first: _first, ...name }) => name),
  }));
}

/** Without accents, so that Ł and É stand where a reader looks for them. */
function firstLetter(name: string): string {
  const letter = name.normalize('NFD').replace(/^[^\p{L}\p{N}]+/u, '')[0] ?? '#';
  return letter.toUpperCase();
}

function composeName(
  index: CorpusIndex,
  name: CorpusName,
  quotations: readonly CorpusQuotation[],
  namesOn: (line: string) => readonly CorpusName[],
): Page {
  const { path } = countName(index, name);
  const quoted = new Set(
    quotations.flatMap(({ ref, quotation }) => quotation.parts.map((part) => `${ref}:${part.line}`)),
  );
  const byRef = Map.groupBy(
    name.mentions.filter((mention) => !mention.caption),
    (mention) => mention.ref,
  );
  const lines = keptLines(name);
  const matter: NameMatter = {
    kind: 'name',
    path,
    title: name.name,
    description: `Every kept line that names ${name.name}, with quotations and spellings as printed.`,
    nameKind: name.kind,
    name: name.name,
    roles: eachWordingOnce(name.roles).map((role) => {
      const { text, cite } = excerptOf(
        index.article(role.ref),
        index.passage(role.ref, role.line),
        role.start,
        role.end,
      );
      return { text, cite };
    }),
    quotes: quotations.map((entry) => composeQuoteCard(index, entry)),
    reported: lines.filter((line) => !quoted.has(line)).map((line) => excerptLine(index, line)),
    captions: [...new Set(name.mentions.filter((m) => m.caption).map((m) => `${m.ref}:${m.line}`))].map(
      (line) => excerptLine(index, line),
    ),
    where: [...byRef].map(([ref, mentions]) => {
      const printed = [...new Set(mentions.map((mention) => mention.line))];
      return { card: index.card(ref), lines: citePassages(index, ref, printed), count: printed.length };
    }),
    together: countTogether(index, name, lines, namesOn),
    printedAs: name.printedAs.map(({ text, count, first }) => ({
      text,
      count,
      first: citePassage(index, first.ref, first.line),
    })),
    speakers: name.kind === 'organisations' ? speakersFor(index, name) : [],
  };
  return { matter, body: [] };
}

function excerptLine(index: CorpusIndex, line: string): Excerpt {
  const [ref = '', n] = line.split(':');
  return excerptPassage(index.article(ref), index.passage(ref, Number(n)));
}

/** Names on the same kept lines, most lines first. */
function countTogether(
  index: CorpusIndex,
  name: CorpusName,
  lines: readonly string[],
  namesOn: (line: string) => readonly CorpusName[],
): NameMatter['together'] {
  const shared = new Map<CorpusName, { readonly first: string; count: number }>();
  for (const line of lines)
    for (const other of namesOn(line)) {
      if (other === name) continue;
      const known = shared.get(other);
      if (known) known.count += 1;
      else shared.set(other, { first: line, count: 1 });
    }
  return [...shared]
    .map(([other, { first, count }]) => {
      const [ref = '', n] = first.split(':');
      return {
        ...countName(index, other),
        lines: count,
        first: citePassage(index, ref, Number(n)),
      };
    })
    .sort((a, b) => b.lines - a.lines || compareCodeUnits(a.path, b.path))
    .slice(0, MOST_TOGETHER);
}

/** People whose printed role names the organisation. */
function speakersFor(index: CorpusIndex, organisation: CorpusName): NameMatter['speakers'] {
  const spellings = organisation.printedAs.map(({ text }) => text);
  return index.names
    .filter(
      (name) =>
        name.kind === 'people' && name.roles.some((role) => spellings.some((s) => role.text.includes(s))),
    )
    .map((name) => countName(index, name))
    .sort((a, b) => b.lines - a.lines || compareCodeUnits(a.path, b.path));
}
