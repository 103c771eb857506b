import { digestWords } from './digest-words.ts';
import { loadFacts } from './load-source.ts';
import { tell } from './tell.ts';

/** Words of a source to be quoted elsewhere. */
interface Quoted {
  readonly words: string;
  /** `003:31` */
  readonly cite: string;
  /** The page of the source. */
  readonly source: string;
  /** The page that the address leads to, and the words that stand there at the line. */
  readonly page: string;
  readonly there: string;
}

/**
 * Copies words with all that is needed to find them again: headline, publisher and date or “not stated”,
 * reference, and the full address with a digest of the line.
 */
export async function copyCitation({ words, cite, source, page, there }: Quoted): Promise<void> {
  try {
    const { headline, publisher, published } = await loadFacts(source);
    const line = /:(\d+)/.exec(cite)?.[1] ?? '1';
    const address = new URL(`#L${line}-${digestWords(there)}`, page).href;
    const facts = `${headline}. Publisher: ${publisher ?? 'not stated'}. Date: ${published ?? 'not stated'}.`;
    await navigator.clipboard.writeText(`${words}\n${facts}\n${cite.replaceAll('-', '–')}, ${address}\n`);
    tell(`Copied ${cite}`);
  } catch {
    tell('The citation could not be copied');
  }
}
