import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { publisherKey } from './publisher-key.ts';
import { createReader } from './reader.ts';
import { createRepetition, findRepeats, profileText, type TextProfile } from './repetition.ts';
import { createSeedLine, linesOf, type SeedLine } from './seed-line.ts';
import { speaksOfPage } from './speaks-of-page.ts';
import { createThemeMatcher } from './tag-themes.ts';

interface Text {
  readonly text: string;
  readonly publisher?: string | undefined;
}

const reader = createReader({ themes: [], matcher: createThemeMatcher([]) });

/** Each text's lines after reading, with what the others have in common with it. */
function readAll(texts: readonly Text[]): readonly (readonly SeedLine[])[] {
  const repetition = createRepetition();
  const profiles = texts.map(({ text, publisher }) =>
    profileText(linesOf(reader.parse(new VFile({ value: text }))), publisher),
  );
  for (const profile of profiles) repetition.add(profile);
  const repeated = repetition.settle();
  return texts.map(({ text }, at) => {
    const file = new VFile({ value: text });
    const tree = reader.parse(file);
    file.data.repeats = findRepeats(profiles[at] as TextProfile, repeated);
    reader.runSync(tree, file);
    return linesOf(tree);
  });
}

const TOPICS = ['bridge', 'market', 'school', 'theatre', 'station', 'museum', 'airport', 'stadium'];

/** A report on one topic, unlike the others, with words put into it. */
function report(topic: string, middle: readonly string[], end: readonly string[] = []): string {
  return [
    `Town plans a new ${topic}`,
    `The council voted on Monday to build a ${topic} that will cost more than anybody in the town had expected.`,
    `Work on the ${topic} begins in spring, and the mayor hopes to open it before the end of his second term.`,
    ...middle,
    `Neighbours of the ${topic} have gone to court, because they fear noise and dust for the next three years.`,
    `The ${topic} was first drawn in 1999, when an older plan had failed for want of money and of a place.`,
    ...end,
  ].join('\n\n');
}

const ofMany = (
  count: number,
  middle: readonly string[],
  end?: readonly string[],
  publisher?: string,
): Text[] => TOPICS.slice(0, count).map((topic) => ({ text: report(topic, middle, end), publisher }));

const NOTICE = 'You can follow our coverage of the town on the Bay News channel, free of charge.';
const BACKGROUND = 'The town has been without a harbour master since the storm of last November.';
const TEASER = 'Bay News Weekend Crossword Club';

/** What the texts have in common, and what becomes of it in each of them. */
const CASES: readonly (readonly [name: string, texts: readonly Text[], words: string, taken: boolean])[] = [
  ['a fragment in three texts', ofMany(3, [TEASER]), TEASER, true],
  ['a fragment in two texts of one publisher', ofMany(2, [TEASER], [], 'bay'), TEASER, false],
  ['a sentence on the page in three texts of one publisher', ofMany(3, [NOTICE], [], 'bay'), NOTICE, true],
  ['a sentence on the page in the middle of three texts of nobody', ofMany(3, [NOTICE]), NOTICE, false],
  ['a sentence on the page at the end of three texts', ofMany(3, [], [NOTICE]), NOTICE, true],
  ['background at the end of three texts', ofMany(3, [], [BACKGROUND]), BACKGROUND, false],
  ['background of one publisher, for years', ofMany(8, [BACKGROUND], [], 'bay'), BACKGROUND, false],
  ['background at the end, of one publisher', ofMany(8, [], [BACKGROUND], 'bay'), BACKGROUND, false],
  [
    'a crosshead that asks',
    ofMany(8, ['What happens to the site now?'], [], 'bay'),
    'What happens to the site now?',
    false,
  ],
  [
    'a crosshead that the text takes up',
    ofMany(8, ['Neighbours in court again'], [], 'bay'),
    'Neighbours in court again',
    false,
  ],
  [
    'words of a wire report that three outlets print',
    ['bay', 'cape', 'sound'].map((publisher) => ({ text: report('bridge', [TEASER, NOTICE]), publisher })),
    TEASER,
    false,
  ],
  [
    'words of one publisher’s updates of one report',
    ['a fourth', 'a fifth', 'a sixth'].map((day) => ({
      text: `${report('bridge', [TEASER])}\n\nThe hearing was put off for ${day} day, the court said in a note.`,
      publisher: 'bay',
    })),
    TEASER,
    false,
  ],
];

