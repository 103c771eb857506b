import { describe, expect, test } from 'vitest';
import { serialisePage } from '../write/serialise.ts';
import { parseNote } from './parse-note.ts';

const parse = (markdown: string) => {
  const complaints: string[] = [];
  const body = parseNote(markdown, new Map(), (words, reason) => complaints.push(`${words}: ${reason}`));
  const { text } = serialisePage({ matter: { kind: 'own', path: '/x/', title: 'X', description: '' }, body });
  return { body, complaints, text };
};

const WRONG = "[[999:3 'nobody wrote this']]";

describe('parseNote', () => {
  test.each([
    ['a paragraph', `Before ${WRONG} and after.`],
    ['two in one', `${WRONG} ${WRONG}`],
    ['a heading', `## ${WRONG}\n\nAfter.`],
    ['an item in an item', `- one\n- - ${WRONG}`],
    ['emphasis in a link', `Before.\n\n[*${WRONG}*](https://example.org/)`],
  ])('withholds the whole text for a wrong quotation in %s, and says so', (_what, markdown) => {
    const { body, complaints } = parse(markdown);
    expect(body).toEqual([]);
    expect(new Set(complaints)).toEqual(
      new Set(['999:3: `999:3`: there is no source `999`; the whole text is left out until this is mended']),
    );
  });

  test.each(['[](shore)', '## **[](shore)**', '- one\n- [](shore)'])(
    'takes %j, which has no words, and writes what reads back',
    (markdown) => {
      expect(parse(`Before.\n\n${markdown}\n\nAfter.`).complaints).toEqual([]);
    },
  );

  test.each(['![The bridge](bridge.png)', '![The bridge][1]\n\n[1]: https://example.org/bridge.png'])(
    'withholds the text with the image of %j and says so',
    (markdown) => {
      const { body, complaints } = parse(`Look: ${markdown}`);
      expect(body).toEqual([]);
      expect(complaints[0]).toMatch(/^!\[The bridge\]\S+: `image(?:Reference)?` cannot stand here/);
    },
  );

  test('keeps two lines that a hard break parts two words', () => {
    expect(parse('The bridge  \nis open.').body).toMatchObject([
      { children: [{ value: 'The bridge' }, { value: ' ' }, { value: 'is open.' }] },
    ]);
  });
});
