import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { annotateTexts, listFiles, lists } from '../language/read-lists.fixture.ts';
import { readNames } from './names.ts';

/** Messages as `line: reason`, of one list. */
function mistakesIn(value: string, path = 'content/names/people.yaml'): readonly string[] {
  const file = new VFile({ path, value });
  readNames([file]);
  expect(file.messages.every(({ fatal }) => fatal)).toBe(true);
  return file.messages.map(({ line, reason }) => `${line}: ${reason}`);
}

describe('reading the lists of names', () => {
  test('takes an entry and the capital of a country', () => {
    const file = new VFile({
      path: 'content/names/countries.yaml',
      value: '- { id: norway, name: Norway, demonyms: [Norwegian], capital: Oslo }\n',
    });
    const { entries } = readNames([file]);
    expect(entries.map(({ id, kind, at }) => [id, kind, at])).toEqual([
      ['norway', 'places', 'content/names/countries.yaml:1'],
      ['oslo', 'places', 'content/names/countries.yaml:1'],
    ]);
  });

  test('takes an empty list', () => {
    expect(mistakesIn('\n')).toEqual([]);
  });

  test.each([
    [
      'people',
      '- { id: b, name: Bo Lee, roles: [{ role: mayor }] }',
      '`b`, `roles`, entry 1, `owner` is missing',
    ],
    ['organisations', '- { id: b, name: Bo Works, alias: [Bo] }', '`alias`'],
    ['places', '- Borvik', 'entry 2: expected `id`, `name`'],
    ['countries', '- { name: Borland }', '`Borland`, `id` is missing'],
  ])('leaves out the one entry of the %s with a mistake, not its list', (list, wrong, words) => {
    const value = `- { id: a, name: Ann Lee }\n${wrong}\n- { id: c, name: Cy Lee }\n`;
    const file = new VFile({ path: `content/names/${list}.yaml`, value });
    expect(readNames([file]).entries.map(({ id, at }) => [id, at])).toEqual([
      ['a', `content/names/${list}.yaml:1`],
      ['c', `content/names/${list}.yaml:3`],
    ]);
    expect(file.messages).toMatchObject([{ line: 2, fatal: true }]);
    expect(file.messages[0]?.reason).toContain(words);
  });

  test.each([
    ['a quotation that never ends', '- id: b\n  name: "Bo Lee', 3],
    ['a list that never ends', '- { id: b, name: Bo Lee, aliases: [B. Lee }', 2],
    ['a colon in a value', '- id: b\n  name: Bo: Lee', 3],
    ['a key that is not indented', '- id: b\nname: Bo Lee', 3],
  ])('leaves out the one entry that is no YAML, not its list: %s', (_name, wrong, line) => {
    const value = `- { id: a, name: Ann Lee }\n${wrong}\n- { id: c, name: Cy Lee }\n- { name: Di Lee }\n`;
    const file = new VFile({ path: 'content/names/people.yaml', value });
    expect(readNames([file]).entries.map(({ id }) => id)).toEqual(['a', 'c']);
    const [first, ...others] = file.messages;
    expect(first).toMatchObject({ line, fatal: true });
    expect(first?.reason).toMatch(/; the entry that starts in line 2 is left out$/);
    const next = wrong.split('\n').length + 3;
    expect(others.at(-1)).toMatchObject({
      line: next,
      reason: '`Di Lee`, `id` is missing, expected an id such as `sergei-lavrov`',
    });
  });

  test('keeps nothing of a broken file that is no list', () => {
    const reasons = mistakesIn('names: [\n- { id: a, name: Ann Lee }\n');
    expect(reasons).not.toEqual([]);
    expect(reasons.join()).not.toContain('left out');
  });

  test('tells two names with one id', () => {
    expect(mistakesIn('- { id: a, name: Ann Lee }\n- { id: a, name: Bo Lee }\n')).toEqual([
      '2: `a` is the id at content/names/people.yaml:1 already, expected one of its own',
    ]);
  });

  test('tells a spelling that two names claim', () => {
    expect(mistakesIn('- { id: a, name: Ann Lee }\n- id: b\n  name: Bo Lee\n  aliases: [Ann Lee]\n')).toEqual(
      ['2: `Ann Lee` is a spelling of `a` at content/names/people.yaml:1, expected it once'],
    );
  });

  test('tells a field that it does not know', () => {
    expect(mistakesIn('- { id: a, name: Ann Lee, alias: [A. Lee] }\n')[0]).toMatch(
      /^1: `alias` is not known here/,
    );
  });

  test('refuses YAML references and what is no list', () => {
    expect(mistakesIn('- &x { id: a, name: Ann Lee }\n- *x\n')[0]).toMatch(/alias/);
    expect(mistakesIn('id: a\n')[0]).toMatch(/expected a list of names/);
    expect(mistakesIn('- { id: a', 'content/names/places.yaml')).toHaveLength(1);
  });

  test('refuses a guard that could take for ever', () => {
    expect(mistakesIn("- { id: a, name: Ann Lee, notBefore: '(a+)+$' }\n")).toHaveLength(1);
  });

  test.each([
    ['- { id: a, name: " " }', '`a`, `name`: expected the name as pages show it'],
    ['- { id: a, name: Ann Lee, aliases: [" "] }', '`a`, `aliases`, entry 1: expected a spelling'],
    ['- { id: a, name: 2022 }', '`a`, `name`: expected the name as pages show it, in quotation marks'],
    [
      '- { id: a, name: Ann Lee, roles: [{ owner: a, role: mayor, from: 2014-13 }] }',
      'expected a year, month',
    ],
    ['- { id: a, name: Ann Lee, roles: [{ owner: a, role: mayor, from: "2014-02-30" }] }', 'expected a year'],
    [
      '- { id: a, name: Ann Lee, roles: [{ owner: a, role: mayor, from: 2020, to: 2010 }] }',
      '`to`: expected a day that is not before `from`',
    ],
  ])('refuses %s', (value, reason) => {
    const [mistake, ...others] = mistakesIn(`${value}\n`);
    expect(mistake).toContain(reason);
    expect(others).toEqual([]);
  });

  test('tells a list that it does not know', () => {
    expect(mistakesIn('[]', 'content/names/ships.yaml')[0]).toMatch(/is no list of names/);
  });
});

describe('the lists of the project', () => {
  test('have no mistakes', () => {
    expect(listFiles.flatMap(({ messages }) => messages.map(String))).toEqual([]);
  });

  test('give every role an owner that is listed', () => {
    const ids = new Set(lists.entries.map(({ id }) => id));
    const owners = lists.entries.flatMap(({ roles }) => roles.map(({ owner }) => owner));
    expect(owners.filter((owner) => !ids.has(owner))).toEqual([]);
  });

  test.each(lists.tests)('$id: $sentence', ({ id, sentence, finds, lacks }) => {
    const found = annotateTexts([sentence]).mentions.filter((mention) => mention.id === id);
    if (finds) expect(found.map(({ text }) => text)).toContain(finds);
    if (lacks) expect(found.map(({ text }) => text)).not.toContain(lacks);
  });

  test('have no spelling that another name hides', () => {
    const hidden = lists.entries.flatMap(({ id, name, aliases, misspellings }) =>
      [name, ...aliases, ...misspellings].filter((form) => {
        const { mentions } = annotateTexts([`They wrote about ${form} today.`]);
        return !mentions.some((mention) => mention.id === id);
      }),
    );
    expect(hidden).toEqual([]);
  });
});
