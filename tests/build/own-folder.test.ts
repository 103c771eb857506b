/** A folder of one's own: every input format, what the editor knows, and pages of one's own. */
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, digestFolder, type Run, runBuild, runCommand, setUpDesk } from './run-build.ts';

const paragraph = (subject: string): string =>
  `${subject} met the ambassador in Geneva on Tuesday for talks that both sides called useful, and a second round of negotiations is planned.`;

const wire = `MOSCOW - Russia said it would send more troops to its border in
the west in answer to what it called an unfriendly act by the
alliance, a spokesman told reporters.

    The ministry said 5,000 soldiers had left their bases in the
south and would take part in exercises that last until the end
of the month.

    The alliance said it was watching the movement of forces
closely and called on Moscow to pull its troops back from the
border.
`;

const html = `<!doctype html><html lang="en"><head><title>Envoys meet | Example Post</title>
<meta property="og:site_name" content="Example Post"><meta property="article:published_time" content="2022-02-15T08:00:00Z">
<script>window.bad = true</script></head><body><nav><a href="/">Home</a></nav><article><h1>Envoys meet</h1>
<p>${paragraph('The envoy')}</p><p>${paragraph('The minister')}</p><p>${paragraph('The president')}</p></article></body></html>`;

let desk: Desk;
let run: Run;
let paths: string[];

beforeAll(async () => {
  desk = await setUpDesk();
  await rm(desk.root, { recursive: true });
  expect((await runCommand('new', desk.root)).stdout).toContain('npm run build -- --seeds');
  await mkdir(join(desk.seeds, 'more'));
  const files: Record<string, string> = {
    'wire.txt': wire,
    'page.html': html,
    'more/notes.md': `# Officials gather\n\n${paragraph('The *chief* negotiator')}\n\n## Second day\n\n${paragraph('The prime minister')}\n`,
    'records.jsonl': `${JSON.stringify({ id: 'r1', title: 'A record', text: `${paragraph('The consul')}\n\n${paragraph('The mayor')}`, publisher: 'Wire Desk' })}\n{"id": "r2"}\n`,
    'table.csv': `id,title,text\nc1,A row,"${paragraph('The governor')}"\n`,
    'plain.txt': `Governors meet\n\n${paragraph('The governor of the province')}\n\n${paragraph('His deputy')}\n\nA line to take out of the text.\n`,
    'plain.yaml':
      'publisher: Harbour Post\npublished: "2022-02-16"\nremove: ["A line to take out of the text."]\nnote:\n  author: Ada Doe\n  date: "2022-02-17"\n  text: |\n    Compare this with the *other* reports.\n',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(desk.seeds, name), text);
  await writeFile(
    join(desk.content, 'logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
  );
  await appendFile(join(desk.content, 'site.yaml'), 'logo: logo.svg\n');
  await mkdir(join(desk.content, 'pages'));
  await writeFile(
    join(desk.content, 'pages/about.md'),
    '---\ntitle: About us\n---\nWe are **few**.\n\n## Contact\n\n- [Write](mailto:desk@example.org)\n',
  );
  run = await runBuild(desk);
  if (!run.stdout.includes('Articles')) throw new Error(`nothing was built:\n${run.stderr}${run.stdout}`);
  paths = [...(await digestFolder(desk.out)).keys()];
});

afterAll(() => rm(desk.root, { recursive: true }));

const pageOf = async (pattern: RegExp): Promise<string> => {
  const path = paths.find((candidate) => pattern.test(candidate)) ?? 'none';
  return readFile(join(desk.out, path), 'utf8');
};

describe('a folder of one’s own', () => {
  test('becomes a site that verifies, but for the record without a text', () => {
    expect(run.stdout).toContain('6 briefings');
    expect(run.stderr).toMatch(/records\.jsonl:2 /);
    expect(run.status).toBe(1);
  });

  test('joins hard-wrapped lines into paragraphs and says so', async () => {
    const [, ref] =
      /data-cite="([0-9a-f]+):5-7"/.exec(await pageOf(/^briefings\/.*moscow.*index\.html$/)) ?? [];
    const saying: string[] = [];
    for (const path of paths.filter((each) => /^sources\/[0-9a-f]+\/index\.html$/.test(each)))
      if ((await readFile(join(desk.out, path), 'utf8')).includes('hard-wrapped lines joined'))
        saying.push(path);
    expect(saying).toEqual([`sources/${ref}/index.html`]);
  });

  test('takes publisher and day from the metadata of a page, and none of its code', async () => {
    const page = await pageOf(/^briefings\/.*envoys-meet\/index\.html$/);
    expect(page).toContain('Example Post');
    expect(page).toContain('2022-02-15');
    expect(page).not.toContain('window.bad');
  });

  test('marks what the editor supplied', async () => {
    const page = await pageOf(/^briefings\/.*governors-meet\/index\.html$/);
    expect(page).toContain('Harbour Post');
    expect(page).toContain('(according to the editor)');
    expect(page).toMatch(
      /Editor’s note[\s\S]*Compare this with the <em>other<\/em> reports[\s\S]{0,40}Ada Doe, 2022-02-17/,
    );
  });

  test('publishes a page of one’s own and links to it', async () => {
    expect(await pageOf(/^about\/index\.html$/)).toMatch(
      /<h1[^>]*>About us<\/h1>[\s\S]*<strong>few<\/strong>/,
    );
    expect(await pageOf(/^index\.html$/)).toMatch(/href="about\/"[^>]*>About us/);
  });

  test('shows the logo', async () => {
    expect(await pageOf(/^index\.html$/)).toContain('src="logo.svg"');
    expect(paths).toContain('logo.svg');
  });

  test('refuses to start a second folder in the same place', async () => {
    expect(await runCommand('new', desk.root)).toMatchObject({ status: 2 });
  });
});
