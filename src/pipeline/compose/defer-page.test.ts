/**
 * A page that is not composed again is the page that would be composed: where two runs give a page the same
 * key, it is the same, whatever was changed between them.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCorpus } from '../brief.ts';
import { begin, change, type Folders, generate } from '../keep/edited-desk.fixture.ts';
import { type DeferredPage, nameOf, type Page } from '../write/serialise.ts';
import { composeBriefings } from './compose-briefing.ts';
import { composeNames } from './compose-names.ts';
import { composeSources } from './compose-sources.ts';
import { composeThemes } from './compose-themes.ts';
import { indexCorpus } from './index-corpus.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sourceline-keys-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** As many that names and themes are cut into parts. */
const REPORTS = 100;

async function composePages({ seedsDir, contentDir }: Folders): Promise<Map<string, Page | DeferredPage>> {
  const { known } = await readCorpus({ seedsDir, contentDir, version: 'v1', onStage: () => {} });
  if (!known) throw new Error('the folder of the test has a mistake');
  const themes = known.editorial.themes.map(({ theme }) => theme);
  const index = indexCorpus(known.corpus, themes);
  const checked = themes.map((theme) => ({ theme, comparisons: [], introduction: [] }));
  const pages = [
    ...composeThemes(index, checked),
    ...composeBriefings(index),
    ...composeSources(index, []),
    ...composeNames(index),
  ];
  return new Map(pages.map((page) => [nameOf(page), page]));
}

const isDeferred = (page: Page | DeferredPage | undefined): page is DeferredPage =>
  page !== undefined && 'compose' in page;

test.each([1, 2, 3, 4])(
  'a page with the same key is the same page: sequence %i',
  async (seed) => {
    const random = generate(seed);
    const folders = await begin(root, random, REPORTS);
    await writeFile(join(folders.contentDir, 'names/places.yaml'), '- id: norrvik\n  name: Norrvik\n');
    let before = await composePages(folders);
    const kinds = new Set<string>();
    for (let step = 0; step < 5; step += 1) {
      const changed = await change(folders, random, step);
      const after = await composePages(folders);
      for (const [name, page] of after) {
        const last = before.get(name);
        if (!isDeferred(page) || !isDeferred(last) || page.key !== last.key) continue;
        kinds.add(name.replace(/[^/]+$/, ''));
        expect(page.compose(), `${name} after ${changed} at step ${step}`).toEqual(last.compose());
      }
      before = after;
    }
    // Keys that are never the same would prove nothing.
    for (const kind of ['briefings/', 'sources/', 'people/', 'places/norrvik/lines/', 'themes/works/lines/'])
      expect(kinds).toContain(kind);
  },
  60_000,
);
