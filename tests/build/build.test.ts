/** The two commands' main job on the five seeds, and what happens when something is wrong with them. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Desk, digestFolder, type Run, runBuild, setUpDesk } from './run-build.ts';

const BUILD_MS = 120_000;

describe('a build of the five seeds', () => {
  let desk: Desk;
  let run: Run;
  beforeAll(async () => {
    desk = await setUpDesk();
    run = await runBuild(desk);
  }, BUILD_MS);

  test('ends well and says what it did', () => {
    expect(run).toMatchObject({ status: 0 });
    expect(run.stdout).toContain('5 briefings');
    expect(run.stdout).toContain('165: 119 kept, 6 set aside, 40 removed');
    expect(run.stdout).toContain('npm start');
  });

  test.each([
    'index.html',
    '404.html',
    'themes/index.html',
    'themes/sanctions/index.html',
    'themes/troop-build-up/index.html',
    'themes/diplomacy/index.html',
    'briefings/000-russias-foreign-minister-has-warned/index.html',
    'briefings/001-russia-invasion-fears-as-ukraine-urges/index.html',
    'briefings/002-lavrov-threatens-to-take-revenge/index.html',
    'briefings/003-uk-has-not-seen-evidence/index.html',
    'briefings/004-us-and-russia-trade-threats/index.html',
    'sources/index.html',
    'sources/000/index.html',
    'sources/003/raw.txt',
    'sources/003/lines.json',
    'search/index.html',
    'method/index.html',
    'data/briefings.jsonl',
    'data/briefings.schema.json',
  ])('publishes %s', async (path) => {
    expect((await digestFolder(desk.out)).has(path)).toBe(true);
  });

  test('publishes each source byte for byte', async () => {
    const raw = await readFile(join(desk.out, 'sources/003/raw.txt'));
    expect(raw.equals(await readFile(join(desk.seeds, '003_df18cb733380b1bd.txt')))).toBe(true);
  });

  test('explains each rule that took a line, where the page of the source leads', async () => {
    const method = await readFile(join(desk.out, 'method/index.html'), 'utf8');
    const source = await readFile(join(desk.out, 'sources/003/index.html'), 'utf8');
    const rules = [...source.matchAll(/href="\.\.\/\.\.\/method\/#(rule-[\w-]+)"/g)].map(([, id]) => id);
    expect(rules).toEqual(
      ['player-notice', 'clip-title', 'related-label', 'label-teaser'].map((id) => `rule-${id}`),
    );
    for (const id of rules)
      expect(method).toMatch(new RegExp(`<tr id="${id}">.+?<td>[A-Z][^<]+\\.<small`, 's'));
  });

  test('describes its data by a schema that every record keeps', async () => {
    const schema = JSON.parse(await readFile(join(desk.out, 'data/briefings.schema.json'), 'utf8'));
    const records = (await readFile(join(desk.out, 'data/briefings.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(records).toHaveLength(5);
    for (const record of records)
      expect(Object.keys(JSON.parse(record)).sort()).toEqual([...schema.required].sort());
  });

  test('leaves nothing beside the site', async () => {
    const paths = [...(await digestFolder(desk.root)).keys()];
    expect(paths.filter((path) => !/^(seeds|content|dist)\//.test(path))).toEqual([]);
  });

  test(
    'is the same, byte for byte, when built again in another place, zone, language and order of the disk',
    async () => {
      const other = await setUpDesk();
      process.env['TZ'] = 'Pacific/Kiritimati';
      process.env['LC_ALL'] = 'tr_TR.UTF-8';
      process.env['NODE_OPTIONS'] = `--import=${pathToFileURL(join(import.meta.dirname, 'turn-folders.ts'))}`;
      expect((await runBuild(other)).status).toBe(0);
      delete process.env['TZ'];
      delete process.env['LC_ALL'];
      delete process.env['NODE_OPTIONS'];
      expect(await digestFolder(other.out)).toEqual(await digestFolder(desk.out));
      expect(await digestFolder(join(other.content, 'briefings'))).toEqual(
        await digestFolder(join(desk.content, 'briefings')),
      );
      await rm(other.root, { recursive: true });
    },
    BUILD_MS,
  );
});

describe('bad input', () => {
  test(
    'is named with file and line, and never loses another article',
    async () => {
      const desk = await setUpDesk();
      await writeFile(join(desk.seeds, '010_empty.txt'), '');
      await writeFile(
        join(desk.seeds, '011_picture.txt'),
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0]),
      );
      await writeFile(join(desk.seeds, '012_report.pdf'), '%PDF-1.7');
      await writeFile(join(desk.seeds, '.DS_Store'), 'x');
      await mkdir(join(desk.seeds, 'more'));
      await writeFile(join(desk.seeds, 'more', 'README.md'), '# Read me');
      await writeFile(join(desk.content, 'themes/energy.md'), '---\norder: 4\ntitel: Energy\n---\n');
      const run = await runBuild(desk);
      expect(run.status).toBe(1);
      expect(run.stdout).toContain('5 briefings');
      expect(run.stdout).toContain('"010_empty.txt"');
      expect(run.stdout).toContain('"011_picture.txt"');
      expect(run.stdout).toMatch(/"012_report\.pdf".*save .* as text or HTML/);
      expect(run.stderr).toMatch(/energy\.md/);
      expect(run.stderr).toMatch(/energy\.md:3 .*`titel` is not known here/);
      expect(run.stderr + run.stdout).not.toMatch(/\n\s+at /);
      await rm(desk.root, { recursive: true });
    },
    BUILD_MS,
  );

  test(
    'is named with file and line where a part is built, and where the site cannot be published',
    async () => {
      const desk = await setUpDesk();
      await writeFile(join(desk.content, 'themes/energy.md'), '---\norder: 4\ntitel: Energy\n---\n');
      const parts = join(desk.root, 'parts');
      const merged = await runBuild(desk, '--merge', '--parts', parts);
      expect(merged.stderr).toMatch(/energy\.md:3 .*`titel` is not known here[\s\S]*holds no part/);
      const part = await runBuild(desk, '--shard', '1/99', '--parts', parts);
      expect(part).toMatchObject({ status: 1, stdout: expect.stringContaining('Part 1 of 99') });
      expect(part.stderr).toMatch(/energy\.md:3 .*`titel` is not known here/);
      await rm(desk.root, { recursive: true });
    },
    BUILD_MS,
  );

  test('leaves the published site alone when the settings are broken', async () => {
    const desk = await setUpDesk();
    await writeFile(join(desk.content, 'site.yaml'), 'title: [\n');
    const run = await runBuild(desk);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('site.yaml');
    expect(
      await digestFolder(desk.root).then((files) =>
        [...files.keys()].some((path) => path.startsWith('dist/')),
      ),
    ).toBe(false);
    await rm(desk.root, { recursive: true });
  });
});
