/**
 * A page that is not composed again is the page that would be composed: where two runs give a page the same
 * key, it is the same, whatever was changed between them.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateNumbers } from '../../../tests/generate-numbers.ts';
import { readCorpus } from '../brief.ts';
import { begin, type Folders } from '../keep/edited-desk.fixture.ts';
import { type DeferredPage, nameOf, type Page } from '../write/serialise.ts';
import { composeBriefings } from './compose-briefing.ts';
import { composeNames } from './compose-names.ts';
import { composeSources } from './compose-sources.ts';
import { composeThemes } from './compose-themes.ts';
import { indexCorpus } from './index-corpus.ts';
import { restrictCorpus } from './restrict-corpus.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sourceline-keys-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** As many that names and themes are cut into parts. */
const STORIES = 100;

const GIVEN = ['Olga', 'Piet', 'Ines', 'Tomas', 'Aino', 'Marek', 'Lena', 'Hugo', 'Karin', 'Emil'];
const SURNAMES = [
  'Brandt',
  'Verhoef',
  'Calado',
  'Hron',
  'Saari',
  'Dusil',
  'Falk',
  'Almeida',
  'Ostby',
  'Novak',
];
const TOPICS = ['bridge', 'harbour', 'school', 'market', 'tram', 'library', 'dam', 'theatre', 'road', 'mill'];

/** People of one topic: what is written of it names no others, and a change is no matter of all stories. */
const peopleOf = (topic: number): string[] =>
  [0, 3, 7].map((shift) => `${GIVEN[topic]} ${SURNAMES[(topic + shift) % SURNAMES.length]}`);

/** Each of them says something else with another person, topic or number. */
const SENTENCES: readonly ((one: string, other: string, topic: string, count: number) => string)[] = [
  (one, other, topic) => `${one} told reporters that the ${topic} would wait for ${other}.`,
  (one, _, topic) => `“We will not leave the ${topic} to the storm,” said ${one}.`,
  (_, other, topic, count) => `More than ${count} people signed a letter on the ${topic}, ${other} said.`,
  (one, _, topic) => `The council votes on the ${topic} in spring, according to Mayor ${one}.`,
  (_, __, topic, count) =>
    `About ${count} troops helped to secure the ${topic} after the storm in the north.`,
  (one, other) => `${one} and ${other} met in the town hall on Tuesday and spoke for an hour.`,
  (_, __, topic) => `Nobody expects the work on the ${topic} to be cheap, short or quiet this time.`,
  (one, _, topic, count) => `“It will cost ${count} crowns, and the ${topic} is worth it,” ${one} added.`,
  (_, other, topic) => `Engineers who had looked at the ${topic} sent their report to ${other} in June.`,
  (_, __, topic, count) => `The old ${topic} stood for ${count} years before the flood took half of it away.`,
];

function writeStory(random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const at = Math.floor(random() * TOPICS.length);
  const [topic = '', people, count] = [TOPICS[at], peopleOf(at), 1000 + Math.floor(random() * 40) * 50];
  const place = at % 2 === 0 ? 'In Norrvik it is cold. ' : '';
  const paragraphs = Array.from(
    { length: 5 },
    () => place + [0, 1].map(() => pick(SENTENCES)(pick(people), pick(people), topic, count)).join(' '),
  );
  return [`Plans for the ${topic} cost ${count} crowns`, ...paragraphs, ''].join('\n\n');
}

/** What a person changes between two runs. */
async function change(
  { seedsDir, contentDir }: Folders,
  random: () => number,
  step: number,
): Promise<string> {
  const stories = (await readdir(seedsDir)).filter((name) => name.endsWith('.txt')).sort();
  const story = join(seedsDir, stories[Math.floor(random() * stories.length)] ?? '');
  const theme = join(contentDir, 'themes/works.md');
  const changes: Readonly<Record<string, () => Promise<void>>> = {
    'another story': () => writeFile(join(seedsDir, `new${step}.txt`), writeStory(random)),
    'a story told anew': () => writeFile(story, writeStory(random)),
    'one story less': () => rm(story),
    'another headline': async () =>
      writeFile(story, (await readFile(story, 'utf8')).replace(/^.*/, `A headline of step ${step}`)),
    'another name in a story': async () =>
      writeFile(story, (await readFile(story, 'utf8')).replaceAll(/Olga|Piet|Ines/g, 'Nils')),
    'a theme with another title': async () =>
      writeFile(theme, (await readFile(theme, 'utf8')).replace(/title: .*/, `title: Works ${step}`)),
    'a story shown in part': () =>
      writeFile(story.replace(/txt$/, 'yaml'), `republish: ${random() < 0.5 ? 'quotations' : 'none'}\n`),
    'a story told in one sentence': async () => {
      const [sentence = ''] = /(?<=\n)[^\n]{20,}?[.](?= |\n)/.exec(await readFile(story, 'utf8')) ?? [];
      await writeFile(story.replace(/txt$/, 'yaml'), `brief: [${JSON.stringify(sentence)}]\n`);
    },
    'another spelling of a name': async () =>
      writeFile(story, (await readFile(story, 'utf8')).replaceAll('Almeida', 'Almeyda')),
    'a name on the list': () =>
      writeFile(
        join(contentDir, 'names/people.yaml'),
        `- id: one-more\n  name: ${peopleOf(step).at(-1)}\n  prominent: true\n`,
      ),
  };
  const [what = ''] = Object.keys(changes).slice(Math.floor(random() * Object.keys(changes).length));
  await changes[what]?.();
  return what;
}

