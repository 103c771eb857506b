import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { createReader } from './reader.ts';
import { linesOf, type SeedLine } from './seed-line.ts';
import { STRUCTURE_RULES } from './structure.ts';
import { createThemeMatcher } from './tag-themes.ts';

function readLines(text: string): readonly SeedLine[] {
  const reader = createReader({ themes: [], matcher: createThemeMatcher([]) });
  const file = new VFile({ value: text });
  const tree = reader.parse(file);
  reader.runSync(tree, file);
  return linesOf(tree);
}

describe('the table of structure rules', () => {
  it.each(
    STRUCTURE_RULES.flatMap(({ id, examples }) =>
      examples.map(({ text, takes }) => [id, takes, text] as const),
    ),
  )('%s takes lines %j of its example', (id, takes, text) => {
    const taken = readLines(text).filter((line) => line.rule === id);
    expect(taken.map(({ n }) => n)).toEqual(takes);
  });

  it('never decides about a line twice in its examples', () => {
    for (const { text } of STRUCTURE_RULES.flatMap(({ examples }) => examples))
      for (const line of readLines(text))
        expect(line.status !== 'kept' && line.rule === undefined).toBe(false);
  });
});

/** Line numbers with text that were not kept. */
function takenOut(text: string): number[] {
  return readLines(text)
    .filter(({ status }) => status !== 'kept')
    .map(({ n }) => n);
}

const HEAD = 'Storm shuts the old port for a day';
const P1 = 'The port was shut for a day after the storm, its master told reporters on Monday morning.';
const P2 = 'Boats went back to sea on Tuesday, when the wind had gone down and the bar was calm again.';

describe('pages', () => {
  it.each([
    ['keeps a clean text whole', [P1, P2], []],
    ['keeps a closing list of results', [P1, P2, '- Harbour 2, Bay 1', '- Cape 0, Sound 0'], []],
    [
      'keeps figures above the first words of a text without furniture',
      [
        'Boats 4.2 vs 4.9',
        'Crews 31 vs 29',
        'Year',
        'Boats 16.8 vs 17.1',
        'Crews 118 vs 121',
        'Port shut for a day after storm',
        P1,
        P2,
      ],
      [],
    ],
    [
      'keeps a numbered crosshead among furniture',
      [
        P1,
        ...['Share', 'Search', 'Menu', 'Save', 'Print', 'Listen'],
        '2. Boats return',
        'Boats went back to sea when the wind went down.',
      ],
      [3, 5, 7, 9, 11, 13],
    ],
    [
      'keeps a first sentence of the reporter’s own over furniture',
      ['We met the sailors whose story moved us all.', 'Advertisement', P1, P2],
      [3],
    ],
    [
      'keeps a last sentence of the reporter’s own under furniture',
      [P1, P2, 'Advertisement', 'We will all tell the story of the storm to our children one day.'],
      [5],
    ],
    ['keeps a short sentence that is said twice', [P1, 'It was all over.', 'It was all over.', P2], []],
    ['keeps a speech label at the end', [P1, P2, 'The agency says:'], []],
    ['keeps a lone sentence after the last paragraph', [P1, P2, 'He did not say more.'], []],
    ['keeps crossheads', [P1, 'Storm damage', P2, 'Wind goes down', P1.replace('port', 'pier')], []],
    ['keeps a question as crosshead', [P1, 'What will the boats do?', P2], []],
    [
      'keeps entries of a list under the name they open with',
      [P1, 'Norrvik: Norrvik has sent ten boats.', 'Old Harbour: The Old Harbour has sent two.', P2],
      [],
    ],
    [
      'keeps crossheads in capitals',
      [HEAD, P1, 'PORT SHUT FOR A DAY', P2, 'BOATS GO BACK TO SEA', P1.replace('port', 'pier')],
      [],
    ],
    [
      'keeps one line with a colon that is no caption',
      [P1, 'The message was clear: The port would not open.', P2],
      [],
    ],
  ])('%s', (_, lines, expected) => {
    expect(takenOut(lines.join('\n\n'))).toEqual(expected);
  });
});