describe('lines that several texts print', () => {
  it.each(CASES)('%s', (_, texts, words, taken) => {
    for (const lines of readAll(texts)) {
      const line = lines.find(({ text }) => text === words);
      expect([line?.rule, line?.status]).toEqual(
        taken ? ['repeated-over-files', 'removed'] : [line?.rule, 'kept'],
      );
    }
  });

  it('tells the editor of those that it leaves', () => {
    const [lines] = readAll(ofMany(3, [BACKGROUND], [], 'bay'));
    expect(lines?.find(({ text }) => text === BACKGROUND)?.doubtful).toBe(
      'the same line stands in several files of the publisher',
    );
  });

  it('counts a publisher’s own texts where its share of all is small', () => {
    // 160 other texts: three of 163 are below the share that is asked of the corpus.
    const others = Array.from({ length: 160 }, (_, n) => ({ text: report(`pier number ${n}`, []) }));
    const statusOf = (publisher: string | undefined) =>
      readAll([...ofMany(3, [TEASER], [], publisher), ...others])[0]?.find(({ text }) => text === TEASER)
        ?.status;
    expect([statusOf('bay'), statusOf(undefined)]).toEqual(['removed', 'kept']);
  });

  it('does not depend on the order of the texts', () => {
    const texts = [...ofMany(4, [TEASER, BACKGROUND], [NOTICE], 'bay'), ...ofMany(8, [TEASER]).slice(4)];
    const decided = (order: readonly Text[]) =>
      readAll(order)
        .map((lines) => lines.map(({ text, status, rule }) => [text, status, rule].join('|')).join('\n'))
        .sort();
    expect(decided(texts.toReversed())).toEqual(decided(texts));
  });
});

describe('speaksOfPage', () => {
  it.each([
    [NOTICE, true],
    ['If you liked this story, share it with a friend of yours.', true],
    ['Sign up for our newsletter to get the news of the town every morning.', true],
    [BACKGROUND, false],
    ['“You will read our story in every newspaper,” the mayor said.', false],
    ['We will fight on, and our children will fight on after us.', false],
    ['The bishops of the US lead a group that brings vaccine coverage to readers of every tongue.', false],
    ['– We will pay for the app, and you will have it by the spring.', false],
    ['Our reporters were beaten, the editor told the court.', false],
  ])('%s', (text, expected) => {
    expect(speaksOfPage(createSeedLine(1, 1, text, true).look)).toBe(expected);
  });
});

describe('publisherKey', () => {
  const first = (text: string) => createSeedLine(1, 1, text, true);
  it.each([
    ['the editor before metadata', {}, { publisher: 'Bay News' }, '', 'baynews'],
    [
      'metadata before the address',
      { publisher: 'The Bay News', url: 'https://cape.example/1' },
      undefined,
      '',
      'baynews',
    ],
    [
      'the host of the address',
      { url: 'https://www.bay.example/a/1' },
      undefined,
      'Ferry halts – Cape Post',
      'bay.example',
    ],
    ['the suffix of the first line', {}, undefined, 'Ferry halts service – Cape Post', 'capepost'],
    ['no suffix that is a clause', {}, undefined, 'Ferry halts service – what we know', undefined],
    ['an address that is none', { url: 'bay' }, undefined, 'Ferry halts service', undefined],
  ])('is %s', (_, facts, editor, line, expected) => {
    expect(publisherKey(facts, editor, first(line))).toBe(expected);
  });
});
