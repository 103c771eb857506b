/**
 * What is kept from run to run must not be seen in what is written: after any sequence of changes the
 * content folder and all messages are those of a run that starts with nothing.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generateNumbers } from '../../../tests/generate-numbers.ts';
import { type BriefReport, writeBriefings } from '../brief.ts';
import { begin, change, type Folders } from './edited-desk.fixture.ts';
import { readKeptFile, writeKeptFile } from './kept-file.ts';

let root: string;
let notices: string[];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sourceline-keep-'));
  notices = [];
});
afterEach(() => rm(root, { recursive: true, force: true }));

const run = ({ seedsDir, contentDir }: Folders, version?: string): Promise<BriefReport> =>
  writeBriefings({
    seedsDir,
    contentDir,
    listSkips: true,
    version,
    onStage: () => {},
    onNotice: (words) => notices.push(words),
  });

/** All that a run says and leaves, but what it keeps. */
async function describeRun({ contentDir }: Folders, report: BriefReport): Promise<unknown> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(contentDir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !path.includes('.cache'))
      files[path.slice(contentDir.length)] = await readFile(path, 'utf8');
  }
  const { written, skips, ignored } = report;
  return {
    files,
    messages: report.files.map((file) =>
      file.messages.map(({ line, column, ruleId, source, fatal, reason }) => ({
        where: file.basename,
        ...{ line, column, ruleId, source, fatal, reason },
      })),
    ),
    skips,
    ignored,
    counts: written?.counts,
    toReview: written?.toReview,
    pages: [...(written?.pages ?? [])].sort(),
    published: [...(written?.files ?? [])].sort(),
    copies: written?.copies,
  };
}

interface Written {
  readonly seed: string;
  readonly headline: { readonly text: string };
  readonly people: readonly { readonly id: string }[];
}

/** What was written of each article. */
async function readRecords({ contentDir }: Folders): Promise<readonly Written[]> {
  const data = await readFile(join(contentDir, 'files/data/briefings.jsonl'), 'utf8');
  return data
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Written);
}

/** The same seeds and editor's files, without anything that a run has left but the references. */
async function copyClean(folders: Folders, name: string): Promise<Folders> {
  const copy = { seedsDir: join(root, name, 'seeds'), contentDir: join(root, name, 'content') };
  await cp(folders.seedsDir, copy.seedsDir, { recursive: true });
  for (const part of ['site.yaml', 'themes', 'names', 'references.csv'])
    await cp(join(folders.contentDir, part), join(copy.contentDir, part), { recursive: true });
  return copy;
}

