/** A build that uses what earlier ones made gives the same bytes as one that begins from nothing. */
import { appendFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, digestFolder, type Run, runBuild, setUpDesk } from './run-build.ts';

const BUILD_MS = 120_000;

/** Another sequence each time with `SOURCELINE_EDITS=20 SOURCELINE_EDITS_SEED=7`. */
const EDITS = Number(process.env['SOURCELINE_EDITS'] ?? 2);
const SEED = Number(process.env['SOURCELINE_EDITS_SEED'] ?? 1);

const article = (subject: string): string =>
  `${subject} meets envoys\n\n${subject} met the ambassador in Geneva on Tuesday for talks on new sanctions, said Sergei Lavrov.\n\n“We expect 5,000 troops to leave,” the minister said.\n\nSign up for our newsletter\n`;

/** What an editor does between two builds. Each takes the folder as it is, whatever was done before. */
const EDIT: Readonly<Record<string, (desk: Desk, at: number) => Promise<void>>> = {
  'adds an article': ({ seeds }, at) => writeFile(join(seeds, `new-${at}.txt`), article(`Envoy ${at}`)),
  'corrects an article': async ({ seeds }, at) =>
    appendFile(join(seeds, await anySeed(seeds, at)), `\nA correction, the ${at}th, was made on Monday.\n`),
  'renames an article': async ({ seeds }, at) => {
    const name = await anySeed(seeds, at);
    await rename(join(seeds, name), join(seeds, `renamed-${at}.txt`));
  },
  'removes an article': async ({ seeds }, at) => rm(join(seeds, await anySeed(seeds, at))),
  'says who published an article': async ({ seeds }, at) => {
    const name = await anySeed(seeds, at);
    await writeFile(join(seeds, name.replace('.txt', '.yaml')), `publisher: The ${at}th Post\n`);
  },
  'comments on an article': async ({ seeds }, at) => {
    const name = await anySeed(seeds, at);
    await writeFile(join(seeds, name.replace('.txt', '.yaml')), `note: Seen for the ${at}th time.\n`);
  },
  'shows quotations of an article alone': async ({ seeds }, at) => {
    const name = await anySeed(seeds, at);
    await writeFile(join(seeds, name.replace('.txt', '.yaml')), 'republish: quotations\n');
  },
  'gives a theme another title': ({ content }, at) =>
    editFile(join(content, 'themes/sanctions.md'), (text) =>
      text.replace(/^title: .*$/m, `title: Sanctions, part ${at}`),
    ),
  'gives a theme another word': ({ content }, at) =>
    editFile(join(content, 'themes/diplomacy.md'), (text) =>
      text.replace('terms:\n', `terms:\n  - { term: correction, weight: ${at} }\n`),
    ),
  'describes a theme anew': ({ content }, at) =>
    editFile(join(content, 'themes/sanctions.md'), (text) =>
      text.replace(/^definition: .*$/m, `definition: Described for the ${at}th time`),
    ),
  'lists another name': async ({ content }, at) => {
    const [file = ''] = (await readdir(join(content, 'names'))).filter((name) => name.startsWith('people'));
    await appendFile(join(content, 'names', file), `- id: envoy-${at}\n  name: Envoy Number${at}\n`);
  },
  'renames the site': ({ content }, at) =>
    editFile(join(content, 'site.yaml'), (text) => text.replace(/^title: .*$/m, `title: Desk ${at}`)),
};

async function anySeed(folder: string, at: number): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  return names[at % names.length] ?? '';
}

async function editFile(file: string, edit: (text: string) => string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  await writeFile(file, after);
}

/** The same seeds and editor's files without anything that a build left, in another place. */
async function copyDesk({ seeds, content }: Desk): Promise<Desk> {
  const copy = await setUpDesk();
  await rm(copy.seeds, { recursive: true });
  await cp(seeds, copy.seeds, { recursive: true });
  for (const part of ['site.yaml', 'themes', 'names', 'references.csv'])
    await cp(join(content, part), join(copy.content, part), { recursive: true });
  return copy;
}

