/**
 * Draws a card: 1200 by 630, the page's title in the typeface that says whose words it is, and the facts
 * that are stated. All text is outlines, so the drawing holds numbers only; text that our typefaces cannot
 * set is left out, whole, rather than shown wrong.
 */
import type { Card, Strip } from './read-card.ts';
import type { SetLine, Typeface } from './typeface.ts';
import { wrapWords } from './wrap-words.ts';

export const WIDTH = 1200;
export const HEIGHT = 630;

/** The light colours of the site: `src/site/styles/tokens.css`. */
export const COLOURS = {
  paper: '#f5f6f3',
  ink: '#16201d',
  ink2: '#45524d',
  rule2: '#7c8881',
  pencil: '#1c46c8',
  themes: ['#6b4a00', '#7a0f33', '#0b5566', '#003800', '#5a2a9c', '#8f2f00', '#004838', '#80207a'],
} as const;

const EDGE = 72;
const INNER = WIDTH - 2 * EDGE;
/** Baselines of the site's title and of the facts. */
const TOP = 92;
const BOTTOM = HEIGHT - 56;

/** Sizes that a title is tried in, each with its most lines; the last one cuts what is left over. */
const TITLE_SIZES = [
  { size: 80, most: 2 },
  { size: 66, most: 3 },
  { size: 56, most: 4 },
  { size: 48, most: 5 },
] as const;

/** Most strips that can be told apart on a card, and the space that they get. */
const MOST_STRIPS = 5;
const STRIP_SPACE = { alone: 82, together: 170 } as const;

export type Typefaces = Readonly<Record<'source' | 'title' | 'plain', Typeface>>;