describe('what is kept from run to run', () => {
  test.each<[string, (folders: Folders) => Promise<void>]>([
    [
      'a theme has another title',
      async ({ contentDir }) => {
        const file = join(contentDir, 'themes/works.md');
        await writeFile(file, (await readFile(file, 'utf8')).replace('title: Works', 'title: Public works'));
      },
    ],
    [
      'a theme asks for another word',
      async ({ contentDir }) => {
        const file = join(contentDir, 'themes/works.md');
        await writeFile(file, (await readFile(file, 'utf8')).replace('terms:', 'needs: [harbour]\nterms:'));
      },
    ],
    [
      'another article names who was on no list',
      ({ seedsDir }) =>
        writeFile(
          join(seedsDir, 'later.txt'),
          'Calado leaves the council\n\nInes Calado said on Friday that she would leave the council of Norrvik in spring.\n',
        ),
    ],
    [
      'an article that others quote shows its quotations alone',
      ({ seedsDir }) => writeFile(join(seedsDir, '0_report.yaml'), 'republish: quotations\n'),
    ],
    [
      'the site shows quotations alone',
      ({ contentDir }) =>
        writeFile(
          join(contentDir, 'site.yaml'),
          'title: Bay\ndescription: News of the bay.\nrepublish: quotations\n',
        ),
    ],
  ])('is not seen where %s', async (_, edit) => {
    const folders = await begin(root, generateNumbers(4));
    await run(folders, 'v1');
    await edit(folders);
    const kept = await describeRun(folders, await run(folders, 'v1'));
    const clean = await copyClean(folders, 'clean');
    expect(kept).toEqual(await describeRun(clean, await run(clean)));
  });

  test.each([1, 2, 3])(
    'is not seen in what is written: sequence %i',
    async (seed) => {
      const random = generateNumbers(seed);
      const folders = await begin(root, random);
      await run(folders, 'v1');
      for (let step = 0; step < 6; step += 1) {
        const changes = [await change(folders, random, step)];
        if (random() < 0.3) changes.push(await change(folders, random, step + 100));
        const kept = await describeRun(folders, await run(folders, 'v1'));
        const clean = await copyClean(folders, `clean${step}`);
        expect(kept, `after ${changes.join(' and ')} at step ${step}`).toEqual(
          await describeRun(clean, await run(clean)),
        );
      }
      expect(notices).toEqual([]);
    },
    60_000,
  );

  test('holds only while the other articles answer the same: whose surname it is', async () => {
    const folders = await begin(root, generateNumbers(10));
    await writeFile(join(folders.contentDir, 'names/people.yaml'), '- id: ada-nyman\n  name: Ada Nyman\n');
    const alone =
      'Ferry to Norrvik is late\n\nThe ferry left late, and Nyman told reporters that ice was to blame.\n';
    await writeFile(join(folders.seedsDir, 'surname.txt'), alone);
    const other = join(folders.seedsDir, 'full-name.txt');
    const namesOf = async (who: string): Promise<readonly string[] | undefined> => {
      await writeFile(
        other,
        `Ferry is mended\n\nThe ferry sails again, said ${who}, who has mended it in a day.\n`,
      );
      await run(folders, 'v1');
      const records = await readRecords(folders);
      return records.find(({ seed }) => seed === 'surname.txt')?.people.map(({ id }) => id);
    };
    expect(await namesOf('Ada Nyman')).toEqual(['ada-nyman']);
    expect(await namesOf('the captain')).toEqual([]);
    expect(await namesOf('Ada Nyman')).toEqual(['ada-nyman']);
  });

  test('is used: what an entry says of an unchanged seed is believed', async () => {
    const folders = await begin(root, generateNumbers(4));
    await run(folders, 'v1');
    const dir = join(folders.contentDir, '.cache/articles');
    for (const name of await readdir(dir)) {
      const { lines } = readKeptFile(join(dir, name), 'v1');
      writeKeptFile(
        join(dir, name),
        'v1',
        lines.map((line) => line.replaceAll('Council votes', 'Planted votes')),
      );
    }
    await run(folders, 'v1');
    const headlines = (await readRecords(folders)).map(({ headline }) => headline.text);
    expect(headlines).toHaveLength(7);
    for (const headline of headlines) expect(headline).toMatch(/^Planted votes/);
  });

  test('lives no longer than its seed', async () => {
    const folders = await begin(root, generateNumbers(5));
    await run(folders, 'v1');
    await rm(join(folders.seedsDir, '3_report.txt'));
    await run(folders, 'v1');
    expect(await readdir(join(folders.contentDir, '.cache/articles'))).toHaveLength(6);
  });

  test.each<[string, (path: string) => Promise<void>, RegExp]>([
    ['cut short', async (path) => writeFile(path, (await readFile(path)).subarray(0, -9)), /is damaged/],
    ['empty', (path) => writeFile(path, ''), /is damaged/],
    [
      'edited',
      async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('council', 'harvest')),
      /is damaged/,
    ],
    ['foreign', (path) => writeFile(path, 'A letter\nof somebody\nelse\n'), /is damaged/],
    [
      'a folder',
      async (path) => {
        await rm(path);
        await mkdir(join(path, 'x'), { recursive: true });
      },
      /cannot be read/,
    ],
  ])('is not used when it is %s', async (_what, damage, reason) => {
    const folders = await begin(root, generateNumbers(6));
    await run(folders, 'v1');
    const articles = join(folders.contentDir, '.cache/articles');
    const [first = ''] = (await readdir(articles)).sort();
    await damage(join(articles, first));
    const kept = await describeRun(folders, await run(folders, 'v1'));
    expect(notices[0]).toMatch(reason);
    const clean = await copyClean(folders, 'clean');
    expect(kept).toEqual(await describeRun(clean, await run(clean)));
  });

  test('is not used by another version of the program, which says so once', async () => {
    const folders = await begin(root, generateNumbers(7));
    await run(folders, 'v1');
    const kept = await describeRun(folders, await run(folders, 'v2'));
    expect(notices).toEqual([expect.stringContaining('another version')]);
    const clean = await copyClean(folders, 'clean');
    expect(kept).toEqual(await describeRun(clean, await run(clean)));
  });

  test('may not be possible at all: a warning, no failure', async () => {
    const folders = await begin(root, generateNumbers(8));
    await writeFile(join(folders.contentDir, '.cache'), 'a file where the folder should be');
    const report = await run(folders, 'v1');
    expect(report.written?.briefings).toBe(7);
    expect(notices.some((words) => words.includes('anew'))).toBe(true);
  });

  test('finds a page that was edited by hand', async () => {
    const folders = await begin(root, generateNumbers(9));
    await run(folders, 'v1');
    const dir = join(folders.contentDir, 'briefings/briefings');
    const [name = ''] = await readdir(dir);
    await writeFile(join(dir, name), `${await readFile(join(dir, name), 'utf8')}Mine.\n`);
    const edited = (await run(folders, 'v1')).written?.edited ?? [];
    expect(edited.map((path) => path.replace(/\.[0-9a-f]{12}(?=\.mdx$)/, ''))).toEqual([`briefings/${name}`]);
  });
});