async function expectSameAsClean(desk: Desk, run: Run): Promise<void> {
  const clean = await copyDesk(desk);
  const again = await runBuild(clean);
  // Another folder, another path in the messages.
  expect(run.stderr.replaceAll(desk.root, '')).toBe(again.stderr.replaceAll(clean.root, ''));
  expect(run.status).toBe(again.status);
  for (const part of ['out', 'content'] as const) {
    const [one, other] = await Promise.all([digestSite(desk[part]), digestSite(clean[part])]);
    expect(one).toEqual(other);
  }
  await rm(clean.root, { recursive: true });
}

async function digestSite(folder: string): Promise<Map<string, string>> {
  const digests = await digestFolder(folder);
  for (const path of digests.keys()) if (path.startsWith('.cache/')) digests.delete(path);
  return digests;
}

let desk: Desk;
let first: Map<string, string>;
beforeAll(async () => {
  desk = await setUpDesk();
  expect((await runBuild(desk)).status).toBe(0);
  first = await digestFolder(desk.out);
}, BUILD_MS);
afterAll(() => rm(desk.root, { recursive: true }));

describe('with nothing changed', () => {
  test('says so, and what the last build said', async () => {
    const { status, stdout, stderr } = await runBuild(desk);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Nothing changed since the last build');
    expect(stdout).toContain('5 briefings');
  });

  test('builds again where the site, and the cache, are not as they were left', async () => {
    await editFile(join(desk.content, '.cache/pages/index/0'), (text) =>
      text.replace('sources/003', 'sources/004'),
    );
    await appendFile(join(desk.out, 'index.html'), 'mine');
    await writeFile(join(desk.out, 'mine.html'), 'mine');
    await appendFile(join(desk.out, 'sources/003/raw.txt'), 'mine');
    await rm(join(desk.out, 'sources/003/lines.json'));
    const { stdout, stderr } = await runBuild(desk);
    expect(stdout).not.toContain('Nothing changed');
    expect(stderr).toContain('the cache of finished pages is damaged');
    expect(await digestFolder(desk.out)).toEqual(first);
  });
});

const sequence = fc.sample(
  fc.array(fc.constantFrom(...Object.keys(EDIT)), { minLength: EDITS, maxLength: EDITS }),
  { seed: SEED, numRuns: 1 },
);
test(
  `after an editor ${sequence.flat().join(', ')}`,
  async () => {
    for (const [at, name] of sequence.flat().entries()) {
      await EDIT[name]?.(desk, at + 1);
      const run = await runBuild(desk);
      // Every second one, for a clean build costs as much as all the rest.
      if (at % 2 === 1 || at === EDITS - 1) await expectSameAsClean(desk, run);
    }
  },
  EDITS * BUILD_MS,
);

test(
  'built in two parts on two machines and joined on a third, the site is the same',
  async () => {
    const parts = join(desk.root, 'parts');
    const [one, two, three] = [await setUpDesk(), await setUpDesk(), await setUpDesk()];
    const leftOver = join(one.content, '.cache/left-over');
    await mkdir(dirname(leftOver));
    await writeFile(leftOver, '');
    for (const [at, machine] of [one, two].entries()) {
      const run = await runBuild(machine, '--clean', '--shard', `${at + 1}/2`, '--parts', parts);
      expect(run).toMatchObject({ status: 0, stdout: expect.stringContaining(`Part ${at + 1} of 2`) });
      expect(await readdir(machine.root)).not.toContain('dist');
    }
    await expect(readFile(leftOver)).rejects.toThrow('ENOENT');
    const run = await runBuild(three, '--merge', '--parts', parts);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).not.toMatch(/Rendering the site\s+\d+\s/);
    expect(await digestFolder(three.out)).toEqual(first);
    await Promise.all([one, two, three].map(({ root }) => rm(root, { recursive: true })));
  },
  4 * BUILD_MS,
);
