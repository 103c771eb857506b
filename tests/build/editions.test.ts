/** Editions as an editor uses them: recorded once, compared by every build after. */
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, digestFolder, type Run, runBuild, runCommand, setUpDesk } from './run-build.ts';

let desk: Desk;
let run: Run;
const record = (name: string): Promise<Run> =>
  runCommand('edition', '--seeds', desk.seeds, '--content', desk.content, name);
const seedOf = async (start: string): Promise<string> =>
  join(desk.seeds, (await readdir(desk.seeds)).find((name) => name.startsWith(start)) ?? 'none');

beforeAll(async () => {
  desk = await setUpDesk();
  expect((await record('Spring <b>')).stdout).toContain('Recorded edition 1');
  expect((await record('Summer')).stdout).toContain('Nothing changed');
  const changed = await seedOf('003_');
  const [, ...lines] = (await readFile(changed, 'utf8')).split('\n');
  await writeFile(changed, ['Britain sees no proof of a plan', ...lines].join('\n'));
  await rm(await seedOf('004_'));
  await writeFile(
    join(desk.seeds, '011_harbour.txt'),
    'Harbour shut\n\nThe harbour is shut, the mayor said.\n',
  );
  run = await runBuild(desk, '--site', 'https://briefings.example.org/');
}, 120_000);

afterAll(() => rm(desk.root, { recursive: true }));

const page = (path: string): Promise<string> => readFile(join(desk.out, path), 'utf8');

describe('a build after an edition', () => {
  test('counts what changed since', () => {
    expect(run).toMatchObject({ status: 0 });
    expect(run.stdout).toContain('since the edition of "Spring <b>": 1 added, 1 changed, 1 withdrawn');
  });

  test('lists it on a page that every footer links to', async () => {
    const changes = await page('changes/index.html');
    expect(changes).toContain('Since the edition of “Spring &lt;b&gt;”');
    expect(changes).toContain('1 line new, 1 line gone, at a new address');
    expect(await page('sources/003/index.html')).toContain('href="../../changes/"');
  });

  test('says at the old address where a briefing stands now', async () => {
    const former = await page('briefings/003-uk-has-not-seen-evidence/index.html');
    expect(former).toContain('href="../003-britain-sees-no-proof/"');
    expect(former).toContain(
      'rel="canonical" href="https://briefings.example.org/briefings/003-britain-sees',
    );
    expect(former).not.toContain('data-cite');
  });

  test.each(['briefings/004-us-and-russia-trade-threats/', 'sources/004/'])(
    'says at %s that it was withdrawn',
    async (path) => {
      const former = await page(`${path}index.html`);
      expect(former).toMatch(/<h1>(?:Briefing|Source) 004 was withdrawn<\/h1>/);
      expect(former).toContain('<meta name="robots" content="noindex">');
      expect(former).not.toContain('data-cite');
      expect(await page('sitemap.xml')).not.toContain(path);
    },
  );

  test('tells feed readers', async () => {
    expect(await page('feed.xml')).toContain('<title>New in the edition of Spring &lt;b&gt;</title>');
  });

  test('is the same bytes when built again', async () => {
    const before = await digestFolder(desk.out);
    expect((await runBuild(desk, '--site', 'https://briefings.example.org/')).status).toBe(0);
    expect(await digestFolder(desk.out)).toEqual(before);
  }, 120_000);
});

describe('npm run edition', () => {
  test('records no seed as withdrawn that cannot be read', async () => {
    const broken = join(desk.seeds, '012_picture.txt');
    await writeFile(broken, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0]));
    const refused = await record('Autumn');
    expect(refused).toMatchObject({ status: 1 });
    expect(refused.stderr).toContain('No edition was recorded');
    await rm(broken);
  });

  test('refuses a name that was used', async () => {
    expect((await record('Spring <b>')).stderr).toContain('choose another one');
  });

  test('names a broken file and its line', async () => {
    await appendFile(join(desk.content, 'editions.jsonl'), '=======\n');
    const built = await runBuild(desk);
    expect(built.status).toBe(1);
    expect(built.stderr).toMatch(/editions\.jsonl:7 .*is no line that `npm run edition` writes/);
  });
});
