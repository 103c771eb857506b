import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readOwnPage } from './own-pages.ts';

const fileOf = (path: string, value: string): VFile => new VFile({ path, value });

describe('readOwnPage', () => {
  test('reads a page whose address is the file name', () => {
    expect(readOwnPage(fileOf('content/pages/about.md', '---\ntitle: About\n---\nHello.\n'))).toEqual({
      id: 'about',
      title: 'About',
      description: '',
      order: 0,
      body: 'Hello.',
    });
  });

  test.each([
    ['content/pages/search.md', '---\ntitle: Search\n---\n', "`/search/` is the site's own"],
    ['content/pages/about.md', '---\n---\n', 'front matter'],
    ['content/pages/about.md', '---\ntitle: 5\n---\n', 'expected the title of the page'],
  ])('refuses %s holding %j', (path, value, reason) => {
    const file = fileOf(path, value);
    expect(readOwnPage(file)).toBeUndefined();
    expect(file.messages[0]).toMatchObject({ fatal: true });
    expect(file.messages[0]?.reason).toContain(reason);
  });
});
