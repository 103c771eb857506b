/** Which publisher’s page a text is, as far as that is known before it is read. */
import type { StatedFacts } from './formats/stated-facts.ts';
import type { SeedLine } from './seed-line.ts';

/**
 * The publisher that the editor supplies or the metadata states; where neither does the host of the
 * address, or the suffix of the first line. Only to count texts together: nothing of it is shown.
 */
export function publisherKey(
  facts: Pick<StatedFacts, 'publisher' | 'url'>,
  editor: Pick<StatedFacts, 'publisher' | 'url'> | undefined,
  first: SeedLine | undefined,
): string | undefined {
  const name = editor?.publisher ?? facts.publisher ?? hostOf(editor?.url ?? facts.url) ?? suffixOf(first);
  return (
    name
      ?.toLowerCase()
      .replace(/^the /, '')
      .replace(/[^\p{L}\p{N}.]+/gu, '') || undefined
  );
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined || !URL.canParse(url) ? undefined : new URL(url).hostname.replace(/^www\./, '');
}

/** `Ferry line halts service – Harbour Post` → `Harbour Post`. */
function suffixOf(first: SeedLine | undefined): string | undefined {
  const suffix = first?.look.plain
    .split(/ (?:[–—|·-]|::) /)
    .slice(1)
    .at(-1);
  return suffix !== undefined && /^\p{Lu}[^\s?!:]*(?: [\p{Lu}\p{N}&][^\s?!:]*){0,3}$/u.test(suffix)
    ? suffix
    : undefined;
}
