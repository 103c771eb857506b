/** Reads and checks a page of the editor's own, `content/pages/<address>.md`: about, contact, imprint. */
import type { VFile } from 'vfile';
import { z } from 'zod';
import { filled } from './filled.ts';
import { readFrontMatter } from './front-matter.ts';

export interface OwnPage {
  /** Name of the file, which is the page's address: `/about/`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly order: number;
  /** Markdown. */
  readonly body: string;
}

/** First parts of addresses that the site uses itself. */
const TAKEN = [
  ...['themes', 'briefings', 'sources', 'names', 'people', 'organisations', 'places', 'figures', 'quotes'],
  ...['timeline', 'search', 'method', 'keyboard', 'changes', 'data', 'assets', 'index', '404'],
];

const pageSchema = z.strictObject({
  title: filled('expected the title of the page'),
  description: z.string('expected one sentence').default(''),
  order: z.number('expected a number, the place of the page in lists').default(0),
});

/** The page, or undefined with fatal messages on `file`. */
export function readOwnPage(file: VFile): OwnPage | undefined {
  const read = readFrontMatter(file, pageSchema as z.ZodType<z.output<typeof pageSchema>>, 'page');
  if (!read) return undefined;
  const id = file.stem ?? '';
  if (TAKEN.includes(id)) {
    const reason = `the address \`/${id}/\` is the site's own, choose another file name`;
    file.message(reason, {
      place: { line: 1, column: 1 },
      ruleId: 'page',
      source: 'sourceline',
    }).fatal = true;
    return undefined;
  }
  return { id, ...read.matter, body: read.body };
}
