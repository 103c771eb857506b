import { attributeOf, type Element, elementsOf, parsePage, textOf } from '../page.ts';

/** What a page says about itself to those who show a link to it, as far as its card prints it. */
export interface Card {
  /** Title of the site. */
  readonly site: string;
  readonly title: string;
  /** The title is words of a source. */
  readonly isSource: boolean;
  /** What a theme is, in the editor's words. */
  readonly about: string;
  /** Stated facts and counts, in the order in which they may be left out from the end. */
  readonly facts: readonly string[];
  /** The theme that the page is or belongs to: its name where it is not the title, slot and mark. */
  readonly theme?: { readonly name: string; readonly slot: number; readonly mark: string } | undefined;
  /** Line strips, in order: a tick a line. */
  readonly strips: readonly Strip[];
}

export interface Strip {
  readonly width: number;
  /** Path data by the class of the path. */
  readonly paths: readonly { readonly kind: StripKind; readonly path: string }[];
}

const STRIP_KINDS = ['b', 'k', 'r', 'a'] as const;
export type StripKind = (typeof STRIP_KINDS)[number];

/** Between the facts of `og:description`; the site writes it around nothing that a source wrote. */
const BETWEEN = ' · ';

/** Only numbers and the commands of a drawing: nothing else of a page gets into the picture. */
const DRAWING = /^[MLHVCSQTAZa-z\d\s,.-]*$/i;

/** Reads the card of a page from its head and its marks; undefined where the page asks for none. */
export function readCard(html: string): Card | undefined {
  // Most pages have none, and a page takes long to read.
  if (!html.includes('"og:image"')) return undefined;
  const elements = elementsOf(parsePage(html));
  const said = new Map(
    elements
      .filter(({ tagName }) => tagName === 'meta')
      .map((meta) => [
        attributeOf(meta, 'property') ?? attributeOf(meta, 'name'),
        attributeOf(meta, 'content') ?? '',
      ]),
  );
  if (!said.has('og:image')) return undefined;
  const heading = elements.find(({ tagName }) => tagName === 'h1');
  const site = said.get('og:site_name') ?? '';
  const title = said.get('og:title') ?? '';
  const about = said.get('description') ?? '';
  return {
    site,
    // The home page has the site's title, which stands on every card: there it says what the site is.
    title: title === site ? about : title,
    isSource: heading !== undefined && attributeOf(heading, 'data-cite') !== undefined,
    about: heading && classesOf(heading).includes('theme-title') ? about : '',
    facts: (said.get('og:description') ?? '').split(BETWEEN).filter((fact) => fact !== ''),
    theme: readTheme(elements),
    strips: elements.filter(isStrip).map(readStrip),
  };
}

function readTheme(elements: readonly Element[]): Card['theme'] {
  const crumb = elements.find((element) => classesOf(element).includes('crumb'));
  const chip = crumb && elementsOf(crumb).find((element) => classesOf(element).includes('th'));
  const title = elements.find((element) => classesOf(element).includes('theme-title'));
  const holder = chip ?? (title?.parentNode as Element | undefined);
  if (!holder) return undefined;
  const slot = classesOf(holder).flatMap((name) => /^th-(\d+)$/.exec(name)?.[1] ?? [])[0];
  const mark = elementsOf(holder).find(({ tagName }) => tagName === 'path');
  return {
    name: chip ? textOf(chip).trim() : '',
    slot: Number(slot ?? 0),
    mark: mark ? drawingOf(mark) : '',
  };
}

function isStrip(element: Element): boolean {
  const classes = classesOf(element);
  return element.tagName === 'svg' && classes.includes('strip') && !classes.includes('vertical');
}

function readStrip(svg: Element): Strip {
  const paths = elementsOf(svg).flatMap((element) => {
    const kind = STRIP_KINDS.find((name) => classesOf(element).includes(name));
    const path = element.tagName === 'path' ? drawingOf(element) : '';
    return kind && path !== '' ? [{ kind, path }] : [];
  });
  return { width: Number(attributeOf(svg, 'viewBox')?.split(' ')[2] ?? 0), paths };
}

function drawingOf(path: Element): string {
  const data = attributeOf(path, 'd') ?? '';
  return DRAWING.test(data) ? data : '';
}

function classesOf(element: Element): string[] {
  return (attributeOf(element, 'class') ?? '').split(/\s+/);
}
