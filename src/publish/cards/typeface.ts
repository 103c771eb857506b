/** The house's typefaces as outlines: text becomes paths, so that no font of the machine can slip in. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Face, Font, Blob as FontBlob, Buffer as Shaped, shape, Variation } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';

/** Styles of a card: which files, by script, and how they are set. */
const STYLES = {
  /** Words of a source. */
  source: { file: 'source-serif-4/files/source-serif-4-*-opsz-normal.woff2', set: { wght: 600, opsz: 48 } },
  /** Words of the site. */
  title: { file: 'commissioner/files/commissioner-*-wght-normal.woff2', set: { wght: 600 } },
  plain: { file: 'commissioner/files/commissioner-*-wght-normal.woff2', set: { wght: 400 } },
} as const;

/** Both typefaces have these; other scripts they cannot set. */
const SCRIPTS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'] as const;

/** A character with the marks that stand on it. */
const CLUSTER = /\P{M}\p{M}*/gu;

export type Style = keyof typeof STYLES;

/** A line of text: its width, and its outlines from the start of its baseline, for one unit of size. */
export interface SetLine {
  readonly width: number;
  /** Path data of each glyph, in font units, and where it starts. */
  readonly glyphs: readonly { readonly path: string; readonly x: number; readonly y: number }[];
  /** Font units in one unit of size. */
  readonly units: number;
}

interface Cut {
  readonly font: Font;
  readonly units: number;
  readonly has: ReadonlySet<number>;
}

export interface Typeface {
  /** Sets one line; undefined where a character has no outline or would have to run from right to left. */
  readonly setLine: (text: string) => SetLine | undefined;
}

/** Opens a style; its files are read once for all lines. */
export async function openTypeface(style: Style): Promise<Typeface> {
  const { file, set } = STYLES[style];
  const variations = Object.entries(set).map(([axis, value]) => new Variation(axis, value));
  const cuts = await Promise.all(
    SCRIPTS.map(async (script): Promise<Cut> => {
      const address = import.meta.resolve(`@fontsource-variable/${file.replace('*', script)}`);
      const face = new Face(new FontBlob(toBuffer(await decompress(await readFile(fileURLToPath(address))))));
      const font = new Font(face);
      font.setVariations(variations);
      return { font, units: face.upem, has: new Set(face.collectUnicodes()) };
    }),
  );
  return { setLine: (text) => setLine(text, cuts) };
}

/** The bytes alone: the decompressor's array is a view of its whole memory. */
function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function setLine(text: string, cuts: readonly Cut[]): SetLine | undefined {
  const glyphs: { path: string; x: number; y: number }[] = [];
  let x = 0;
  for (const { words, cut } of splitByCut(text, cuts)) {
    if (cut === undefined) return undefined;
    const buffer = new Shaped();
    buffer.addText(words);
    buffer.guessSegmentProperties();
    shape(cut.font, buffer);
    const positions = buffer.getGlyphPositions();
    for (const [index, { codepoint: glyph }] of buffer.getGlyphInfos().entries()) {
      const place = positions[index];
      if (glyph === 0 || place === undefined) return undefined;
      glyphs.push({ path: cut.font.glyphToPath(glyph), x: x + place.xOffset, y: place.yOffset });
      x += place.xAdvance;
    }
  }
  const units = cuts[0]?.units ?? 1;
  return { width: x / units, glyphs, units };
}

/** The stretches of a text that one file can set: the first that has all of a cluster. */
function splitByCut(text: string, cuts: readonly Cut[]): { words: string; cut: Cut | undefined }[] {
  const runs: { words: string; cut: Cut | undefined }[] = [];
  for (const [cluster] of text.normalize('NFC').matchAll(CLUSTER)) {
    const points = [...cluster].map((character) => character.codePointAt(0) ?? 0);
    const able = (cut: Cut): boolean => points.every((point) => cut.has.has(point));
    const last = runs.at(-1);
    // A space or a mark that both files have stays with the words before it.
    const cut = last?.cut && able(last.cut) ? last.cut : cuts.find(able);
    if (last && last.cut === cut) last.words += cluster;
    else runs.push({ words: cluster, cut });
  }
  return runs;
}
