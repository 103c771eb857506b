import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copyCitation } from './copy-citation.ts';
import { tell } from './tell.ts';

vi.mock('./tell.ts', () => ({ tell: vi.fn() }));

let copied: string[];
let asked: string[];

/** A site that publishes these files below `/sources/007/` and no others. */
function publish(files: Readonly<Record<string, string>>): void {
  vi.stubGlobal('fetch', async (address: URL) => {
    asked.push(address.pathname);
    const text = files[address.pathname.replace('/sources/007/', '')];
    return new Response(text ?? '', { status: text === undefined ? 404 : 200 });
  });
}

beforeEach(() => {
  copied = [];
  asked = [];
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void copied.push(text) } });
});
afterEach(() => vi.unstubAllGlobals());

const quoted = {
  words: 'The ferry sails.',
  cite: '007:4',
  source: 'https://desk.example/sources/007/',
  page: 'https://desk.example/briefings/007-ferry/',
  there: 'The ferry sails.',
};

test('says what went wrong, and tries again at the next click', async () => {
  publish({});
  await copyCitation(quoted);
  expect(copied).toEqual([]);
  expect(tell).toHaveBeenLastCalledWith('The citation could not be copied');
});

test('copies words of a source whose text is not published, too, and asks for its table once', async () => {
  publish({ 'lines.json': '{"headline":"Ferry line reopens","publisher":"Harbour Post","lines":[]}' });
  await copyCitation(quoted);
  await copyCitation(quoted);
  const words =
    'The ferry sails.\nFerry line reopens. Publisher: Harbour Post. Date: not stated.\n007:4, https://desk.example/briefings/007-ferry/#L4-';
  expect(copied.map((text) => text.slice(0, words.length))).toEqual([words, words]);
  expect(asked).toEqual(['/sources/007/lines.json']);
  expect(tell).toHaveBeenLastCalledWith('Copied 007:4');
});
