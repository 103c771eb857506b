import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readThemes } from './themes.ts';

const good =
  '---\norder: 4\ntitle: Energy\ndefinition: Gas and oil.\nterms:\n  - { term: pipeline*, weight: 2 }\n---\n\nHello.\n';
const fileOf = (value: string, path = 'content/themes/energy.md'): VFile => new VFile({ path, value });

const readTheme = (file: VFile) => readThemes([file])[0]?.theme;

describe('readThemes', () => {
  test('reads a theme whose id is the file name', () => {
    expect(readTheme(fileOf(good))).toMatchObject({
      id: 'energy',
      order: 4,
      body: 'Hello.',
      comparisons: [],
      needs: [],
    });
  });

  test('reads what a Windows editor saved', () => {
    expect(readTheme(fileOf(`\uFEFF${good.replaceAll('\n', '\r\n')}`))?.body).toBe('Hello.');
  });

  test.each([
    ['no front matter', 'Hello.', 1, 'does not start with front matter, expected `---`, settings, `---`'],
    [
      'a term without weight',
      good.replace(', weight: 2', ''),
      6,
      '`terms`, entry 1, `weight` is missing, expected a number from 0.1 to 5',
    ],
    [
      'a theme without terms',
      good.replace(/terms:\n.*\n/, ''),
      2,
      '`terms` is missing, expected a list of terms with weights, such as `- { term: pipeline*, weight: 2 }`',
    ],
    [
      'a wildcard inside a word',
      good.replace('pipeline*', 'pipe*line'),
      6,
      '`terms`, entry 1, `term`: expected a word or phrase of 2 to 80 characters, `*` only at its end',
    ],
    [
      'a term without a letter',
      good.replace('pipeline*', '"--*"'),
      6,
      '`terms`, entry 1, `term`: expected a word or phrase of 2 to 80 characters, `*` only at its end',
    ],
    [
      'a misspelt key',
      good.replace('title', 'titel'),
      3,
      '`titel` is not known here, expected one of `order`, `title`, `definition`, `terms`, `needs`, `deeds`, `author`, `date`, `comparisons`',
    ],
    [
      'a need that is no word',
      good.replace('---\n\nHello', 'needs:\n  - gas\n  - "*"\n---\n\nHello'),
      9,
      '`needs`, entry 2: expected a word or phrase of 2 to 80 characters, `*` only at its end',
    ],
    [
      'a verb in another form of words',
      good.replace(
        '---\n\nHello',
        'deeds:\n  title: Who moves\n  who: Whose\n  verbs:\n    - move\n    - will send\n  objects: [tank*]\n---\n\nHello',
      ),
      12,
      '`deeds`, `verbs`, entry 2: expected a verb such as `deploy`, with past and participle after slashes where they are irregular or double a letter, such as `send/sent` or `withdraw/withdrew/withdrawn`',
    ],
    [
      'a blank heading of deeds',
      good.replace(
        '---\n\nHello',
        'deeds:\n  title: " "\n  who: Whose\n  verbs: [move]\n  objects: [tank*]\n---\n\nHello',
      ),
      8,
      '`deeds`, `title`: expected a heading, such as `Who is reported to be moving what`',
    ],
    [
      'a blank heading of names',
      good.replace(
        '---\n\nHello',
        'deeds:\n  title: Who moves\n  who: " "\n  verbs: [move]\n  objects: [tank*]\n---\n\nHello',
      ),
      9,
      '`deeds`, `who`: expected what stands over the names, such as `Whose forces`',
    ],
    [
      'a day that is none',
      good.replace('---\n\nHello', 'date: "2022-02-31"\n---\n\nHello'),
      7,
      '`date`: expected a date such as `2022-02-16`',
    ],
  ])('names file and line of %s', (_name, value, line, reason) => {
    const file = fileOf(value);
    expect(readTheme(file)).toBeUndefined();
    expect(file.messages.map((message) => [message.line, message.reason])).toContainEqual([line, reason]);
  });

  test('refuses a theme that lists a term twice, in whatever letters', () => {
    const file = fileOf(good.replace('---\n\nHello', '  - { term: Pipeline*, weight: 1 }\n---\n\nHello'));
    expect(readTheme(file)).toBeUndefined();
    expect(file.messages).toMatchObject([
      { line: 7, reason: '`Pipeline*` is the term at line 6 already, expected it once', fatal: true },
    ]);
  });

  test('keeps a term in capitals beside the same word in small letters', () => {
    const file = fileOf(
      good.replace(
        '---\n\nHello',
        '  - { term: GAS, weight: 1 }\n  - { term: gas, weight: 2 }\n---\n\nHello',
      ),
    );
    expect(readTheme(file)?.terms).toHaveLength(3);
  });

  test('leaves out the second of two themes with one title', () => {
    const files = [fileOf(good), fileOf(good.replace('Energy', 'ENERGY'), 'content/themes/power.md')];
    expect(readThemes(files).map(({ theme }) => theme.id)).toEqual(['energy']);
    expect(files[1]?.messages).toMatchObject([
      {
        line: 3,
        reason: '`ENERGY` is the title at content/themes/energy.md:3 already, expected one of its own',
        fatal: true,
      },
    ]);
  });

  test('refuses a file name that is no address', () => {
    expect(readTheme(fileOf(good, 'content/themes/Ener gy.md'))).toBeUndefined();
  });
});
