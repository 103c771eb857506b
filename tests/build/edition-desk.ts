/**
 * A site that uses what the five seeds leave out: an address, a contact, cards, an edition that was
 * recorded, and articles with stated facts, in another direction, and with words that mean to be markup.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Desk, runBuild, runCommand, setUpDesk } from './run-build.ts';

export const ADDRESS = 'https://briefings.example.org/news/';

/** What the record says; its headline and publisher mean to leave the element that they stand in. */
export const STATED = {
  title: 'Harbour </script><script>alert(1)</script> shut “for days”',
  publisher: 'The <Quay> & "Post"',
  author: 'Ada Berg',
  date: '2022-03-04',
  url: 'https://example.org/harbour?a=1&b="2"',
} as const;

const ARABIC =
  'وزير الخارجية يحذر من العقوبات\n\nقال الوزير يوم الثلاثاء إن العقوبات لن تغير موقف الحكومة من المفاوضات الجارية.\n\nوأضاف أن المحادثات ستستمر الأسبوع المقبل في العاصمة.\n';

/** Builds it in a folder of its own. */
export async function buildEditionSite(): Promise<Desk> {
  const desk = await setUpDesk();
  const recorded = await runCommand(
    'edition',
    '--seeds',
    desk.seeds,
    '--content',
    desk.content,
    'Spring <b>',
  );
  if (recorded.status !== 0) throw new Error(`no edition was recorded:\n${recorded.stderr}`);
  const seedOf = async (start: string): Promise<string> =>
    join(desk.seeds, (await readdir(desk.seeds)).find((name) => name.startsWith(start)) ?? 'none');
  const moved = await seedOf('003_');
  const [, ...lines] = (await readFile(moved, 'utf8')).split('\n');
  await writeFile(moved, ['Britain sees no proof of a plan', ...lines].join('\n'));
  await rm(await seedOf('004_'));
  const text =
    'The harbour was shut on Friday, the mayor said.\n\nSanctions on two ships begin “at once”, she said.';
  await writeFile(join(desk.seeds, '011_harbour.jsonl'), `${JSON.stringify({ id: 'h', ...STATED, text })}\n`);
  await writeFile(join(desk.seeds, '012_arabic.txt'), ARABIC);
  await mkdir(join(desk.content, 'pages'));
  await writeFile(
    join(desk.content, 'pages', 'about.md'),
    '---\ntitle: About\ndescription: Who makes this site\n---\n\nA desk of *two*.\n\n- by day\n- by night\n',
  );
  const settings = `address: ${ADDRESS}\ncontact: mailto:desk@example.org\ncards: true\n`;
  const path = join(desk.content, 'site.yaml');
  await writeFile(path, (await readFile(path, 'utf8')) + settings);
  const run = await runBuild(desk);
  if (run.status !== 0)
    throw new Error(`the site with an edition does not build:\n${run.stderr}${run.stdout}`);
  return desk;
}
