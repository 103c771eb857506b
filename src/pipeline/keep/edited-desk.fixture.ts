/** Made-up reports that share what articles share, and what a person changes between two builds. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const TOPICS = ['bridge', 'harbour', 'school', 'market'] as const;
const PEOPLE = ['Olga Brandt', 'Piet Verhoef', 'Minister Olga Brandt', 'Ines Calado'] as const;

const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

/** A report that shares names, surnames alone, a quotation, numbers and page furniture with others. */
function writeReport(random: () => number): string {
  const [topic, person] = [pick(TOPICS, random), pick(PEOPLE, random)];
  const surname = pick(['Brandt', 'Verhoef', 'Calado'], random);
  const count = 1000 + Math.floor(random() * 5) * 500;
  return [
    `Council votes on the ${topic} of Norrvik`,
    'Share this page with friends of the Bay News',
    `The council of Norrvik voted on Monday to pay for the ${topic}, ${person} told reporters in the town hall.`,
    `${surname} said the ${topic} had waited long enough. “We will not leave the ${topic} to the storm,” said ${surname}.`,
    random() < 0.5
      ? `More than ${count} people signed a letter against the plan, according to the police in Norrvik.`
      : `About ${count} troops helped to secure the ${topic} after the storm, the Ministry of Transport said.`,
    `Work on the ${topic} begins in spring ${2020 + Math.floor(random() * 4)}, and nobody in Norrvik expects it to be cheap or short.`,
    'Read more about Norrvik in our Saturday paper',
    '',
  ].join('\n\n');
}

export interface Folders {
  readonly seedsDir: string;
  readonly contentDir: string;
}

/** A folder of `count` reports below `root`, with a theme and a name that the editor has. */
export async function begin(root: string, random: () => number, count = 7): Promise<Folders> {
  const [seedsDir, contentDir] = [join(root, 'seeds'), join(root, 'content')];
  for (const folder of ['seeds', 'content/themes', 'content/names'])
    await mkdir(join(root, folder), { recursive: true });
  for (let at = 0; at < count; at += 1)
    await writeFile(join(seedsDir, `${at}_report.txt`), writeReport(random));
  await writeFile(join(contentDir, 'site.yaml'), 'title: Bay\ndescription: News of the bay.\n');
  await writeTheme(contentDir, 2);
  await writeNames(contentDir, 'Olga Brandt');
  return { seedsDir, contentDir };
}

const writeTheme = (contentDir: string, weight: number): Promise<void> =>
  writeFile(
    join(contentDir, 'themes/works.md'),
    `---\norder: 1\ntitle: Works\ndefinition: What is built.\nterms:\n  - { term: bridge*, weight: ${weight} }\n  - { term: council, weight: 1.5 }\n  - { term: storm, weight: 1 }\n---\n\nText.\n`,
  );

const writeNames = (contentDir: string, name: string): Promise<void> =>
  writeFile(join(contentDir, 'names/people.yaml'), `- id: olga-brandt\n  name: ${name}\n  prominent: true\n`);

/** One change of a person who works on the seeds and the editor's files. */
export async function change(
  { seedsDir, contentDir }: Folders,
  random: () => number,
  step: number,
): Promise<string> {
  const seeds = (await readdir(seedsDir)).filter((name) => name.endsWith('.txt')).sort();
  const seed = join(seedsDir, pick(seeds, random));
  const sidecar = seed.replace(/txt$/, 'yaml');
  const kind = pick(
    ['add', 'edit', 'rename', 'delete', 'theme', 'names', 'sidecar', 'nothing'] as const,
    random,
  );
  if (kind === 'add') await writeFile(join(seedsDir, `new${step}.txt`), writeReport(random));
  if (kind === 'edit') await writeFile(seed, writeReport(random));
  if (kind === 'rename' || (kind === 'delete' && seeds.length > 4)) {
    await rm(sidecar, { force: true });
    await (kind === 'rename' ? rename(seed, join(seedsDir, `moved${step}.txt`)) : rm(seed));
  }
  if (kind === 'theme') await writeTheme(contentDir, 1 + Math.floor(random() * 4));
  if (kind === 'names')
    await writeNames(contentDir, pick(['Olga Brandt', 'Ines Calado', 'Ada Verhoef'], random));
  if (kind === 'sidecar')
    await writeFile(
      sidecar,
      pick(
        [
          'publisher: Bay News\n',
          'published: "2022-02-16"\ntheme: works\n',
          'publish: false\nreason: a copy\n',
          'republish: quotations\n',
          "note: See [[999:3 'nobody wrote this']].\n",
        ],
        random,
      ),
    );
  return kind;
}