/** The card as SVG. */
export function drawCard(card: Card, faces: Typefaces): string {
  const colour = COLOURS.themes[(card.theme?.slot ?? 0) - 1] ?? COLOURS.ink;
  const parts = [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.paper}"/>`,
    drawBrand(card, faces),
    `<rect x="${EDGE}" y="126" width="${INNER}" height="6" fill="${card.theme ? colour : COLOURS.ink}"/>`,
  ];
  const facts = setFacts(card.facts, faces.plain);
  if (facts) parts.push(drawLine(facts, EDGE, BOTTOM, FACT_SIZE, COLOURS.ink2));
  let y = 196;
  if (card.theme && card.theme.name !== '') {
    const name = faces.title.setLine(card.theme.name);
    parts.push(drawMark(card.theme.mark, EDGE, y - 25, 30, colour));
    if (name && fitsOn(name, 32, INNER - 46)) parts.push(drawLine(name, EDGE + 46, y, 32, colour));
    y += 26;
  }
  const strips = card.strips.length > MOST_STRIPS ? [] : card.strips;
  const space = strips.length === 0 ? 0 : strips.length === 1 ? STRIP_SPACE.alone : STRIP_SPACE.together;
  const title = drawTitle(card, faces, { y, bottom: BOTTOM - 60 - space, colour });
  // A title that is whole comes before the strips.
  const alone = title.isCut ? drawTitle(card, faces, { y, bottom: BOTTOM - 60, colour }) : title;
  parts.push(alone.drawn);
  if (alone === title) parts.push(drawStrips(strips, BOTTOM - 56 - space, space));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${parts.join('')}</svg>`;
}

const FACT_SIZE = 28;

/** The site's mark and its title. */
function drawBrand({ site }: Card, { title }: Typefaces): string {
  const mark = `<g transform="translate(${EDGE} 62) scale(1.6)" fill="none" stroke-width="3"><path d="M1 4h22M1 20h15" stroke="${COLOURS.ink}"/><path d="M1 12h22" stroke="${COLOURS.pencil}" stroke-dasharray="3.2 2.2"/></g>`;
  const { lines } = setWrapped(site, title, { size: 36, width: INNER - 62, most: 1 }) ?? { lines: [] };
  return mark + lines.map((line) => drawLine(line, EDGE + 62, TOP + 2, 36, COLOURS.ink)).join('');
}

/** As many of the facts as one line takes; one that cannot be set is left out. */
function setFacts(facts: readonly string[], face: Typeface): SetLine | undefined {
  let said = '';
  for (const fact of facts) {
    const longer = said === '' ? fact : `${said} · ${fact}`;
    const line = face.setLine(longer);
    if (line && fitsOn(line, FACT_SIZE, INNER)) said = longer;
  }
  return said === '' ? undefined : face.setLine(said);
}

/** Strips one below the other on one scale, as large as the space allows. */
function drawStrips(strips: readonly Strip[], top: number, space: number): string {
  const longest = Math.max(1, ...strips.map(({ width }) => width));
  const each = space / Math.max(1, strips.length);
  const scale = Math.min(INNER / longest, each / 46);
  const groups = strips.map(({ paths }, index) => {
    const drawn = paths.map(({ kind, path }) => `<path d="${path}" ${STROKES[kind]}/>`).join('');
    return `<g transform="translate(${EDGE} ${round(top + index * each)}) scale(${round(scale)})" fill="none">${drawn}</g>`;
  });
  return groups.join('');
}

const STROKES: Readonly<Record<Strip['paths'][number]['kind'], string>> = {
  b: `stroke="${COLOURS.rule2}"`,
  k: `stroke="${COLOURS.ink}" stroke-width="4"`,
  r: `stroke="${COLOURS.pencil}" stroke-width="4"`,
  a: `stroke="${COLOURS.pencil}"`,
};

interface Space {
  readonly y: number;
  readonly bottom: number;
  readonly colour: string;
}

/** The title in the largest size that takes all of it, then what the site says about it. */
function drawTitle(
  card: Card,
  faces: Typefaces,
  { y, bottom, colour }: Space,
): { readonly drawn: string; readonly isCut: boolean } {
  const face = card.isSource ? faces.source : faces.title;
  const isTheme = card.theme?.name === '';
  const indent = isTheme ? 88 : 0;
  const sizes = TITLE_SIZES.filter(({ size }) => y + size * 1.16 <= bottom);
  const tried = sizes.map(({ size, most }) => {
    const room = Math.max(1, Math.floor((bottom - y) / (size * 1.16)));
    return {
      size,
      set: setWrapped(card.title, face, { size, width: INNER - indent, most: Math.min(most, room) }),
    };
  });
  const best = tried.find(({ set }) => set && !set.isCut) ?? tried.findLast(({ set }) => set);
  const [first = '', ...facts] = card.facts;
  // Words that our typefaces cannot set: the reference stands in for them.
  if (!best?.set && facts.length > 0)
    return drawTitle({ ...card, title: first, isSource: false, facts: [] }, faces, { y, bottom, colour });
  let at = y;
  let drawn = '';
  if (best?.set) {
    if (isTheme) drawn += drawMark(card.theme?.mark ?? '', EDGE, at + best.size * 0.28, 64, colour);
    for (const line of best.set.lines) {
      at += best.size * 1.16;
      drawn += drawLine(
        line,
        EDGE + indent,
        round(at - best.size * 0.16),
        best.size,
        isTheme ? colour : COLOURS.ink,
      );
    }
  }
  const size = 34;
  const most = Math.floor((bottom - at - 24) / (size * 1.4));
  const about = most > 0 ? setWrapped(card.about, faces.plain, { size, width: INNER, most }) : undefined;
  at += 24;
  for (const line of about?.lines ?? []) {
    at += size * 1.4;
    drawn += drawLine(line, EDGE, round(at - 10), size, COLOURS.ink2);
  }
  return { drawn, isCut: best?.set?.isCut ?? false };
}

function setWrapped(
  text: string,
  face: Typeface,
  { size, width, most }: { readonly size: number; readonly width: number; readonly most: number },
): { readonly lines: readonly SetLine[]; readonly isCut: boolean } | undefined {
  const wrapped = wrapWords(text, {
    width: width / size,
    most,
    measure: (line) => face.setLine(line)?.width,
  });
  if (!wrapped) return undefined;
  return { lines: wrapped.lines.flatMap((line) => face.setLine(line) ?? []), isCut: wrapped.isCut };
}

function fitsOn({ width }: SetLine, size: number, space: number): boolean {
  return width * size <= space;
}

function drawLine({ glyphs, units }: SetLine, x: number, y: number, size: number, colour: string): string {
  const scale = size / units;
  const drawn = glyphs
    .filter(({ path }) => path !== '')
    .map((glyph) => `<path transform="translate(${round(glyph.x)} ${round(glyph.y)})" d="${glyph.path}"/>`);
  return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})" fill="${colour}">${drawn.join('')}</g>`;
}

/** A theme's mark, drawn for a square of 16. */
function drawMark(mark: string, x: number, y: number, size: number, colour: string): string {
  return `<path transform="translate(${x} ${round(y)}) scale(${size / 16})" d="${mark}" fill="none" stroke="${colour}" stroke-width="2.1"/>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