async function composePages({ seedsDir, contentDir }: Folders): Promise<Map<string, Page | DeferredPage>> {
  const { known } = await readCorpus({ seedsDir, contentDir, version: 'v1', onStage: () => {} });
  if (!known) throw new Error('the folder of the test has a mistake');
  const themes = known.editorial.themes.map(({ theme }) => theme);
  const index = indexCorpus(restrictCorpus(known.corpus, 'full', new Set()), themes);
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

/** Where pages with the same key were compared. */
const kinds = new Set<string>();

test.each([1, 4])(
  'a page with the same key is the same page: sequence %i',
  async (seed) => {
    const random = generateNumbers(seed);
    const folders = await begin(root, random, 0);
    const { seedsDir, contentDir } = folders;
    for (let at = 0; at < STORIES; at += 1) await writeFile(join(seedsDir, `${at}.txt`), writeStory(random));
    await writeFile(join(contentDir, 'names/places.yaml'), '- id: norrvik\n  name: Norrvik\n');
    let before = await composePages(folders);
    for (let step = 0; step < 8; step += 1) {
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
  },
  60_000,
);

test('where there was something to compare: keys that are never the same prove nothing', () => {
  for (const kind of [
    ...['briefings/', 'sources/', 'people/', 'places/norrvik/lines/'],
    ...['themes/works/lines/', 'themes/works/print/'],
  ])
    expect(kinds).toContain(kind);
});

test.each<[string, RegExp, readonly string[], string]>([
  [
    'a name beside it gets a page of its own',
    /^people\/lena-falk\./,
    [
      'Talks in the hall\n\nLena Falk told reporters that it would snow. Marek Dusil told reporters that it would not.\n',
      'Bridge is late\n\nLena Falk told reporters that the bridge would not be open before the spring.\n',
    ],
    'Mill burns\n\nMarek Dusil told reporters that the mill had burnt for two days and two nights.\n',
  ],
  [
    'who speaks for it is named elsewhere',
    /^organisations\/harbour-board\./,
    [
      'Harbour waits\n\nHarbour Board spokesman Jens Holm told reporters that the ice was to blame.\n',
      'Ice breaks\n\nJens Holm told reporters that the ice had broken in the night, a week too late.\n',
      'Board meets\n\nThe Harbour Board met on Friday, and nobody was told what it had talked about.\n',
    ],
    'Ferry is late\n\nJens Holm told reporters that the ferry had left late and would be late again.\n',
  ],
])('a page has another key where %s', async (_, wanted, stories, another) => {
  const find = (pages: ReadonlyMap<string, Page | DeferredPage>): Page | DeferredPage | undefined =>
    [...pages].find(([name]) => wanted.test(name))?.[1];
  const folders = await begin(root, generateNumbers(1), 0);
  await writeFile(
    join(folders.contentDir, 'names/organisations.yaml'),
    '- id: harbour-board\n  name: Harbour Board\n',
  );
  for (const [at, story] of stories.entries()) await writeFile(join(folders.seedsDir, `${at}.txt`), story);
  const before = find(await composePages(folders));
  await writeFile(join(folders.seedsDir, 'another.txt'), another);
  const after = find(await composePages(folders));
  if (!isDeferred(before) || !isDeferred(after)) throw new Error(`there is no ${wanted}`);
  expect(after.compose()).not.toEqual(before.compose());
  expect(after.key).not.toBe(before.key);
});

test('a name is printed as what is shown of it says, whatever a source that is not shown prints', async () => {
  const folders = await begin(root, generateNumbers(1), 0);
  await writeFile(
    join(folders.contentDir, 'names/places.yaml'),
    '- id: norrvik\n  name: Norrvik\n  aliases: [Norvik]\n',
  );
  await writeFile(
    join(folders.seedsDir, 'shown.txt'),
    'Ferry is late\n\nThe ferry to Norvik left late on Monday, and the one from Norrvik did not leave at all.\n',
  );
  const hidden = join(folders.seedsDir, 'hidden.txt');
  await writeFile(hidden, 'Mill burns\n\nThe mill of Norrvik burnt for two days and for two nights.\n');
  await writeFile(hidden.replace(/txt$/, 'yaml'), 'republish: none\n');
  const composeNorrvik = async (): Promise<Page | undefined> => {
    const page = (await composePages(folders)).get('places/norrvik.json');
    return isDeferred(page) ? page.compose() : page;
  };
  const withHidden = await composeNorrvik();
  await rm(hidden);
  await rm(hidden.replace(/txt$/, 'yaml'));
  expect(withHidden?.matter.path).toBe('/places/norrvik/');
  expect(withHidden).toEqual(await composeNorrvik());
});
