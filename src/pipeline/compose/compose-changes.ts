/**
 * What changed: a page with the differences from edition to edition, the same as data, and a page at
 * each address that an edition had and the site has no more.
 */
import type { ChangedSource, ChangeSet, ChangesMatter, FormerMatter } from '../../briefing.ts';
import { compareSources, type SourceChange, type Sources } from '../edition/compare-sources.ts';
import type { Edition } from '../edition/read-editions.ts';
import type { RecordedSource } from '../edition/record-source.ts';
import type { PublishedFile } from '../write/index.ts';
import type { Page } from '../write/serialise.ts';
import { citeLines } from './cite.ts';
import { briefingPath, type CorpusIndex, headlineOf, sourcePath } from './index-corpus.ts';

export interface History {
  readonly pages: readonly Page[];
  readonly files: readonly PublishedFile[];
  /** What is different from the last edition; absent before the first. */
  readonly latest: ChangeSet | undefined;
}

/** @param now the present state, all its lines with their digests */
export function composeChanges(index: CorpusIndex, editions: readonly Edition[], now: Sources): History {
  if (editions.length === 0) return { pages: [], files: [], latest: undefined };
  const recorded = editions.map((edition, at) => composeSet(index, now, editions[at - 1], edition));
  const latest = composeSet(index, now, editions.at(-1), undefined);
  const isRecorded = latest.added.length + latest.changed.length + latest.withdrawn.length === 0;
  const changes: ChangesMatter = {
    kind: 'changes',
    path: '/changes/',
    title: 'Changes',
    description: 'What was added, changed and withdrawn from edition to edition.',
    sets: [...(isRecorded ? [] : [latest]), ...recorded.toReversed()],
  };
  const former = composeFormer(index, now, editions);
  const data = {
    editions: editions.map((edition, at) => composeRecord(edition, editions[at - 1])),
    former: former.map(({ path }) => path),
  };
  return {
    pages: [changes, ...former].map((matter) => ({ matter, body: [] })),
    files: [{ path: 'data/editions.json', content: `${JSON.stringify(data, undefined, 1)}\n` }],
    latest,
  };
}

/** What `edition` (the present state, where there is none) changed of the one before. */
function composeSet(
  index: CorpusIndex,
  now: Sources,
  before: Edition | undefined,
  edition: Edition | undefined,
): ChangeSet {
  const after = edition?.sources ?? now;
  const { added, changed, withdrawn } = compareSources(before?.sources ?? new Map(), after);
  const row = (source: RecordedSource): ChangedSource => composeRow(index, now, source);
  return {
    ...(edition && { edition: { number: edition.number, name: edition.name } }),
    ...(before && { since: before.name }),
    sources: after.size,
    added: before ? added.map(row) : [],
    changed: changed.map((change) => composeRow(index, now, change.after, change)),
    withdrawn: withdrawn.map(row),
    statusLines: countStatus(changed),
  };
}

function composeRow(
  index: CorpusIndex,
  now: Sources,
  source: RecordedSource,
  change?: SourceChange,
): ChangedSource {
  const { ref } = source;
  const article = index.articles.get(ref);
  const lines = change?.status ?? [];
  // Line numbers of a text that has changed again would point at other lines.
  const isPresent = now.get(ref)?.marks.join() === source.marks.join();
  return {
    ref,
    path: article ? briefingPath(article) : sourcePath(ref),
    ...(article && { headline: headlineOf(article) }),
    status: {
      count: lines.length,
      ...(article && isPresent && lines.length > 0 && { cite: citeLines(article, lines) }),
    },
    added: change?.added.length ?? 0,
    gone: change?.gone ?? 0,
    ...(change && change.before.slug !== change.after.slug && { moved: true as const }),
  };
}

function countStatus(changed: readonly SourceChange[]): number {
  return changed.reduce((sum, { status }) => sum + status.length, 0);
}

function composeRecord(edition: Edition, before: Edition | undefined): object {
  const { added, changed, withdrawn } = compareSources(before?.sources ?? new Map(), edition.sources);
  return {
    number: edition.number,
    name: edition.name,
    added: added.map(({ ref }) => ref),
    changed: changed.map(({ after }) => after.ref),
    withdrawn: withdrawn.map(({ ref }) => ref),
    statusLines: countStatus(changed),
  };
}

/** Pages at addresses of earlier editions where nothing stands now, in order of editions and references. */
function composeFormer(index: CorpusIndex, now: Sources, editions: readonly Edition[]): FormerMatter[] {
  const taken = new Set(
    index.corpus.articles.flatMap((article) => [briefingPath(article), sourcePath(article.ref)]),
  );
  // The same lines under another reference: the file was renamed, or is a copy of another one.
  const byText = new Map([...now.values()].map((source) => [wordsOf(source), source.ref]));
  const pages = new Map<string, FormerMatter>();
  for (const edition of editions)
    for (const source of edition.sources.values()) {
      const article = index.articles.get(source.ref) ?? index.articles.get(byText.get(wordsOf(source)) ?? '');
      const leave = (path: string, target: string | undefined): void => {
        if (taken.has(path)) return;
        const to = article && target !== undefined ? { ref: article.ref, path: target } : undefined;
        pages.set(path, describeFormer(path, source.ref, edition.name, to));
      };
      leave(briefingPath(source), article && briefingPath(article));
      leave(sourcePath(source.ref), article && sourcePath(article.ref));
    }
  return [...pages.values()];
}

function wordsOf({ marks }: RecordedSource): string {
  return marks.map((mark) => mark.slice(1)).join();
}

function describeFormer(path: string, ref: string, edition: string, to: FormerMatter['to']): FormerMatter {
  const what = path.startsWith('/sources/') ? 'Source' : 'Briefing';
  return {
    kind: 'former',
    path,
    title: `${what} ${ref} ${to ? 'has moved' : 'was withdrawn'}`,
    description: `${what} ${ref} stood here in the edition of ${edition}.`,
    ref,
    edition,
    ...(to && { to }),
  };
}
