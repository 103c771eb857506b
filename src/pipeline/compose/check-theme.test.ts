import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { Article, Line, Passage, Theme } from '../types.ts';
import { checkTheme } from './check-theme.ts';

const words = ['Talks failed on Monday.', '', '“We will\u00a0meet again,” she said.', 'Nobody came.'];
const SHARE = 'Share this page';
const lines = words.map(
  (text, at): Line => ({
    n: at + 1,
    text,
    status: text === '' ? 'blank' : 'kept',
    role: 'paragraph',
    confidence: 'high',
  }),
);
const removed: Line = {
  ...{ n: 5, text: SHARE, status: 'removed', role: 'paragraph', confidence: 'high' },
  reason: 'share buttons',
};
const passages = lines
  .filter(({ text }) => text !== '')
  .map(({ n, text }): Passage => ({ line: n, to: n, text, role: 'paragraph', themes: [] }));
const articles = new Map([
  ['003', { ref: '003', lines: [...lines, removed], passages } as unknown as Article],
]);

const themeOf = (part: Partial<Theme>): Theme => ({
  id: 't',
  order: 1,
  title: 'T',
  definition: 'D',
  terms: [],
  needs: [],
  body: '',
  comparisons: [],
  ...part,
});
const compare = (cite: string, quoted: string) => {
  const file = new VFile({ path: 'content/themes/t.md', value: `---\n- cite: '${cite}'\n---\n` });
  const theme = themeOf({
    comparisons: [{ title: 'Q', columns: [{ speaker: 'A', lines: [{ cite, words: quoted }] }] }],
  });
  return {
    words: checkTheme(theme, articles, file).comparisons[0]?.columns[0]?.words,
    messages: file.messages,
  };
};
const introduce = (body: string) => {
  const file = new VFile({ path: 'content/themes/t.md', value: body });
  return { nodes: checkTheme(themeOf({ body }), articles, file).introduction, messages: file.messages };
};

describe('checkTheme', () => {
  test.each([
    ['003:1', 'Talks failed on Monday.', '003:1'],
    ['003:1', 'failed on\nMonday', '003:1'],
    ['003:3-4', 'she said. Nobody came.', '003:3-4'],
  ])('takes the words at %s', (cite, quoted, expected) => {
    expect(compare(cite, quoted)).toMatchObject({ words: [{ cite: expected }], messages: [] });
  });

  test('takes the source’s own no-break space, not the editor’s space', () => {
    expect(compare('003:3', '“We will meet again,”').words?.[0]?.text).toBe('“We will\u00a0meet again,”');
  });

  test.each([
    ['003:1', 'Nobody came.', '`003:1` does not hold these words, they stand at `003:4`'],
    ['004:1', 'Talks', '`004:1`: there is no source `004`'],
    [
      '003:1',
      'Talks won',
      '`003:1` does not hold the words "Talks won", there stands "Talks failed on Monday."',
    ],
    [
      '003:5',
      SHARE,
      '`003:5` cannot be quoted, line 5 is removed (share buttons); cite kept lines, or keep it in a sidecar',
    ],
    ['003:2', 'Talks won', '`003:2` cannot be quoted, line 2 is blank; cite kept lines'],
    ['003:9', 'Talks won', '`003:9` cannot be quoted, `003` has no line 9; cite kept lines'],
  ])('names file and line when %s does not hold the words', (cite, quoted, reason) => {
    const { words: kept, messages } = compare(cite, quoted);
    expect(kept).toBeUndefined();
    const whole = `${reason}; the whole comparison is left out until this is mended`;
    expect(messages).toMatchObject([{ line: 2, reason: whole, fatal: true }]);
  });

  test('leaves out a comparison of which one line fails, and no other', () => {
    const file = new VFile({ path: 'content/themes/t.md', value: '' });
    const column = (quoted: string) => ({ speaker: 'A', lines: [{ cite: '003:1', words: quoted }] });
    const comparisons = [
      { title: 'Who left', columns: [column('Talks failed'), column('Nobody came.')] },
      { title: 'Who stayed', columns: [column('Talks'), column('Monday')] },
    ];
    const checked = checkTheme(themeOf({ comparisons }), articles, file).comparisons;
    expect(checked.map(({ title }) => title)).toEqual(['Who stayed']);
    expect(file.messages).toHaveLength(1);
  });

  test('puts a quoted line into an introduction', () => {
    const { nodes, messages } = introduce("They said [[003:1 'Talks failed']] and left.");
    expect(messages).toEqual([]);
    expect(nodes).toMatchObject([
      {
        children: [
          { value: 'They said ' },
          {
            name: 'Quoted',
            attributes: [{ name: 'cite', value: '003:1' }],
            children: [{ value: 'Talks failed' }],
          },
          { value: ' and left.' },
        ],
      },
    ]);
  });

  test.each([
    'They said [[003:1 ‘Talks failed’]].',
    'They said [[003:1 "Talks failed"]].',
    "They said [[003 'Talks failed']].",
    "They said [[003:1 'Talks *failed*']].",
    "They said [[003:1 'Talks failed']",
  ])('does not publish as words what was meant as a quoted line: %s', (body) => {
    const { nodes, messages } = introduce(`Fine.\n\n${body}`);
    expect(nodes).toEqual([]);
    expect(messages).toMatchObject([{ line: 3, fatal: true }]);
    expect(messages[0]?.reason).toContain("expected `[[003:39-43 'words of these lines']]`");
  });

  test('keeps code and HTML as words and links only to the web', () => {
    const { nodes } = introduce("A `[[003:1 'x']]` <b>b</b> [c](javascript:x) [d](https://example.org/).");
    expect(JSON.stringify(nodes)).not.toMatch(/javascript|"html"|inlineCode/);
    expect(JSON.stringify(nodes)).toContain('https://example.org/');
  });

  test('refuses what an introduction cannot hold', () => {
    expect(introduce('Fine.\n\n```\ncode\n```\n').messages).toMatchObject([{ line: 3, fatal: true }]);
  });
});
