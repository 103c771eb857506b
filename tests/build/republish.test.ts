/** Sources that are not republished in full: nothing of their other words is published anywhere. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, digestFolder, type Run, runBuild, runCommand, setUpDesk } from './run-build.ts';

const QUOTED = 'The mayor said: “The harbour will open again when the storm is over and the pier is safe.”';
const CLOSED = 'Behind the old warehouse a row of wooden boats lay upside down under a thick cover of snow.';
const COUNTED = 'More than 4,000 people were waiting for a ferry on Sunday evening.';
const seed = (headline: string): string =>
  `${headline}\n\n${QUOTED}\n\n${CLOSED}\n\nNobody could say who owned them, and nobody in the village seemed to mind.\n\n${COUNTED}\n`;

let desk: Desk;
let run: Run;
let paths: string[];

beforeAll(async () => {
  desk = await setUpDesk();
  for (const name of await readdir(desk.seeds)) await rm(join(desk.seeds, name));
  for (const folder of ['themes', 'references.csv'])
    await rm(join(desk.content, folder), { recursive: true });
  await writeFile(
    join(desk.seeds, '1_full.txt'),
    'Island council meets\n\nThe council of the island met on Friday, and the talks went on until late in the evening.\n',
  );
  await writeFile(join(desk.seeds, '2_quoted.txt'), seed('Storm shuts harbour'));
  await writeFile(join(desk.seeds, '2_quoted.yaml'), 'republish: quotations\n');
  await writeFile(
    join(desk.seeds, '3_none.txt'),
    'Chess club wins title\n\n“We never thought of the trophy at all,” the captain of the club told reporters after the last game.\n\nA band played in the square until the last of the guests had gone home.\n',
  );
  await writeFile(
    join(desk.seeds, 'sources.csv'),
    'file,url,republish\n3_none.txt,https://news.example/chess,none\n',
  );
  run = await runBuild(desk, '--site', 'https://briefings.example.org/');
  paths = [...(await digestFolder(desk.out)).keys()];
}, 120_000);

afterAll(() => rm(desk.root, { recursive: true }));

const pageOf = (path: string): Promise<string> => readFile(join(desk.out, path), 'utf8');
/** Published files below which words stand, the compressed search index aside. */
const filesWith = async (words: string): Promise<string[]> => {
  const found: string[] = [];
  for (const path of paths) if ((await pageOf(path)).includes(words)) found.push(path);
  return found;
};

describe('a source of which only quotations are republished', () => {
  test('is built', () => expect(run).toMatchObject({ status: 0 }));

  test('shows its cited lines, and says so', async () => {
    const page = await pageOf('briefings/2-storm-shuts-harbour/index.html');
    for (const words of ['Storm shuts harbour', 'open again when the storm is over', '4,000'])
      expect(page).toContain(words);
    expect(page).toContain('only the lines that this site cites are republished');
  });

  test('has no other words in any file', async () => {
    expect(await filesWith('wooden boats')).toEqual([]);
    expect(await filesWith('seemed to mind')).toEqual([]);
  });

  test('keeps numbers, statuses and rules', async () => {
    const { lines } = JSON.parse(await pageOf('sources/2/lines.json')) as { lines: object[] };
    expect(lines[4]).toMatchObject({ n: 5, status: 'kept', text: '' });
    expect(await pageOf('sources/2/index.html')).toMatch(/id="L5"[\s\S]*Not republished/);
    expect(paths).not.toContain('sources/2/raw.txt');
  });
});

describe('a source that is not republished', () => {
  test('shows its headline and the link to the original', async () => {
    const page = await pageOf('briefings/3-chess-club-wins-title/index.html');
    expect(page).toContain('Chess club wins title');
    expect(page).toContain('href="https://news.example/chess"');
    expect(page).toContain('The text of this source is not republished here');
  });

  test('has no other words in any file', async () => {
    expect(await filesWith('the trophy')).toEqual([]);
    expect(await filesWith('the last of the guests')).toEqual([]);
  });
});

test('publishes all of a source beside them', async () => {
  expect(await pageOf('sources/1/raw.txt')).toContain('until late in the evening');
});

test('is verified on a downloaded copy', async () => {
  expect((await runCommand('verify', desk.out)).status).toBe(0);
});

test('refuses another word, with its line', async () => {
  await writeFile(join(desk.seeds, '2_quoted.yaml'), 'republish: some\n');
  const refused = await runBuild(desk);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/2_quoted\.yaml:1 .*expected `full`, `quotations` or `none`/);
});
