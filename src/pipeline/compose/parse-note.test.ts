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
    ['a paragraph', WRONG],
    ['two in one', `${WRONG} ${WRONG}`],
    ['a heading', `## ${WRONG}`],
    ['an item', `- ${WRONG}`],
    ['an item in an item', `- - ${WRONG}`],
    ['strong words', `**${WRONG}**`],
    ['emphasis in a link', `[*${WRONG}*](https://example.org/)`],
  ])('leaves %s of a wrong quotation out, with its complaint', (_what, markdown) => {
    const { body, complaints } = parse(markdown);
    expect(body).toEqual([]);
    expect(new Set(complaints)).toEqual(new Set(['999:3: `999:3`: there is no source `999`']));
  });

  test('keeps what stands beside a wrong quotation', () => {
    const { text } = parse(`Before ${WRONG}.\n\n${WRONG}\n\n- one\n- ${WRONG}\n- **two**\n`);
    expect(text).toMatch(/\n\nBefore \.\n\n- one\n- \*\*two\*\*\n$/);
  });

  test.each(['![The bridge](bridge.png)', '![The bridge][1]\n\n[1]: https://example.org/bridge.png'])(
    'leaves the image of %j out and says so',
    (markdown) => {
      const { body, complaints } = parse(markdown);
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
