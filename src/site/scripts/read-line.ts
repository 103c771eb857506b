/** A numbered line of this page: a passage or crosshead of a briefing, or a line of a source. */
export interface PageLine {
  readonly element: HTMLElement;
  /** `003:31`, or `003:31-33` where a paragraph was broken over lines. */
  readonly cite: string;
  /** The source's words, without numbers and marks of the site. */
  readonly words: string;
}

/** All numbered lines with words, in order. */
export function readLines(): PageLine[] {
  return [...document.querySelectorAll<HTMLElement>('[id^="L"]')].flatMap(
    (element) => readLine(element) ?? [],
  );
}

export function readLine(element: HTMLElement): PageLine | undefined {
  const holder = element.matches('[data-cite]') ? element : element.querySelector<HTMLElement>('[data-raw]');
  const cite = holder?.dataset['cite'] ?? holder?.dataset['raw'];
  if (!holder || cite === undefined || !/^L\d+$/.test(element.id)) return undefined;
  const copy = holder.cloneNode(true) as HTMLElement;
  for (const own of copy.querySelectorAll('[data-own]')) own.remove();
  return { element, cite, words: copy.textContent };
}
